// Evidence: what the work amounts to. Everything here is derived from the facts and the library, nothing from the learner.

package certificate

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// Evidence is what a record shows of a piece of work.
type Evidence struct {
	Activity      Activity      `json:"activity"`
	Objectives    []string      `json:"objectives"`                     // worked on
	OnObjective   []int         `json:"objective_situations,omitempty"` // on each of these; nil in earlier certificates
	Met           []string      `json:"objectives_met,omitzero"`        // of these; nil in certificates from before they were told apart
	Minutes       int           `json:"active_minutes"`                 // measured, idle time left out, and those of sessions
	InSessions    int           `json:"session_minutes,omitempty"`      // of these, by a facilitator's clock
	Seconds       int           `json:"active_seconds,omitempty"`       // measured, where they come to no minute; 0 otherwise, and in earlier certificates
	Rule          int           `json:"rule,omitempty"`                 // how the scores are worked out: scenarios.RawMarks or ByShares; 0 in rawSchema
	Score         *Score        `json:"score,omitempty"`
	Assessment    *Assessment   `json:"assessment,omitempty"`
	Topics        []TopicScore  `json:"topics,omitempty"`
	Calibration   []Calibration `json:"calibration,omitempty"`
	Guidance      []Reliance    `json:"guidance"`
	Domains       []string      `json:"gmp_domains,omitempty"`    // of Good medical practice (2024); UK
	CouncilDomain string        `json:"council_domain,omitempty"` // of the Medical Council's; doctors in Ireland; "" in earlier certificates
	Category      string        `json:"category,omitempty"`       // of the Medical Council's framework; doctors in Ireland
	SchemeYear    string        `json:"scheme_year,omitempty"`    // first and last day, as words; doctors in Ireland
	Facts         Facts         `json:"facts"`
	LeftOut       int           `json:"left_out,omitempty"` // answers whose marks can't be
}

// Activity is what was done, and when.
type Activity struct {
	Title      string `json:"title"`
	Pack       string `json:"pack"`
	Version    string `json:"version"` // of the library, as answered from
	Edition    string `json:"edition"` // the day the library's guidance was last checked, 2006-01-02
	Kind       string `json:"kind"`    // as in Work
	From       string `json:"from"`    // 2006-01-02, as are all dates
	To         string `json:"to"`
	Situations int    `json:"situations"` // different ones: families, whichever of their variants were met
	Answers    int    `json:"answers"`
	Blank      int    `json:"left_blank,omitempty"`          // of these, left without an answer when an assessment was handed in
	Answered   *int   `json:"situations_answered,omitempty"` // of the situations; nil where none was left blank, and in earlier certificates
	Assessed   int    `json:"assessment_answers,omitempty"`  // of the answers, those of assessments, in a period; 0 in earlier certificates
	Sat        int    `json:"assessments,omitempty"`         // that these are of, handed in; 0 in earlier certificates
	SatPassed  int    `json:"assessments_passed,omitempty"`  // of these
	Sessions   int    `json:"sessions,omitempty"`            // facilitated ones, in a period
	Session    string `json:"session,omitempty"`             // the title of the one that was attended; "" for other work, and in earlier certificates
	Size       int    `json:"session_size,omitempty"`        // of that, people as they were seated
}

// Assessment is how an assessment went.
type Assessment struct {
	Least    float64 `json:"least_above_chance"` // the pass rule
	Passed   bool    `json:"passed"`
	Attempts int     `json:"attempts"`
	GivenUp  int     `json:"given_up,omitempty"` // of these

	NotAssessed []string `json:"not_assessed,omitempty"` // titles of the topics that nothing in it was on
}

// TopicScore is the score in one topic.
type TopicScore struct {
	Title string `json:"title"`
	Score
	Blank int `json:"left_blank,omitempty"` // of the scored answers; 0 in earlier certificates too
}

