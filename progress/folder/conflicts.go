// Conflicts: where two records that are merged tell different stories. Nothing is decided here; both sides are kept, and the
// rules of the fold say which one counts.

package folder

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"probity/progress"
)

// conflicts names them, each in a sentence.
func conflicts(b both) []string {
	var found []string
	if ours, theirs := b.ourHead.Learner, b.theirHead.Learner; ours != theirs {
		found = append(found, fmt.Sprintf("Your record began with the role %q and the country %q, the file with %q and %q. "+
			"Your record's are kept.", ours.Role, ours.Jurisdiction, theirs.Role, theirs.Jurisdiction))
	}
	found = append(found, rivals(lacking(b.ours, b.theirs), lacking(b.theirs, b.ours))...)
	return append(found, differences(b.ours, b.theirs)...)
}

// subject is what only one fact may speak of.
type subject struct {
	table, name string
	at          time.Time // for what may be said again at another time
}

// about returns what a fact speaks of alone; false if others may speak of it too.
func about(e entry) (subject, bool) {
	switch f := e.fact.(type) {
	case progress.Sitting:
		return subject{table: e.table, name: f.ID}, true
	case progress.Submit:
		return subject{table: e.table, name: f.Sitting}, true
	case progress.Setting:
		return subject{table: e.table, name: f.Name, at: f.At}, true
	}
	return subject{}, false
}

// rivals are the subjects on which the one record says this and the other that.
func rivals(onlyOurs, onlyTheirs []entry) []string {
	said := map[subject]bool{}
	for _, e := range onlyOurs {
		if s, alone := about(e); alone {
			said[s] = true
		}
	}
	var found []string
	for _, e := range onlyTheirs {
		if s, alone := about(e); alone && said[s] {
			found = append(found, s.sentence())
			said[s] = false
		}
	}
	return found
}

func (s subject) sentence() string {
	switch s.table {
	case progress.Sitting{}.Table():
		return fmt.Sprintf("The sitting %q is in both, and is not the same in both. Both are kept; the first counts.", s.name)
	case progress.Submit{}.Table():
		return fmt.Sprintf("The assessment %q was handed in in both, not in the same way. Both are kept; the first counts.", s.name)
	}
	return fmt.Sprintf("The setting %q was given two values at %s. Both are kept; the later in the record counts.",
		s.name, s.at.Format("15:04:05 on 2 January 2006 MST"))
}

// differences are what the records say differently of what both have: its wording as text, and its order.
func differences(ours, theirs []entry) []string {
	other := make(map[key]int, len(theirs))
	for i, e := range theirs {
		other[e.key] = i
	}
	var found []string
	var order []key
	for _, e := range ours {
		i, ok := other[e.key]
		if !ok {
			continue
		}
		o := theirs[i]
		order = append(order, e.key)
		if !bytes.Equal(e.bare(), o.bare()) {
			found = append(found, fmt.Sprintf("Entry %d of your record is entry %d of the file, and one of them was edited by hand. "+
				"The longer one is kept.", e.seq, o.seq))
		}
	}
	held := places(ours)
	var shared []key
	for _, e := range theirs {
		if held[e.key] {
			shared = append(shared, e.key)
		}
	}
	if !slices.Equal(shared, order) {
		found = append(found, "The two have the same entries in different orders, as after an edit by hand. They are put in the order of time.")
	}
	return found
}
