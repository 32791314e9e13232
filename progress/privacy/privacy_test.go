package privacy

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// One digit wrong, and a check digit no longer holds: such numbers are not pointed at as NHS numbers.
func TestCheckDigitsTellMistakes(t *testing.T) {
	for _, c := range []struct {
		number string
		holds  func(string) bool
	}{
		{"9434765919", func(s string) bool { return modulus11(digits(s)) }},
		{"0101701233", func(s string) bool { return chi(digits(s)) }},
		{"539000001234567890", func(s string) bool { return gs1(digits(s)) }},
		{"1234567T", pps},
		{"1234567FA", pps},
		{"1234567-FA", pps},
		{"1234567TT", pps},
	} {
		if !c.holds(c.number) {
			t.Errorf("%s should hold", c.number)
		}
		for i := range c.number {
			if c.number[i] < '0' || c.number[i] > '9' {
				continue
			}
			wrong := c.number[:i] + string('0'+(c.number[i]-'0'+1)%10) + c.number[i+1:]
			if c.holds(wrong) {
				t.Errorf("%s should not hold", wrong)
			}
		}
	}
	if modulus11(digits("0000000000")) || modulus11(digits("6666666666")) {
		t.Error("ten digits alike are nobody's number")
	}
}

// What small letters and a missing sign leave open is told by what stands there.
func TestLookAlikes(t *testing.T) {
	for text, want := range map[string]string{
		"The bag said bt7 1nn.":                           "bt7 1nn",
		"As an ST3 2nd in line, I said so.":               "",
		"We met in B12 15th floor.":                       "",
		"She gave t12 x5fk as hers.":                      "t12 x5fk",
		"In the c19 wave I posted daily.":                 "",
		"His Instagram is sean_the_fiddle.":               "sean_the_fiddle",
		"I read of it on Facebook: a lesson.":             "",
		"The account (TikTok: nhs.england) explains.":     "",
		"Then young Padraig was moved.":                   "young Padraig",
		"The old Twitter was kinder.":                     "",
		"I had a letter from a Mrs Oyelaran.":             "Mrs Oyelaran",
		"I did it in a Mrs Doubtfire voice.":              "",
		"It was the only family in Ennis with porphyria.": "the only family in Ennis",
		"I was the only one in Ennis with a rash view.":   "",
	} {
		got := ""
		for _, f := range Look(text) {
			got += f.Text
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

func TestAdviceNamesTheText(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{[]string{"We talked about consent.", ""}, ""},
		{[]string{"She is Mrs Example."}, "“Mrs Example” could lead to a patient: change it or take it out."},
		{[]string{"I saw JT in bed 12.", "Mrs\nExample, and JT in bed 12"}, "“JT in bed 12” could lead to a patient: change it or take it out."},
		{
			[]string{"Mrs Example, MRN 451298", "born 3 May 1961, at SW1A 1AA"},
			"“Mrs Example”, “451298”, “3 May 1961” and 1 more could lead to a patient: change them or take them out.",
		},
	} {
		if got := Advise(c.texts...); got != c.want {
			t.Errorf("%q: %q, want %q", c.texts, got, c.want)
		}
	}
}

// Whatever is typed, findings lie within the text, in order, and never over one another.
func TestFindingsAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOf(rapid.SampledFrom([]string{"943 476 5919", "1234567FA", "Mr ", "Ó Súilleabháin", "+44",
			" 0", "12/03/1961", "born ", "JT in bed 12", "@jt_wells", "SW1A 1AA", ". ",
			"a@b.ie", "\x00", "é", "5390", "MRN", "7", " "})).Draw(t, "pieces")
		text := strings.Join(pieces, "")
		end := 0
		for _, f := range Look(text) {
			if f.From < end || f.To <= f.From || f.To > len(text) || text[f.From:f.To] != f.Text {
				t.Fatalf("%q: %+v after %d", text, f, end)
			}
			end = f.To
		}
	})
}
