// Lists that are too long, or made to take long.

package attendance

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"probity/guidance/fuzztest"
)

// nth is a name, another for each number.
func nth(i int) string { return fmt.Sprintf("Ann B%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676) }

func TestListsThatCantBeUsed(t *testing.T) {
	var many strings.Builder
	var list List
	for i := range mostPeople + 9 {
		fmt.Fprintln(&many, nth(i))
		list.add(Person{}, nth(i))
	}
	if n := len(list.People); n != mostPeople+1 {
		t.Errorf("a list that is refused goes on until it has %d people", n)
	}
	for file, want := range map[string]string{
		many.String():                        "more than 500",
		strings.Repeat("x", mostBytes+1):     "larger than a list",
		"PK\x03\x04rest":                     "save it as CSV",
		"\xd0\xcf\x11\xe0rest":               "save it as CSV",
		"%PDF-1.7":                           "copy the names",
		"\x89PNG":                            "a picture",
		"Name,Ward\n\"Ann Bell,3\nBen Coe,4": "opens on line 2 and is never closed",
	} {
		if _, err := ReadNames([]byte(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v, want %q", file, err, want)
		}
	}
}

// What would take for ever if it were not bounded.
func TestLargeLists(t *testing.T) {
	if testing.Short() {
		t.Skip("it is for the time and memory that they take, which the race detector multiplies")
	}
	wide := strings.Repeat("Ann Bell,", 50_000) + "\n" + strings.Repeat("x,y\n", 100_000)
	for what, file := range map[string]string{
		"brackets": strings.Repeat("(a)", 75_000), "columns": wide, "headings": strings.Repeat("Name,Name,Name\n", 60_000),
		"commas": strings.Repeat("Ann,", 60_000), "ands": strings.Repeat("Ann Bell and ", 15_000), "groups": `{\rtf` + strings.Repeat("{", 900_000),
		"depth": strings.Repeat("[", 9_000) + strings.Repeat("]", 9_000), "items": strings.Repeat("<li>", 250_000), "quotes": strings.Repeat(`"`, 200_000),
	} {
		if list, err := ReadNames([]byte(file)); err == nil && len(list.People) > 1 {
			t.Errorf("%s: %d people", what, len(list.People))
		}
	}
}

// TestTwiceTheLinesAreTwiceTheWork, and not four times, whether they name others, the same people again, or people in small letters. The work is
// counted in what it allocates.
func TestTwiceTheLinesAreTwiceTheWork(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector allocates too")
	}
	for what, line := range map[string]func(i, n int) string{
		"different people":      func(i, _ int) string { return nth(i) },
		"the same people again": func(i, n int) string { return nth(i % (n / 4)) },
		"in small letters": func(i, n int) string {
			if i < n/4 {
				return nth(i)
			}
			return strings.ToLower(nth(i % (n / 4)))
		},
	} {
		work := func(n int) float64 {
			var list strings.Builder
			for i := range n {
				fmt.Fprintln(&list, line(i, n))
			}
			return testing.AllocsPerRun(1, func() { _, _ = ReadNames([]byte(list.String())) })
		}
		if few, many := work(1000), work(2000); many > 3*few {
			t.Errorf("%s: 1,000 lines take %.0f allocations and 2,000 take %.0f", what, few, many)
		}
	}
}

// FuzzNames: any file is a list or an error; every name fits a certificate, and no two are the same.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"Ann Bell\nAnn Bell (2)", "name;x\n\"a", "\xff\xfea\x00", "a@b,c", "\x00\x00\xfe\xff", "{\\rtf1 \\'e1\\u1 ?}", "<ul><li>Ann Bell",
		`[{"name":"Ann Bell"}]`, "BEGIN:VCARD\nFN:Ann", "Apologies: Ann Bell", "sep=|\n"} {
		f.Add([]byte(s))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		list, err := ReadNames(file)
		if err != nil && len(list.People) > 0 {
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
