// Package craft finds what a loader accepts and a reviewer would send back. It looks at single situations (length of the key,
// wording of stem, question and rationales), at the whole library (the marks of somebody who does not read the facts, or goes by a
// surface cue), and at what is covered.
package craft

import (
	"fmt"
	"slices"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// Report is what was found in a library.
type Report struct {
	Situations int            `json:"situations"`              // each a file: told alone, or a family
	Mistakes   []Finding      `json:"mistakes"`                // what has to be mended
	More       int            `json:"more_mistakes,omitempty"` // mistakes beside those listed
	Warnings   []Finding      `json:"warnings"`                // what a reviewer would send back
	Cues       []CueFinding   `json:"cues"`                    // what a guesser earns by a surface cue, per format
	Coverage   []Row          `json:"coverage"`                // a row a topic
	Variants   int            `json:"variants"`                // of the families
	LaidOut    bool           `json:"laid_out"`                // whether it was measured if questions and feedback fit a window
	Figures    []Figure       `json:"figures"`                 // of the families, beside their bars
	Families   []FamilyFigure `json:"families"`                // what the figures on guessing are made of
	Bars       *pack.Bars     `json:"bars,omitempty"`
}

// Finding is one thing to look at.
type Finding struct {
	Subject string `json:"subject"` // a situation, clause or source by its id
	Says    string `json:"says"`
}

// Request says what is looked at, and with what.
type Request struct {
	Base   *pack.Pack // what is in it is not looked at; nil: everything is
	Topics []string   // ids of those that are looked at; none: all
	Now    time.Time  // the day it is done
	Layout Layout     // nil: whether questions and feedback fit is not measured
}

// Check looks at a library.
func Check(p *pack.Pack, r Request) Report {
	all, sources := r.families(p), r.sources(p)
	out := Report{
		Mistakes: append(untaught(p, r.clauses(sources)), stale(sources, r.Now)...), Cues: cueFindings(all, p.Bars.CueMost),
		Coverage: coverage(p.Bank, all), LaidOut: r.Layout != nil, Bars: &p.Bars,
	}
	out.Situations = len(all)
	out.Warnings = untraced(all, p.Bank, p.Unfinished)
	for _, name := range p.Foreign {
		out.Warnings = append(out.Warnings, Finding{name, "is not read: a situation is a file of plain text whose name ends in .toml"})
	}
	for _, f := range all {
		out.Warnings = append(out.Warnings, flaws(f)...)
	}
	out.Warnings = append(out.Warnings, absolutes(all)...)
	for _, c := range out.Cues {
		if c.Leaks {
			out.Warnings = append(out.Warnings, Finding{c.Format, fmt.Sprintf("a guesser who goes by the cue %q earns %.0f %%, where chance brings %.0f %%", c.Cue, 100*c.Earned, 100*c.Chance)})
		}
	}
	turning := slices.DeleteFunc(slices.Clone(all), toldAlone)
	for _, f := range turning {
		out.Variants += len(f.Variants)
	}
	sheet := sheet{bars: p.Bars, guidance: p.Guidance}
	for _, j := range guidance.Jurisdictions() {
		out.Families = append(out.Families, sheet.country(turning, j)...)
	}
	sheet.writing(turning, r.lessons(p, turning))
	sheet.fit(turning, r.Layout)
	sheet.duties(p.Bank, r.clauses(sources))
	out.Figures, out.Warnings = sheet.figures, append(out.Warnings, sheet.warnings...)
	return out.complete()
}

// complete has empty lists where there is nothing, for machines.
func (r Report) complete() Report {
	r.Mistakes, r.Warnings, r.Cues = append([]Finding{}, r.Mistakes...), append([]Finding{}, r.Warnings...), append([]CueFinding{}, r.Cues...)
	r.Coverage, r.Figures, r.Families = append([]Row{}, r.Coverage...), append([]Figure{}, r.Figures...), append([]FamilyFigure{}, r.Families...)
	return r
}

// Unread is the report on a library that could not be read.
func Unread(mistakes []Finding, more int) Report {
	return Report{Mistakes: mistakes, More: more}.complete()
}

// toldAlone reports whether a family is a situation without variants.
func toldAlone(f *scenarios.Family) bool { return f.Variants[0].Variant == "" }

// about reports whether a topic is looked at.
func (r Request) about(topic string) bool {
	return len(r.Topics) == 0 || slices.Contains(r.Topics, topic)
}

// families lists what a pack adds to the base, a situation that is told alone as a family of one.
func (r Request) families(p *pack.Pack) []*scenarios.Family {
	return slices.DeleteFunc(slices.Clone(p.Bank.Families()), func(f *scenarios.Family) bool {
		known := false
		if r.Base != nil {
			_, known = r.Base.Bank.Family(f.ID)
		}
		return known || !r.about(f.Topic)
	})
}

// sources lists what a pack adds to the base.
func (r Request) sources(p *pack.Pack) []*guidance.Source {
	return slices.DeleteFunc(slices.Clone(p.Guidance.Sources()), func(s *guidance.Source) bool {
		known := false
		if r.Base != nil {
			_, known = r.Base.Guidance.Source(s.ID)
		}
		return known
	})
}

// clauses lists those of the sources that may be cited.
func (r Request) clauses(sources []*guidance.Source) []*guidance.Clause {
	var out []*guidance.Clause
	for _, s := range sources {
		for _, c := range s.Clauses {
			if c.CanSupport() && r.about(c.Topic) {
				out = append(out, c)
			}
		}
	}
	return out
}

// lessons lists the principles that families teach and that are not the base's.
func (r Request) lessons(p *pack.Pack, families []*scenarios.Family) []scenarios.Principle {
	return slices.DeleteFunc(slices.Clone(p.Bank.Principles()), func(pr scenarios.Principle) bool {
		known := false
		if r.Base != nil {
			_, known = r.Base.Bank.Principle(pr.ID)
		}
		return known || !slices.ContainsFunc(families, func(f *scenarios.Family) bool { return f.Principle == pr.ID })
	})
}
