package exchange_test

import (
	"slices"
	"testing"

	"probity/scenarios/exchange"
)

func TestPathsOfCategories(t *testing.T) {
	for path, want := range map[string][]string{
		"":                        nil,
		"$course$":                nil,
		"$course$/top":            nil,
		"$system$/top/On call":    {"On call"},
		"On call/A//B":            {"On call", "A/B"},
		"$course$/top/top/x":      {"top", "x"},
		"$course$/ //a// / b":     {"/a/", "b"},
		"$course$/top/$course$/a": {"$course$", "a"},
	} {
		if got := exchange.Categories(path); !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", path, got, want)
		}
	}
	for _, names := range [][]string{nil, {"a"}, {"top"}, {"top", "top"}, {"$course$", "top"}, {"/", "a/", "/b", "c // d"}} {
		path := exchange.CategoryPath(names)
		if got := exchange.Categories(path); !slices.Equal(got, names) {
			t.Errorf("%q comes back from %q as %q", names, path, got)
		}
	}
}
