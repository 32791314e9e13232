package scorm

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
)

// content is what the page shows, as it stands in it.
type content struct {
	Title       string   `json:"title"`
	Whose       string   `json:"whose"`
	Licence     string   `json:"licence"`
	Digest      string   `json:"digest"`     // of all else: what was suspended in another edition is not taken up
	Rule        string   `json:"rule"`       // the pass rule in words; "" for a practice
	Pass        float64  `json:"pass"`       // the least share above chance
	Situations  int      `json:"situations"` // that one attempt goes through; a turn is of the one that it follows
	Variants    int      `json:"variants"`   // in all papers together
	Minutes     int      `json:"minutes"`    // that it is likely to take
	Guided      string   `json:"guided"`     // what an answer is followed by, as the end of a sentence
	Notes       []string `json:"notes"`      // what the library cannot assess, in sentences
	Right       float64  `json:"right"`      // the share of the marks from which an answer counts as right
	Enough      int      `json:"enough"`     // how many scored answers a percentage needs
	Certainties []string `json:"certainties"`
	Items       []item   `json:"items"`
	Clauses     []clause `json:"clauses"`
	Papers      []paper  `json:"papers"`
}

// paper is what one attempt asks, by its places in Items.
type paper struct {
	Items  []int  `json:"items"`
	Within string `json:"within"` // how far its score can be relied on, in words; "" where it has none
}

// item is a variant of a situation as it is met: first, or as the turn of another.
type item struct {
	ID          string   `json:"id"` // in the letters that every platform takes
	Title       string   `json:"title"`
	Topic       string   `json:"topic"`
	Lead        []any    `json:"lead"`
	Facts       []any    `json:"facts"`
	Before      int      `json:"before"` // the place, from 1, of the situation that this is a turn of; 0 for none
	Difference  string   `json:"difference"`
	Turns       string   `json:"turns"`
	Ask         string   `json:"ask"`
	Instruction string   `json:"instruction"`
	Input       string   `json:"input"`
	Most        int      `json:"most"` // options that can be chosen
	Full        string   `json:"full"` // said to who chooses more
	Said        []string `json:"said"` // what each value says of an option
	Of          float64  `json:"of"`
	Chance      float64  `json:"chance"`
	Weight      int      `json:"weight"`
	Outright    bool     `json:"outright"`
	Note        string   `json:"note"`
	Lesson      string   `json:"lesson"`
	Interaction string   `json:"interaction"`
	Options     []option `json:"options"`
	Order       []int    `json:"order"` // the options' places in the order shown
	Deciding    []int    `json:"deciding"`
	Also        []int    `json:"also"`
}

// option is one of them, in the order of the file: an answer is a value for each.
type option struct {
	Text   string   `json:"text"`
	Why    string   `json:"why"`
	Stated []string `json:"stated"`
	Key    string   `json:"key"`
	Cells  []cell   `json:"cells"` // what each value earns, from 1
}

// writer puts the content together.
type writer struct {
	course  Course
	bank    *scenarios.Bank
	content content
	pack    Package
	asked   []*scenarios.Situation // by their places among the items
	places  map[met]int            // → place among the items
	clauses map[string]int         // clause id → place among the clauses
}

// met is a variant and what it is a turn of; "" for nothing.
type met struct{ situation, before string }

func (c Course) writer(bank *scenarios.Bank) *writer {
	w := &writer{course: c, bank: bank, places: map[met]int{}, clauses: map[string]int{}}
	w.content = content{Whose: c.whose(), Licence: c.licence(), Right: scenarios.RightShare, Notes: []string{}}
	for !scenarios.Enough(w.content.Enough) {
		w.content.Enough++
	}
	for _, certainty := range scenarios.Certainties() {
		w.content.Certainties = append(w.content.Certainties, certainty.Name())
	}
	return w
}

// add takes a situation in, unless it is there, and returns its place. before is what it is a turn of; nil for none.
func (w *writer) add(s, before *scenarios.Situation) int {
	as := met{situation: s.ID}
	if before != nil {
		as.before = before.ID
	}
	if at, there := w.places[as]; there {
		return at
	}
	topic, _ := w.bank.Topic(s.Topic)
	principle, _ := w.bank.Principle(s.Principle)
	i := item{
		ID: identifier(s.ID), Title: text.Line(s.Title), Topic: text.Line(topic.Title), Turns: text.Line(s.Turns), Ask: text.Line(s.Ask),
		Instruction: s.Format.Instruction(s), Weight: s.Format.Weight(), Outright: s.Format.Outright(), Note: s.Format.Note(),
		Lesson: text.Line(principle.Lesson), Interaction: s.Format.Interaction(),
	}
	if i.Lead, i.Facts = prose(s.Stem), []any{}; s.Facts != "" {
		i.Lead, i.Facts = prose(s.Lead), prose(s.Facts)
	}
	if before != nil {
		i.Difference = s.Difference(before)
	}
	mark(&i, s)
	for at, o := range s.Options {
		i.Options[at].Text, i.Options[at].Why = text.Line(o.Text), text.Line(o.Why)
		i.Options[at].Stated, i.Options[at].Key = append([]string{}, o.Grounds()...), s.Format.KeyOf(s, o.ID)
	}
	ids := s.OptionIDs()
	for _, id := range scenarios.Shuffle(s, w.course.Seed) {
		i.Order = append(i.Order, slices.Index(ids, id))
	}
	i.Deciding, i.Also = w.cited(s)
	w.places[as] = len(w.content.Items)
	w.content.Items, w.asked = append(w.content.Items, i), append(w.asked, s)
	return w.places[as]
}

