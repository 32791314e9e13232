// Text from outside on every way out that the command line has: what is printed, what is put in files, and what is said of errors. The list of
// the ways is held to the tree of commands and to the forms that their help names.

package command

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/anmitsu/go-shlex"
	"github.com/spf13/cobra"

	"probity/guidance/text/texttest"
	"probity/scenarios/exchange/gift"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
)

// way is a command that puts something out, in a form. What it says beside that is plain lines.
type way struct {
	line   string
	typed  string
	form   texttest.Form // of what stands on standard output, or in the file that --output names
	refuse bool          // it may refuse text that its form cannot hold
}

// answers go through whatever asks: choices, words, and the end.
var answers = strings.Repeat("a\n2\n\n", 12) + "stop\n"

// ways are all of them.
func ways() []way {
	lines, page, md, paper := texttest.Lines, texttest.Page, texttest.Markdown, texttest.Paper
	all := []way{
		{line: "--linear", typed: "certificate\nyes\n\n\n\nback\nprogress\nhistory\n\nback\nguidance\n\nstop\n"},
		{line: "today", typed: answers}, {line: "next", typed: answers}, {line: "practise", typed: answers}, {line: "practise --pack pack", typed: answers}, {line: "review --ahead", typed: answers},
		{line: "assess --new", typed: "yes\n" + answers},
		{line: "guidance"}, {line: "guidance zebra"}, {line: "guidance new/1"}, {line: "guidance old/1"}, {line: "guidance zebra --pack pack"}, {line: "guidance sources"}, {line: "guidance sources --pack pack"},
		{line: "guidance import document.html --source new", refuse: true}, {line: "guidance import document.txt --source new", refuse: true}, {line: "guidance forget new", typed: "n\n"},
		{line: "progress"}, {line: "progress --json", form: texttest.JSON}, {line: "progress --ics -o -", form: texttest.Calendar},
		{line: "verify letter.json", refuse: true}, {line: "verify letter.md", refuse: true}, {line: "verify names.html", refuse: true},
		{line: "data path"}, {line: "data aside"}, {line: "data reflections"}, {line: "data reflections show 1"}, {line: "data reflections show 2"}, {line: "data reflections erase 1", typed: "n\n"},
		{line: "data restore"}, {line: "data backup"}, {line: "data import handed/1.toml", typed: "n\n"}, {line: "data erase", typed: "n\n"},
		{line: "data export --format csv", form: texttest.Table}, {line: "data export --format json", form: texttest.JSON}, {line: "data export --format toml", form: texttest.TOML},
		{line: "induction check plan.toml"}, {line: "induction attend session.toml"}, {line: "induction file", form: texttest.TOML},
		{line: "induction attendance session.toml --names names.vcf --facilitator F --place P --dry-run", refuse: true},
		{line: "cohort handed --format json", form: texttest.JSON},
		{line: "doctor", refuse: true}, {line: "pack check strange", refuse: true}, {line: "guidance sources --pack strange", refuse: true}, {line: "cohort strange", refuse: true}, {line: "induction attendance session.toml --names strange --facilitator F --place P", refuse: true},
		{line: "pack check pack"}, {line: "pack check pack --json", form: texttest.JSON}, {line: "pack show pack"}, {line: "pack show pack a-request --each"}, {line: "pack show pack four-ways"},
		{line: "pack show pack a-request --markdown", form: md}, {line: "pack show pack an-order --markdown", form: md},
		{line: "pack diff old pack", refuse: true}, {line: "pack diff old pack --json", form: texttest.JSON, refuse: true}, {line: "pack diff pack old", refuse: true},
		{line: "pack import bank.xml from-moodle", refuse: true}, {line: "pack import bank.gift.txt from-gift", refuse: true}, {line: "pack show from-moodle", refuse: true}, {line: "pack check from-gift", refuse: true},
		{line: "pack moodle pack -o -", form: texttest.XML}, {line: "pack gift pack -o -", form: questions}, {line: "pack scorm pack -o -", form: texttest.Zip},
		{line: "key trust.pem --institution TEXT", refuse: true}, {line: "pack sign pack --key trust.pem", refuse: true}, {line: "pack verify pack", refuse: true}, {line: "guidance --pack pack"}, {line: "practise --pack pack --new", typed: answers},
		{line: "pack new drafted --title TEXT --owner TEXT --document TEXT --id drafted", typed: "yes\n", refuse: true}, {line: "pack check drafted", refuse: true},
	}
	for format, form := range map[string]texttest.Form{"pdf": paper, "html": page, "md": md} {
		for _, w := range []string{
			"induction report session.toml", "cohort handed", "handout --plan plan.toml --paper facilitator-guide", "handout --plan plan.toml --paper participant-handout",
			"handout --plan plan.toml --paper answer-sheet", "handout --plan plan.toml --paper sign-in-sheet", "handout --plan plan.toml --paper vote-cards", "handout --plan plan.toml --paper vote-slips --people 2",
			"certificate --sitting done", "certificate --sitting 20261120-090000-abcd", "certificate --from 2025-01-01 --to 2026-11-30",
		} {
			if strings.HasPrefix(w, "certificate") {
				w += filledIn
			}
			all = append(all, way{line: w + " --force --format " + format + " -o out." + format, form: form, refuse: format == "pdf" || strings.HasPrefix(w, "certificate")})
		}
	}
	for format, form := range map[string]texttest.Form{"json": texttest.JSON, "vc": lines, "txt": lines} {
		all = append(all, way{line: "certificate --sitting done --format " + format + filledIn + " -o -", form: form, refuse: true})
	}
	all = append(all, way{line: "data export --format xapi --actor-name TEXT --actor-mail a@b.example", form: texttest.JSON, refuse: true}, way{line: "certificate --paste" + filledIn, form: lines, refuse: true}, way{line: "certificate --ics -o -", form: texttest.Calendar})
	for i, list := range []string{"txt", "csv", "html", "rtf", "vcf", "md"} {
		format := []string{"md", "html", "json", "txt", "pdf", "vc"}[i]
		all = append(all, way{line: fmt.Sprintf("induction attendance session.toml --names names.%s --facilitator TEXT --place TEXT --yes --format %s --folder given-%s", list, format, list), refuse: true})
	}
	for i := range induction.Kinds() {
		all = append(all, way{line: fmt.Sprintf("induction report odd%d.toml --format md -o -", i), form: md, refuse: true})
	}
	for _, args := range []string{"TEXT", "guidance TEXT", "practise TEXT", "certificate --name TEXT --format TEXT", "progress --jurisdiction TEXT", "pack check TEXT", "pack show pack TEXT", "verify TEXT", "data import TEXT", "--TEXT", "--theme TEXT", "data restore TEXT", "induction report TEXT", "handout --plan TEXT", "cohort TEXT", "--data TEXT progress", "help TEXT", "guidance --pack TEXT", "certificate --from TEXT", "pack check --topic TEXT", "data export -o TEXT/x/y"} {
		all = append(all, way{line: args, refuse: true})
	}
	return all
}

