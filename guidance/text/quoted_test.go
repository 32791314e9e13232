package text

import (
	"strings"
	"testing"
)

func TestAQuotationEndsWhereItsMarksDo(t *testing.T) {
	for from, want := range map[string]string{
		"St Ann's":                         "“St Ann's”",
		"A” is right. “B":                  "“A’ is right. ‘B”",
		"two\nlines\u202e and \x1b[31mred": "“two lines and [31mred”",
		strings.Repeat("é", 200):           "“" + strings.Repeat("é", 120) + "…”",
		strings.Repeat("\U0001F642", 5000): "“" + strings.Repeat("\U0001F642", 120) + "…”",
		"":                                 "“”",
	} {
		if got := Quoted(from); got != want {
			t.Errorf("%q is quoted as %s, not %s", from, got, want)
		}
	}
}
