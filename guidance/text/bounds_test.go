package text

import (
	"strings"
	"testing"
)

func TestExcess(t *testing.T) {
	for _, c := range []struct {
		name, markdown string
		line           int
		says           string
	}{
		{"nothing", "", 0, ""},
		{"a situation", "You are on call.\n\n> A post:\n> *so long*\n\n- a\n  - b\n    1. c\n", 0, ""},
		{"a list indented by four", "- a\n    - b\n        - c\n", 0, ""},
		{"a rule", "a\n\n- - - - - - -\n\nb", 3, "deep"},
		{"a rule without gaps", "a\n\n----------\n\nb", 0, ""},
		{"an empty line of blanks", "a\n" + strings.Repeat(" ", 80) + "\nb", 0, ""},
		{"quotations", "a\n\n" + strings.Repeat(">", 7) + " b", 3, "deep"},
		{"quotations with gaps", strings.Repeat("> ", 7) + "b", 1, "deep"},
		{"quotations behind blanks", "   " + strings.Repeat(">", 7) + " b", 1, "deep"},
		{"escaped quotations", `\` + strings.Repeat(">", 200), 0, ""},
		{"lists", strings.Repeat("- ", 7) + "b", 1, "deep"},
		{"numbered lists", strings.Repeat("1) ", 7) + "b", 1, "deep"},
		{"definitions", "a\n" + strings.Repeat(": ", 7) + "b", 2, "deep"},
		{"a list and quotations in turn", strings.Repeat("- > ", 4) + "b", 1, "deep"},
		{"by tabs", "- a\n\t\t\t\t- b", 2, "deep"},
		{"headings", strings.Repeat("# a\n", 151), 151, "marks"},
		{"underlined headings", strings.Repeat("a\n=\n", 151), 302, "marks"},
		{"items", strings.Repeat("- a\n", 151), 151, "marks"},
		{"emphasis", strings.Repeat("*a_", 251), 1, "signs"},
		{"escaped emphasis", strings.Repeat(`\*a\_`, 2000), 0, ""},
		{"brackets", "a\n" + strings.Repeat("![", 501), 2, "signs"},
		{"a wide table", strings.Repeat("|a", 40) + "\n" + strings.Repeat("|-", 40) + strings.Repeat("\na", 40), 25, "cells"},
		{"a small table", "|a|b|\n|-|-|\n|c|d|", 0, ""},
		{"long words", strings.Repeat("a", 100000), 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			line, problem := Excess(c.markdown)
			if line != c.line || !strings.Contains(problem, c.says) || (problem == "") != (c.says == "") {
				t.Errorf("line %d: %q, want line %d and %q", line, problem, c.line, c.says)
			}
		})
	}
}
