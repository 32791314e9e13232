package tutor

import (
	"strings"
	"testing"
	"unicode/utf8"

	"probity/scenarios/find"
)

// TestALongLineIsCutAroundTheWords: what was met is in it, and it is no longer than there is room for.
func TestALongLineIsCutAroundTheWords(t *testing.T) {
	const most = 150
	long := strings.Repeat("word ", 60) + "selfie, and " + strings.Repeat("more ", 60)
	for _, c := range []struct {
		line string
		want string
	}{
		{"A selfie.", "A selfie."},
		{long, "… word word word word word selfie, and more "},
	} {
		got := Around(c.line, most, find.Hit{Words: []string{"selfie"}}, utf8.RuneCountInString)
		if !strings.HasPrefix(got, c.want) || utf8.RuneCountInString(got) > most+6 {
			t.Errorf("%q", got)
		}
	}
	if got := Around(strings.Repeat("word ", 60), most, find.Hit{}, utf8.RuneCountInString); strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") {
		t.Errorf("%q", got)
	}
}