// questions is GIFT: as many questions as are read back, whose texts are Markdown.
func questions(out []byte) (parts, faults []string) {
	all, lost, err := gift.Read(out)
	if err != nil || len(lost) > 0 {
		faults = append(faults, fmt.Sprint(lost, err))
	}
	for _, q := range all {
		parts = append(parts, fmt.Sprintf("question %d with %d answers", q.Kind, len(q.Answers)))
		texts := []string{q.Text, q.Feedback}
		for _, a := range q.Answers {
			texts = append(texts, a.Text, a.Feedback, a.Match)
		}
		for _, one := range texts {
			inner, wrong := texttest.Markdown([]byte(one))
			parts, faults = append(parts, inner...), append(faults, wrong...)
		}
	}
	_, wrong := texttest.Lines(bytes.ReplaceAll(out, []byte("\n\t"), []byte("\n")))
	return append(parts, fmt.Sprint(len(all), " questions")), append(faults, wrong...)
}

// filledIn is what a learner says for a certificate on the command line.
const filledIn = " --name TEXT --registration TEXT --what TEXT --so-what TEXT --now-what TEXT --change TEXT --hours 1 --facilitator TEXT --place TEXT --group-size 3"

// outside says of commands that are no way out of anybody's text why they are none.
var outside = map[string]string{
	"manual": "it has the program's own words", "help": "it has", "completion": "it has",
	"induction": "it is a screen: the app's tests are about it", "induction notes": "the session's lines are those of linear", "induction phones": "it names ports of this computer",
	"induction agenda": "it has the built-in library's words", "data": "it lists its commands", "key did": "keys have been cleaned when they were made", "pack": "it lists its commands", "pack fingerprint": "it writes marks, and no text",
}

// TestEveryCommandIsAWayOut or says why it is none; every form that help names is among the ways.
func TestEveryCommandIsAWayOut(t *testing.T) {
	lines := ""
	for _, w := range ways() {
		lines += w.line + " \n"
	}
	every(allCommands(), func(cmd *cobra.Command) {
		name := calledBy(cmd)
		if name == "" || outside[strings.Fields(name)[0]] != "" && len(strings.Fields(name)) > 1 && !cmd.Runnable() || outside[name] != "" || strings.HasPrefix(name, "completion") {
			return
		}
		if !strings.Contains("\n"+lines, "\n"+name+" ") {
			t.Errorf("%s is no way out that is tried", name)
		}
		formats := cmd.Flags().Lookup("format")
		if formats == nil {
			return
		}
		for _, format := range regexp.MustCompile(`\b[a-z]{2,5}\b`).FindAllString(formats.Usage, -1) {
			if format != "or" && !regexp.MustCompile(`(?m)^`+name+` .*--format `+format+` `).MatchString(lines) {
				t.Errorf("%s --format %s is no way out that is tried", name, format)
			}
		}
	})
}

