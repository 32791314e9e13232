// The parts of a statement, as JSON names them.

package export

import (
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"probity/progress"
	"probity/scenarios"
)

// namespace begins every id of ours. No server answers there, nor will one: the name is reserved for that.
const namespace = "https://probity.invalid/"

// extension begins the names of what the specification has no place for.
const extension = namespace + "xapi/"

// adl begins the names of the registry of Advanced Distributed Learning.
const adl = "http://adlnet.gov/expapi/"

// platform is what the learner learnt with.
const platform = "Probity"

type statement struct {
	ID        uuid.UUID `json:"id"`
	Actor     agent     `json:"actor"`
	Verb      verb      `json:"verb"`
	Object    any       `json:"object"` // an activity or a reference
	Result    *result   `json:"result,omitempty"`
	Context   *context  `json:"context,omitempty"`
	Timestamp time.Time `json:"timestamp,omitzero"`
	Version   string    `json:"version"`
}

type verb struct {
	ID      string            `json:"id"`
	Display map[string]string `json:"display"`
}

type reference struct {
	ObjectType string    `json:"objectType"`
	ID         uuid.UUID `json:"id"`
}

type activity struct {
	ObjectType string      `json:"objectType"`
	ID         string      `json:"id"`
	Definition *definition `json:"definition,omitempty"`
}

type definition struct {
	Type            string `json:"type"`
	InteractionType string `json:"interactionType,omitempty"`
}

type result struct {
	Score      *score         `json:"score,omitempty"`
	Success    *bool          `json:"success,omitempty"`
	Completion *bool          `json:"completion,omitempty"`
	Response   string         `json:"response,omitempty"`
	Duration   string         `json:"duration,omitempty"`
	Extensions map[string]any `json:"extensions,omitempty"`
}

// score is the marks as they were given. Scaled is marks by marks that could be had, as the specification means it; what is
// left above chance is an extension.
type score struct {
	Scaled float64 `json:"scaled"`
	Raw    float64 `json:"raw"`
	Min    float64 `json:"min"`
	Max    float64 `json:"max"`
}

type context struct {
	Registration uuid.UUID          `json:"registration"`
	Activities   *contextActivities `json:"contextActivities,omitempty"`
	Revision     string             `json:"revision,omitempty"`
	Platform     string             `json:"platform"`
}

type contextActivities struct {
	Parent   []activity `json:"parent,omitempty"`
	Grouping []activity `json:"grouping,omitempty"`
}

// statement begins a statement about a fact. Its id is of what the fact says and who it is about, but not of the fact's
// number: merging gives facts new ones.
func (n *narrator) statement(name string, object any, fact progress.Fact, at time.Time) statement {
	what := []any{name, n.actor, fact.Table()}
	for _, f := range progress.Fields(fact) {
		if f.Name != "seq" {
			what = append(what, f.Name, jsonValue(f.Value))
		}
	}
	text, _ := json.Marshal(what) // texts, numbers and times: nothing that can fail
	return statement{
		ID: uuid.NewSHA1(uuid.NewSHA1(uuid.NameSpaceURL, []byte(namespace)), text), Actor: n.actor,
		Verb:   verb{ID: adl + "verbs/" + name, Display: map[string]string{"en": name}},
		Object: object, Timestamp: moment(at), Version: "1.0.3",
	}
}

// iri is the id of one of our own things.
func iri(kind, id string) string { return namespace + kind + "/" + url.PathEscape(id) }

func named(kind, id, of string) activity {
	return activity{ObjectType: "Activity", ID: iri(kind, id), Definition: &definition{Type: adl + "activities/" + of}}
}

func sittingActivity(id string, kind progress.Kind) activity {
	if kind == progress.Assessment {
		return named("sitting", id, "assessment")
	}
	return named("sitting", id, "lesson")
}

// situationActivity is the situation as an interaction, each variant of a family as one of its own. Which answer is right is not told: the library knows, not the record.
func situationActivity(a progress.Answer) activity {
	of := named("situation", a.Scenario, "cmi.interaction")
	if a.Variant != "" {
		of.ID += "/" + url.PathEscape(a.Variant)
	}
	of.Definition.InteractionType = interaction(a.Format)
	return of
}

// interaction is a format as the specification knows it.
func interaction(name string) string {
	if format, known := scenarios.FormatNamed(name); known {
		return format.Interaction()
	}
	return "other"
}

// situated says where an answer belongs.
func situated(a progress.Answer) *context {
	c := &context{Registration: registration(a.Sitting), Activities: &contextActivities{}, Revision: strconv.Itoa(a.Revision), Platform: platform}
	if a.Topic != "" {
		c.Activities.Grouping = append(c.Activities.Grouping, named("topic", a.Topic, "module"))
	}
	if a.Principle != "" {
		c.Activities.Grouping = append(c.Activities.Grouping, named("principle", a.Principle, "objective"))
	}
	return c
}

func registration(sitting string) uuid.UUID {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte(iri("sitting", sitting)))
}

// response is what was chosen, in the specification's own notation.
func response(a progress.Answer) string {
	return strings.ReplaceAll(strings.Join(a.Chosen, "[,]"), "=", "[.]")
}

// duration is a time in seconds, as ISO 8601 writes it.
func duration(seconds int) string { return fmt.Sprintf("PT%dS", seconds) }

// took is the duration of one answer; "" where the record says what can't be.
func took(a progress.Answer) string {
	if !progress.PossibleTime(a.Seconds) {
		return ""
	}
	return duration(a.Seconds)
}

// scoreOf is nil where the specification has no such score: a record edited by hand may hold marks beyond what could be had.
func scoreOf(marks, of float64) *score {
	if !(of > 0 && marks >= 0 && marks <= of) || math.IsInf(of, 0) {
		return nil
	}
	return &score{Scaled: marks / of, Raw: marks, Min: 0, Max: of}
}
