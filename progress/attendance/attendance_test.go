package attendance

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"probity/guidance"
	"probity/progress/certificate"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
)

// sixteen is text in UTF-16.
func sixteen(text string, big bool) string {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return string(out)
}

func TestNames(t *testing.T) {
	const two = "Siobhán Ní Dhomhnaill\nÉamon Ó Sé\n"
	latin, err := charmap.Windows1252.NewEncoder().String(two)
	if err != nil {
		t.Fatal(err)
	}
	const irish = "Siobhán Ní Dhomhnaill|Éamon Ó Sé"
	for what, c := range map[string]struct{ file, want, notice string }{
		"a name a line":                {two, irish, ""},
		"a byte-order mark":            {"\ufeff" + two, irish, ""},
		"UTF-16, little end first":     {sixteen("\ufeff"+two, false), irish, ""},
		"UTF-16, big end first":        {sixteen("\ufeff"+two, true), irish, ""},
		"UTF-16 without a mark":        {sixteen(two, false), irish, ""},
		"UTF-16, big, without a mark":  {sixteen(two, true), irish, ""},
		"Latin-1":                      {latin, irish, ""},
		"old line ends":                {"Ann\r\nBen\rCon", "Ann|Ben|Con", ""},
		"empty lines":                  {"\n\n Ann \n\t\n\nBen\n\n", "Ann|Ben", ""},
		"commas in a list":             {"Ní Dhomhnaill, Siobhán\nÓ Sé, Éamon", "Ní Dhomhnaill, Siobhán|Ó Sé, Éamon", "printed as they stand: 2"},
		"a list in quotes":             {"\"Ní Dhomhnaill, Siobhán\"\n\"Ann \"\"Nan\"\" Bell\"", "Ní Dhomhnaill, Siobhán|Ann \"Nan\" Bell", "stand: 1"},
		"a table":                      {"Name,Email\nAnn Bell,a@b.ie\n\"Sé, Éamon\",e@b.ie", "Ann Bell|Sé, Éamon", "stand: 1"},
		"a table by another name":      {"\nNo;Full Name;Ward\n1;Ann Bell;3\n2;Ben Coe;4", "Ann Bell|Ben Coe", ""},
		"two columns for a name":       {"Surname\tFirst name\nBell\tAnn\nCoe\tBen", "Ann Bell|Ben Coe", ""},
		"a table without headings":     {"Ann Bell,a@b.ie\nBen Coe,b@b.ie", "Ann Bell|Ben Coe", ""},
		"addresses first":              {"a@b.ie,Ann Bell\nb@b.ie,Ben Coe", "Ann Bell|Ben Coe", ""},
		"short rows":                   {"Ward,Name\n3\n4,Ann Bell", "Ann Bell", ""},
		"the same name twice":          {"Ann Bell\nBen Coe\nANN  BELL\nAnn Bell", "Ann Bell|Ben Coe|ANN BELL (2)|Ann Bell (3)", "on line 1 and again on line 3"},
		"what acts on a terminal":      {"Ann\x1b[31m\u202e Bell", "Ann[31m Bell", ""},
		"what is no name":              {"Ann\n---\n42", "Ann", "Line 2 has no name in it"},
		"a break within a quoted cell": {"name,ward\n\"Ann\nBell\",3\nBen,4", "Ann Bell|Ben", ""},
	} {
		got, err := ReadNames([]byte(c.file))
		var names []string
		for _, p := range got.People {
			names = append(names, p.Name)
		}
		if err != nil || strings.Join(names, "|") != c.want {
			t.Errorf("%s: %q, %v, want %q", what, strings.Join(names, "|"), err, c.want)
		}
		if notices := strings.Join(got.Notices, "\n"); !strings.Contains(notices, c.notice) || c.notice == "" && notices != "" {
			t.Errorf("%s: notices %q, want %q", what, notices, c.notice)
		}
	}
}

func TestListsThatCantBeUsed(t *testing.T) {
	for file, want := range map[string]string{
		"":                           "there are none",
		"\n \n":                      "there are none",
		"Name,Ward\n":                "there are none",
		strings.Repeat("x", 191):     "line 1 is longer",
		strings.Repeat("Ann\n", 501): "more than 500",
		strings.Repeat("Ann\n", mostBytes/4) + "x": "larger than a list",
	} {
		if _, err := ReadNames([]byte(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v, want %q", file, err, want)
		}
	}
}

// FuzzNames: any file is a list or an error; every name fits a certificate, and no two are the same.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"Ann\nAnn\nAnn (2)", "name;x\n\"a", "\xff\xfea\x00", "a@b,c", "\x00\x00\xfe\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		list, err := ReadNames(file)
		if (err == nil) == (len(list.People) == 0) {
			t.Fatalf("%d people, %v", len(list.People), err)
		}
		var names []string
		for _, p := range list.People {
			if n := utf8.RuneCountInString(p.Name); n == 0 || n > 200 || strings.ContainsAny(p.Name, "\n\r\x1b\x00") {
				t.Fatalf("%q", p.Name)
			}
			names = append(names, p.Name)
		}
		slices.Sort(names)
		for i := range len(names) - 1 {
			if names[i] == names[i+1] {
				t.Fatalf("two are %q", names[i])
			}
		}
	})
}

func TestCertificates(t *testing.T) {
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	plan, err := induction.Agenda(p.Bank, induction.FoundationDoctors, guidance.Ireland, 15)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 24, 23, 50, 0, 0, time.UTC)
	s, began, err := induction.Begin(p.Bank, plan, 12, "id", p.Version, at)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Work([]induction.Fact{began}, p, nil); err == nil {
		t.Error("a session that only began is certified")
	}
	step, err := s.Forward(at.Add(4 * time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	end, err := s.End(at.Add(9 * time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	w, err := Work([]induction.Fact{began, step, end}, p, time.FixedZone("", 3600))
	if err != nil || w.Minutes != 9 || len(w.Situations) != 1 || w.From.Day() != 25 {
		t.Fatalf("%+v, %v", w, err)
	}
	list, err := ReadNames([]byte("Ann Bell\nAnn Bell"))
	if err != nil {
		t.Fatal(err)
	}
	key, err := certificate.NewKey(strings.NewReader(strings.Repeat("k", 32)), "")
	if err != nil {
		t.Fatal(err)
	}
	led := certificate.Facilitated{Facilitator: "Dr Máire Ó Súilleabháin", Place: "Gaillimh", Size: 12}
	all, err := Certificates(list.People, w, led, guidance.Ireland, p, "Probity 1.0.0", key)
	if err != nil || len(all) != 2 || all[0].Certificate.Number == all[1].Certificate.Number {
		t.Fatalf("%d, %v", len(all), err)
	}
	page := string(all[1].Markdown())
	if !strings.Contains(page, "Ann Bell (2)") || !strings.Contains(page, "in a group of 12") || strings.Contains(page, "above chance") {
		t.Errorf("%s", page)
	}
	led.Place = ""
	var field *certificate.FieldError
	if _, err := Certificates(list.People, w, led, guidance.Ireland, p, "", key); !errors.As(err, &field) || field.Field != "place" {
		t.Errorf("no place: %v", err)
	}
}
