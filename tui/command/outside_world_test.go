// A folder in which every text that comes from outside is somebody's who means harm: packs, records, sessions, lists of names, question banks,
// documents and what a learner filled in.

package command

import (
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"probity/guidance/owncopy"
	"probity/guidance/text/texttest"
	"probity/progress"
	certificates "probity/progress/certificate"
	"probity/progress/folder"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/screen/screentest"
)

// ties are the places of a pack that tie its parts together, or hold one of a few values. What stands there is tried in scenarios/pack, one
// place at a time: a loader refuses it. A lead is among them since no variant may repeat it: leads are tried on the screens.
var ties = []string{
	"lead",
	"id", "version", "jurisdictions", "principle", "format", "setting", "key", "topic.id", "principle.id", "principle.topic", "option.id", "option.cites", "variant.id",
	"variant.key", "variant.jurisdictions", "variant.option.id", "variant.option.cites", "source.id", "source.jurisdiction", "source.published", "source.status",
	"source.replaced_by", "source.applies_to", "source.short", "clause.id", "clause.force", "clause.topic", "clause.today", "clause.fingerprint", "clause.signature",
	"difference.topic", "difference.uk", "difference.ie", "topic.words", "objective.topics", "assessment.roles", "assessment.uk.roles", "assessment.ie.roles", "gone.id", "gone.principle",
}

// world is such a folder.
type world struct {
	dir     string
	give    texttest.Give
	places  []string // by the number of the text
	library *pack.Pack
}

// newWorld makes one, and goes into it.
func newWorld(t *testing.T, give texttest.Give) *world {
	t.Helper()
	w := &world{dir: t.TempDir()}
	t.Chdir(w.dir)
	w.give = func(place, was string) string {
		given := give(place, was)
		if strings.Contains(given, "zq") {
			w.places = append(w.places, place)
		}
		return given
	}
	library, err := pack.Load(w.packed(t, os.DirFS(filepath.Join(module, "scenarios/pack/testdata/small"))), nil)
	if err != nil {
		t.Fatalf("the library: %v", err)
	}
	library.Assessment.Formats = map[string]int{"best": 1, "choose": 1, "rank": 1, "rate": 1}
	w.library = library
	for dir, files := range map[string]fs.FS{"pack": w.packed(t, scenariostest.Outside(t)), "old": w.packed(t, scenariostest.Outside(t))} {
		if err := os.CopyFS(dir, files); err != nil {
			t.Fatal(err)
		}
	}
	w.record(t)
	w.session(t)
	w.files(t)
	return w
}

// module is where the module begins, however far tests go from here.
var module, _ = filepath.Abs("../..")

