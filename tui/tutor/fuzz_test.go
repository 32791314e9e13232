package tutor

import (
	"strings"
	"testing"
	"unicode/utf8"

	"probity/guidance/fuzztest"
	"probity/progress/certificate"
)

// FuzzFields: each field of a certificate takes what is written, shows it again and takes that for the same, or says in a sentence why it can't hold it and keeps what
// it had.
func FuzzFields(f *testing.F) {
	for _, s := range []string{"1.5", "1,5 h", "90 minutes", "1e3", "-1", "٣", "12", "012", "99999999999999999999", "nan", "Ann O’Example", "a\nb", "", " ", "0", "0.001", "1000 h", "1000.4m", "\xff"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, written string) {
		fuzztest.Within(t, len(written), 1)
		var own certificate.Own
		own.Facilitated = &certificate.Facilitated{Facilitator: "Bob", Place: "Ward 9", Size: 4}
		for _, field := range CertificateFields(own) {
			value, cut := field.Fitting(written)
			if n := utf8.RuneCountInString(value); n > field.Limit() || cut != (utf8.RuneCountInString(written) > field.Limit()) {
				t.Errorf("%s: %d characters of %q, cut %v", field.Name, n, written, cut)
			}
			now := own
			if err := field.Set(&now, value); err != nil {
				if field.Get(now) != field.Get(own) || !strings.HasSuffix(err.Error(), ".") {
					t.Errorf("%s is refused %q: %v, and is %q", field.Name, value, err, field.Get(now))
				}
				continue
			}
			shown, again := field.Get(now), now
			if err := field.Set(&again, shown); err != nil || field.Get(again) != shown {
				t.Errorf("%s is %q, and written again %q, %v", field.Name, shown, field.Get(again), err)
			}
			if *own.Facilitated != (certificate.Facilitated{Facilitator: "Bob", Place: "Ward 9", Size: 4}) {
				t.Fatalf("%s changed what it was made from", field.Name)
			}
		}
		if n, err := People(written); err == nil && n < 1 {
			t.Errorf("%q are %d people", written, n)
		}
	})
}
