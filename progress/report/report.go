// Package report puts what happened in a facilitated session on one page: how opinion shifted, where the room split, what to
// follow up, who came, and the time it took. It rests on the session's facts alone and reads no clock.
package report

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress/cohort"
	"probity/progress/paper"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
)

// Report is what is told of a session.
type Report struct {
	Plan       induction.Plan
	Began      time.Time
	Attendance int  // the most that were in the room in a vote
	Ended      bool // or it is told as it stands
	Spent      time.Duration
	Done       int // situations whose take-away was reached
	Skipped    []string
	Shifts     []induction.Shift
	Sure       []string       // how sure the room was at the end, by the fingers it showed; none where it was not asked
	FollowUp   []FollowUp     // what needs it most first
	Later      *cohort.Report // what was answered since, which names nobody and tells nothing of a few; nil when nobody asked
	id         string
	pack       *pack.Pack
	program    string
}

// FollowUp is a situation that the room should come back to, and why.
type FollowUp struct {
	Title   string
	Why     string
	Lesson  string // of its principle
	Clauses []*guidance.Clause
	family  string
	share   float64
}

// enough is the share of the last hands that the key should have; below it, a situation is followed up.
const enough = 2.0 / 3

// Of is the report of a session's facts. The error says what is wrong with them, or that nothing was voted on.
func Of(facts []induction.Fact, p *pack.Pack, program string) (Report, error) {
	s, err := induction.Resume(p.Bank, facts)
	if err != nil {
		return Report{}, err
	}
	began := facts[0].(induction.Began) // or it would not have been taken up
	r := Report{Plan: s.Plan(), Began: began.At, Attendance: s.Seated(), Ended: s.HasEnded(), Shifts: s.Shifts(), id: s.ID(), pack: p, program: program}
	var unseen time.Time // time counts up to the latest fact
	r.Spent = s.Spent(unseen)
	for _, stop := range s.Stops(unseen) {
		switch {
		case stop.Done:
			r.Done++
		case stop.Skipped:
			r.Skipped = append(r.Skipped, r.title(stop.Situation))
		}
	}
	if t, ok := s.FistToFive(); ok {
		for _, bar := range t.Bars {
			r.Sure = append(r.Sure, fmt.Sprintf("%s: %d", bar.Label, bar.Before))
		}
	}
	if len(r.Shifts) == 0 {
		return Report{}, errors.New("reporting on the session: nobody voted in it, so there is nothing to report")
	}
	r.follow()
	return r, nil
}

// title is what a situation is called: with the beginning of its facts where the plan has another variant to tell it from.
func (r Report) title(s *scenarios.Situation) string {
	turned := slices.ContainsFunc(r.Plan.Items, func(i induction.Item) bool {
		family, _ := scenarios.Split(i.Situation)
		return family == s.Family && i.Situation != s.ID
	})
	if turned {
		return r.pack.Bank.TitleOf(s.ID)
	}
	return r.pack.Bank.TitleOf(s.Family)
}

// follow finds what to follow up: the key's share fell, or it stayed below two thirds of the hands.
func (r *Report) follow() {
	for _, s := range r.Shifts {
		first, last := s.KeyBefore, s.KeyAfter
		if s.After.Hands() == 0 {
			last = first
		}
		if last.Of == 0 {
			continue
		}
		f := FollowUp{Title: r.title(s.Situation), family: s.Situation.Family, share: share(last)}
		switch {
		case s.After.Hands() > 0 && share(last) < share(first):
			f.Why = fmt.Sprintf("The key lost %s in the discussion: %s, then %s.", r.cast(), hands(first), hands(last))
		case share(last) >= enough:
			continue
		case s.After.Hands() == 0:
			f.Why = fmt.Sprintf("The key had %s, and there was no second vote.", hands(last))
		default:
			f.Why = fmt.Sprintf("After the discussion the key had %s.", hands(last))
		}
		if principle, ok := r.pack.Bank.Principle(s.Situation.Principle); ok {
			f.Lesson = principle.Lesson
		}
		f.Clauses = slices.DeleteFunc(r.pack.Guidance.Clauses(s.Situation.Decides()), func(c *guidance.Clause) bool {
			return c.Source.Jurisdiction != r.Plan.Jurisdiction
		})
		r.FollowUp = append(r.FollowUp, f)
	}
	slices.SortStableFunc(r.FollowUp, func(a, b FollowUp) int { return cmp.Compare(a.share, b.share) })
}

func share(s induction.Share) float64 {
	if s.Of == 0 {
		return 0
	}
	return float64(s.Hands) / float64(s.Of)
}

func hands(s induction.Share) string { return fmt.Sprintf("%d of %d", s.Hands, s.Of) }

// Paper is the report as a document; of ten situations it is one page.
func (r Report) Paper() paper.Document {
	blocks := []paper.Block{paper.Title{Text: "How the session went", Sub: r.Plan.Title}, r.facts(), r.chart()}
	blocks = append(blocks, r.splits()...)
	blocks = append(blocks, r.flow()...)
	blocks = append(blocks, r.followUp()...)
	blocks = append(blocks, r.later()...)
	blocks = append(blocks, paper.Small(r.caution()))
	return paper.Document{Meta: paper.Meta{Title: "Induction report: " + r.Plan.Title, Subject: r.pack.Title, Language: r.Plan.Jurisdiction.Language(),
		Date: r.Began, Program: r.program, Footer: "Session " + r.id + " · nobody is named · made with " + r.program}, Blocks: blocks}
}

