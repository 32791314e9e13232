package owncopy

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write fingerprints and signatures into testdata")

// TestRenew takes the marks out of each source's file and makes them anew: the file must come back byte for byte.
func TestRenew(t *testing.T) {
	made := regexp.MustCompile(`(?m)^(fingerprint|signature) = .*\n`)
	for _, s := range specimens(t) {
		t.Run(s.source.ID, func(t *testing.T) {
			d := mustParse(t, "original.txt", s.text)
			bare := made.ReplaceAll(s.file, nil)
			got, taken, err := Renew(bare, source(t, bare), d)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile(filepath.Join("testdata", s.source.ID+".toml"), got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(s.file), string(got)); diff != "" {
				t.Errorf("the file differs (run with -update after a change that means it):\n%s", diff)
			}
			if again, _, err := Renew(got, s.source, d); err != nil || !bytes.Equal(again, got) {
				t.Errorf("a second time is not like the first: %v", err)
			}
			checkTaken(t, s, taken)
		})
	}
}

// checkTaken compares the paragraphs that were taken with how the originals begin and end, as a reader would.
func checkTaken(t *testing.T, s specimen, taken []Paragraph) {
	t.Helper()
	begins := map[string]string{
		"boards-2031/scope": "A notice board is … only visit it.", "boards-2031/judgement-1": "Nobody expects … leaving it there.",
		"boards-2031/judgement-2": "Nobody expects … leaving it there.", "boards-2031/order-1": "What hangs … beneath the poster.",
		"boards-2031/order-2": "Put a date … who runs it.", "boards-2031/order-3": "Put a date … who runs it.",
		"boards-2031/order-4": "Bear in mind … office in writing.", "boards-2031/names-1": "You must not pin … or a visitor.",
		"boards-2031/names-2": "Before you name … who is meant.", "boards-2031/raffles": "Where a raffle … In particular:",
		"boards-2019/1-41": "You must treat … with patience.", "boards-2019/1-58": "When you write … whole parish.",
		"boards-2019/1-58-wider": "When you write … whole parish.", "boards-2019/2": "In this leafet, … to your door.",
		"boards-2019/3": "A board describes … fridge doors.", "boards-2019/4": "You must also … the top row.",
		"boards-2019/5": "Boards have blurred … following reasons.", "boards-2019/5a": "Glass doors … lock you ft.",
		"boards-2019/5b": "Passers-by, your … from the street.", "boards-2019/5c": "Once a sheet … diffcult to recall.",
		"boards-2019/6a": "telling people … local choirs", "boards-2019/6b": "building friendships … and villages",
		"boards-2019/6c": "helping newcomers … right door.", "boards-2019/7": "A crowded board … the next.4",
		"boards-2019/8": "If a visitor … reception desk.", "boards-2019/9": "When you display … or given.6",
		"parish-2031/fame": "More and more … at last.", "parish-2031/porch": "Can a receptionist … own porch.",
		"parish-2031/ask-1": "Would I read … bus queue?", "parish-2031/ask-2": "Could this drawing … a child?",
		"parish-2031/ask-3": "Am I about … needs more?", "parish-2031/ask-4": "Does the surgery … about this?",
		"parish-2031/code-1": "The code holds … owner to settle.", "parish-2031/code-2": "It adds that … wrong turning.",
		"parish-2031/code-3": "It adds that … wrong turning.", "parish-2031/price": "Leaving a rude … the bishop).",
		"parish-2031/hammer": "The league would … or by night.", "parish-2031/help": "The league is … it goes up.",
	}
	if len(taken) != len(s.source.Clauses) {
		t.Errorf("%d paragraphs for %d clauses", len(taken), len(s.source.Clauses))
	}
	for _, p := range taken {
		first, last, _ := strings.Cut(begins[p.Clause], " … ")
		if first == "" || !strings.HasPrefix(p.Text, first) || !strings.HasSuffix(p.Text, last) {
			t.Errorf("%s is taken to be %q", p.Clause, p.Text)
		}
	}
}

func TestRenewNamesWhatIsNotInTheDocument(t *testing.T) {
	all := specimens(t)
	d := mustParse(t, "original.txt", strings.Replace(all[1].text, "4 You must also follow our leafet on ladders,2 \nwhich tells you how to reach the top row.", "", 1))
	_, _, err := Renew(all[1].file, all[1].source, d)
	if err == nil || !strings.Contains(err.Error(), "boards-2019/4 (paragraph 4)") || strings.Contains(err.Error(), "boards-2019/3") {
		t.Errorf("the error is %v", err)
	}
}

func TestChoose(t *testing.T) {
	all := specimens(t)
	var documents []*Document
	for _, s := range all {
		documents = append(documents, mustParse(t, s.source.ID, s.text))
	}
	for i, s := range all {
		if got := Choose(s.source, documents); got != documents[i] {
			t.Errorf("%s is taken to be written from %v", s.source.ID, got)
		}
	}
	if got := Choose(all[0].source, documents[1:]); got != nil {
		t.Errorf("a source whose document is missing is taken to be written from %s", got.Name)
	}
}

// TestRewrite holds the places in a file that a simpler search would take for a clause or its end.
func TestRewrite(t *testing.T) {
	file := `[[clause]]
id = "s/1"
text = """
[[clause]]
id = "s/2"
fingerprint = "not ours"
"""
fingerprint = "old"
today = [
  "s/2",
  # both
  "s/3",
]

# about the next
[[clause]]
id = "s/2"
text = '''one line'''
`
	want := strings.Replace(file, "fingerprint = \"old\"\n", "", 1)
	want = strings.Replace(want, "]\n\n# about", "]\nfingerprint = \"1\"\n\n# about", 1) + "fingerprint = \"2\"\n"
	got := rewrite([]byte(file), map[string]string{"s/1": "fingerprint = \"1\"\n", "s/2": "fingerprint = \"2\"\n"})
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	if got := rewrite([]byte(file), nil); strings.Contains(string(got), "old") {
		t.Error("a mark that was not made anew stays")
	}
}
