// What is said of text from outside that is refused: every place of every file, one at a time, with the text as it stands and as TOML escapes it.

package command

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance/text"
	"probity/guidance/text/texttest"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/screen/screentest"
)

// says runs a line where nothing is asked, and judges what it puts out.
func says(t *testing.T, line []string, library func() (*pack.Pack, error)) (faults []string) {
	t.Helper()
	var out, wrong bytes.Buffer
	Run(System{
		Args: line, In: strings.NewReader(""), Out: &out, Err: &wrong, Library: library, Now: func() time.Time { return screentest.Started },
		Getenv: func(name string) string { return map[string]string{"PROBITY_DATA": "data"}[name] },
	})
	return texttest.Shape{}.Judge(texttest.Lines, append(out.Bytes(), wrong.Bytes()...))
}

// spoiling are the files that something is read of, by the lines that read them. IN stands for a folder of packs.
func spoiling(t *testing.T) map[string]map[string][]byte {
	t.Helper()
	packs := map[string][]byte{}
	for name, file := range scenariostest.Outside(t) {
		packs["pack/"+name] = file.Data
	}
	record, err := os.ReadFile(filepath.Join(screentest.Recorded(t, screentest.Practised("s")...), "progress.toml"))
	if err != nil {
		t.Fatal(err)
	}
	plan := []byte("schema = 1\ntitle = \"Monday\"\naudience = \"All\"\njurisdiction = \"uk\"\nminutes = 15\nopening = \"Hello\"\nclosing = \"Bye\"\n[[item]]\nsituation = \"a-thread\"\nminutes = 7\n")
	return map[string]map[string][]byte{
		"pack show pack": packs, "guidance sources --pack pack": packs, "progress": {"data/progress.toml": record}, "data import other.toml": {"other.toml": record},
		"induction check plan.toml": {"plan.toml": plan}, "handout --plan plan.toml --format md --paper answer-sheet -o -": {"plan.toml": plan},
	}
}

// part is which of the places a shift takes: one of so many.
const part = 8

// TestWhatIsRefusedIsSaidInertly is fault 15 and 16 for the errors: every text of every file alone.
func TestWhatIsRefusedIsSaidInertly(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine reads everything")
	}
	library, err := pack.Load(os.DirFS(filepath.Join(module, "scenarios/pack/testdata/small")), nil)
	if err != nil {
		t.Fatal(err)
	}
	base := func() (*pack.Pack, error) { return library, nil }
	all, tried, payloads := spoiling(t), 0, texttest.Payloads()
	t.Chdir(t.TempDir())
	for _, shift := range texttest.Shifts(t) {
		for line, files := range all {
			for name, file := range files {
				put(t, name, file)
			}
			n := 0
			for _, name := range slices.Sorted(maps.Keys(files)) {
				file := files[name]
				_, places := texttest.FillTOML(file, texttest.Plain())
				for i, place := range places {
					if n++; (n+shift)%part != 0 {
						continue
					}
					p := payloads[(n/part+shift)%len(payloads)]
					put(t, name, spoiltAt(file, i, p.Text))
					tried++
					for _, fault := range says(t, strings.Fields(line), base) {
						t.Errorf("probity %s, with %s in %s of %s: %s", line, p.Name, place, name, fault)
					}
				}
				put(t, name, file)
			}
		}
	}
	t.Logf("%d texts alone", tried)
}

// spoiltAt is a file with a text at one of its places: as TOML escapes it, or as it stands where that is more of a danger.
func spoiltAt(file []byte, place int, payload string) []byte {
	at := text.TOMLStrings(file)
	n := -1
	filled, _ := texttest.FillTOML(file, func(_, was string) string {
		if n++; n == place {
			return payload
		}
		return was
	})
	if (place+len(payload))%3 > 0 || place >= len(at) {
		return filled
	}
	quoted := fmt.Appendf(nil, "\"%s\"", payload)
	return slices.Concat(file[:at[place].From], quoted, file[at[place].To:])
}

func put(t *testing.T, name string, file []byte) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o700)
	if err == nil {
		err = os.WriteFile(name, file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