// paper takes in what one attempt asks. A turn follows what it is a turn of.
func (w *writer) paper(attempt []asked) {
	p, minutes := paper{}, 0
	for _, a := range attempt {
		at := w.add(a.situation, a.before)
		if a.before != nil {
			w.content.Items[at].Before = p.Items[len(p.Items)-1] + 1
		}
		p.Items, minutes = append(p.Items, at), minutes+a.situation.Minutes
	}
	p.Within = w.within(p.Items)
	w.content.Papers = append(w.content.Papers, p)
	if w.content.Rule == "" {
		w.content.Minutes = max(w.content.Minutes, minutes)
	}
}

// asked is a variant, and what it is a turn of; nil for nothing.
type asked struct{ situation, before *scenarios.Situation }

// within says how far a score of these situations can be relied on, however they are answered.
func (w *writer) within(items []int) string {
	var score scenarios.Score
	for _, at := range items {
		s := w.asked[at]
		score = score.Add(scenarios.ScoreOf(s.Format.Name(), s.Format.Mark(s, nil)))
	}
	return score.Within()
}

// identifier is an id in the letters that every platform takes.
func identifier(id string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-':
			return r
		}
		return '_'
	}, id)
}

// suspendMost is how many characters a platform keeps of what was begun: cmi.suspend_data is a CMIString4096.
const suspendMost = 4096

// suspended is how many characters the answers of one attempt take at most, as state.js writes them.
func (c content) suspended() int {
	const head, each = 48, 4 // how sure, that it is answered, that it is flagged, a comma
	most := 0
	for _, p := range c.Papers {
		n := head
		for _, i := range p.Items {
			n += each + len(c.Items[i].Options)
		}
		most = max(most, n)
	}
	return most
}

// done is the package, unless there is too much for what a platform keeps.
func (w *writer) done() (*Package, error) {
	if n := w.content.suspended(); n > suspendMost {
		return nil, fmt.Errorf("there are too many situations for one file: where a learner stopped would take %d characters, and learning platforms keep %d: "+
			"name fewer topics with --topic, and make several files", n, suspendMost)
	}
	w.count()
	w.content.Guided = w.content.guided()
	text, err := json.Marshal(w.content)
	if err != nil {
		return nil, fmt.Errorf("writing the situations down: %w", err)
	}
	digest := sha256.Sum256(text)
	w.content.Digest = hex.EncodeToString(digest[:4])
	w.pack.content = w.content
	return &w.pack, nil
}

// count fills in of how many situations and variants it is.
func (w *writer) count() {
	families, variants := map[string]bool{}, map[string]bool{}
	for _, at := range w.content.Papers[0].Items {
		families[w.asked[at].Family] = true
	}
	for _, s := range w.asked {
		variants[s.ID] = true
	}
	w.content.Situations, w.content.Variants = len(families), len(variants)
}

// clause is an extract.
type clause struct {
	Force  string   `json:"force"` // and status, and country
	Cite   string   `json:"cite"`
	Text   []any    `json:"text"`
	Labels []string `json:"labels"`
}

// cited are the clauses that the rationales rest on, those of the reader's country first: the ones that decide the key, then the others.
func (w *writer) cited(s *scenarios.Situation) (deciding, also []int) {
	decisive, others := s.Clauses(w.course.Pack.Guidance, w.course.Reader.Jurisdiction)
	deciding, also = []int{}, []int{}
	for _, c := range decisive {
		deciding = append(deciding, w.clause(c))
	}
	for _, c := range others {
		also = append(also, w.clause(c))
	}
	return deciding, also
}

// clause takes an extract in, unless it is there, and returns its place.
func (w *writer) clause(c *guidance.Clause) int {
	at, there := w.clauses[c.ID]
	if !there {
		at = len(w.content.Clauses)
		w.clauses[c.ID] = at
		w.content.Clauses = append(w.content.Clauses, clause{
			Force: c.Standing(), Cite: text.Line(c.Cite()), Text: prose(c.Text), Labels: append([]string{}, lines(c.Labels(w.course.Reader))...),
		})
	}
	return at
}