// TestTextFromOutsideOnEveryWayOut is fault 15 for the command line.
func TestTextFromOutsideOnEveryWayOut(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine makes everything")
	}
	all := ways()
	known, codes := make([]texttest.Shape, len(all)), make([]int, len(all))
	for i := range known {
		known[i] = texttest.Shape{}
	}
	for _, give := range []texttest.Give{texttest.Harmless(), texttest.Plain()} {
		w := newWorld(t, give)
		for i, way := range all {
			code, out, said := w.takes(t, way)
			codes[i] = code
			if way.form != nil {
				known[i].Learn(way.form, out)
			}
			if code != ok && !way.refuse {
				t.Errorf("with harmless words probity %s ends with %d: %s", way.line, code, said)
			}
		}
	}
	reached := map[string]bool{}
	for _, shift := range texttest.Shifts(t) {
		w := newWorld(t, texttest.Turn(shift))
		for i, way := range all {
			code, out, said := w.takes(t, way)
			faults := texttest.Shape{}.Judge(texttest.Lines, said)
			if code != codes[i] && !way.refuse {
				faults = append(faults, fmt.Sprintf("it ends with %d: %s", code, said))
			}
			if form := way.form; form != nil && code == ok {
				faults = append(faults, known[i].Judge(form, out)...)
			} else {
				faults = append(faults, texttest.Shape{}.Judge(texttest.Lines, out)...)
			}
			for _, fault := range faults {
				t.Errorf("shift %d, probity %s: %s", shift, way.line, w.named(fault))
			}
			if file := certified.FindString(way.line); file != "" && code == ok {
				if code, _, said := w.takes(t, verifying(file)); code != ok {
					t.Errorf("shift %d, probity %s: it does not verify: %s", shift, way.line, said)
				}
			}
			for _, mark := range marks.FindAllString(string(out)+string(said), -1) {
				reached[w.named(mark)+" "+way.line] = true
			}
		}
	}
	t.Logf("%d places of text came out on %d ways, in %d pairs", len(placesOf(reached)), len(all), len(reached))
}

// certified is the file of a certificate that can be verified.
var certified = regexp.MustCompile(`^certificate .*out\.(pdf|html)$`)

func verifying(line string) way { return way{line: "verify " + line[strings.LastIndex(line, " ")+1:]} }

var marks = regexp.MustCompile(`zq[0-9]+qz`)

// placesOf are the places that came out anywhere.
func placesOf(reached map[string]bool) map[string]bool {
	places := map[string]bool{}
	for pair := range reached {
		place, _, _ := strings.Cut(pair, " ")
		places[place] = true
	}
	return places
}

// named is what is said of a fault, with the places of the texts in it.
func (w *world) named(fault string) string {
	return marks.ReplaceAllStringFunc(fault, func(mark string) string {
		n := 0
		if _, err := fmt.Sscanf(mark, "zq%dqz", &n); err != nil || n > len(w.places) {
			return mark
		}
		return w.places[n-1]
	})
}

// environment is the variables of the environment that are read, and said by some.
var environment = []string{"LANG", "LC_ALL", "LC_CTYPE", "TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "TZ", "GOGC", "USER"}

// takes goes a way out, and returns what came out and what was said beside it. TEXT in its line is text from outside.
func (w *world) takes(t *testing.T, way way) (code int, out, said []byte) {
	t.Helper()
	args, err := shlex.Split(way.line, true)
	if err != nil {
		t.Fatal(err)
	}
	file := ""
	for i, arg := range args {
		if i > 0 && (args[i-1] == "-o" || args[i-1] == "--folder") && arg != "-" {
			file = arg
		}
		if strings.Contains(arg, "TEXT") {
			args[i] = strings.ReplaceAll(strings.ReplaceAll(arg, "TEXT", w.give("an argument", "")), "\x00", "")
		}
	}
	var printed, wrong bytes.Buffer
	code = Run(System{
		Args: args, In: strings.NewReader(way.typed), Out: &printed, Err: &wrong, Library: func() (*pack.Pack, error) { return w.library, nil },
		Now: func() time.Time { return time.Date(2026, 11, 22, 9, 28, 11, 0, time.UTC) },
		Getenv: func(name string) string {
			if name == "PROBITY_DATA" {
				return "data"
			}
			return map[bool]string{true: w.give(name, "")}[slices.Contains(environment, name)]
		},
	})
	if file == "" || code != ok {
		return code, printed.Bytes(), wrong.Bytes()
	}
	wrong.Write(printed.Bytes())
	if out, err = os.ReadFile(file); err == nil {
		return code, out, wrong.Bytes()
	}
	made, err := filepath.Glob(file + "/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range made {
		one, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if form := texttest.FormOf(name); form != nil {
			_, faults := form(one)
			for _, fault := range faults {
				t.Errorf("%s: %s", name, w.named(fault))
			}
		}
	}
	return code, nil, wrong.Bytes()
}
