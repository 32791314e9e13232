package pack

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"probity/guidance/fuzztest"
)

// TestTheBuiltInLibraryHasNoMistakes is where an author learns what is wrong with the library: file, line, situation,
// field, and what to do.
func TestTheBuiltInLibraryHasNoMistakes(t *testing.T) {
	p, err := builtin(false)
	if err != nil {
		t.Fatalf("the built-in library has mistakes:\n%v", err)
	}
	if atStart, err := Builtin(); err != nil || !reflect.DeepEqual(atStart, p) {
		t.Errorf("at a start, when no mistake is looked for, it is read as something else; error %v", err)
	}
	clauses := 0
	for _, s := range p.Guidance.Sources() {
		clauses += len(s.Clauses)
	}
	if len(p.Guidance.Sources()) != 5 || clauses != 137 {
		t.Errorf("%d sources with %d clauses, want 5 with 137", len(p.Guidance.Sources()), clauses)
	}
	if len(p.Bank.Topics()) != 12 {
		t.Errorf("%d topics, want 12", len(p.Bank.Topics()))
	}
	for _, topic := range p.Bank.Topics() {
		if n := len(p.Bank.Offered("uk", topic.ID)); n < 2 {
			t.Errorf("topic %s has %d situations for the UK, want two or more", topic.ID, n)
		}
	}
}

// small is the pack in testdata, with edits: file → text to find, text to put there. An empty find puts a whole file.
func small(t testing.TB, edits ...[3]string) fs.FS {
	t.Helper()
	return edited(t, "testdata/small", edits...)
}

// edited is the pack in a folder, with edits.
func edited(t testing.TB, folder string, edits ...[3]string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		out[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		name, find, put := e[0], e[1], e[2]
		if find == "" {
			out[name] = &fstest.MapFile{Data: []byte(put)}
			continue
		}
		text := string(out[name].Data)
		if !strings.Contains(text, find) {
			t.Fatalf("%s does not hold %q", name, find)
		}
		out[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, find, put, 1))}
	}
	return out
}

