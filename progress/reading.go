// A reading of the record: the facts as they stood at one moment, one after the other, for what must not hold them all.

package progress

import (
	"cmp"
	"errors"
	"slices"
)

// Source is a record as it stood when it was opened.
type Source interface {
	// Each hands over the facts of known kinds, the same each time, and ends early with the error that deliver returns.
	Each(deliver func(Fact) error) error
	// Close ends it.
	Close() error
}

// Reading is the record as it stood when the reading began. It is read from its source as often as asked; in memory it keeps
// only what decides which answers count. Close it when done.
type Reading struct {
	Learner Learner
	Schema  int64 // the version of the record's format

	source   Source
	fold     *fold
	kinds    map[string]Kind // of the sittings, by id
	replaced map[int64]bool  // reflections that a later one replaces, by seq
	last     int64           // the highest number so far
	sorted   []Fact          // all of them, where the file's order is not that of seq; else nil
}

// errDisordered is a record whose entries do not stand in the order of seq.
var errDisordered = errors.New("the entries are not in the order of seq")

// NewReading begins a reading. Where it can't, the source is closed.
func NewReading(l Learner, schema int64, source Source) (*Reading, error) {
	d := &Reading{Learner: l, Schema: schema, source: source}
	d.begin()
	err := source.Each(d.next)
	if errors.Is(err, errDisordered) {
		err = d.sort()
	}
	if err != nil {
		return nil, errors.Join(err, source.Close())
	}
	return d, nil
}

// Close ends the reading.
func (d *Reading) Close() error { return d.source.Close() }

// Each hands over the facts of known kinds in the order of seq, and ends early with the error that deliver returns.
func (d *Reading) Each(deliver func(Fact) error) error {
	if d.sorted == nil {
		return d.source.Each(deliver)
	}
	for _, fact := range d.sorted {
		if err := deliver(fact); err != nil {
			return err
		}
	}
	return nil
}

// Counts reports whether an answer counts: it was not taken back, and if it belongs to an assessment, that was handed in and
// it is the last one given to its situation there.
func (d *Reading) Counts(a Answer) bool { return d.fold.counts(a) }

// Undone reports whether an answer was taken back.
func (d *Reading) Undone(a Answer) bool { return d.fold.undone[a.Seq] }

// Replaced reports whether a later reflection stands in for this one.
func (d *Reading) Replaced(r Reflection) bool { return d.replaced[r.Seq] }

// Kind returns what a sitting is for; "" if the record doesn't say.
func (d *Reading) Kind(sitting string) Kind { return d.kinds[sitting] }

func (d *Reading) begin() {
	d.fold, d.kinds, d.replaced, d.last = newFold(), map[string]Kind{}, map[int64]bool{}, 0
	d.fold.tally = nil // it is not asked for
}

// next takes the next fact if it is in its place.
func (d *Reading) next(fact Fact) error {
	seq := Seq(fact)
	if seq <= d.last {
		return errDisordered
	}
	d.last = seq
	d.take(fact)
	return nil
}

// take keeps what decides which answers count.
func (d *Reading) take(fact Fact) {
	d.fold.take(fact)
	switch f := fact.(type) {
	case Sitting:
		if d.kinds[f.ID] == "" {
			d.kinds[f.ID] = f.Kind
		}
	case Reflection:
		if f.Replaces < f.Seq {
			d.replaced[f.Replaces] = true
		}
	}
}

// sort reads the whole record into memory: it was joined or edited by hand. What stands twice is there once.
func (d *Reading) sort() error {
	d.begin()
	var all []Fact
	if err := d.source.Each(func(f Fact) error { all = append(all, f); return nil }); err != nil {
		return err
	}
	slices.SortStableFunc(all, func(x, y Fact) int { return cmp.Compare(Seq(x), Seq(y)) })
	for _, fact := range all {
		added := false
		if d.sorted, added = insert(d.sorted, fact, Seq); added {
			d.take(fact)
		}
	}
	return nil
}
