package tutor

import (
	"slices"
	"time"

	"probity/progress"
	"probity/scenarios"
)

// Which says which entries of the history are asked for.
type Which int

// The kinds of entries.
const (
	Every      Which = iota // every answer that counts
	Missed                  // what was not right
	Flagged                 // marked in an assessment that was handed in
	Bookmarked              // the families to come back to
	Blank                   // what an assessment was handed in without an answer to
	whiches
)

// Whiches lists them in the order in which they are offered.
func Whiches() []Which {
	all := make([]Which, whiches)
	for i := range all {
		all[i] = Which(i)
	}
	return all
}

// Name is what a learner calls them.
func (w Which) Name() string {
	return [...]string{"all", "missed", "flagged", "bookmarked", "left blank"}[w]
}

// Counts says what is counted, where the name alone leaves that open; "" where it does not.
func (w Which) Counts() string {
	if w == Missed {
		return "Every answer that was not right. Practise has what is still missed."
	}
	return ""
}

// None says that there are none of a kind, and how there come to be some: what flags a situation in an assessment, and where what bookmarks
// one. Of what was never answered nothing was right either.
func (s Overview) None(of Which, flags, bookmarks string) string {
	if s.Answers == 0 && (of == Every || of == Missed) {
		return s.Nothing()
	}
	return [...]string{
		nothingAnswered,
		"Nothing missed: what you answered so far was right.",
		"Nothing flagged. In an assessment " + flags + " flags a situation; once it is handed in, what you flagged is listed here.",
		"Nothing bookmarked. " + bookmarks + " marks a situation to come back to.",
		"Nothing left blank. Where an assessment is handed in without an answer to a situation, that is listed here.",
	}[of]
}

// nothingAnswered says so, and how that changes.
const nothingAnswered = "Nothing answered yet. Practise, and this fills in."

// Gone is said of a situation that can be neither shown nor practised any more.
const Gone = "This situation is no longer in the library."

// Entry is a line of the history.
type Entry struct {
	Family string
	At     time.Time        // when it was answered; of a bookmark when it was marked
	Answer *progress.Answer // of a bookmark the latest one; nil for a family that was never answered
}

// Entries are the answers of a kind that count, or the bookmarks, the latest first. What an assessment holds that is not handed in is in none.
// Progress has to be Ready.
func (p *Progress) Entries(w Which) []Entry {
	if w == Bookmarked {
		return p.bookmarked()
	}
	h := p.record.history
	flagged := map[string]map[string]bool{} // by sitting and family
	if w == Flagged {
		for _, a := range h.Assessments() {
			flagged[a.Sitting.ID] = a.Flagged
		}
		if len(flagged) == 0 {
			return nil
		}
	}
	var list []Entry
	all := h.Answers()
	for i := range slices.Backward(all) {
		a := &all[i]
		if w.has(a, flagged[a.Sitting]) && h.Counts(*a) {
			list = append(list, EntryOf(a))
		}
	}
	return list
}

// has reports whether an answer is of a kind, in a sitting with some families flagged. What was left blank is no answer, and only by flagging it
// is it more than that.
func (w Which) has(a *progress.Answer, flagged map[string]bool) bool {
	switch w {
	case Flagged:
		return flagged[a.Scenario]
	case Blank:
		return a.Blank()
	case Missed:
		return !a.Blank() && JudgeAnswer(*a).Missed()
	}
	return !a.Blank()
}

// EntryOf is the entry of an answer.
func EntryOf(a *progress.Answer) Entry { return Entry{a.Scenario, a.At, a} }

// Noted is what there is to say of an entry among those of a kind, beside how it was judged: that it was left blank, missed by somebody who was
// very sure, right since, bookmarked. What the kind says of all of them is left out, and where all are sure, that.
func (p *Progress) Noted(e Entry, in Which, allSure bool) (notes []string) {
	if a := e.Answer; a != nil {
		missed := JudgeAnswer(*a).Missed()
		if a.Blank() && (in != Blank || a.Rated > 0) {
			notes = append(notes, p.library.LeftBlank(*a))
		}
		if missed && a.Sure == int(scenarios.VerySure) && !allSure {
			notes = append(notes, scenarios.VerySure.Name())
		}
		if since := p.RightSince(*a); missed && !a.Blank() && since != "" {
			notes = append(notes, since)
		}
	}
	if in != Bookmarked && p.record.Bookmarked(e.Family) {
		notes = append(notes, "bookmarked")
	}
	return notes
}

// bookmarked is an entry for each family to come back to.
func (p *Progress) bookmarked() []Entry {
	var list []Entry
	at := map[string]int{}
	for i, b := range p.record.Bookmarks() {
		list, at[b.Scenario] = append(list, Entry{Family: b.Scenario, At: b.At}), i
	}
	all := p.record.history.Answers()
	for i := range all {
		if n, marked := at[all[i].Scenario]; marked && p.record.history.Answered(all[i]) {
			list[n].Answer = &all[i]
		}
	}
	return list
}
