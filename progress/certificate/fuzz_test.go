package certificate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"probity/guidance/fuzztest"
)

// FuzzReadDraft: a draft that is read is written and read again as the same draft, and what two windows made of it is one too.
func FuzzReadDraft(f *testing.F) {
	whole, err := Draft{For: "month", From: "r1 r2", Own: Own{Name: "Ann", Hours: 1.5, Reflection: Reflection{What: "a\nb", SoWhat: "“c”"}, Facilitated: &Facilitated{"Bob", "Ward 9", 4}}}.Encode()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{string(whole), "for = \"\\u001b[31m\"\n", "[own]\nhours = nan\n", "[own]\nhours = -1e308\n[own.facilitated]\nsize = -9223372036854775808\n", "FOR = 'a'\nfor = 'b'\n"} {
		f.Add([]byte(s))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		d, err := ReadDraft(file)
		if err != nil {
			if diff := cmp.Diff(Draft{}, d); diff != "" {
				t.Error("an error, and a draft:", diff)
			}
			return
		}
		for _, d := range []Draft{d, d.Over(Draft{For: d.For, Own: Own{Name: "Ann"}}, Draft{})} {
			written, err := d.Encode()
			if err != nil {
				t.Fatal(err)
			}
			again, err := ReadDraft(written)
			if diff := cmp.Diff(d, again, cmpopts.EquateNaNs()); err != nil || diff != "" {
				t.Errorf("%v, - read, + read again: %s", err, diff)
			}
		}
	})
}
