package text

import "testing"

func TestSlug(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"A friend's request", 40, "a-friends-request"},
		{"Éire & “Ó Súilleabháin”, 2026 ", 40, "eire-o-suilleabhain-2026"},
		{"Clinical photos on your phone", 24, "clinical-photos-on-your"},
		{"Clinical photos", 15, "clinical-photos"},
		{"Pneumonoultramicroscopic", 10, "pneumonoul"},
		{"日本", 10, ""},
		{"--a--", 10, "a"},
	} {
		if got := Slug(c.text, c.most); got != c.want {
			t.Errorf("%q in %d is %q, want %q", c.text, c.most, got, c.want)
		}
	}
}
