package linear

import (
	"os"
	"strings"
	"testing"
)

// TestNoWordIsBrokenOff: a line has the first words of a long text, and how many more there are.
func TestNoWordIsBrokenOff(t *testing.T) {
	long := strings.Repeat("trainees ", 20)
	if got := begins(long); got != strings.Repeat("trainees ", 15)+"(and 5 more words)" {
		t.Errorf("it is %q", got)
	}
	if got := begins("a short\ntext"); got != "a short text" {
		t.Errorf("it is %q", got)
	}
}

// TestThePageHasTheWords: docs/plain-lines.md is what somebody hears before the first line is typed.
func TestThePageHasTheWords(t *testing.T) {
	page, err := os.ReadFile("../../docs/plain-lines.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words() {
		if !strings.Contains(string(page), "\n| `"+w[0]+"` | ") {
			t.Errorf("the page does not say what %s does", w[0])
		}
	}
}
