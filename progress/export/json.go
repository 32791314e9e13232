// The document: every fact of the record under the names that the record gives its keys, and what is derived set apart.

package export

import (
	_ "embed" // for the schema
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"time"

	"probity/progress"
	"probity/progress/plainjson"
)

//go:embed schema.json
var schema string

// JSONSchema is the published schema of the document (draft 2020-12).
func JSONSchema() string { return schema }

// schemaVersion rises when a name in the document changes its meaning or goes.
const schemaVersion = 1

func writeJSON(w io.Writer, from *progress.Reading, o Options) error {
	head, err := pairs(
		"$schema", fmt.Sprintf("%sexport/%d/schema.json", namespace, schemaVersion),
		"version", schemaVersion,
		"program", o.Program,
		"made", o.Made.UTC().Truncate(time.Second),
		"record", from.Schema,
		"learner", map[string]string{"role": from.Learner.Role, "jurisdiction": from.Learner.Jurisdiction},
	)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "{%s,\n\"facts\":[", plainjson.Escape(head)); err != nil {
		return err
	}
	comma := "\n"
	err = inOrder(from, func(fact progress.Fact) ([]byte, error) { return factJSON(from, fact) }, func(text []byte) error {
		_, err := fmt.Fprintf(w, "%s{%s}", comma, text)
		comma = ",\n"
		return err
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "\n]}\n")
	return err
}

// factJSON is the inside of a fact's object.
func factJSON(from *progress.Reading, fact progress.Fact) ([]byte, error) {
	members := []any{"fact", fact.Table()}
	for _, f := range progress.Fields(fact) {
		members = append(members, f.Name, recorded(fact, f))
	}
	if derived := derivedOf(from, fact); derived != nil {
		members = append(members, "derived", derived)
	}
	text, err := pairs(members...)
	return plainjson.Escape(text), err
}

// recorded is a field's value as the document has it: null where it is a time that can't be.
func recorded(fact progress.Fact, f progress.Field) any {
	attended, _ := fact.(progress.Attended)
	seconds, _ := f.Value.(int64)
	if f.Name == "seconds" && !progress.PossibleTime(int(seconds)) || f.Name == "minutes" && !attended.Possible() {
		return nil
	}
	return jsonValue(f.Value)
}

// jsonValue is a field's value as JSON can have it.
func jsonValue(value any) any {
	switch v := value.(type) {
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) { // only a record edited by hand has them
			return nil
		}
	case time.Time:
		if moment(v).IsZero() {
			return nil
		}
	case []string:
		if v == nil {
			return []string{}
		}
	}
	return value
}

// moment is a time that every form can write. It is zero for a time outside the years of four digits, which only a record edited
// by hand has.
func moment(at time.Time) time.Time {
	if year := at.UTC().Year(); year < 1 || year > 9999 {
		return time.Time{}
	}
	return at
}

// derived is what follows from several facts, and stands in none of them.
type derived struct {
	Counts      *bool    `json:"counts,omitempty"`
	Undone      *bool    `json:"undone,omitempty"`
	AboveChance *float64 `json:"above_chance,omitempty"`
	LeftBlank   bool     `json:"left_blank,omitempty"`
	Replaced    *bool    `json:"replaced,omitempty"`
}

func derivedOf(from *progress.Reading, fact progress.Fact) *derived {
	switch f := fact.(type) {
	case progress.Answer:
		d := &derived{Counts: new(from.Counts(f)), Undone: new(from.Undone(f)), LeftBlank: f.Blank()}
		if share, ok := aboveChance(f); ok {
			d.AboveChance = &share
		}
		return d
	case progress.Reflection:
		return &derived{Replaced: new(from.Replaced(f))}
	}
	return nil
}

// pairs writes names and values as the members of an object, in the order given.
func pairs(members ...any) ([]byte, error) {
	var text []byte
	for i := 0; i < len(members); i += 2 {
		value, err := json.Marshal(members[i+1])
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", members[i], err)
		}
		if i > 0 {
			text = append(text, ',')
		}
		text = append(strconv.AppendQuote(text, members[i].(string)), ':')
		text = append(text, value...)
	}
	return text, nil
}
