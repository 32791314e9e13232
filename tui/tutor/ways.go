// What there is to practise, each with how much of it there is.

package tutor

import (
	"fmt"

	"probity/guidance"
	"probity/scenarios"
	"probity/tui/prose"
)

// Way is one of the ways to practise. How much it has is said at length and in short; "" before the library is there.
type Way struct {
	Key, Name   string
	Ask         Selection
	Note, Short string
	Pack        string // the pack that the topic comes with, and whether it is signed; "" for the library's own
}

// Ways lists the ways to practise. One that has nothing to offer is not among them.
func (p *Practices) Ways() []Way {
	ways := []Way{
		p.way("5", "5 minutes", "", Selection{Minutes: 5}), p.way("2", "20 minutes", "", Selection{Minutes: 20}), p.way("a", "All topics", "", Selection{}),
	}
	if !p.Ready() {
		return ways
	}
	if len(p.record.History().Topics()) > 0 {
		ways = append(ways, p.way("w", "Where I am weakest", "", Selection{Weakest: true}))
	}
	for _, w := range []Way{
		p.way("m", "Still missed", "", Selection{Missed: true}), p.way("b", "Bookmarked", "", Selection{Bookmarked: true}),
		p.way("d", MoreThanDue, ", ahead of time", Selection{Ahead: true}),
	} {
		if situations, _ := p.Plan(w.Ask); situations > 0 {
			ways = append(ways, w)
		}
	}
	return append(ways, p.beyond()...)
}

// way is one of them. What it has is said with what else there is to say; it has no note where it has none.
func (p *Practices) way(key, name, also string, ask Selection) Way {
	w := Way{Key: key, Name: name, Ask: ask}
	if !p.Ready() {
		return w
	}
	if situations, length := p.Plan(ask); situations > 0 {
		w.Short = prose.Count(float64(situations), "situation")
		if pool, _ := p.Pool(ask); ask.Missed && len(pool) > situations {
			w.Short = fmt.Sprintf("%d of %s", situations, prose.Count(float64(len(pool)), "situation"))
		}
		w.Note = w.Short + " · " + prose.About(length) + also
	}
	return w
}

// beyond is what is not the learner's own: situations in other shoes, and those of other countries.
func (p *Practices) beyond() (ways []Way) {
	own, _ := p.Pool(Selection{})
	if all, met := p.Pool(Selection{AllRoles: true}); len(all) > len(own) {
		ways = append(ways, Way{Key: "r", Name: "All roles", Note: fmt.Sprintf("%d of %d met", met, len(all)), Ask: Selection{AllRoles: true}})
	}
	if elsewhere, met := p.Pool(Selection{Abroad: true}); len(elsewhere) > 0 {
		ways = append(ways, Way{
			Key: "e", Name: "From " + guidance.The(origin(elsewhere)), Note: fmt.Sprintf("%d of %d met; to compare, not scored", met, len(elsewhere)),
			Ask: Selection{Abroad: true},
		})
	}
	return ways
}

// TopicWays are the topics that have something, for the learner or else to compare.
func (p *Practices) TopicWays() (ways []Way) {
	if !p.Ready() {
		return nil
	}
	for _, t := range p.library.pack.Bank.Topics() {
		ask := p.Widened(Selection{Topic: t.ID})
		pool, met := p.Pool(ask)
		w := Way{Name: t.Title, Ask: ask, Note: fmt.Sprintf("%d of %d met", met, len(pool))}
		if ask.Abroad && len(pool) > 0 {
			w.Note = fmt.Sprintf("%d to compare: %s", len(pool), origin(pool).Short())
			w.Short = w.Note
		}
		if o, ok := p.library.pack.Origin(t.ID); ok {
			w.Pack = o.Briefly()
		}
		if len(pool) > 0 {
			ways = append(ways, w)
		}
	}
	return ways
}

// origin is the country that situations from elsewhere are for.
func origin(pool []*scenarios.Family) guidance.Jurisdiction {
	return pool[0].Variants[0].Jurisdictions[0]
}
