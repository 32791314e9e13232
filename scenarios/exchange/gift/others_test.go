package gift_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"probity/scenarios/exchange"
	"probity/scenarios/exchange/gift"
)

// What others read is read here too, and the other way round. The parser is gift-pegjs, from npm; examples are files that are fetched by
// hand, since their licences are others.
const (
	prefix   = "PROBITY_NPM"           // the folder that npm installed it in
	needed   = "PROBITY_NPM_NEEDED"    // set where no test may be skipped for want of it
	examples = "PROBITY_GIFT_EXAMPLES" // a folder with files in GIFT
)

// theirs is a question as gift-pegjs reads it.
type theirs struct {
	Type, Title, ID string
	Tags            []string
	Stem            formatted
	Choices         json.RawMessage
	IsTrue          bool
	First           *formatted `json:"trueFeedback"`  // it is the first of the two, which Moodle gives to whoever is wrong
	Second          *formatted `json:"falseFeedback"` // the other
	MatchPairs      []struct {
		Subquestion formatted
		Subanswer   string
	}
	GlobalFeedback *formatted
}

type choice struct {
	IsCorrect bool
	Weight    *float64
	Text      formatted
	Feedback  *formatted
}

type formatted struct{ Format, Text string }

// reading is what it makes of one file.
type reading struct {
	Error     string
	Questions []theirs
}

const script = `
const gift = require(process.argv[1]);
const files = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(files.map(f => {
	try { return {questions: gift.parse(f)}; } catch (e) { return {error: String(e.message) + ' ' + JSON.stringify(e.location)}; }
})));`

// parsed has gift-pegjs read files.
func parsed(t *testing.T, files []string) []reading {
	t.Helper()
	folder := filepath.Join(os.Getenv(prefix), "node_modules", "gift-pegjs")
	if _, err := os.Stat(folder); os.Getenv(prefix) == "" || err != nil {
		if os.Getenv(needed) != "" {
			t.Fatalf("no gift-pegjs in %s: %v", prefix, err)
		}
		t.Skip("no gift-pegjs")
	}
	in, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	node := exec.CommandContext(t.Context(), "node", "-e", script, folder)
	node.Stdin, node.Stderr = bytes.NewReader(in), &said
	out, err := node.Output()
	if err != nil {
		t.Fatalf("node: %v\n%s", err, said.String())
	}
	var readings []reading
	if err := json.Unmarshal(out, &readings); err != nil {
		t.Fatal(err)
	}
	return readings
}