// Calibration is how often answers of one certainty were right: at least 75 % of their marks.
type Calibration struct {
	Certainty string `json:"certainty"`
	Right     int    `json:"right"`
	Of        int    `json:"of"`
}

// Facts is which facts of the record the evidence rests on.
type Facts struct {
	Count  int    `json:"count"`
	Digest string `json:"sha256,omitempty"` // of the answers, each as a line of JSON, in the order of the record
}

// texts are the lines of evidence that come from a library or a record: what nobody has written for a certificate.
func (e *Evidence) texts() []*string {
	a := &e.Activity
	all := []*string{&a.Title, &a.Pack, &a.Version, &a.Session}
	lists := [][]string{e.Objectives, e.Met}
	if e.Assessment != nil {
		lists = append(lists, e.Assessment.NotAssessed)
	}
	for _, list := range lists {
		for i := range list {
			all = append(all, &list[i])
		}
	}
	for i := range e.Topics {
		all = append(all, &e.Topics[i].Title)
	}
	for i := range e.Guidance {
		g := &e.Guidance[i]
		all = append(all, &g.Title, &g.Publisher, &g.Edition, &g.Cited)
	}
	return all
}

// flat is text on one line, without what acts or hides; its blanks stay as they are.
func flat(s string) string { return strings.ReplaceAll(text.Block(s), "\n", " ") }

// dateForm is how dates stand in the JSON.
const dateForm = "2006-01-02"

// Weigh works out what the work amounts to for a reader. A situation that the library no longer has counts with what its
// answer kept.
func Weigh(work Work, p *pack.Pack, reader guidance.Reader) Evidence {
	e := Evidence{
		Activity: Activity{
			Title: p.Title, Pack: p.ID, Version: cmp.Or(strings.Join(work.Versions, ", "), p.Version), Edition: edition(p.Guidance),
			Kind: work.Kind, From: work.From.Format(dateForm), To: work.To.Format(dateForm),
			Situations: len(families(work)), Answers: len(work.Answers), Blank: blank(work.Answers), Assessed: work.Assessed,
			Sat: work.Sat, SatPassed: work.SatPassed, Sessions: work.Sessions, Session: work.Session, Size: work.Size,
		},
		Objectives: []string{},
		Met:        []string{},
		Minutes:    minutes(work),
		Guidance:   []Reliance{},
		Facts:      facts(work.Answers),
		LeftOut:    len(work.LeftOut),
	}
	if work.Sessions > 0 {
		e.InSessions = min(work.Minutes, e.Minutes)
	}
	if work.Seconds < halfMinute {
		e.Seconds = work.Seconds
	}
	if answered := work.answered(); e.Activity.Blank > 0 {
		e.Activity.Answered = new(len(families(answered)))
	}
	e.weighAnswers(work, p.Bank)
	e.weighObjectives(work, p)
	cited := clauses(situations(work.answered()), p)
	e.Guidance = append(e.Guidance, reliances(cited, reader.Jurisdiction, work.OwnCopies)...)
	e.frame(cited, work, reader)
	for _, s := range e.texts() {
		*s = flat(*s)
	}
	return e
}

// weighAnswers adds the scores, the topics' in the library's order, and the calibration.
func (e *Evidence) weighAnswers(work Work, bank *scenarios.Bank) {
	sure := map[scenarios.Certainty]*Calibration{}
	for _, a := range work.marked() {
		if a.Sure <= 0 {
			continue
		}
		c := scenarios.Certainty(a.Sure)
		if sure[c] == nil {
			sure[c] = &Calibration{Certainty: c.Name()}
		}
		sure[c].Of++
		if (scenarios.Marking{Marks: a.Marks, Of: a.Of}).Right() {
			sure[c].Right++
		}
	}
	rule := scenarios.ByShares
	if work.Rule != nil && work.Rule.Raw {
		rule = scenarios.RawMarks
	}
	if e.Score = score(progress.Total(work.marked()).Under(rule)); e.Score != nil {
		e.Rule = rule
	}
	for _, part := range topics(work.marked(), bank) {
		if s := score(part.Score.Under(rule)); s != nil {
			e.Topics = append(e.Topics, TopicScore{part.Name, *s, part.Blank})
		}
	}
	for _, c := range scenarios.Certainties() {
		if sure[c] != nil {
			e.Calibration = append(e.Calibration, *sure[c])
		}
	}
	if work.Rule != nil && e.Score != nil {
		e.Assessment = &Assessment{Least: work.Rule.Above, Passed: work.Rule.Passed, Attempts: work.Attempts, GivenUp: work.GivenUp}
		if work.Kind == string(progress.Assessment) {
			e.Assessment.NotAssessed = bank.TopicsBut(progress.TopicsOf(work.Answers))
		}
	}
}

