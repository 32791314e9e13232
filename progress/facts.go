// The facts: one struct for each kind of table in the record.

package progress

import (
	"reflect"
	"time"

	"probity/scenarios"
)

// Fact is something that happened and is kept. The kinds of a learner's record are the structs of this file.
//
// A kind is a struct with a table name. Its fields are in the order in which they are written: Seq is the first (an int64) and At
// the last (a time.Time), and each has its key as a toml tag. Writing, reading and numbering need nothing else.
type Fact interface {
	// Table is the name of the fact's table.
	Table() string
}

// Kinds returns a fact of each kind that a learner's record holds.
func Kinds() []Fact {
	return []Fact{Sitting{}, Answer{}, Reflection{}, Setting{}, Undo{}, Flag{}, Bookmark{}, Submit{}, Certified{}, Attended{}}
}

// Kind says what a sitting is for.
type Kind string

// The kinds of sitting.
const (
	Practice   Kind = "practice"
	Review     Kind = "review"
	Assessment Kind = "assessment"
)

// Sitting says what was drawn when a sitting began, so that it can be resumed and checked.
type Sitting struct {
	Seq     int64     `toml:"seq"`
	ID      string    `toml:"id"`
	Kind    Kind      `toml:"kind"`
	Today   int       `toml:"today,omitempty"` // 1 for Today: what is due and what is new in one; 0 for what was chosen
	Ahead   int       `toml:"ahead,omitempty"` // 1 for a review ahead of its time, whose answers leave the schedule as it is
	Drawn   []string  `toml:"drawn"`           // ids of situations, in the order drawn: of a family the variant that came first
	Seed    int64     `toml:"seed"`
	Library string    `toml:"library"` // version of the library drawn from
	At      time.Time `toml:"at"`
}

// Answer is one situation answered. It carries its topic and principle so that history outlives the library.
type Answer struct {
	Seq       int64     `toml:"seq"`
	Sitting   string    `toml:"sitting"`           // id of the sitting
	Scenario  string    `toml:"scenario"`          // id of the family
	Variant   string    `toml:"variant,omitempty"` // "" for a situation that is told alone
	Revision  int       `toml:"revision"`          // of the situation when it was answered
	Topic     string    `toml:"topic"`
	Principle string    `toml:"principle"`
	Format    string    `toml:"format"`
	Chosen    []string  `toml:"chosen"` // in the notation of a situation's key
	Marks     float64   `toml:"marks"`
	Of        float64   `toml:"of"`              // the marks that could be had; 0 for an unscored discussion
	Chance    float64   `toml:"chance"`          // what chance brings on average, as a fraction of Of
	Sure      int       `toml:"sure,omitempty"`  // 1 guess, 2 fairly, 3 very; 0 when not asked
	Rated     int       `toml:"rated,omitempty"` // of a rating that was handed in in part and so counts as blank: how many options had a rating
	Seconds   int       `toml:"seconds"`         // active since the sitting's previous fact
	At        time.Time `toml:"at"`
}

// Situation is the id of the situation that was answered.
func (a Answer) Situation() string { return scenarios.Join(a.Scenario, a.Variant) }

// Blank reports whether nothing was chosen: an assessment was handed in without an answer to the situation. It has its place in the marks of
// that assessment, and is nowhere else an answer.
func (a Answer) Blank() bool { return len(a.Chosen) == 0 }

// Reflection is what a learner wrote about a situation.
type Reflection struct {
	Seq      int64     `toml:"seq"`
	Scenario string    `toml:"scenario"` // id of the family
	Text     string    `toml:"text"`
	Replaces int64     `toml:"replaces,omitempty"` // seq of the reflection this one stands in for; 0 for none
	At       time.Time `toml:"at"`
}

// Setting is a choice of the learner's; the latest of a name counts.
type Setting struct {
	Seq   int64     `toml:"seq"`
	Name  string    `toml:"name"`
	Value string    `toml:"value"`
	At    time.Time `toml:"at"`
}

// Undo takes an answer back that was a mis-key: it stays in the record and counts nowhere but in the time it took.
type Undo struct {
	Seq int64     `toml:"seq"`
	Of  int64     `toml:"of"` // seq of the answer
	At  time.Time `toml:"at"`
}

