package tutor

import (
	"fmt"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/prose"
)

// Recall is an earlier answer as it can be shown again: the situation as the library has it now, the options in the order in which
// they were shown, the marks as they were given. ok is false when the situation is no longer there.
func (p *Progress) Recall(a progress.Answer) (out scenarios.Outcome, lines []scenarios.Line, ok bool) {
	out, ok = p.recall(a)
	if !ok {
		return scenarios.Outcome{}, nil, false
	}
	sitting, _ := p.record.history.Sitting(a.Sitting)
	attempt := out.Situation.Format.Begin(out.Situation, scenarios.Shuffle(out.Situation, sitting.Seed))
	attempt.Take(a.Chosen)
	return out, attempt.Lines(), true
}

// recall is what became of an earlier answer: the marks as they were given, with the working of each option as the library has it
// now. ok is false when the situation is no longer there.
func (s sittings) recall(a progress.Answer) (out scenarios.Outcome, ok bool) {
	situation, ok := s.library.pack.Bank.Situation(a.Situation())
	if !ok {
		return scenarios.Outcome{}, false
	}
	out = scenarios.Outcome{
		Situation: situation, Chosen: a.Chosen, Sure: scenarios.Certainty(a.Sure), Marking: situation.Format.Mark(situation, a.Chosen),
		Undone: !s.record.history.Counts(a),
	}
	out.Marking.Marks, out.Marking.Of, out.Marking.Chance = a.Marks, a.Of, a.Chance
	return out, true
}

// RightSince says that the family of an answer that was missed was right the last time; "" where it was not.
func (p *Progress) RightSince(missed progress.Answer) string {
	right, ok := p.record.history.RightSince(missed)
	if !ok {
		return ""
	}
	return Since(missed.Situation(), right.Situation())
}

// Again is what to practise of what was answered: a form that was missed itself, where it is told where the learner practises, else the family.
func (p *Progress) Again(a progress.Answer) Selection {
	s, there := p.library.pack.Bank.Situation(a.Situation())
	if there && s.For(p.profile.Learner().Jurisdiction) && (a.Blank() || JudgeAnswer(a).Missed()) {
		return Selection{Only: s.ID}
	}
	return Selection{Only: a.Scenario}
}

// ToPractise is what to practise of an entry: a form that was missed is asked itself.
func (p *Progress) ToPractise(e Entry) Selection {
	if e.Answer == nil {
		return Selection{Only: e.Family}
	}
	return p.Again(*e.Answer)
}

// older is how many of the answers that count are to situations since reworded, and how many to ones no longer in the library.
func (p *Progress) older() (reworded, gone int) {
	if !p.Ready() {
		return 0, 0
	}
	for _, a := range p.record.history.Counted() {
		s, ok := p.library.pack.Bank.Situation(a.Situation())
		_, told := p.library.pack.Bank.Family(a.Scenario) // it may be told in other variants than it was
		switch {
		case !ok && !told:
			gone++
		case !ok || s.Revision != a.Revision:
			reworded++
		}
	}
	return reworded, gone
}

// FormatTitle is a format as a learner reads it, or its name in the record when this program has none such.
func FormatTitle(name string) string {
	if f, ok := scenarios.FormatNamed(name); ok {
		return f.Title()
	}
	return name
}

// Marks is the raw marks of a score.
func Marks(score scenarios.Score) string {
	return prose.Number(score.Marks) + " of " + prose.Count(score.Of, "mark")
}

// InPart is the raw marks of a part of an assessment or, where some of it was left blank, how much was answered, right and left blank: a blank
// is no wrong answer.
func InPart(p progress.Part) string {
	if p.Blank > 0 {
		return scenarios.WithBlanks(p.Score.Answers, p.Score.Right, p.Blank)
	}
	return Marks(p.Score)
}

// Earned is the marks of a score, beside what chance brings.
func Earned(score scenarios.Score) string {
	if score.Of == 0 {
		return "Nothing in it was scored."
	}
	return fmt.Sprintf("%s, where chance alone would bring %s.", Marks(score), prose.Number(score.Chance))
}

// Working is a score in words, beside chance.
func Working(score scenarios.Score) string {
	text := Earned(score)
	if score.Of == 0 {
		return text
	}
	text += " " + score.Sentence()
	if score.Enough() && !score.Raw {
		text += " Each situation counts by its own share, however many marks it has."
	}
	return text
}