func TestASmallPackLoads(t *testing.T) {
	p, err := Load(small(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Bank.All()) != 6 || p.ID != "small" {
		t.Errorf("%d situations in %q", len(p.Bank.All()), p.ID)
	}
	s, _ := p.Bank.Situation("a-thread")
	if s.Topic != "honesty" || s.Revision != 2 || len(s.Options) != 8 || s.Options[7].Why == "" {
		t.Errorf("a-thread is %+v", s)
	}
}

const request = "scenarios/boundaries/a-request.toml"

// TestMistakes is a mistake a row: the edit that makes it, and what an author is told.
func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		name string
		edit [3]string
		want string
	}{
		{"missing key", [3]string{request, `key = ["b"]`, ``}, "a-request.toml: a-request: key: is missing"},
		{"two keys for best", [3]string{request, `key = ["b"]`, `key = ["b", "c"]`}, "a-request.toml:16: a-request: key: names 2 options"},
		{"a key that is no option", [3]string{request, `key = ["b"]`, `key = ["x"]`}, "a-request.toml:16: a-request: key: names \"x\""},
		{"wrong number for choose", [3]string{"scenarios/honesty/a-thread.toml", `key = ["a", "c", "h"]`, `key = ["a"]`}, "a-thread.toml:16: a-thread: key: names 1 options"},
		{"a gap in a ranking", [3]string{"scenarios/boundaries/an-order.toml", `"d", "a", "c"`, `"d", "c"`}, "an-order.toml:16: an-order: key: names 4 options"},
		{"a situation twice", [3]string{"scenarios/honesty/a-request.toml", "", situationText("a-request", "named", "new/1")}, `honesty/a-request.toml:2: a-request: id: is used twice, also in scenarios/boundaries/a-request.toml`},
		{"unknown format", [3]string{request, `format = "best"`, `format = "guess"`}, `a-request.toml:5: a-request: format: "guess" is not a format`},
		{"unknown clause", [3]string{request, `cites = ["new/1"]`, `cites = ["new/99"]`}, `a-request.toml:42: a-request: option d, cites: "new/99" is not a clause`},
		{"superseded clause", [3]string{request, `cites = ["new/1"]`, `cites = ["old/1"]`}, `a-request.toml:42: a-request: option d, cites: "old/1" is superseded`},
		{"no citation", [3]string{request, `cites = ["new/1"]`, ``}, "a-request.toml:38: a-request: option d, cites: is missing or empty"},
		{"no rationale", [3]string{request, `why = "Nothing asks you to be absent."`, `why = " "`}, "a-request.toml:41: a-request: option d, why: is missing or empty"},
		{"two options of one id", [3]string{request, `id = "d"`, `id = "c"`}, `a-request: option 4, id: "c" is used twice`},
		{"a country without citations", [3]string{request, `jurisdictions = ["uk"]`, `jurisdictions = ["uk", "ie"]`}, "a-request.toml:9: a-request: jurisdictions: offers it in Ireland without citing"},
		{"no country", [3]string{request, `jurisdictions = ["uk"]`, `jurisdictions = []`}, "a-request: jurisdictions: names no country"},
		{"another country", [3]string{request, `jurisdictions = ["uk"]`, `jurisdictions = ["uk", "fr"]`}, `jurisdictions: "fr" is not a country`},
		{"level out of range", [3]string{request, `level = 1`, `level = 4`}, "a-request.toml:7: a-request: level: is 4"},
		{"another role", [3]string{request, `setting = "doctor"`, `setting = "nurse"`}, `setting: "nurse" is not a role`},
		{"unknown field", [3]string{request, `minutes = 1`, `minutes = 1` + "\nhint = \"b\""}, "a-request.toml:11: hint: is not a field that Probity knows"},
		{"a newer schema", [3]string{request, `schema = 1`, `schema = 3`}, "a-request.toml:1: a-request: schema: is 3"},
		{"id and file name differ", [3]string{request, `id = "a-request"`, `id = "another"`}, "id: differs from the file's name"},
		{"an id of other characters", [3]string{request, `id = "a-request"`, `id = "a-reque` + "\u200b" + `st"`}, "(U+200B) as character 8"},
		{"a bidirectional override", [3]string{request, `title = "A request`, `title = "A ` + "\u202e" + `request`}, "a-request.toml:6: title: has the invisible character U+202E as character 3"},
		{"a tag character", [3]string{request, `ask = "What`, `ask = "` + "\U000E0041" + `What`}, "ask: has the invisible character U+E0041"},
		{"the wrong folder", [3]string{request, `principle = "apart"`, `principle = "named"`}, `principle: belongs to the topic "honesty"`},
		{"unknown principle", [3]string{request, `principle = "apart"`, `principle = "none"`}, `principle: "none" is not in principles.toml`},
		{"not TOML", [3]string{request, `level = 1`, `level = = 1`}, "a-request.toml:7: "},
		{"not UTF-8", [3]string{request, `title = "A`, "title = \"\xff"}, "the file is not UTF-8 text: save it as UTF-8 (in Notepad: Save as, Encoding)"},
		{"NUL bytes", [3]string{request, `title = "A`, "title = \"\x00"}, "the file has NUL bytes in it: save it as UTF-8"},
		{"an unknown force", [3]string{"guidance/new.toml", `force = "must-not"`, `force = "never"`}, `new.toml:23: new/2: force: "never" is not a force`},
		{"a fingerprint written by hand", [3]string{"guidance/new.toml", `force = "must-not"`, `force = "must-not"` + "\nfingerprint = \"12ab\""}, "new.toml:24: new/2: fingerprint: is not forty hexadecimal digits"},
		{"a clause of another source", [3]string{"guidance/new.toml", `id = "new/2"`, `id = "old/2"`}, "does not name its source"},
		{"a clause twice", [3]string{"guidance/new.toml", `id = "new/2"`, `id = "new/1"`}, "new.toml:21: new/1: id: is used twice"},
		{"unknown topic of a clause", [3]string{"guidance/new.toml", `topic = "boundaries"`, `topic = "nowhere"`}, `topic: "nowhere" is not in topics.toml`},
		{"superseded without what changed", [3]string{"guidance/old.toml", `changed = "Now it is usual, and not for doctors alone."`, ``}, "old/1: changed: is missing"},
		{"today that is not present-day", [3]string{"guidance/old.toml", `today = ["new/1"]`, `today = ["old/1"]`}, `today: "old/1" is not a present-day clause`},
		{"unknown status", [3]string{"guidance/new.toml", `status = "in force"`, `status = "law"`}, `status: "law" is not a status`},
		{"a difference of nothing", [3]string{"guidance/differences.toml", `ie = ["irish/1"]`, `ie = ["irish/7"]`}, `"irish/7" is not a clause`},
		{"principle of no topic", [3]string{"scenarios/principles.toml", `topic = "boundaries"`, `topic = "x"`}, `principles.toml:3: apart: topic: "x" is not in topics.toml`},
		{"an option id that is no letter", [3]string{request, `id = "d"`, `id = "d=4"`}, `a-request.toml:39: d=4: id: has '='`},
		{"an override in a prompt", [3]string{request, `talk = ["Where`, `talk = ["` + "\u2066" + `Where`}, "talk: has the invisible character U+2066"},
		{"a tag that spells no flag", [3]string{request, `talk = ["Where`, `talk = ["` + "🏴\U000E0067" + `Where`}, "talk: has the invisible character U+E0067 as character 2"},
		{"an override in an option", [3]string{request, `text = "Ask`, `text = "` + "\u202d" + `Ask`}, "a-request.toml:34: text: has the invisible character U+202D"},
		{"an unknown field of an option", [3]string{request, `id = "c"`, `id = "c"` + "\nhint = 1"}, "a-request.toml:34: option.hint: is not a field"},
		{"a value of the wrong kind", [3]string{request, `level = 1`, `level = "one"`}, "a-request.toml:7: level: has a value of the wrong kind"},
		{"a date that is none", [3]string{"guidance/old.toml", `published = "2013"`, `published = "\u001b[2J"`}, "is not a year or a day"},
		{"a commentary on nothing", [3]string{"guidance/irish.toml", `reports = "The Guide"`, ``}, "irish: reports: is missing"},
		{"replaced by nothing", [3]string{"guidance/old.toml", `replaced_by = "new"`, `replaced_by = "newer"`}, `replaced_by: "newer" is not a source`},
		{"a source in a file of another name", [3]string{"guidance/other.toml", "", "schema = 1\n[source]\nid = \"else\"\n"}, "other.toml:3: else: id: differs from the file's name"},
		{"a topic twice", [3]string{"scenarios/topics.toml", `id = "honesty"`, `id = "boundaries"`}, "topics.toml:7: boundaries: id: is used twice"},
		{"a word of a topic without letters", topicWords(`["libel", "…"]`), `honesty: words: has "…", which has no letter and no digit`},
		{"a word of a topic that nobody types", topicWords(`["` + strings.Repeat("long ", 9) + `"]`), "honesty: words: has a word of 45 characters"},
		{"a word of a topic with other signs", topicWords(`["#ad"]`), `honesty: words: has "#ad", with other signs than letters and digits`},
		{"a word of a topic twice", topicWords(`["Libel", "libel"]`), `honesty: words: has "libel" twice in one list`},
		{"a newer pack", [3]string{"pack.toml", `schema = 1`, `schema = 2`}, "pack.toml:1: small: schema: is 2"},
		{"a situation too deep", [3]string{"scenarios/boundaries/deeper/x.toml", "", "schema = 1"}, "scenarios/boundaries/deeper/x.toml: is not read, because it is not where such files are looked for: put situations into scenarios/TOPIC/"},
		{"no manifest title", [3]string{"pack.toml", `title = "A small pack"`, ``}, "pack.toml: title: is missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := Load(small(t, c.edit), nil)
			var mistakes Mistakes
			if !errors.As(err, &mistakes) || p != nil {
				t.Fatalf("loaded, or failed otherwise: %v", err)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("the author is told:\n%v\nwithout:\n%s", err, c.want)
			}
			for _, m := range mistakes {
				if m.File == "" || m.Problem == "" || m.Mend == "" {
					t.Errorf("a mistake without file, problem or what to do: %+v", m)
				}
			}
		})
	}
}

