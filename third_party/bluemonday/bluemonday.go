// Package bluemonday stands in for the cleaner of HTML that Glamour is built against. No HTML comes to Glamour here: the Markdown of packs is
// sealed, so that a tag is shown as it is written (package prose), and what is drawn is styling alone (package markdown). The cleaner itself makes
// expressions for everything that HTML and CSS have at each start of the program, before main, and keeps more than a megabyte of them. go.mod puts
// this module in its place.
//
// It has what Glamour's package ansi names, and no more: should a later Glamour name something else, the build says so.
package bluemonday

import "strings"

// Policy says what of HTML is left: nothing but the text between tags.
type Policy struct{}

// StrictPolicy is the one policy there is.
func StrictPolicy() *Policy { return &Policy{} }

// Sanitize is a text without what stands between angle brackets. A bracket that is not closed takes with it all that follows.
func (*Policy) Sanitize(s string) string {
	var text strings.Builder
	for {
		before, tag, found := strings.Cut(s, "<")
		text.WriteString(before)
		if !found {
			return text.String()
		}
		_, s, _ = strings.Cut(tag, ">")
	}
}
