package texttest

import (
	"strings"
	"testing"
)

// TestThereAreManyPayloads, all different, with a name of their own.
func TestThereAreManyPayloads(t *testing.T) {
	names, texts := map[string]bool{}, map[string]bool{}
	for _, p := range Payloads() {
		if names[p.Name] || texts[p.Text] || strings.TrimSpace(p.Text) == "" {
			t.Errorf("%s is there twice, or is nothing: %q", p.Name, p.Text)
		}
		names[p.Name], texts[p.Text] = true, true
	}
	if len(names) < 300 {
		t.Errorf("there are %d", len(names))
	}
	t.Log(len(names))
}