// packed is a pack with texts in all places but those that tie it together.
func (w *world) packed(t *testing.T, from fs.FS) fstest.MapFS {
	t.Helper()
	give, out := texttest.Give(w.give).Except(ties...).Loaded(), fstest.MapFS{}
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		file, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		filled, _ := texttest.FillTOML(file, give)
		out[name] = &fstest.MapFile{Data: filled, Mode: 0o600}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// record is a learner's, with the draft of a certificate.
func (w *world) record(t *testing.T) {
	t.Helper()
	if err := os.CopyFS("data", os.DirFS(screentest.Recorded(t, screentest.Outside(w.give)...))); err != nil {
		t.Fatal(err)
	}
	draft := certificates.Draft{For: "done", Own: screentest.Siobhan()}
	texttest.Fill(&draft.Own, w.give)
	file, err := draft.Encode()
	if err != nil {
		t.Fatal(err)
	}
	put(t, "data/drafts/certificate.toml", file)
}

// session is one that was led, with a plan that has its own texts.
func (w *world) session(t *testing.T) {
	t.Helper()
	at := screentest.Started.AddDate(0, 0, -2)
	began := induction.Began{
		ID: "20261120-090000-abcd", Title: w.give("Began.Title", ""), Audience: w.give("Began.Audience", ""), Jurisdiction: "uk", Minutes: 15, Plan: []string{"a-thread=7"},
		Opening: w.give("Began.Opening", ""), Closing: w.give("Began.Closing", ""), Room: 20, Library: w.give("Began.Library", ""), At: at,
	}
	count := induction.Counted{Situation: "a-thread", Revision: 2, Round: 1, Votes: []string{"a=8", "b=12"}, Room: 20, At: at.Add(2 * time.Minute)}
	facts := []induction.Fact{
		began, induction.Entered{Place: 1, Step: induction.Vote, At: at.Add(time.Minute)}, count,
		induction.Turned{To: "ended", At: at.Add(12 * time.Minute)},
	}
	file, err := folder.SessionText(began.ID, inOrder(facts))
	if err != nil {
		t.Fatal(err)
	}
	put(t, "session.toml", file)
	put(t, "data/sessions/"+began.ID+".toml", file)
	put(t, "plan.toml", fmt.Appendf(nil, "schema = 1\ntitle = %s\njurisdiction = \"uk\"\nminutes = 15\nopening = %s\nclosing = %s\n[[item]]\nsituation = \"a-thread\"\nminutes = 7\n",
		texttest.Quoted(w.tidy("plan.title")), texttest.Quoted(w.tidy("plan.opening")), texttest.Quoted(w.tidy("plan.closing"))))
	for i, kind := range induction.Kinds() {
		odd := reflect.New(reflect.TypeOf(kind))
		texttest.Whole(odd.Interface())
		texttest.Fill(odd.Interface(), w.give)
		file, err := folder.SessionText(began.ID, inOrder(append(slices.Clone(facts[:3]), odd.Elem().Interface().(induction.Fact), facts[3])))
		if err != nil {
			t.Fatal(err)
		}
		put(t, fmt.Sprintf("odd%d.toml", i), file)
	}
	for i := range 6 {
		facts := screentest.Practised(fmt.Sprint("handed-", i))
		dir := screentest.Recorded(t, append(facts, texttest.Each(facts[1], w.give)...)...)
		record, err := os.ReadFile(filepath.Join(dir, "progress.toml"))
		if err != nil {
			t.Fatal(err)
		}
		put(t, fmt.Sprintf("handed/%d.toml", i), record)
	}
}

// inOrder is the facts of a session as they stand in its file.
func inOrder(facts []induction.Fact) (all []induction.Fact) {
	for i, f := range facts {
		all = append(all, progress.Stamped(f, int64(i+1), screentest.Started).(induction.Fact))
	}
	return all
}

// tidy is what a document that is read as a pack may hold.
func (w *world) tidy(place string) string {
	return texttest.Give(w.give).Loaded()(place, "Words")
}

// files are those that somebody names: lists, question banks, documents.
func (w *world) files(t *testing.T) {
	t.Helper()
	name := func(place string) string { return w.give(place, "Ann Bell") }
	put(t, "names.txt", []byte(name("names.line")+"\nAnn Bell\n"))
	put(t, "names.csv", fmt.Appendf(nil, "Name,User Email,Duration\n%q,%q,60\nBen Coe,,55\n", name("names.cell"), name("names.mail")))
	put(t, "names.html", []byte("<table><tr><th>Name</th></tr><tr><td>"+html.EscapeString(name("names.html"))+"</td></tr><tr><td>"+name("names.tags")+"</td></tr></table>"))
	put(t, "names.rtf", []byte(`{\rtf1 Name\par `+name("names.rtf")+`\par Ann Bell\par}`))
	put(t, "names.md", []byte("- "+name("names.item")+"\n- Ann Bell\n"))
	put(t, "names.vcf", []byte("BEGIN:VCARD\nFN:"+name("names.card")+"\nEND:VCARD\n"))
	escaped := func(place string) string { return html.EscapeString(strings.ToValidUTF8(w.give(place, ""), "")) }
	answers := func(mark string) (out string) {
		for i, share := range []int{100, 0, 0, 0} {
			out += fmt.Sprintf("<answer fraction=\"%d\" format=\"html\"><text>%s</text><feedback format=\"%s\"><text>%s</text></feedback></answer>", share, escaped(fmt.Sprint("moodle.answer", i)), mark, escaped("moodle.feedback"))
		}
		return out
	}
	put(t, "bank.xml", fmt.Appendf(nil, "<quiz><question type=\"category\"><category><text>%s</text></category></question>"+
		"<question type=\"multichoice\"><name><text>%s</text></name><questiontext format=\"html\"><text>%s</text></questiontext><generalfeedback><text>%s</text></generalfeedback><single>true</single>%s<tags><tag><text>%s</text></tag></tags></question>"+
		"<question type=\"multichoice\"><name><text>%s</text></name><questiontext format=\"markdown\"><text>%s</text></questiontext><single>true</single>%s</question>"+
		"<question type=\"%s\"><name><text>%s</text></name><questiontext><text>x</text></questiontext></question></quiz>",
		escaped("moodle.category"), escaped("moodle.name"), escaped("moodle.text"), escaped("moodle.general"), answers("html"), escaped("moodle.tag"),
		escaped("moodle.name"), escaped("moodle.text"), answers("markdown"), escaped("moodle.type"), escaped("moodle.name")))
	plain := strings.NewReplacer("~", `\~`, "=", `\=`, "#", `\#`, "{", `\{`, "}", `\}`, ":", `\:`)
	gift := func(place string) string { return plain.Replace(w.give(place, "")) }
	put(t, "bank.gift.txt", fmt.Appendf(nil, "$CATEGORY: %s\n\n::%s:: %s {=%s #%s ~%s ~b ~c}\n\n%s\n", strings.ReplaceAll(w.give("gift.category", ""), "\n", " "), gift("gift.name"), gift("gift.text"), gift("gift.answer"),
		gift("gift.feedback"), gift("gift.wrong"), w.give("gift.raw", "")))
	put(t, "document.html", []byte("<html><head><title>The new guidance</title></head><body><h1>The new guidance</h1><p>1. You should usually say who you are. "+html.EscapeString(w.give("document.text", ""))+"</p><p>"+w.give("document.tags", "")+"</p></body></html>"))
	put(t, "document.txt", []byte("The new guidance\n\n1. You should usually say who you are. "+w.give("document.line", "")+"\n"))
	own := owncopy.Copy{Source: "new", File: w.give("Copy.File", ""), Imported: screentest.Started, Paragraphs: []owncopy.Paragraph{
		{Clause: "new/1", Match: owncopy.Reworded, Text: w.give("Paragraph.Text", ""), Seen: w.give("Paragraph.Seen", "")},
	}}
	file, err := own.Encode()
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join("data", folder.DocumentFolder, "new.toml"), file)
	put(t, "strange/pack.toml", []byte("schema = 1\nid = \"strange\"\ntitle = \"Strange\"\nversion = \"1\"\njurisdictions = [\"uk\"]\n"))
	for _, folder := range []string{"strange/", "strange/scenarios/names/", "strange/guidance/"} {
		called := strings.NewReplacer("/", "", "\x00", "", "\\", "").Replace(w.give("a file's name", "name"))
		put(t, folder+called[:min(len(called), 200)]+".toml", []byte("x = 1\n"))
	}
	put(t, "letter.json", fmt.Appendf(nil, "{\"certificate\": %q, \"signature\": %q}", w.give("json.text", ""), w.give("json.signature", "")))
	put(t, "letter.md", []byte(w.give("verify.text", "")))
}
