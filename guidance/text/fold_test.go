package text

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFoldMakesTheSameOfWhatReadsTheSame(t *testing.T) {
	for want, same := range map[string][]string{
		"sile's":            {"Síle’s", "SI\u0301LE'S", "síleʼs", "sile‘s", "sile´s"},
		"over-share":        {"over‐share", "over‑share", "OVER–SHARE", "over−share", "over—share"},
		"social media":      {"social\u00a0media", "Social\u202fMedia", " social\r\nmedia ", "so\u00adcial me\u200bdia", "social\u202e media"},
		`"official" office`: {"“oﬃcial” office", "„official‟ Office", "«official» ｏｆｆｉｃｅ"},
		"strasse":           {"Straße", "STRASSE"},
		"علیرضا":            {"علی\u200cرضا"},
		"\uab70":            {"\u13a0", "\uab70"},
		"":                  {"", " \u00a0"},
	} {
		for _, s := range same {
			if got := Fold(s); got != want {
				t.Errorf("Fold(%+q) = %+q, want %+q", s, got, want)
			}
		}
	}
}

func TestFoldingIsDoneOnceForAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anything().Draw(t, "text")
		if once := Fold(s); Fold(once) != once {
			t.Errorf("%+q, %+q, %+q", s, once, Fold(once))
		}
	})
}
