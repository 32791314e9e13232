package craft

import (
	"fmt"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// staleAfter is how old the comparison of extracts with their source may be.
const staleAfter = 365 * 24 * time.Hour

// untaught lists the clauses that no rationale cites.
func untaught(p *pack.Pack, clauses []*guidance.Clause) []Finding {
	var out []Finding
	for _, c := range clauses {
		if len(p.Bank.Teaching(c.ID)) == 0 {
			out = append(out, Finding{c.ID, "is never taught: cite it in the rationale of an option that it bears on"})
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

// duties says by how many families each duty without exceptions is taught.
func (sh *sheet) duties(bank *scenarios.Bank, clauses []*guidance.Clause) {
	var items []item
	for _, c := range clauses {
		if c.Force != guidance.Must && c.Force != guidance.MustNot {
			continue
		}
		families := len(bank.Teaching(c.ID))
		items = append(items, item{c.ID, float64(families), fmt.Sprintf("a %s, is taught by %d: cite it in another family", c.Force.Name(), families)})
	}
	sh.each(Figure{Key: "must_families", Says: "Families that teach one must, fewest", Bar: atLeast(sh.bars.MustFamiliesLeast)}, items)
}

// Row is what there is on one topic. A family counts once, in each country where it is offered.
type Row struct {
	Topic         string         `json:"topic"`
	Total         int            `json:"total"`
	Formats       map[string]int `json:"formats"`
	Levels        map[string]int `json:"levels"`
	Jurisdictions map[string]int `json:"jurisdictions"`
}

// coverage counts situations by topic, format, level and country.
func coverage(bank *scenarios.Bank, families []*scenarios.Family) []Row {
	var rows []Row
	for _, t := range bank.Topics() {
		row := Row{Topic: t.ID, Formats: map[string]int{}, Levels: map[string]int{}, Jurisdictions: map[string]int{}}
		for _, f := range families {
			if f.Topic != t.ID {
				continue
			}
			row.Total++
			row.Formats[f.Variants[0].Format.Name()]++
			row.Levels[fmt.Sprint(f.Variants[0].Level)]++
			for _, j := range guidance.Jurisdictions() {
				if len(f.For(j)) > 0 {
					row.Jurisdictions[string(j)]++
				}
			}
		}
		if row.Total > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}