func (r Report) facts() paper.Facts {
	took := fmt.Sprintf("%s, of %d planned", minutes(r.Spent), r.Plan.Planned())
	done := fmt.Sprintf("%d of %d gone through to the end", r.Done, len(r.Plan.Items))
	if !r.Ended {
		took += "; it has not ended, and this is how it stands"
	}
	if len(r.Skipped) > 0 {
		done += "; left out: " + strings.Join(r.Skipped, ", ")
	}
	facts := paper.Facts{
		{Label: "Held", Value: r.Began.UTC().Format("2 January 2006") + fmt.Sprintf(", %d people, %s", r.Attendance, took)},
		{Label: "Situations", Value: done},
		{Label: "Country", Value: r.Plan.Jurisdiction.Name()},
	}
	if len(r.Sure) > 0 {
		facts = append(facts, paper.Fact{Label: "How sure at the end", Value: "Fingers shown " + strings.Join(r.Sure, ", ")})
	}
	return facts
}

func minutes(d time.Duration) string {
	return text.Count(int(d.Round(time.Minute)/time.Minute), "minute")
}

// chart is the key's share of hands before and after, with how every choice was voted in words.
func (r Report) chart() paper.Block {
	c := paper.Chart{Caption: "Hands for the key (in brackets), first vote above second. The bars are of all hands that were raised."}
	if r.byPhone() {
		c.Caption = "Votes for the key (in brackets), first vote above second. The bars are of all votes, by hand and by phone."
	}
	var open []string
	for _, s := range r.Shifts {
		if s.Ballot.KeyLabels() == "" {
			open = append(open, fmt.Sprintf("%s, which has no key: first %s; then %s.", r.title(s.Situation), spread(s, false),
				spread(s, true)))
			continue
		}
		label := r.title(s.Situation)
		if s.Revised {
			label += " (changed since: the key may be another)"
		}
		before := paper.Mark{Value: share(s.KeyBefore), Text: spread(s, false)}
		c.Bars = append(c.Bars, paper.Bar{Label: label, Value: share(s.KeyAfter), Text: spread(s, true), Before: &before})
	}
	out := paper.Together{paper.Heading{Level: 1, Text: "How opinion shifted"}}
	if len(c.Bars) > 0 {
		out = append(out, c)
	}
	if len(open) > 0 {
		out = append(out, paper.List{Items: open})
	}
	return out
}

// spread is a vote in words, the key in brackets: "a: 3, [b]: 7".
func spread(s induction.Shift, second bool) string {
	var out []string
	for _, bar := range s.Bars {
		n, label := bar.Before, bar.Label
		if second {
			n = bar.After
		}
		if bar.Key {
			label = "[" + label + "]"
		}
		if n > 0 || bar.Key && s.KeyBefore.Hands+s.KeyAfter.Hands == 0 {
			out = append(out, fmt.Sprintf("%s: %d", label, n))
		}
	}
	if poll := s.Before; (second && s.After.Hands() == 0) || (!second && poll.Hands() == 0) {
		return "no vote"
	}
	return strings.Join(out, ", ")
}

func (r Report) splits() []paper.Block {
	var items []string
	for _, s := range r.Shifts {
		if s.Split == nil {
			continue
		}
		var sides []string
		for _, c := range s.Split {
			sides = append(sides, c.Label)
		}
		items = append(items, fmt.Sprintf("%s (%s)", r.title(s.Situation), strings.Join(sides, ", ")))
	}
	if items == nil {
		return nil
	}
	const most = 4 // where the page is crowded; the bars show the others
	if more := len(items) - most; r.crowded() && more > 1 {
		items = append(items[:most], fmt.Sprintf("and in %d more", more))
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "Where the room split at first"},
		paper.Text("At least a quarter of the " + r.cast() + " each: " + strings.Join(items, "; ") + ".")}}
}

// crowded reports whether so much was voted on that the page has little room.
func (r Report) crowded() bool { return len(r.Shifts) > 6 }

// told is how many follow-ups have room on the page with their reason; the others are only named.
func (r Report) told() int {
	most := 3
	switch votes := len(r.Shifts); {
	case votes > 8, r.crowded() && len(r.flowing()) > 0:
		most = 1
	case r.crowded(), len(r.flowing()) > 0:
		most = 2
	}
	return min(most, len(r.FollowUp))
}

func (r Report) followUp() []paper.Block {
	heading := paper.Heading{Level: 1, Text: "To follow up"}
	if len(r.FollowUp) == 0 {
		return []paper.Block{paper.Together{heading, paper.Text("Nothing stands out: wherever there is a key, it had at least two thirds " +
			"of the " + r.cast() + " in the end.")}}
	}
	var items []string
	for _, f := range r.FollowUp[:r.told()] {
		item := f.Title + ": " + f.Why
		if f.Lesson != "" {
			item += " To take away: " + f.Lesson
		}
		if len(f.Clauses) > 0 {
			c := f.Clauses[0]
			item += fmt.Sprintf(" Read: %s, %s (%s).", c.Source.Title, c.Locator, c.Force.Name())
		}
		items = append(items, item)
	}
	out := paper.Together{heading, paper.List{Items: items}}
	if more := r.FollowUp[len(items):]; len(more) > 0 {
		var titles []string
		for _, f := range more {
			titles = append(titles, f.Title)
		}
		out = append(out, paper.Small("Also below two thirds, or lower than before: "+strings.Join(titles, "; ")+"."))
	}
	return []paper.Block{out}
}
