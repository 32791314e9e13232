package tutor

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"probity/guidance/text"
	"probity/progress"
	"probity/scenarios"
)

// Practice is a practice or a review under way, with what the record needs to know of it. A front end shows Sitting, tells it what
// the learner does, and calls Weigh and Reflect, which save.
type Practice struct {
	Sitting *scenarios.Sitting
	Note    string // what to say before the first question: fewer left than asked for, or carried on; "" for nothing
	Review  bool   // what was due is met, rather than what was chosen

	tutor *Tutor
	id    string
	watch scenarios.Stopwatch
}

// Ask says what to practise.
type Ask struct {
	Topic   string // "" for all
	Weakest bool
	Only    string // one situation by its id, whatever the country
	Review  bool   // what is due, by principle
	Ahead   bool   // a review of what comes due next, before it does
}

// Begin draws a practice or a review and saves what was drawn. The tutor has to be Ready.
func (t *Tutor) Begin(ask Ask) (*Practice, error) {
	seed := t.seed()
	drawn, note, err := t.draw(ask, seed)
	if err != nil {
		return nil, err
	}
	p := &Practice{Sitting: scenarios.Begin(drawn, seed), Note: note, Review: ask.Review, tutor: t}
	kind := progress.Practice
	if ask.Review {
		kind = progress.Review
	}
	p.id = t.begun(kind, drawn, seed)
	p.watch.Touch(t.Now())
	return p, nil
}

// draw draws what is asked for, with what there is to say of it.
func (t *Tutor) draw(ask Ask, seed int64) (drawn []*scenarios.Situation, note string, err error) {
	switch {
	case ask.Review:
		return t.drawReview(ask.Ahead, seed)
	case ask.Only != "":
		if s, ok := t.pack.Bank.Situation(ask.Only); ok {
			drawn = append(drawn, s)
		}
	default:
		r := scenarios.Request{Jurisdiction: t.Learner().Jurisdiction, Topic: ask.Topic, Weakest: ask.Weakest, Count: t.opt.Count, Seed: seed}
		drawn = t.pack.Bank.Draw(r, t.past())
		note = strings.TrimSpace(shortfall(len(drawn), r.Count) + " " + t.givenUp())
	}
	if len(drawn) == 0 {
		return nil, "", ErrNothing
	}
	return drawn, note, nil
}

// begun saves what was drawn for a sitting, and returns the sitting's id.
func (t *Tutor) begun(kind progress.Kind, drawn []*scenarios.Situation, seed int64) string {
	id := t.Now().UTC().Format("20060102-150405-") + base36(rand.Uint32())
	fact := progress.Sitting{ID: id, Kind: kind, Seed: seed, Library: t.pack.Version}
	for _, s := range drawn {
		fact.Drawn = append(fact.Drawn, s.ID)
	}
	t.save(fact)
	return id
}

// givenUp says that beginning anew gives up a practice that was left.
func (t *Tutor) givenUp() string {
	if left, ok := t.Unfinished(); ok && left.Of > 1 && left.sitting.Kind == progress.Practice {
		return fmt.Sprintf("The practice you left at %d of %d is given up for this one; its answers are kept.", left.Done, left.Of)
	}
	return ""
}

// shortfall says that there are fewer situations than were asked for.
func shortfall(have, asked int) string {
	switch {
	case have >= asked || have == 0:
		return ""
	case have == 1:
		return fmt.Sprintf("There is one situation to practise here, not %d.", asked)
	}
	return fmt.Sprintf("There are %d situations to practise here, not %d.", have, asked)
}

func base36(n uint32) string {
	const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
	var b strings.Builder
	for range 4 {
		b.WriteByte(digits[n%36])
		n /= 36
	}
	return b.String()
}

// NothingChanged is said where there is nothing to say of what changed.
const NothingChanged = "Nothing cited here changed since 2013, and the UK and Ireland do not differ on it."

// ReflectionLimit is the longest reflection, in characters: several pages.
const ReflectionLimit = 8000

// TooLong is said when a reflection was cut.
const TooLong = "That was too long: a reflection holds 8,000 characters, and the rest was left out."

// Touch notes that the learner is there.
func (p *Practice) Touch() { p.watch.Touch(p.tutor.Now()) }

// Submit commits the answer. Where nothing more is asked, because it is unscored or the learner wants it so, it is marked and
// saved at once. The error says what is missing.
func (p *Practice) Submit() error {
	if err := p.Sitting.Submit(); err != nil {
		return err
	}
	if !p.Sitting.Current().Format.Scored() || !p.tutor.AsksSure() {
		p.Weigh(scenarios.NotAsked)
	}
	return nil
}

// Weigh takes how sure the learner is, marks the answer and saves it.
func (p *Practice) Weigh(c scenarios.Certainty) {
	out, ok := p.Sitting.Weigh(c)
	if !ok {
		return
	}
	p.tutor.save(answer(p.id, out, p.watch.Lap(p.tutor.Now())))
}

// answer is an outcome as the record keeps it.
func answer(sitting string, out scenarios.Outcome, seconds int) progress.Answer {
	s := out.Situation
	return progress.Answer{
		Sitting: sitting, Scenario: s.ID, Revision: s.Revision, Topic: s.Topic, Principle: s.Principle, Format: s.Format.Name(),
		Chosen: out.Chosen, Marks: out.Marking.Marks, Of: out.Marking.Of, Chance: out.Marking.Chance, Sure: int(out.Sure), Seconds: seconds,
	}
}

// TakeBack takes the answer just shown back, as a mis-key: it stays in the record and counts nowhere. The error says why it
// can't be.
func (p *Practice) TakeBack() error {
	switch out, shown := p.Result(); {
	case !shown:
		return errors.New("there is no answer to take back")
	case out.Undone:
		return errors.New("this answer is taken back already")
	}
	now := p.Sitting.Current()
	for _, a := range slices.Backward(p.tutor.History().Answers()) {
		if a.Sitting == p.id && a.Scenario == now.ID && p.Sitting.TakeBack() {
			p.tutor.save(progress.Undo{Of: a.Seq})
			return nil
		}
	}
	return errors.New("the answer is still being saved: try again in a moment")
}

// Reflect saves what the learner wrote about the current situation, as far as ReflectionLimit; cut tells that there was
// more. Nothing but white space is not saved.
func (p *Practice) Reflect(text string) (cut bool) {
	text, cut = fitting(text)
	if now := p.Sitting.Current(); now != nil && text != "" {
		p.tutor.save(progress.Reflection{Scenario: now.ID, Text: text})
	}
	return cut
}

// fitting is a reflection as it is kept: cleaned, without white space around it, and no longer than ReflectionLimit.
func fitting(written string) (fits string, cut bool) {
	fits = strings.TrimSpace(text.Block(written))
	if runes := []rune(fits); len(runes) > ReflectionLimit {
		return text.Block(string(runes[:ReflectionLimit])), true
	}
	return fits, false
}

// Close ends the sitting for now. An answer whose certainty has not been given yet is saved without it.
func (p *Practice) Close() { p.Weigh(scenarios.NotAsked) }

// Result is the answer to the situation just shown.
func (p *Practice) Result() (scenarios.Outcome, bool) {
	all := p.Sitting.Outcomes()
	if p.Sitting.Stage() != scenarios.Showing || len(all) == 0 {
		return scenarios.Outcome{}, false
	}
	return all[len(all)-1], true
}

// Report is a short text for a learner to send to the author of the current situation, when it seems wrong.
func (p *Practice) Report() string {
	out, ok := p.Result()
	if !ok {
		return ""
	}
	return p.tutor.Report(out)
}
