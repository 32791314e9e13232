package guidance

import "testing"

func TestCapital(t *testing.T) {
	for text, want := range map[string]string{"": "", "a": "A", "élan": "Élan", "ß": "ß", "\xc3rest": "\xc3rest", "1 a": "1 a", "łódź": "Łódź", "李": "李"} {
		if got := Capital(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
