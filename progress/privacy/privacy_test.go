package privacy

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var today = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// sentence is one of the sixty that the advice is measured on. Numbers and names are made up.
type sentence struct {
	text       string
	identifies bool // could lead to a patient, in a clinician's eyes
	found      []Kind
}

// sentences are what reflections say: first those that identify, then those that don't. Where found is empty in the first
// half the advice misses; where it is not in the second half it raises a false alarm.
var sentences = []sentence{
	{"Her NHS number, 943 476 5919, was on the screenshot.", true, []Kind{NHSNumber}},
	{"I had typed 9434765919 into the group by mistake.", true, []Kind{NHSNumber}},
	{"The label read 999-000-0018.", true, []Kind{NHSNumber}},
	{"CHI 0101701233 was visible on the board.", true, []Kind{CHINumber}},
	{"The chart showed 150682 4560 in the corner.", true, []Kind{CHINumber}},
	{"The letter carried the identifier 539000001234567890.", true, []Kind{IHINumber}},
	{"IHI 539 00000 1234567 890 was in the photograph.", true, []Kind{IHINumber}},
	{"His PPS number is 1234567T.", true, []Kind{PPSNumber}},
	{"The form gave 1234567FA as her number.", true, []Kind{PPSNumber}},
	{"pps 7654321g, in small letters", true, []Kind{PPSNumber}},
	{"The patient, born 12/03/1961, wrote to me.", true, []Kind{DateOfBirth}},
	{"DOB: 4.7.58, seen in clinic.", true, []Kind{DateOfBirth}},
	{"Date of birth 3rd of May 2019, as the post said.", true, []Kind{DateOfBirth}},
	{"She was born on March 9, 1984 in this town.", true, []Kind{DateOfBirth}},
	{"The wristband said 1950-06-30.", true, []Kind{DateOfBirth}},
	{"A man of 14 February 1947 on our ward commented.", true, []Kind{DateOfBirth}},
	{"Mrs Ní Dhomhnaill asked me to be her friend.", true, []Kind{TitledName}},
	{"I had treated Mr O'Brien the year before.", true, []Kind{TitledName}},
	{"Then Ms. A. Example-Jones sent a message.", true, []Kind{TitledName}},
	{"Miss Nguyễn thanked me under the post.", true, []Kind{TitledName}},
	{"I met Mr de Brún and Mx Okafor in the corridor.", true, []Kind{TitledName, TitledName}},
	{"Hospital number A123456 could be read.", true, []Kind{HospitalNumber}},
	{"MRN: 00451298 was not cropped.", true, []Kind{HospitalNumber}},
	{"I forgot to blur K1234567.", true, []Kind{HospitalNumber}},
	{"The chart no. 55821 stood behind us.", true, []Kind{HospitalNumber}},
	{"Her patient ID is 7781234.", true, []Kind{HospitalNumber}},
	{"She wrote from ann.example@mail.example.org at night.", true, []Kind{Email}},
	{"His mother rang from 07700 900123.", true, []Kind{Phone}},
	{"Call +44 20 7946 0958 and ask for the daughter.", true, []Kind{Phone}},
	{"The number +353 85 012 3456 was in the message.", true, []Kind{Phone}},
	{"He gave me (01632) 960 001 as his number.", true, []Kind{Phone}},
	// What no pattern knows: five misses.
	{"The only lighthouse keeper on the island had a stroke last week.", true, nil},
	{"JM, 43, who lost both legs in the mill fire, is on bay four.", true, nil},
	{"Gráinne from the bakery came in with her second overdose.", true, nil},
	{"My neighbour's eldest was our measles case.", true, nil},
	{"The goalkeeper of the county side has a torn ligament.", true, nil},

	{"I reviewed my privacy settings on 14/11/2026.", false, nil},
	{"On the ward round of 3 March 2026 we talked about photographs.", false, nil},
	{"The guidance has been in force since 30 January 2024.", false, nil},
	{"The earlier guidance came into force on 22 April 2013.", false, nil},
	{"My GMC number is 7654321.", false, nil},
	{"GMC registration: 7654321; I keep it off my profile.", false, nil},
	{"My HCPC registration is P1234567.", false, nil},
	{"We addressed every patient as Mr or Mrs.", false, nil},
	{"Somebody had signed the card only as Mrs", false, nil},
	{"The MS Society's page is where I now send people.", false, nil},
	{"I would miss Ward rounds less if they were shorter.", false, nil},
	{"It took 1 234 567 views for the post to be taken down.", false, nil},
	{"The article's number is 10.1000/182 and its year 2019.", false, nil},
	{"The BMA's reference is BMA20240595.", false, nil},
	{"Paragraphs 88, 89 and 90 are what I had forgotten.", false, nil},
	{"I answered 20 situations and got 52 of 84 marks.", false, nil},
	{"We meet at 08.30 in room 204.", false, nil},
	{"Three of 12 colleagues disagreed, 9 did not.", false, nil},
	{"I closed the account @nightshift2019 for good.", false, nil},
	{"In case 2 the patient was right to complain.", false, nil},
	{"From 1 May 2026 to 30 April 2027 I will log each hour.", false, nil},
	// What a pattern can't tell from a patient: three false alarms. One in eleven numbers of ten digits passes the NHS's check.
	{"The post had 9876543210 impressions.", false, []Kind{NHSNumber}},
	{"My consultant, Mr Surgeon, had posted the picture himself.", false, []Kind{TitledName}},
	{"I have had an account since 5 May 2007.", false, []Kind{DateOfBirth}},
}

