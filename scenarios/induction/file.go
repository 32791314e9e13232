// The plan's file: reading it with every mistake told at once, and writing one that a facilitator can edit.

package induction

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// schema is the version of the plan's format that this program reads and writes.
const schema = 1

// planFile is a plan as its file has it.
type planFile struct {
	Schema       int                   `toml:"schema"`
	Title        string                `toml:"title"`
	Audience     string                `toml:"audience,omitempty"`
	Jurisdiction guidance.Jurisdiction `toml:"jurisdiction"`
	Minutes      int                   `toml:"minutes"`
	Opening      string                `toml:"opening,omitempty"`
	Closing      string                `toml:"closing,omitempty"`
	Item         []itemFile            `toml:"item"`
}

type itemFile struct {
	Situation string `toml:"situation"`
	Minutes   int    `toml:"minutes"`
}

// likeAPlan is a line that plans have, and files of other programs and kinds have not.
var likeAPlan = text.Expression(`(?m)^\W*(?:schema|title|minutes)[ \t]*=|^[ \t]*\[\[item`)

// ReadPlan reads a plan's file and checks it against the situations there are. The name is what mistakes call the file.
// An error is a pack.Mistakes with everything that is wrong.
func ReadPlan(name string, text []byte, bank *scenarios.Bank) (Plan, error) {
	var raw planFile
	another := pack.Mistakes{{File: name, Problem: "is not the file of a plan", Mend: "name one that was saved as a plan, or that probity induction agenda wrote"}}
	if !likeAPlan().Match(bytes.ReplaceAll(text, []byte{0}, nil)) { // nor is it one in two bytes to the letter
		return Plan{}, another
	}
	d, ok := pack.ReadDocument(name, text, &raw)
	if !ok {
		return Plan{}, d.Err()
	}
	if raw.Title == "" && raw.Minutes == 0 && len(raw.Item) == 0 { // another file: a list of what it lacks would help nobody
		return Plan{}, another
	}
	if raw.Schema != schema {
		problem := fmt.Sprintf("is %d", raw.Schema)
		if raw.Schema == 0 {
			problem = "is missing or nought"
		}
		d.Note(pack.Place{Key: "schema"}, "", "schema", problem, fmt.Sprintf("this Probity reads schema = %d", schema))
	}
	p := Plan{
		Title: raw.Title, Audience: raw.Audience, Jurisdiction: raw.Jurisdiction, Minutes: raw.Minutes,
		Opening: strings.TrimSpace(raw.Opening), Closing: strings.TrimSpace(raw.Closing),
	}
	for _, i := range raw.Item {
		p.Items = append(p.Items, Item(i))
	}
	p = p.Settled(bank)
	p.check(bank, d.Note)
	if err := d.Err(); err != nil {
		return Plan{}, err
	}
	return p, nil
}

// Write is the plan as a file that ReadPlan takes.
func (p Plan) Write() ([]byte, error) {
	raw := planFile{
		Schema: schema, Title: p.Title, Audience: p.Audience, Jurisdiction: p.Jurisdiction, Minutes: p.Minutes,
		Opening: p.Opening, Closing: p.Closing,
	}
	for _, i := range p.Items {
		raw.Item = append(raw.Item, itemFile(i))
	}
	var out bytes.Buffer
	out.WriteString("# The plan of an induction session: minutes is the slot, and each item one situation with its share. A turn of a family comes right after it.\n")
	encoder := toml.NewEncoder(&out)
	encoder.Indent = ""
	if err := encoder.Encode(raw); err != nil {
		return nil, fmt.Errorf("writing the plan: %w", err)
	}
	return out.Bytes(), nil
}
