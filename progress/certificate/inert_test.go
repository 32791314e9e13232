// The JSON as it may be put out on a terminal.

package certificate

import (
	"encoding/json"
	"strings"
	"testing"

	"probity/guidance/text"
)

// TestTheJSONActsOnNoTerminal: it holds the learner's text without what acts or hides, what spells the name escaped, and verifies.
func TestTheJSONActsOnNoTerminal(t *testing.T) {
	name := "Ann \u009b2J\x7f \u202eO\u200dE\u2066 \U000e0041\x1b[31m é 👩\u200d⚕\ufe0f"
	s := signed(t, Own{Name: name}, uk, "")
	file := string(s.JSON())
	if at := strings.IndexFunc(file, func(r rune) bool { return r != '\n' && text.Hidden(r) }); at >= 0 {
		t.Errorf("byte %d acts: %q", at, file[max(0, at-20):at+20])
	}
	var read struct {
		Payload struct {
			Learner struct{ Name string }
		}
	}
	if err := json.Unmarshal([]byte(file), &read); err != nil {
		t.Fatal(err)
	}
	same(t, "name", read.Payload.Learner.Name, "Ann 2J OE [31m é 👩\u200d⚕\ufe0f")
	if !strings.Contains(file, `é 👩\u200d⚕`+"\ufe0f") {
		t.Error("which characters are escaped is another than it was: numbers and signatures of certificates change by it")
	}
	s = signed(t, Own{Name: strings.TrimSuffix(name, " 👩\u200d⚕\ufe0f")}, uk, "") // what a PDF can't show is none
	for medium, file := range media(t, s) {
		if v := must(Verify(file, program))(t); !v.Unchanged {
			t.Errorf("%s: %+v", medium, v)
		}
	}
}

// TestANameIsTheSameOnEveryMedium: what a name is spelled with is in the signed content, and in what people read.
func TestANameIsTheSameOnEveryMedium(t *testing.T) {
	for _, name := range []string{
		"علی\u200cرضا حسینی", "ක්\u200dෂමා ශ්\u200dරී", "लक्\u200dष्मी", "Aoife 👩🏽\u200d⚕\ufe0f", "👩\u200d👩\u200d👧 Byrne", "Bell 1\ufe0f\u20e3",
		"葛\U000e0100城", "Bevan 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
	} {
		s := signed(t, Own{Name: name, Reflection: Reflection{What: "Of " + name + "\r\rand others."}}, uk, "")
		var read struct{ Payload Certificate }
		if err := json.Unmarshal(s.JSON(), &read); err != nil {
			t.Fatal(err)
		}
		same(t, "name", read.Payload.Own.Name, name)
		same(t, "reflection", read.Payload.Own.Reflection.What, "Of "+name+"\n\nand others.")
		for medium, file := range map[string][]byte{"HTML": s.HTML(), "Markdown": s.Markdown()} {
			if strings.Count(string(file), name) < 2 {
				t.Errorf("%s has not got %+q", medium, name)
			}
		}
	}
}
