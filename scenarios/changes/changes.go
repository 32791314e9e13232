// Package changes says what differs between two versions of a pack for those who learn with it: which revisions have to be raised, which
// keys have moved, and what learners will notice. It compares; what a change means to an answer of the past is the record's to know.
package changes

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// Kind is what a change asks of the author.
type Kind string

// The kinds, in the order in which an author wants them.
const (
	Raise   Kind = "raise"   // a revision has to be raised before the pack is given out
	Keep    Kind = "keep"    // something has to be written down, or kept, for the records of learners
	Look    Kind = "look"    // the author knows whether it means something else
	Key     Kind = "key"     // a key has moved
	Notice  Kind = "notice"  // learners will notice
	Wording Kind = "wording" // only wording
)

// Kinds lists them.
func Kinds() []Kind { return []Kind{Raise, Keep, Look, Key, Notice, Wording} }

// Title is the heading over the changes of a kind.
func (k Kind) Title() string {
	switch k {
	case Raise:
		return "To raise"
	case Keep:
		return "To keep for records"
	case Look:
		return "To look at"
	case Key:
		return "Keys moved"
	case Notice:
		return "What learners will notice"
	}
	return "Only wording"
}

// Explains says what a kind is about, in a sentence; "" where its title does.
func (k Kind) Explains() string {
	switch k {
	case Raise:
		return "Where a revision is not raised, answers given before are read beside another question, pooled with those to it, and left out of certificates if their marks no longer agree."
	case Keep:
		return "Records name what was answered by what the pack says of it."
	case Look:
		return "No program can tell what these mean to you; nothing has to be done where they mean the same."
	}
	return ""
}

// Change is one difference.
type Change struct {
	Kind    Kind   `json:"kind"`
	Subject string `json:"subject"` // a situation, variant, clause or other by its id in the pack
	Says    string `json:"says"`
	Paste   string `json:"paste,omitempty"` // lines of TOML to be put where it says
}

// errOtherPack is that two versions have different ids: what was answered in one is nothing to the other.
var errOtherPack = errors.New("they are different packs")

// Between lists what differs between two versions of a pack, both merged into the same base: by kind, then in the order of the packs.
func Between(before, after, base *pack.Pack) ([]Change, error) {
	was, is := own(before, base), own(after, base)
	if was.id != is.id {
		return nil, fmt.Errorf("%w: the id of one is %q and of the other %q, and answers are recorded under it", errOtherPack, was.id, is.id)
	}
	d := &differences{was: was, is: is}
	d.families()
	d.indexes()
	d.clauses()
	d.version()
	slices.SortStableFunc(d.all, func(x, y Change) int {
		return cmp.Compare(slices.Index(Kinds(), x.Kind), slices.Index(Kinds(), y.Kind))
	})
	return d.all, nil
}

// version is what a pack has of its own.
type version struct {
	pack     *pack.Pack
	id       string
	families []*scenarios.Family
	sources  []*guidance.Source
}

// own is what a merged pack adds to its base.
func own(p, base *pack.Pack) version {
	v := version{pack: p}
	if len(p.Merged) > len(base.Merged) {
		v.id = p.Merged[len(p.Merged)-1].ID
	}
	for _, f := range p.Bank.Families() {
		if _, known := base.Bank.Family(f.ID); !known {
			v.families = append(v.families, f)
		}
	}
	for _, s := range p.Guidance.Sources() {
		if _, known := base.Guidance.Source(s.ID); !known {
			v.sources = append(v.sources, s)
		}
	}
	return v
}

// family finds one of the version's own.
func (v version) family(id string) *scenarios.Family {
	if i := slices.IndexFunc(v.families, func(f *scenarios.Family) bool { return f.ID == id }); i >= 0 {
		return v.families[i]
	}
	return nil
}

// gone reports whether gone.toml names a situation.
func (v version) gone(id string) bool {
	return slices.ContainsFunc(v.pack.Bank.AllGone(), func(g scenarios.Gone) bool { return g.ID == id })
}

// differences are those found so far.
type differences struct {
	was, is version
	all     []Change
}

// note adds a change. The subject loses the pack's own prefix: an author knows it without.
func (d *differences) note(kind Kind, subject, format string, args ...any) {
	d.all = append(d.all, Change{Kind: kind, Subject: d.plain(subject), Says: fmt.Sprintf(format, args...)})
}

// version notes that something has changed under the same version.
func (d *differences) version() {
	was, is := d.was.pack.Merged[len(d.was.pack.Merged)-1], d.is.pack.Merged[len(d.is.pack.Merged)-1]
	if len(d.all) > 0 && was.Version == is.Version {
		d.note(Look, pack.ManifestName, "the version is %s in both, and records say which was answered: raise it before you give the pack out", is.Version)
	}
}

// plain is an id without the pack's prefix.
func (d *differences) plain(id string) string { return strings.TrimPrefix(id, d.is.id+":") }

// ids are several, in a line.
func (d *differences) ids(all []string) string {
	if len(all) == 0 {
		return "nothing"
	}
	var out []string
	for _, id := range all {
		out = append(out, d.plain(id))
	}
	return strings.Join(out, ", ")
}
