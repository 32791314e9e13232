package texttest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	page "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"probity/guidance/text"
)

// Form is what something that goes out is made of: what a reader of it obeys, and not the words. It lists the parts, and what is wrong with it
// whatever it holds. Text from outside adds no part to what harmless words give.
type Form func(out []byte) (parts, faults []string)

// FormOf is the form of a file by how its name ends; nil for one that is not known.
func FormOf(name string) Form {
	return map[string]Form{
		".txt": Lines, ".dtd": Lines, ".jwt": Lines, ".html": Page, ".md": Markdown, ".csv": Table, ".json": JSON, ".xml": XML, ".xsd": XML, ".ics": Calendar,
		".pdf": Paper, ".toml": TOML, ".zip": Zip,
	}[path.Ext(name)]
}

// Lines are plain text, for a terminal too: nothing acts.
func Lines(out []byte) (parts, faults []string) { return nil, acting(out, "\n") }

// joiners act on nothing. Where a line is cut they may stand without what they join.
var joiners = strings.NewReplacer("\u200c", "", "\u200d", "")

// acting says what acts or hides in a text, but for characters that belong to its form.
func acting(out []byte, but string) (faults []string) {
	if !utf8.Valid(out) {
		faults = append(faults, "it acts or hides: it is no UTF-8")
	}
	for line := range strings.SplitSeq(string(out), "\n") {
		line = strings.Map(func(r rune) rune {
			if strings.ContainsRune(but, r) {
				return -1
			}
			return r
		}, joiners.Replace(line))
		if clean := text.Piece(line); clean != line {
			at := 0
			for at < min(len(line), len(clean)) && line[at] == clean[at] {
				at++
			}
			faults = append(faults, "it acts or hides: "+around(line, at))
		}
	}
	return faults
}

// escaping says which characters stand in a form as they are that its writer can escape.
func escaping(out []byte, is func(rune) bool) (faults []string) {
	for i, r := range string(out) {
		if r != '\n' && is(r) {
			return []string{fmt.Sprintf("%U is not escaped: %s", r, around(string(out), i))}
		}
	}
	return nil
}

// around is what stands about a place.
func around(s string, at int) string {
	return strconv.QuoteToASCII(s[max(0, at-60):min(len(s), at+60)])
}

var own = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;[^\x07\x1b]*\x07`)

// Styled is a screen: nothing acts but styles that no payload has, and links.
func Styled(content string) (faults []string) {
	if strings.Contains(content, "\x1b[4;9;53m") {
		faults = append(faults, "a style from outside")
	}
	for _, link := range regexp.MustCompile(`\x1b\]8;[^;]*;([^\x07\x1b]*)`).FindAllStringSubmatch(content, -1) {
		if u, err := url.Parse(link[1]); err != nil || !slices.Contains([]string{"", "http", "https"}, u.Scheme) {
			faults = append(faults, fmt.Sprintf("a link to %q", link[1]))
		}
	}
	return append(faults, acting([]byte(own.ReplaceAllString(content, "")), "\n")...)
}

// Page is HTML: elements, attributes, schemes of what they lead to, and scripts and styles as they stand.
func Page(out []byte) (parts, faults []string) {
	doc, err := html.Parse(bytes.NewReader(out))
	if err != nil {
		return nil, []string{err.Error()}
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			if n.Type == html.CommentNode {
				parts = append(parts, "a comment "+sum(n.Data))
			}
			continue
		}
		parts = append(parts, "<"+n.Data+">")
		for _, a := range n.Attr {
			parts = append(parts, "<"+n.Data+" "+a.Key+">")
			if slices.Contains([]string{"href", "src", "action", "xlink:href", "formaction", "poster", "data", "srcdoc"}, a.Key) {
				parts = append(parts, "<"+n.Data+" "+a.Key+"="+scheme(a.Val)+">")
			}
			if slices.Contains([]string{"style", "content", "http-equiv"}, a.Key) && n.Data != "meta" {
				parts = append(parts, a.Key+" "+sum(a.Val))
			}
		}
		if slices.Contains([]string{"script", "style"}, n.Data) && n.FirstChild != nil {
			if isData(n) {
				inner, err := keysOf([]byte(n.FirstChild.Data))
				if parts = append(parts, inner...); err != nil {
					faults = append(faults, err.Error())
				}
				continue
			}
			parts = append(parts, n.Data+" "+sum(n.FirstChild.Data))
		}
	}
	return parts, append(faults, acting(out, "\n")...)
}

// isData reports whether a script is one that nobody runs.
func isData(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "type" && strings.Contains(a.Val, "json") })
}

// scheme is where an address leads, as browsers take it.
func scheme(address string) string {
	address = strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, strings.ToLower(address))
	if at := strings.IndexAny(address, ":/?#"); at > 0 && address[at] == ':' {
		return address[:at]
	}
	if strings.HasPrefix(address, "//") {
		return "another host"
	}
	return "its own"
}

func sum(s string) string {
	h := fnv.New64()
	_, _ = io.WriteString(h, s) // which never fails
	return fmt.Sprintf("%x", h.Sum64())
}

// Markdown is what a renderer makes of it that lets HTML through.
func Markdown(out []byte) (parts, faults []string) {
	var made bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(page.WithUnsafe())).Convert(out, &made); err != nil {
		return nil, []string{err.Error()}
	}
	parts, _ = Page(made.Bytes())
	return parts, acting(out, "\n")
}

// Table is CSV: it reads back, its rows have as many cells, and no cell begins a formula.
func Table(out []byte) (parts, faults []string) {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(out, []byte("\ufeff")))).ReadAll()
	if err != nil {
		faults = append(faults, err.Error())
	}
	for _, row := range rows {
		for _, cell := range row {
			_, number := strconv.ParseFloat(cell, 64)
			if seen := strings.TrimSpace(cell); seen != "" && strings.Contains("=+-@＝＋－＠", string([]rune(seen)[0])) && number != nil {
				faults = append(faults, fmt.Sprintf("a cell begins a formula: %q", cell))
			}
		}
	}
	return nil, append(faults, acting(bytes.TrimPrefix(out, []byte("\ufeff")), "\r\n")...)
}
