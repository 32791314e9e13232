package pack

import (
	"fmt"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"probity/guidance"
	"probity/guidance/text"
)

// sourceFile is a source with its clauses as its file has it.
type sourceFile struct {
	Schema int
	Source struct {
		ID           string
		Title        string
		Publisher    string
		Short        string
		Reference    string
		Jurisdiction guidance.Jurisdiction
		InForce      time.Time `toml:"in_force"`
		Published    string
		Superseded   time.Time
		Status       guidance.Status
		ReplacedBy   string `toml:"replaced_by"`
		Reports      string
		AppliesTo    []guidance.Role `toml:"applies_to"`
		Note         string
		URL          string
		Checked      time.Time
	}
	Clause []clauseFile
}

type clauseFile struct {
	ID          string
	Locator     string
	Force       guidance.Force
	Topic       string
	Text        string
	Today       []string
	Changed     string
	Fingerprint string
	Signature   string
}

// readSource reads one source with its clauses; nil when the file cannot be decoded.
func readSource(in tree, name string) (*guidance.Source, *file) {
	var raw sourceFile
	f, md, ok := open(in, name, &raw)
	if !ok {
		return nil, f
	}
	f.required(md, position{table: "source"}, raw.Source.ID, "applies_to", "checked")
	head, at := raw.Source, position{table: "source"}
	f.present(at, head.ID, field{"id", head.ID}, field{"title", head.Title}, field{"publisher", head.Publisher})
	checkSource(f, raw, at)
	s := &guidance.Source{
		ID: head.ID, Title: head.Title, Publisher: head.Publisher, Short: head.Short, Reference: head.Reference, Jurisdiction: head.Jurisdiction,
		InForce: head.InForce, Published: head.Published, Superseded: head.Superseded, Status: head.Status,
		ReplacedBy: head.ReplacedBy, Reports: head.Reports, AppliesTo: head.AppliesTo, Note: head.Note, URL: head.URL, Checked: head.Checked,
	}
	for i, c := range raw.Clause {
		checkClause(f, raw, i)
		s.Clauses = append(s.Clauses, &guidance.Clause{
			ID: c.ID, Locator: c.Locator, Force: c.Force, Topic: c.Topic, Text: c.Text, Today: c.Today, Changed: c.Changed,
			Fingerprint: c.Fingerprint, Signature: c.Signature,
		})
	}
	return s, f
}

func checkSource(f *file, raw sourceFile, at position) {
	s := raw.Source
	if raw.Schema != schema {
		f.note(position{key: "schema"}, s.ID, "schema", fmt.Sprintf("is %d", raw.Schema), fmt.Sprintf("this Probity reads schema = %d", schema))
	}
	if s.ID != "" {
		f.goodID(at, s.ID)
	}
	if !s.Jurisdiction.Known() {
		f.note(at.at("jurisdiction"), s.ID, "jurisdiction", fmt.Sprintf("%q is not a country Probity teaches", s.Jurisdiction), `use "uk" or "ie"`)
	}
	if !s.Status.Known() {
		f.note(at.at("status"), s.ID, "status", fmt.Sprintf("%q is not a status", s.Status), "use in force, superseded, advice or commentary")
	}
	if s.InForce.IsZero() && s.Published == "" {
		f.note(at, s.ID, "in_force", "is missing, and so is published", "give the date from which it applies, or the day or year it was published")
	}
	for _, r := range s.AppliesTo {
		if !r.Known() {
			f.note(at.at("applies_to"), s.ID, "applies_to", fmt.Sprintf("%q is not a role", r), "use doctor, physician-associate, anaesthesia-associate, student or other")
		}
	}
	if slug().MatchString(s.ID) && fileOf(s.ID) != path.Base(f.name) {
		f.note(at.at("id"), s.ID, "id", "differs from the file's name", "name the file "+s.ID+".toml, or change the id")
	}
	if n := utf8.RuneCountInString(s.Short); n > longestShort {
		f.note(at.at("short"), s.ID, "short", fmt.Sprintf("has %d characters", n), fmt.Sprintf("keep to %d, as in \"GMC\", or leave it out", longestShort))
	}
	if s.Published != "" && !published().MatchString(s.Published) {
		f.note(at.at("published"), s.ID, "published", fmt.Sprintf("%q is not a year or a day", s.Published), `write it as "2024" or "2024-04-21"`)
	}
	if s.Status == guidance.Commentary && s.Reports == "" {
		f.note(at.at("reports"), s.ID, "reports", "is missing", "name the document that the commentary reports")
	}
	if s.Status == guidance.Superseded && s.ReplacedBy == "" {
		f.note(at.at("replaced_by"), s.ID, "replaced_by", "is missing", "name the source that replaced it")
	}
}

// longestShort is how many characters a publisher's short name may have: it stands in a line beside the document and the place in it.
const longestShort = 24

// published is a year, a month or a day.
var published = text.Expression(`^\d{4}(-\d{2}){0,2}$`)

// made is a fingerprint or signature.
var made = text.Expression(`^[0-9a-f]{40}$`)

func checkClause(f *file, raw sourceFile, i int) {
	c, at := raw.Clause[i], position{"clause", i, ""}
	f.present(at, c.ID, field{"locator", c.Locator}, field{"text", c.Text})
	if tail, ok := strings.CutPrefix(c.ID, raw.Source.ID+"/"); raw.Source.ID != "" && (!ok || !slug().MatchString(tail)) {
		f.note(at.at("id"), c.ID, "id", "does not name its source and a place in it", "write it as "+raw.Source.ID+"/place, in lower-case letters, digits and hyphens")
	}
	if !c.Force.Known() {
		f.note(at.at("force"), c.ID, "force", fmt.Sprintf("%q is not a force", c.Force), "use must, must-not, should, should-not, should-usually, consider, aware, principle or scope")
	}
	for _, mark := range []field{{"fingerprint", c.Fingerprint}, {"signature", c.Signature}} {
		if mark.value != "" && !made().MatchString(mark.value) {
			f.note(at.at(mark.name), c.ID, mark.name, "is not forty hexadecimal digits", "leave it to the command that makes it")
		}
	}
	if raw.Source.Status == guidance.Superseded && strings.TrimSpace(c.Changed) == "" {
		f.note(at, c.ID, "changed", "is missing", "say in one sentence what is different now")
	}
}

// differencesFile is the file that says where the UK and Ireland part ways.
type differencesFile struct {
	Schema     int
	Difference []struct {
		Topic string
		Title string
		UK    []string `toml:"uk"`
		IE    []string `toml:"ie"`
		Says  string
	}
}

func readDifferences(in tree, name string) ([]*guidance.Difference, *file) {
	var raw differencesFile
	f, _, ok := open(in, name, &raw)
	if !ok {
		return nil, f
	}
	var out []*guidance.Difference
	for i, d := range raw.Difference {
		f.present(position{"difference", i, ""}, d.Title, field{"topic", d.Topic}, field{"title", d.Title}, field{"says", d.Says})
		out = append(out, &guidance.Difference{Topic: d.Topic, Title: d.Title, UK: d.UK, IE: d.IE, Says: d.Says})
	}
	return out, f
}
