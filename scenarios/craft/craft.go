// Package craft finds what a loader accepts and a reviewer would send back. It looks at single situations (length of the key,
// wording of stem, question and rationales), at the whole library (the marks of a guesser who goes by a surface cue), and at what
// is covered.
package craft

import (
	"fmt"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// Report is what was found in a library.
type Report struct {
	Situations int          `json:"situations"`
	Mistakes   []Finding    `json:"mistakes"`                // what has to be mended
	More       int          `json:"more_mistakes,omitempty"` // mistakes beside those listed
	Warnings   []Finding    `json:"warnings"`                // what a reviewer would send back
	Cues       []CueFinding `json:"cues"`                    // what a guesser earns by a surface cue, per format
	Coverage   []Row        `json:"coverage"`                // a row a topic
}

// Finding is one thing to look at.
type Finding struct {
	Subject string `json:"subject"` // a situation, clause or source by its id
	Says    string `json:"says"`
}

// staleAfter is how old the comparison of extracts with their source may be.
const staleAfter = 365 * 24 * time.Hour

// Check looks at the situations and sources that are not in base (nil: at all). now is the day it is done.
func Check(p, base *pack.Pack, now time.Time) Report {
	situations, sources := added(p, base)
	r := Report{Situations: len(situations), Mistakes: []Finding{}, Warnings: []Finding{}, Cues: cueFindings(situations), Coverage: coverage(p.Bank, situations)}
	r.Mistakes = append(r.Mistakes, untaught(p, sources)...)
	r.Mistakes = append(r.Mistakes, stale(sources, now)...)
	for _, s := range situations {
		for _, says := range flaws(s) {
			r.Warnings = append(r.Warnings, Finding{s.ID, says})
		}
	}
	r.Warnings = append(r.Warnings, absolutes(situations)...)
	for _, c := range r.Cues {
		if c.Leaks {
			r.Warnings = append(r.Warnings, Finding{c.Format, fmt.Sprintf("a guesser who goes by the cue %q earns %.0f %%, where chance brings %.0f %%", c.Cue, 100*c.Earned, 100*c.Chance)})
		}
	}
	return r
}

// added lists what a pack adds to its base.
func added(p, base *pack.Pack) ([]*scenarios.Situation, []*guidance.Source) {
	if base == nil {
		return p.Bank.All(), p.Guidance.Sources()
	}
	var situations []*scenarios.Situation
	for _, s := range p.Bank.All() {
		if _, known := base.Bank.Situation(s.ID); !known {
			situations = append(situations, s)
		}
	}
	var sources []*guidance.Source
	for _, s := range p.Guidance.Sources() {
		if _, known := base.Guidance.Source(s.ID); !known {
			sources = append(sources, s)
		}
	}
	return situations, sources
}

// untaught lists the clauses that may support a judgement and that no rationale cites.
func untaught(p *pack.Pack, sources []*guidance.Source) []Finding {
	cited := map[string]bool{}
	for _, s := range p.Bank.All() {
		for _, c := range s.Cites() {
			cited[c] = true
		}
	}
	var out []Finding
	for _, s := range sources {
		for _, c := range s.Clauses {
			if c.CanSupport() && !cited[c.ID] {
				out = append(out, Finding{c.ID, "is never taught: cite it in the rationale of an option that it bears on"})
			}
		}
	}
	return out
}

// stale lists the sources whose extracts were compared with them too long ago.
func stale(sources []*guidance.Source, now time.Time) []Finding {
	var out []Finding
	for _, s := range sources {
		if now.Sub(s.Checked) > staleAfter {
			out = append(out, Finding{s.ID, "was last checked on " + s.Checked.Format("2 January 2006") + ", over a year ago: compare its extracts with the document again"})
		}
	}
	return out
}

// Row is what there is on one topic.
type Row struct {
	Topic         string         `json:"topic"`
	Total         int            `json:"total"`
	Formats       map[string]int `json:"formats"`
	Levels        map[string]int `json:"levels"`
	Jurisdictions map[string]int `json:"jurisdictions"`
}

// coverage counts situations by topic, format, level and country.
func coverage(bank *scenarios.Bank, situations []*scenarios.Situation) []Row {
	var rows []Row
	for _, t := range bank.Topics() {
		row := Row{Topic: t.ID, Formats: map[string]int{}, Levels: map[string]int{}, Jurisdictions: map[string]int{}}
		for _, s := range situations {
			if s.Topic != t.ID {
				continue
			}
			row.Total++
			row.Formats[s.Format.Name()]++
			row.Levels[fmt.Sprint(s.Level)]++
			for _, j := range s.Jurisdictions {
				row.Jurisdictions[string(j)]++
			}
		}
		if row.Total > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}
