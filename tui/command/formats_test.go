package command

import (
	"strings"
	"testing"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// TestEveryFormatIsShownToAuthors: pack show says of each option what the key does.
func TestEveryFormatIsShownToAuthors(t *testing.T) {
	p := scenariostest.Pack(t)
	scenariostest.Each(t, map[string][]string{
		"best":    {"- **a** Your name and role\n", "- **b** (best answer) A pen name\n"},
		"choose":  {"- **a** (should be chosen) Your name and role\n", "- **b** A pen name\n", "- **f** (should be chosen) Your initials\n"},
		"rank":    {"- **a** (2nd) Your name and role\n", "- **c** (1st) Your name alone\n"},
		"rate":    {"- **a** (very appropriate) Your name and role\n", "- **b** (very inappropriate) A pen name\n"},
		"discuss": {"- **a** Your name and role\n"},
	}, func(t *testing.T, s *scenarios.Situation, want []string) {
		text := shown(p, s)
		for _, line := range want {
			if !strings.Contains(text, line) {
				t.Errorf("%q is not there:\n%s", line, text)
			}
		}
	})
}
