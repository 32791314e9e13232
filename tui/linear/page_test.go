package linear

import (
	"os"
	"strings"
	"testing"
)

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
