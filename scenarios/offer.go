package scenarios

import (
	"slices"

	"probity/guidance"
)

// Offer is what a bank has for one reader. The country decides which variants a reader meets. Of the families that have any, those told
// in the reader's own shoes, or in anybody's, come first; where they are too few, others fill up.
type Offer struct {
	Own    []*Family
	More   []*Family // doctors'; for a role that no situation is told in, everybody's
	Others []*Family // in other shoes still: by choice alone
}

// OfferTo is what is offered to a reader, of one topic or, with "", of every topic.
func (b *Bank) OfferTo(r guidance.Reader, topic string) Offer {
	return offerOf(b.FamiliesFor(r.Jurisdiction, topic), r.Role)
}

// Abroad is what a reader can only compare with: families of which nothing is offered where the reader practises.
func (b *Bank) Abroad(r guidance.Reader, topic string) Offer {
	return offerOf(slices.DeleteFunc(slices.Clone(b.families), func(f *Family) bool {
		return topic != "" && f.Topic != topic || len(f.For(r.Jurisdiction)) > 0
	}), r.Role)
}

func offerOf(families []*Family, role guidance.Role) (o Offer) {
	for _, f := range families {
		switch shoes := f.Variants[0].Setting; {
		case shoes.Fits(role):
			o.Own = append(o.Own, f)
		case shoes == guidance.Doctor, role == guidance.Other:
			o.More = append(o.More, f)
		default:
			o.Others = append(o.Others, f)
		}
	}
	return o
}

// Enough lists the families to draw so many from: one's own, and the others where one's own are fewer.
func (o Offer) Enough(count int) []*Family {
	if len(o.Own) >= count {
		return o.Own
	}
	return slices.Concat(o.Own, o.More)
}

// Borrowed counts the situations that are told in other shoes than the role's own, and says whose these are.
func Borrowed(drawn []*Situation, role guidance.Role) (n int, whose string) {
	whose = "a doctor's"
	for _, s := range drawn {
		if s.Setting.Fits(role) {
			continue
		}
		n++
		if s.Setting != guidance.Doctor {
			whose = "other people's"
		}
	}
	return n, whose
}
