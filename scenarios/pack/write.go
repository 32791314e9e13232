package pack

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
)

// UnfinishedFolder is where a pack keeps situations that lack something yet. What is in it is counted, and not read.
const UnfinishedFolder = "unfinished"

// Draft is a pack that is made of what its authors have elsewhere. Its situations are told alone.
type Draft struct {
	ID            string
	Title         string
	Jurisdictions []guidance.Jurisdiction
	Topics        []scenarios.Topic
	Principles    []scenarios.Principle
	Situations    []*scenarios.Situation
	Unfinished    []Unfinished
}

// Unfinished is a situation that lacks something yet.
type Unfinished struct {
	*scenarios.Situation
	Lacks []string // what has to be mended, in lines
}

// Files are the draft as files of a pack, by their paths in its folder.
func (d Draft) Files() map[string][]byte {
	files := map[string][]byte{ManifestName: d.manifest()}
	var topics, principles table
	for _, t := range d.Topics {
		topics.line("\n[[topic]]")
		topics.text("id", t.ID)
		topics.text("title", t.Title)
		topics.text("covers", t.Covers)
	}
	for _, p := range d.Principles {
		principles.line("\n[[principle]]")
		principles.text("id", p.ID)
		principles.text("topic", p.Topic)
		principles.text("lesson", p.Lesson)
	}
	files["scenarios/"+topicsName], files["scenarios/"+principlesName] = bytes.TrimSpace(topics.Bytes()), bytes.TrimSpace(principles.Bytes())
	for _, s := range d.Situations {
		files[SituationFile(s)] = toldAloneText(s, nil)
	}
	for _, u := range d.Unfinished {
		files[UnfinishedFile(u.Situation)] = toldAloneText(u.Situation, u.Lacks)
	}
	return files
}

// SituationFile is the path of a situation in the folder of its pack.
func SituationFile(s *scenarios.Situation) string {
	return path.Join("scenarios", s.Topic, s.Family+".toml")
}

// UnfinishedFile is the path of a situation that is put aside.
func UnfinishedFile(s *scenarios.Situation) string {
	return path.Join(UnfinishedFolder, s.Topic, s.Family+".toml")
}

func (d Draft) manifest() []byte {
	var t table
	t.number("schema", schema)
	t.text("id", d.ID)
	t.text("title", d.Title)
	t.text("version", "0.1.0")
	t.list("authors", []string{})
	t.text("licence", "")
	t.list("jurisdictions", named(d.Jurisdictions))
	return t.Bytes()
}

func named(countries []guidance.Jurisdiction) []string {
	var out []string
	for _, j := range countries {
		out = append(out, string(j))
	}
	return out
}

// toldAloneText is the file of a situation that is told alone, with what it lacks above.
func toldAloneText(s *scenarios.Situation, lacks []string) []byte {
	var t table
	for _, l := range lacks {
		t.line("# To mend: " + text.Line(l))
	}
	if lacks != nil {
		t.line("# Then put the file into scenarios/" + s.Topic + "/.\n")
	}
	t.number("schema", toldAlone)
	t.text("id", s.ID)
	t.number("revision", s.Revision)
	t.text("principle", s.Principle)
	t.text("format", s.Format.Name())
	t.text("title", s.Title)
	t.number("level", s.Level)
	t.text("setting", string(s.Setting))
	t.list("jurisdictions", named(s.Jurisdictions))
	t.number("minutes", s.Minutes)
	t.long("stem", s.Stem)
	t.text("ask", s.Ask)
	t.list("key", s.Key)
	t.text("reflect", s.Reflect)
	t.list("talk", s.Talk)
	for _, o := range s.Options {
		t.line("\n[[option]]")
		t.text("id", o.ID)
		t.text("text", o.Text)
		t.text("why", o.Why)
		t.list("cites", slices.Concat(o.Stated, o.Cites))
	}
	return t.Bytes()
}

// table writes TOML as the library's own files have it: long texts as they read, everything else on one line.
type table struct{ bytes.Buffer }

func (t *table) line(s string) { t.WriteString(s + "\n") }

func (t *table) number(key string, n int) { fmt.Fprintf(t, "%s = %d\n", key, n) }

func (t *table) text(key, value string) { t.line(key + " = " + inTOML(value)) }

func (t *table) list(key string, values []string) {
	var all []string
	for _, v := range values {
		all = append(all, inTOML(v))
	}
	t.line(key + " = [" + strings.Join(all, ", ") + "]")
}

// long writes a text of several lines between three quotation marks.
func (t *table) long(key, value string) {
	t.line(key + " = \"\"\"\n" + strings.ReplaceAll(escaped(strings.TrimRight(value, "\n"), "\n\t"), `""`, `"\"`) + "\n\"\"\"")
}

// inTOML is a text on one line as a basic string of TOML.
func inTOML(s string) string {
	return `"` + strings.ReplaceAll(escaped(s, "\t"), `"`, `\"`) + `"`
}

// escaped is a text in which every control character but the plain ones is written as TOML writes it.
func escaped(s, plain string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case (r < ' ' || r == 0x7f) && !strings.ContainsRune(plain, r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
