// xAPI statements (version 1.0.3 of the specification), one a line: what a learning record store takes in.
//
// Answers, the beginning of sittings, assessments handed in and answers taken back become statements. Reflections, settings
// and marks to come back to stay with the learner. A statement's id and content follow from its fact and its actor alone, so
// that handing the same record in again, merged or grown, doubles nothing and contradicts nothing.

package export

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/google/uuid"

	"probity/progress"
	"probity/progress/plainjson"
	"probity/scenarios"
)

// The verbs, from the registry of Advanced Distributed Learning.
const (
	initialized = "initialized"
	answered    = "answered"
	completed   = "completed"
	passed      = "passed"
	failed      = "failed"
	voided      = "voided"
)

// narrator tells the record in statements.
type narrator struct {
	from   *progress.Reading
	to     io.Writer
	actor  agent
	undone map[int64]uuid.UUID // statements of the answers that are taken back
	sat    map[string]*sat     // assessments under way
	second time.Time           // when the latest fact was
	told   map[uuid.UUID]bool  // statements of that second
}

// sat is what the answers of an assessment add up to.
type sat struct {
	score      scenarios.Score
	impossible bool // an answer has marks that can't be, and so nothing is passed
}

func writeXAPI(w io.Writer, from *progress.Reading, o Options) error {
	actor, err := o.Actor.agent()
	if err != nil {
		return err
	}
	n := &narrator{from: from, to: w, actor: actor, undone: map[int64]uuid.UUID{}, sat: map[string]*sat{}}
	return inOrder(from, n.prepare, n.tell)
}

// prepared is a fact and, of an answer, its statement: there are many, and none depends on what was told before it.
type prepared struct {
	progress.Fact
	line line
}

func (n *narrator) prepare(fact progress.Fact) (prepared, error) {
	a, ok := fact.(progress.Answer)
	if !ok {
		return prepared{Fact: fact}, nil
	}
	l, err := lineOf(n.answer(a))
	return prepared{fact, l}, err
}

// tell writes the statements of a fact.
func (n *narrator) tell(p prepared) error {
	switch f := p.Fact.(type) {
	case progress.Sitting:
		return n.write(n.begin(f))
	case progress.Answer:
		n.add(f)
		if n.from.Undone(f) {
			n.undone[f.Seq] = p.line.id
		}
		return n.writeLine(p.line)
	case progress.Undo:
		if id, known := n.undone[f.Of]; known {
			return n.write(n.void(f, id))
		}
	case progress.Submit:
		return n.handIn(f)
	}
	return nil
}

// line is a statement as text.
type line struct {
	id   uuid.UUID
	at   time.Time
	text []byte
}

func lineOf(s statement) (line, error) {
	text, err := json.Marshal(s)
	if err != nil {
		return line{}, fmt.Errorf("writing a statement: %w", err)
	}
	return line{s.ID, s.Timestamp, append(plainjson.Escape(text), '\n')}, nil
}

func (n *narrator) write(s statement) error {
	l, err := lineOf(s)
	if err != nil {
		return err
	}
	return n.writeLine(l)
}

// writeLine writes a statement, unless the same was just written: a record edited by hand may hold an entry twice.
func (n *narrator) writeLine(l line) error {
	if !l.at.Equal(n.second) || n.told == nil {
		n.second, n.told = l.at, map[uuid.UUID]bool{}
	}
	if n.told[l.id] {
		return nil
	}
	n.told[l.id] = true
	_, err := n.to.Write(l.text)
	return err
}

func (n *narrator) begin(s progress.Sitting) statement {
	return n.statement(initialized, sittingActivity(s.ID, s.Kind), s, s.At)
}

// answer is the statement of an answer. It changes nothing of the narrator's.
func (n *narrator) answer(a progress.Answer) statement {
	s := n.statement(answered, situationActivity(a), a, a.At)
	s.Result = &result{Response: response(a), Duration: took(a), Extensions: map[string]any{}}
	if share, ok := aboveChance(a); ok {
		s.Result.Score, s.Result.Success = scoreOf(a.Marks, a.Of), new(a.Right())
		s.Result.Extensions[extension+"above-chance"] = share
		s.Result.Extensions[extension+"chance"] = a.Chance
	}
	if a.Blank() { // the specification's word for what was attempted and not done
		s.Result.Completion = new(false)
	}
	if a.Sure != int(scenarios.NotAsked) {
		s.Result.Extensions[extension+"certainty"] = a.Sure
	}
	s.Context = situated(a)
	s.Context.Activities.Parent = []activity{sittingActivity(a.Sitting, n.from.Kind(a.Sitting))}
	return s
}

// add counts an answer in its assessment.
func (n *narrator) add(a progress.Answer) {
	if n.from.Kind(a.Sitting) != progress.Assessment {
		return
	}
	if n.sat[a.Sitting] == nil {
		n.sat[a.Sitting] = &sat{}
	}
	sum := n.sat[a.Sitting]
	if n.from.Counts(a) {
		sum.score = sum.score.Add(progress.Total([]progress.Answer{a}))
		sum.impossible = sum.impossible || !a.Scored()
	}
}

// handIn tells that an assessment was completed, and then how it went.
func (n *narrator) handIn(f progress.Submit) error {
	sum := n.sat[f.Sitting]
	if sum == nil {
		return nil
	}
	delete(n.sat, f.Sitting)
	of := sittingActivity(f.Sitting, progress.Assessment)
	s := n.statement(completed, of, f, f.At)
	s.Result = &result{Completion: new(true), Duration: duration(n.from.SecondsIn(f.Sitting))}
	s.Context = &context{Registration: registration(f.Sitting), Platform: platform}
	if err := n.write(s); err != nil {
		return err
	}
	score := sum.score.Under(f.Rule)
	share, ok := aboveOf(score)
	if !ok {
		return nil
	}
	verb, success := failed, score.Reaches(f.Pass) && !sum.impossible
	if success {
		verb = passed
	}
	outcome := n.statement(verb, of, f, f.At)
	outcome.Context = s.Context
	outcome.Result = &result{Score: scoreOf(score.Marks, score.Of), Success: &success, Completion: new(true),
		Duration: s.Result.Duration, Extensions: map[string]any{extension + "above-chance": share, extension + "pass": jsonValue(f.Pass)}}
	return n.write(outcome)
}

// void takes the statement of an answer back.
func (n *narrator) void(f progress.Undo, id uuid.UUID) statement {
	f.Of = 0 // the number may differ from export to export; the statement's id stands for it
	s := n.statement(voided, reference{ObjectType: "StatementRef", ID: id}, f, f.At)
	s.ID = uuid.NewSHA1(s.ID, id[:])
	return s
}