// topics are the scores by topic, with its title: those of the library in its order, then those that only the record knows, by id.
func topics(answers []progress.Answer, bank *scenarios.Bank) []progress.Part {
	parts := progress.Parts(answers, func(a progress.Answer) string { return a.Topic })
	place := func(id string) int {
		n := slices.IndexFunc(bank.Topics(), func(t scenarios.Topic) bool { return t.ID == id })
		if n < 0 {
			return len(bank.Topics())
		}
		return n
	}
	slices.SortFunc(parts, func(a, b progress.Part) int {
		return cmp.Or(cmp.Compare(place(a.Name), place(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	for i, part := range parts {
		if t, known := bank.Topic(part.Name); known {
			parts[i].Name = t.Title
		}
	}
	return parts
}

// halfMinute is as many seconds as are a minute on a certificate: fewer come to none.
const halfMinute = 30

// minutes are the minutes of the work, at most as many as its days have.
func minutes(work Work) int {
	return min(work.Minutes+(work.Seconds+halfMinute)/60, mostMinutes(work.From, work.To))
}

// mostMinutes are those that the days of a period have, the first and the last included.
func mostMinutes(from, to time.Time) int { return (int(to.Sub(from)/(24*time.Hour)) + 1) * 24 * 60 }

// situations lists the different situations of the work, each variant of a family by itself, in the order first met.
func situations(work Work) []string {
	ids := slices.Clone(work.Situations)
	for _, a := range work.Answers {
		if !slices.Contains(ids, a.Situation()) {
			ids = append(ids, a.Situation())
		}
	}
	return ids
}

// families lists the families of the work, in the order first met: what a reader is told as situations.
func families(work Work) (ids []string) {
	for _, situation := range situations(work) {
		if family, _ := scenarios.Split(situation); !slices.Contains(ids, family) {
			ids = append(ids, family)
		}
	}
	return ids
}

// facts counts and digests the answers. The line's form is part of the published schema and stays as it is.
func facts(answers []progress.Answer) Facts {
	if len(answers) == 0 {
		return Facts{}
	}
	sum := sha256.New()
	for _, a := range answers {
		line, err := json.Marshal(struct {
			Seq      int64    `json:"seq"`
			Sitting  string   `json:"sitting"`
			Scenario string   `json:"scenario"`
			Variant  string   `json:"variant,omitempty"`
			Revision int      `json:"revision"`
			Chosen   []string `json:"chosen"`
			Marks    string   `json:"marks"`
			Of       string   `json:"of"`
			Chance   string   `json:"chance"`
			Sure     int      `json:"sure"`
			Seconds  int      `json:"seconds"`
			At       string   `json:"at"`
		}{a.Seq, a.Sitting, a.Scenario, a.Variant, a.Revision, a.Chosen, fmt.Sprint(a.Marks), fmt.Sprint(a.Of), fmt.Sprint(a.Chance), a.Sure,
			a.Seconds, a.At.UTC().Format("2006-01-02T15:04:05Z")})
		if err == nil { // strings and whole numbers always encode
			sum.Write(append(line, '\n'))
		}
	}
	return Facts{len(answers), hex.EncodeToString(sum.Sum(nil))}
}