// Flag marks a situation of an assessment to come back to, or takes the mark away; the latest counts. Leaving an assessment
// flags the situation that was up, so that it is known where it was left: that changes no mark, since another window may have set one.
// A practice of which all is answered is flagged where it is left before its summary was shown, and again once it was.
type Flag struct {
	Seq      int64     `toml:"seq"`
	Sitting  string    `toml:"sitting"`
	Scenario string    `toml:"scenario"`       // id of the family: an assessment draws one variant of it
	On       int       `toml:"on"`             // 1 marked, 0 not
	Left     int       `toml:"left,omitempty"` // 1 where the sitting was left here: the mark stays as it was
	Seconds  int       `toml:"seconds"`        // active since the sitting's previous fact
	At       time.Time `toml:"at"`
}

// Bookmark marks a family to come back to, or takes the mark away; the latest counts.
type Bookmark struct {
	Seq      int64     `toml:"seq"`
	Scenario string    `toml:"scenario"` // id of the family
	On       int       `toml:"on"`       // 1 marked, 0 not
	At       time.Time `toml:"at"`
}

// Submit hands an assessment in. From then on its answers count, and stand.
type Submit struct {
	Seq     int64     `toml:"seq"`
	Sitting string    `toml:"sitting"`
	Pass    float64   `toml:"pass"`           // the pass rule it was sat under: the least score above chance, as a share
	Rule    int       `toml:"rule,omitempty"` // how its score is worked out: scenarios.ByShares; absent for scenarios.RawMarks
	Seconds int       `toml:"seconds"`        // active since the sitting's previous fact
	At      time.Time `toml:"at"`
}

// Certified says that a certificate was made. What it says is not kept here, only what it can be known by.
type Certified struct {
	Seq    int64     `toml:"seq"`
	Number string    `toml:"number"`
	Digest string    `toml:"digest"` // SHA-256 of the signed content, in hexadecimal
	At     time.Time `toml:"at"`
}

// Attended says that the learner took part in a facilitated session. It has no scores: a room votes, and nobody is marked.
type Attended struct {
	Seq        int64     `toml:"seq"`
	Session    string    `toml:"session"` // id of the session
	Title      string    `toml:"title"`
	Situations []string  `toml:"situations"` // scenario ids, those that the room went into
	Minutes    int       `toml:"minutes"`    // as the facilitator's clock had it
	Size       int       `toml:"size"`       // of the group
	Library    string    `toml:"library"`    // version of the library
	Held       time.Time `toml:"held"`       // when the session began
	At         time.Time `toml:"at"`
}

// Learner is who the record is about, as said when it was made. Later changes are settings.
type Learner struct {
	Role         string `toml:"role"`
	Jurisdiction string `toml:"jurisdiction"`
}

// Table is "sitting".
func (Sitting) Table() string { return "sitting" }

// Table is "answer".
func (Answer) Table() string { return "answer" }

// Table is "reflection".
func (Reflection) Table() string { return "reflection" }

// Table is "setting".
func (Setting) Table() string { return "setting" }

// Table is "undo".
func (Undo) Table() string { return "undo" }

// Table is "flag".
func (Flag) Table() string { return "flag" }

// Table is "bookmark".
func (Bookmark) Table() string { return "bookmark" }

// Table is "submit".
func (Submit) Table() string { return "submit" }

// Table is "certificate".
func (Certified) Table() string { return "certificate" }

// Table is "attendance".
func (Attended) Table() string { return "attendance" }

// Stamped returns a copy of the fact numbered seq and, if it has no time of its own, dated now; in UTC and whole seconds.
func Stamped(fact Fact, seq int64, now time.Time) Fact {
	from := reflect.Indirect(reflect.ValueOf(fact))
	to := reflect.New(from.Type()).Elem()
	to.Set(from)
	to.Field(0).SetInt(seq)
	last := to.Field(to.NumField() - 1)
	at := last.Interface().(time.Time)
	if at.IsZero() {
		at = now
	}
	last.Set(reflect.ValueOf(at.UTC().Truncate(time.Second)))
	return to.Interface().(Fact)
}

// Seq returns the number of a fact.
func Seq(fact Fact) int64 {
	seq, _ := Stamp(fact)
	return seq
}

// Stamp returns the number and the time of a fact.
func Stamp(fact Fact) (seq int64, at time.Time) {
	v := reflect.ValueOf(fact)
	return v.Field(0).Int(), v.Field(v.NumField() - 1).Interface().(time.Time)
}