// The advice finds 31 of the 36 sentences that identify somebody, and points at 3 of the 24 that don't. It is measured on
// sentences written for it, so these are figures to hold, not what any text will bring.
const (
	wantIdentifying = 36
	wantFound       = 31
	wantInnocent    = 24
	wantFalse       = 3
)

func TestSixtySentences(t *testing.T) {
	identifying, found, innocent, alarms := 0, 0, 0, 0
	for _, s := range sentences {
		var kinds []Kind
		for _, f := range Look(s.text, today) {
			kinds = append(kinds, f.Kind)
			if s.text[f.From:f.To] != f.Text {
				t.Errorf("%q: %q does not stand where it is said to", s.text, f.Text)
			}
		}
		if !slices.Equal(kinds, s.found) {
			t.Errorf("%q: found %q, want %q", s.text, kinds, s.found)
		}
		switch {
		case s.identifies && len(kinds) > 0:
			identifying, found = identifying+1, found+1
		case s.identifies:
			identifying++
		case len(kinds) > 0:
			innocent, alarms = innocent+1, alarms+1
		default:
			innocent++
		}
	}
	got, want := [4]int{identifying, found, innocent, alarms}, [4]int{wantIdentifying, wantFound, wantInnocent, wantFalse}
	if got != want {
		t.Errorf("identifying, found, innocent, false alarms: %v, want %v", got, want)
	}
	t.Logf("recall %.2f, precision %.2f", float64(found)/float64(identifying), float64(found)/float64(found+alarms))
}

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

func TestAdviceNamesTheText(t *testing.T) {
	f := Look("She is Mrs Example.", today)
	if len(f) != 1 || !strings.HasPrefix(f[0].Advice(), "“Mrs Example” looks like a person's name.") {
		t.Errorf("found %v", f)
	}
}

// Whatever is typed, findings lie within the text, in order, and never over one another.
func TestFindingsAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOf(rapid.SampledFrom([]string{"943 476 5919", "1234567FA", "Mr ", "Ó Súilleabháin", "+44",
			" 0", "12/03/1961", "born ",
			"a@b.ie", "\x00", "é", "5390", "MRN", "7", " "})).Draw(t, "pieces")
		text := strings.Join(pieces, "")
		end := 0
		for _, f := range Look(text, today) {
			if f.From < end || f.To <= f.From || f.To > len(text) || text[f.From:f.To] != f.Text {
				t.Fatalf("%q: %+v after %d", text, f, end)
			}
			end = f.To
		}
	})
}
