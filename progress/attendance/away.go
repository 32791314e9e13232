// What lists say of those who did not come.

package attendance

import (
	"regexp"
	"strings"

	"probity/guidance/text"
)

const (
	// ways of saying that somebody did not come
	awayWords = `(?:(?:sent|with|gave|given|has sent|sends)\s+)?(?:apologies|apology|apols?|regrets)|absent|absence|absentee|dna(?:'?d)?|no[- ]?shows?|cancell?ed|` +
		`(?:did|does|has|was|is|could|can|will)\s*(?:not|n['’]t)\s+(?:attend|come|show|join|attended|present|here|able\s+to\s+\w+)|` +
		`(?:didn|couldn|can|wasn|won|hasn)['’]?t\s+(?:attend|come|show|join|attended|present|here)|cannot\s+(?:attend|come)|unable\s+to\s+\w+|` +
		`not\s+(?:present|attending|attended|here|in\s+attendance|able\s+to\s+\w+)|non[- ]attend(?:er|ee|ance)|declined|withdrew|withdrawn`
	// and what only says so apart from a name, because it may be a part of one
	awayNotes = `|excused|(?:off\s+|on\s+)?sick(?:\s+leave)?|(?:on\s+)?(?:annual|study|maternity|paternity|sick)\s+leave|on\s+leave|a/l|away`
)

var (
	awayLast  = text.Expression(`(?i)^(.*?)(?:\s*[(\[,;:|/]\s*|\s+[-–—]+\s*|\s*[–—]+\s*)(` + awayWords + awayNotes + `)(?:[^\pL].*)?$`)
	awayEnds  = text.Expression(`(?i)^(.*?)\s+(` + awayWords + `)[\s.!]*$`)
	awayFirst = text.Expression(`(?i)^[(\[]?(` + awayWords + awayNotes + `)[)\]]?\s*[-–—:|/,;]*\s+(.*)$`)
	awayCell  = text.Expression(`(?i)^[\s(\[]*(?:` + awayWords + awayNotes + `)(?:[^\pL].*)?$`)
)

// away says how a text tells that somebody did not come, and what is written besides; nothing where it does not.
func away(s string) (how, rest string) {
	for _, form := range []*regexp.Regexp{awayLast(), awayEnds()} {
		if m := form.FindStringSubmatch(s); m != nil {
			return m[2], m[1]
		}
	}
	if m := awayFirst().FindStringSubmatch(s); m != nil {
		return m[1], m[2]
	}
	return "", s
}

// absent decides about a line which says that somebody did not come. Where it names several people, it is in doubt whom it means.
func (n *naming) absent(s string, lenient bool) {
	how, rest := away(s)
	if how == "" || strings.TrimSpace(rest) == "" {
		return
	}
	switch of := named(rest, lenient); {
	case of.verdict == person:
		n.name, n.away, n.why = of.name, true, "it says “"+how+"”"
	case of.verdict == doubtful:
		n.doubt("it says “" + how + "”, and not plainly of whom")
	}
}

// cellAway reports whether a cell says that somebody did not come; maybe is that it says more.
func cellAway(cell string) (says, maybe bool) {
	return awayCell().MatchString(cell), len(strings.Fields(cell)) > 3
}