// TestOneBrokenSourceIsOneMistake: citations into it can't be judged, so they are not.
// topicWords gives a topic of the small pack a list of words.
func topicWords(list string) [3]string {
	return [3]string{"scenarios/topics.toml", `id = "honesty"`, "id = \"honesty\"\nwords = [" + list + "]"}
}

func TestOneBrokenSourceIsOneMistake(t *testing.T) {
	_, err := Load(small(t, [3]string{"guidance/irish.toml", `status = "commentary"`, `status = = "commentary"`}), nil)
	var mistakes Mistakes
	if !errors.As(err, &mistakes) {
		t.Fatal(err)
	}
	for _, m := range mistakes {
		if strings.Contains(m.Problem, "is not a clause") && m.File != "guidance/differences.toml" {
			t.Errorf("a consequence is reported as a mistake: %v", m)
		}
	}
}

func TestEveryMistakeIsReportedAtOnce(t *testing.T) {
	_, err := Load(small(t,
		[3]string{request, `key = ["b"]`, `key = ["x"]`},
		[3]string{request, `level = 1`, `level = 9`},
		[3]string{"scenarios/honesty/a-name.toml", `cites = ["irish/1"]`, `cites = ["irish/9"]`},
		[3]string{"guidance/old.toml", `force = "should"`, `force = "ought"`},
	), nil)
	for _, want := range []string{"key: names", "level: is 9", `"irish/9"`, `"ought"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the report lacks %q:\n%v", want, err)
		}
	}
}

// TestEditorsMarksAreAccepted is fault 21, for every file of a pack.
func TestEditorsMarksAreAccepted(t *testing.T) {
	files := small(t).(fstest.MapFS)
	for _, f := range files {
		f.Data = []byte("\uFEFF" + strings.ReplaceAll(string(f.Data), "\n", "\r\n"))
	}
	p, err := Load(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, _ := p.Bank.Situation("a-request")
	c, _ := p.Guidance.Clause("new/1")
	if strings.Contains(s.Stem+c.Text, "\r") || len(p.Bank.All()) != 6 {
		t.Errorf("%d situations; carriage returns are left in %q or %q", len(p.Bank.All()), s.Stem, c.Text)
	}
}

// TestHostileFilesAreRefusedAtOnce is fault 17.
func TestHostileFilesAreRefusedAtOnce(t *testing.T) {
	for name, text := range map[string]string{
		"nested inline tables":       "x = " + strings.Repeat("{a=", 13000) + "1" + strings.Repeat("}", 13000),
		"a dotted key":               strings.Repeat("a.", 10000) + "a = 1",
		"a quoted dotted key":        strings.Repeat(`"a".`, 5000) + "a = 1",
		"a dotted table":             "[" + strings.Repeat("a.", 10000) + "a]",
		"a long bare key":            strings.Repeat("a", 20000) + " = 1",
		"ten megabytes of [":         strings.Repeat("[", 10<<20),
		"nested arrays":              "x = " + strings.Repeat("[", 20000),
		"an unclosed string":         `x = "` + strings.Repeat("a", 100000),
		"nesting behind five quotes": `x=["""a"""",` + strings.Repeat("{a=", 8000),
		"a long quoted key":          `"` + strings.Repeat("a", 100000) + `" = 1`,
		"many empty options":         strings.Repeat("[[option]]\n", 20000),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := soon(t, small(t, [3]string{request, "", text}))
			if err == nil {
				t.Error("accepted")
			}
		})
	}
}

