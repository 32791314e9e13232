// What a learner writes about a situation, and goes on writing.

package tutor

import (
	"slices"
	"strings"

	"probity/guidance/text"
	"probity/progress"
	"probity/scenarios"
)

// ReflectionLimit is the longest reflection, in characters: several pages.
const ReflectionLimit = 8000

// TooLong is said when a reflection was cut.
const TooLong = "That was too long: a reflection holds 8,000 characters, and the rest was left out."

// StillSaving is said where a reflection is to be gone on with that is on its way to the disk.
const StillSaving = "Your reflection is still being saved: try again in a moment."

// Reflect saves what the learner wrote about the current situation, as ReflectOn does.
func (p *Practice) Reflect(text string) (cut bool) { return p.ReflectOn(p.Sitting.Current(), text) }

// ReflectOn saves what the learner wrote about a situation, as far as ReflectionLimit, and reports whether there was more. It takes the place of
// what was kept about it in the same practice, if anything was. Nothing but white space is not saved.
func (p *Practice) ReflectOn(s *scenarios.Situation, written string) (cut bool) {
	fits, cut := fitting(written)
	if s != nil && fits != "" {
		kept, _ := p.Kept(s)
		kept.Scenario = s.Family
		p.in.record.Rewrite(kept, fits)
	}
	return cut
}

// Kept is what the learner wrote last about a situation in this practice, or about another variant of its family; false for nothing that is
// saved yet. What was written in an earlier sitting stays a reflection of its own.
func (p *Practice) Kept(s *scenarios.Situation) (progress.Reflection, bool) {
	sat, ok := p.in.record.History().Sitting(p.id)
	if !ok {
		return progress.Reflection{}, false
	}
	return p.in.record.WrittenSince(s.Family, sat.Seq)
}

// WrittenSince is the latest reflection on a family that was written after a fact of the record; false for none that is saved.
func (r *Record) WrittenSince(family string, seq int64) (progress.Reflection, bool) {
	for _, kept := range slices.Backward(r.History().Reflections()) {
		if kept.Scenario == family && kept.Seq > seq {
			return kept, true
		}
	}
	return progress.Reflection{}, false
}

// Reflecting reports whether a reflection on a family is on its way to the disk.
func (r *Record) Reflecting(family string) bool {
	return slices.ContainsFunc(r.outbox.queue, func(f progress.Fact) bool {
		written, is := f.(progress.Reflection)
		return is && written.Scenario == family
	})
}

// fitting is a reflection as it is kept: cleaned, without white space around it, and no longer than ReflectionLimit.
func fitting(written string) (fits string, cut bool) {
	fits = strings.TrimSpace(text.Block(written))
	if runes := []rune(fits); len(runes) > ReflectionLimit {
		return text.Block(string(runes[:ReflectionLimit])), true
	}
	return fits, false
}

// IsTooLong reports whether a reflection is cut where it is kept.
func IsTooLong(written string) bool {
	_, cut := fitting(written)
	return cut
}

// Beginning is the first words of what somebody wrote.
func Beginning(written string) string {
	const most = 140
	words := []rune(text.Line(written))
	if len(words) <= most {
		return string(words)
	}
	return string(words[:most]) + "…"
}

// Reflections are the reflections as this run knows them, in the order in which they were written: those of the record, and behind them what waits
// to be saved, which has no number yet and stands in the place of what it rewords.
func (r *Record) Reflections() []progress.Reflection {
	all := r.History().Reflections()
	for _, fact := range r.outbox.queue {
		if waiting, is := fact.(progress.Reflection); is {
			all = slices.DeleteFunc(all, func(was progress.Reflection) bool { return was.Seq > 0 && was.Seq == waiting.Replaces })
			all = append(all, waiting)
		}
	}
	return all
}

// drop erases a reflection that waits to be saved, and so is nowhere yet. While it is on its way to the disk, and where it rewords what is saved,
// it can't be: the error says so.
func (r *Record) drop(one progress.Reflection) error {
	if r.outbox.under != nil || one.Replaces > 0 {
		return errStillSaving
	}
	r.outbox.Amend(func(fact progress.Fact) (progress.Fact, bool) {
		waiting, is := fact.(progress.Reflection)
		return fact, !is || !progress.Same(waiting, one)
	})
	return nil
}
