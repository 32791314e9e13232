package pack

import (
	"io/fs"

	"probity/scenarios"
)

// goneFile is gone.toml: what left the library, so that a record still has a title for it.
type goneFile struct{ Gone []scenarios.Gone }

// readGone reads what left. Where nothing did there need be no file.
func (p *parts) readGone(in tree) {
	if _, err := fs.Stat(in, goneName); err != nil {
		return
	}
	var raw goneFile
	f, _, _ := open(in, goneName, &raw)
	p.indexFiles, p.gone = append(p.indexFiles, f), raw.Gone
	for i, g := range raw.Gone {
		at := position{"gone", i, ""}
		f.goodID(at, g.ID)
		f.present(at, g.ID, field{"title", g.Title}, field{"principle", g.Principle})
	}
}

// GoneLines is what gone.toml says of a situation that left.
func GoneLines(g scenarios.Gone) string {
	var t table
	t.line("[[gone]]")
	t.text("id", g.ID)
	t.text("title", g.Title)
	t.text("principle", g.Principle)
	return t.String()
}

// checkGone notes what is said to have left and is there, or is said twice.
func (p *parts) checkGone() {
	there, said := map[string]bool{}, map[string]bool{}
	for _, all := range p.situations {
		for _, s := range all {
			there[s.Family] = true
		}
	}
	for i, g := range p.gone {
		f, at := p.index(goneName), position{"gone", i, "id"}
		if there[g.ID] {
			f.note(at, g.ID, "id", "is the id of a situation that is there", "take it out of "+goneName+", or give the situation an id of its own")
		}
		if said[g.ID] {
			f.note(at, g.ID, "id", "is used twice", "name each situation that left once")
		}
		said[g.ID] = true
	}
}