// patience is many times what refusing any pack takes, on a machine that does much else.
const patience = 20 * time.Second

// soon is Load, which has to come back.
func soon(t *testing.T, files fs.FS) (*Pack, error) {
	t.Helper()
	type result struct {
		pack *Pack
		err  error
	}
	done := make(chan result, 1)
	go func() {
		p, err := Load(files, nil)
		done <- result{p, err}
	}()
	select {
	case r := <-done:
		return r.pack, r.err
	case <-time.After(patience):
		t.Fatalf("not read after %v", patience)
		return nil, nil
	}
}

// FuzzLoad throws bytes at the loader as one of a pack's files: it has to come back with a pack, or with mistakes that each name a file.
func FuzzLoad(f *testing.F) {
	files := small(f).(fstest.MapFS)
	names := slices.Sorted(maps.Keys(files))
	for n, name := range names {
		f.Add(uint(n), files[name].Data)
		f.Add(uint(n), bytes.ReplaceAll(files[name].Data, []byte(`"`), []byte(`\u001b[31m`)))
	}
	situation := uint(slices.Index(names, request))
	for _, name := range []string{families + "/" + followed, families + "/scenarios/names/four-ways.toml"} {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(situation, text)
	}
	f.Add(situation, []byte("x = "+strings.Repeat("[", 20)))
	for s := range fuzztest.Heavy() {
		f.Add(situation, []byte(s))
		f.Add(situation, bytes.Replace(files[request].Data, []byte(`stem = "`), []byte("stem = "+strconv.Quote(s)+"\nlead = \""), 1))
	}
	f.Fuzz(func(t *testing.T, which uint, text []byte) {
		fuzztest.Within(t, len(text), 1)
		files := maps.Clone(files)
		files[names[which%uint(len(names))]] = &fstest.MapFile{Data: text}
		p, err := soon(t, files)
		var mistakes Mistakes
		if (p == nil) == (err == nil) || err != nil && !errors.As(err, &mistakes) {
			t.Errorf("pack %v, error %v", p, err)
		}
		for _, m := range mistakes {
			if m.File == "" || m.Line < 0 || m.Problem == "" {
				t.Errorf("a mistake without a place: %+v", m)
			}
		}
	})
}

func BenchmarkBuiltin(b *testing.B) {
	for b.Loop() {
		if _, err := Builtin(); err != nil {
			b.Fatal(err)
		}
	}
}
