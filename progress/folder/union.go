// Union: what a record that is kept in some other store, and a file that was handed over, come to together.

package folder

import (
	"bytes"

	"probity/progress"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// Kept is a record as another store than a folder keeps it.
type Kept struct {
	Learner progress.Learner
	Exists  bool            // there is such a record
	Facts   []progress.Fact // in the order of their numbers
	Erased  []string        // the marks of the reflections that its learner erased: see progress.Reflection.ID
}

// Union is what merging a file does to a record in another store: a stretch at its end gives way to another, which holds it. Of a file that only
// goes on where the record ends, nothing gives way.
type Union struct {
	Merged
	Head    progress.Learner // with which the record begins
	After   int64            // the number of the last fact of the record; 0 for none
	Forget  []int64          // what gives way, by its numbers
	Append  []progress.Fact  // what comes after the last fact, numbered from After on, each link by the number that is right then
	Unknown int              // entries of the file that are left out, since this version does not know their kind
}

// Unite compares a record with the text of a file, which is called name, by the rules of Folder.Merge. Its errors are *NotDoneError.
func Unite(ours Kept, name string, text []byte) (Union, error) {
	b := both{exists: ours.Exists, ourHead: tables.Head{Schema: tables.Schema, Learner: ours.Learner}}
	s, err := file.InspectText(everyKind(), text, name)
	err = b.begin(s, name, err, func() ([]entry, error) { return entriesIn(bytes.NewReader(text), s, name) })
	if err != nil {
		return Union{}, notMerged(noRecordOf(name, err, func() string { return kindOf(text) }))
	}
	if b.ours, err = entriesOf(ours.Facts); err != nil {
		return Union{}, notMerged(err)
	}
	unknown := b.leaveUnknown()
	b.pair(ours.Erased)
	u := Union{Merged: b.compared(name), Head: ours.Learner, Unknown: unknown}
	u.Record = b.theirHead.Record
	if !ours.Exists {
		u.Head = b.theirHead.Learner
	}
	if n := len(b.ours); n > 0 {
		u.After = b.ours[n-1].seq
	}
	if u.New > 0 {
		err = u.weave(b)
	}
	return u, err
}

// entriesOf are facts as entries.
func entriesOf(facts []progress.Fact) ([]entry, error) {
	entries := make([]entry, 0, len(facts))
	for _, fact := range facts {
		text, err := tables.Encode(fact)
		if err != nil {
			return nil, err
		}
		e, err := entryOf(text[1:], tables.Piece{Fact: fact, Seq: progress.Seq(fact)})
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return withKeys(entries), nil
}

// leaveUnknown takes out of the file's entries those whose kind a record's store does not know, and returns how many they are.
func (b *both) leaveUnknown() (left int) {
	kinds, known := recordKinds(), b.theirs[:0:0]
	for _, e := range b.theirs {
		if _, ok := kinds[e.table]; ok {
			known = append(known, e)
		}
	}
	left = len(b.theirs) - len(known)
	b.theirs = known
	return left
}

// weave finds what of the record gives way, and to what: whatever stands behind the first entry that is not where it was.
func (u *Union) weave(b both) error {
	woven := weave(b.ours, allBut(b.theirs, b.again))
	stays := 0
	for stays < min(len(woven), len(b.ours)) && woven[stays].key == b.ours[stays].key {
		stays++
	}
	for _, e := range b.ours[stays:] {
		u.Forget = append(u.Forget, e.seq)
	}
	numbers := map[key]int64{{}: 0}
	for _, e := range b.ours[:stays] {
		numbers[e.key] = e.seq
	}
	for i, e := range woven[stays:] {
		numbers[e.key] = u.After + int64(i) + 1
	}
	kinds := recordKinds()
	for _, e := range woven[stays:] {
		text := withNumber(e.text, "seq", numbers[e.key])
		if e.link.Field != "" {
			text = withNumber(text, e.link.Field, numbers[e.link.to])
		}
		p := tables.Parse(kinds, append(text, '\n'))
		if p.Fact == nil {
			return notMerged(errSame)
		}
		u.Append = append(u.Append, p.Fact)
	}
	return nil
}
