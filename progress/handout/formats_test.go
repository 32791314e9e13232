package handout

import (
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/progress/paper"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"
)

// printed is what the papers say of the key: in a line, and in the column of the table; and how the room is asked to vote.
type printed struct{ key, column, vote string }

func TestEveryFormatIsPrinted(t *testing.T) {
	p := scenariostest.Pack(t)
	scenariostest.Each(t, map[string]printed{
		"best":    {"b", " key  ", "One hand each, for the answer you would give."},
		"choose":  {"a, d, f", "key   key  key  ", "One hand each, for the one you are surest of."},
		"rank":    {"c, a, e, b, d, the most appropriate first", "2nd 4th 1st 5th 3rd", "One hand each, for what you would put first: the first place alone is voted on."},
		"rate":    {"a 4, b 1, c 3, d 2, from 4 very appropriate to 1 very inappropriate", "4 1 3 2", "Put one action to the room: c is suggested, where rooms are likely to differ. One hand each, for how appropriate you find it. Count the hands for 4, 3, 2 and 1."},
		"discuss": {"none. There is no right answer: reasonable people differ.", "  ", "One hand each, for the position closest to your own."},
	}, func(t *testing.T, s *scenarios.Situation, want printed) {
		plan, err := induction.Build(p.Bank, "One", guidance.UK, 30, induction.Item{Situation: s.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range []Kind{Guide, Answers} {
			blocks := made(t, k, Session{Plan: plan, Pack: p}).Blocks
			if lines := words(blocks); !slices.Contains(lines, "The key: "+want.key) || k == Guide && !slices.Contains(lines, want.vote+" ") {
				t.Errorf("%s lacks %q or %q:\n%s", k, want.key, want.vote, strings.Join(lines, "\n"))
			}
			if got := strings.Join(keyColumn(blocks), " "); got != want.column {
				t.Errorf("%s has the column %q, want %q", k, got, want.column)
			}
		}
	})
}

// keyColumn is what a paper's table of options has under Key.
func keyColumn(blocks []paper.Block) []string {
	var out []string
	for _, block := range blocks {
		switch b := block.(type) {
		case paper.Together:
			out = append(out, keyColumn(b)...)
		case paper.Table:
			if at := slices.Index(b.Head, "Key"); at >= 0 {
				for _, row := range b.Rows {
					out = append(out, row[at])
				}
			}
		}
	}
	return out
}
