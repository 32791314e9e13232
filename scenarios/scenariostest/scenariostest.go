// Package scenariostest gives tests one situation of each format, so that whatever depends on the format is tried with all.
package scenariostest

import (
	"embed"
	"io/fs"
	"os"
	"testing"

	"probity/scenarios"
	"probity/scenarios/pack"
)

//go:embed formats families outside
var folder embed.FS

// Pack is a small pack for the UK with one situation of each format, whose id is the format's name.
func Pack(t testing.TB) *pack.Pack { return load(t, "formats", nil) }

// Families is a small pack of families for the UK and Ireland: a choice of one in which a fact changes and the key does not
// ("a-request"), a choice of several ("three-steps"), a ranking with a turn for each country ("an-order"), a rating ("four-ways"), and
// one situation that is told alone ("told-alone").
func Families(t testing.TB) *pack.Pack { return load(t, "families", nil) }

// Merged is Library with the pack of families merged in, as somebody has it who was given a pack that nobody signed.
func Merged(t testing.TB) *pack.Pack {
	t.Helper()
	base, err := Library()
	if err != nil {
		t.Fatal(err)
	}
	return load(t, "families", base)
}

func load(t testing.TB, name string, base *pack.Pack) *pack.Pack {
	t.Helper()
	at, err := fs.Sub(folder, name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Load(at, base)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Small is the pack of a few situations in scenarios/pack/testdata/small, the folder of which is given. Its assessment has a situation of
// each format, so that one paper shows them all: fewer single best answers than the loader lets a pack ask for.
func Small(dir string) (*pack.Pack, error) {
	p, err := pack.Load(os.DirFS(dir), nil)
	if err == nil {
		p.Assessment.Formats = map[string]int{"best": 1, "choose": 1, "rank": 1, "rate": 1}
	}
	return p, err
}

// Each runs a test for the situation of every format, with what the table expects of it by the format's name. A format that the
// table or the pack lacks fails, so that no format is forgotten where it has to be served.
func Each[T any](t *testing.T, table map[string]T, test func(t *testing.T, s *scenarios.Situation, want T)) {
	t.Helper()
	p := Pack(t)
	for _, f := range scenarios.Formats() {
		t.Run(f.Name(), func(t *testing.T) {
			s, found := p.Bank.Situation(f.Name())
			if !found || s.Format != f {
				t.Fatalf("there is no situation of this format to try: add scenarios/scenariostest/formats/scenarios/names/%s.toml", f.Name())
			}
			want, listed := table[f.Name()]
			if !listed {
				t.Fatal("the table does not say what is expected of this format: see that it is served here, and add it")
			}
			test(t, s, want)
		})
	}
}