// placeholders are what gift-pegjs 1.0 leaves of escaped signs in what something is matched with.
var placeholders = strings.NewReplacer("&&092;", `\`, "&&058;", ":", "&&035;", "#", "&&061;", "=", "&&123;", "{", "&&125;", "}", "&&126;", "~")

// plain is a text without what its format makes of it: blanks and lines, and the backslashes of Markdown.
func plain(s string) string {
	return strings.Join(strings.Fields(backslashed.ReplaceAllString(s, "$1")), " ")
}

var backslashed = regexp.MustCompile(`\\([!-/:-@\[-\x60{-~])`)

func told(f *formatted) string {
	if f == nil {
		return ""
	}
	return plain(f.Text)
}

// asRead is a question in lines, as gift-pegjs reads it.
func (q theirs) asRead(t *testing.T) (lines []string) {
	t.Helper()
	lines = append(lines, fmt.Sprintf("%s %q %q all %q", q.Type, plain(q.Title), told(&q.Stem), told(q.GlobalFeedback)))
	switch q.Type {
	case "TF":
		lines = append(lines, fmt.Sprintf("%v right %q wrong %q", q.IsTrue, told(q.Second), told(q.First)))
	case "MC":
		var choices []choice
		if err := json.Unmarshal(q.Choices, &choices); err != nil {
			t.Fatal(err)
		}
		for _, c := range choices {
			weight := 0.
			if c.IsCorrect {
				weight = 100
			}
			if c.Weight != nil {
				weight = *c.Weight
			}
			lines = append(lines, fmt.Sprintf("%.4f %q %q", weight, told(&c.Text), told(c.Feedback)))
		}
	case "Matching":
		for _, p := range q.MatchPairs {
			lines = append(lines, fmt.Sprintf("%q %q", told(&p.Subquestion), plain(placeholders.Replace(p.Subanswer))))
		}
	}
	return lines
}

// asWritten is a question in the same lines.
func asWritten(q exchange.Question) (lines []string) {
	kind := map[exchange.Kind]string{exchange.OneOf: "MC", exchange.SeveralOf: "MC", exchange.TrueFalse: "TF", exchange.Matching: "Matching", exchange.Open: "Essay"}[q.Kind]
	lines = append(lines, fmt.Sprintf("%s %q %q all %q", kind, plain(q.Name), plain(q.Text), plain(q.Feedback)))
	for i, a := range q.Answers {
		switch q.Kind {
		case exchange.TrueFalse:
			if a.Share == 1 {
				lines = append(lines, fmt.Sprintf("%v right %q wrong %q", i == 0, plain(a.Feedback), plain(q.Answers[1-i].Feedback)))
			}
		case exchange.Matching:
			lines = append(lines, fmt.Sprintf("%q %q", plain(a.Text), plain(a.Match)))
		default:
			lines = append(lines, fmt.Sprintf("%.4f %q %q", 100*a.Share, plain(a.Text), plain(a.Feedback)))
		}
	}
	return lines
}

// TestOthersReadWhatIsWritten: gift-pegjs finds the same questions, answers, weights and feedback in it.
func TestOthersReadWhatIsWritten(t *testing.T) {
	var banked [][]exchange.Question
	var files []string
	for seed := range 400 {
		questions := banks().Example(seed)
		file, _ := gift.Write(questions)
		banked, files = append(banked, questions), append(files, string(file))
	}
	for i, r := range parsed(t, files) {
		if r.Error != "" {
			t.Errorf("%s\n%s", r.Error, files[i])
			continue
		}
		var got, want []string
		for _, q := range r.Questions {
			if q.Type != "Category" {
				got = append(got, q.asRead(t)...)
			}
		}
		for _, q := range banked[i] {
			want = append(want, asWritten(q)...)
		}
		same(t, files[i], got, want)
	}
}

// TestExamplesOfOthers: files that others wrote are read as gift-pegjs reads them. Where the two differ, the differences are shown
// and judged by hand: it refuses what Moodle takes, such as a colon in a text.
func TestExamplesOfOthers(t *testing.T) {
	folder := os.Getenv(examples)
	if folder == "" {
		t.Skip("no folder with examples")
	}
	var names, passages []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		file, err := os.ReadFile(path)
		for i, p := range regexp.MustCompile(`\n[ \t]*(?:\n[ \t]*)+`).Split(strings.ReplaceAll(string(file), "\r\n", "\n"), -1) {
			names, passages = append(names, fmt.Sprintf("%s, %d", filepath.Base(path), i+1)), append(passages, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for i, r := range parsed(t, passages) {
		questions, lost, err := gift.Read([]byte(passages[i]))
		verdict, seen := compared(t, questions, r)
		count[verdict]++
		switch verdict {
		case "both, the same", "neither":
		case "both, with other words":
			t.Logf("%s:%s", names[i], seen)
		default:
			t.Errorf("%s: %s %s\n%s\nlost: %+v %v %s", names[i], verdict, seen, passages[i], lost, err, r.Error)
		}
	}
	t.Log(count)
}

// compared says who keeps a passage's question, and what differs.
func compared(t *testing.T, ours []exchange.Question, r reading) (verdict, seen string) {
	t.Helper()
	var others []theirs
	for _, q := range r.Questions {
		if strings.Contains("MC TF Matching Essay", q.Type) {
			others = append(others, q)
		}
	}
	switch {
	case len(ours) == 0 && len(others) == 0:
		return "neither", ""
	case len(others) == 0:
		return "ours alone", ""
	case len(ours) == 0:
		return "theirs alone", fmt.Sprint(others[0].asRead(t))
	}
	a, b := asWritten(ours[0]), others[0].asRead(t)
	if fmt.Sprint(a) == fmt.Sprint(b) && len(ours) == len(others) {
		return "both, the same", ""
	}
	if len(a) == len(b) {
		return "both, with other words", fmt.Sprintf("\n%q\n%q", a, b)
	}
	return "both, otherwise", fmt.Sprintf("\n%q\n%q", a, b)
}
