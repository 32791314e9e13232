package pack

import (
	"probity/guidance"
	"probity/scenarios"
)

// variantFile is a variant of a family as the family's file has it.
type variantFile struct {
	ID            string
	Facts         string
	Key           []string
	Turns         string
	Jurisdictions []guidance.Jurisdiction
	Option        []ruling
}

// ruling is what a variant says of an option: its own rationale and citations, which replace the option's, field by field.
type ruling struct {
	ID    string
	Why   string
	Cites []string
}

// readFamily makes a situation of each variant.
func readFamily(f *file, raw situationFile, format scenarios.Format, known bool) []*scenarios.Situation {
	out := []*scenarios.Situation{}
	for _, v := range raw.Variant {
		s := raw.variant(v, format)
		if known {
			checkFormat(f, s)
		}
		out = append(out, s)
	}
	return out
}

// variant is the situation that a variant makes of its family.
func (raw situationFile) variant(v variantFile, format scenarios.Format) *scenarios.Situation {
	s := raw.situation(format)
	s.ID, s.Variant = scenarios.Join(raw.ID, v.ID), v.ID
	s.Lead, s.Facts, s.Stem, s.Turns, s.Key = raw.Lead, v.Facts, scenarios.Told(raw.Lead, v.Facts), v.Turns, v.Key
	if len(v.Jurisdictions) > 0 {
		s.Jurisdictions = v.Jurisdictions
	}
	for _, r := range v.Option {
		for i := range s.Options {
			if o := &s.Options[i]; o.ID == r.ID {
				if r.Why != "" {
					o.Why = r.Why
				}
				if len(r.Cites) > 0 {
					o.Cites, o.Stated = apart(r.Cites)
				}
			}
		}
	}
	return s
}
