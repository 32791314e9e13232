// Merging: the facts of a record from another machine become part of this one.

package folder

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// Merged says what merging a file does, before or after it is done.
type Merged struct {
	Path        string
	Learner     progress.Learner // whom the file is about, as its beginning says
	Record      string           // of what could not be saved: the record that it was for, by its whole path; "" where the file does not say
	Own         bool             // that is this record
	Ours        progress.Learner // whom the record is about; zero without one
	OurFacts    int              // what the record holds, of any kind
	Facts       int              // what the file holds, of any kind
	Answers     int              // of these
	First, Last time.Time        // between which the file's answers were given; zero without any
	InCommon    int              // facts that both have
	New         int              // facts that the record lacks
	NewAnswers  int              // of these
	Erased      int              // reflections that are left out, since they were erased here
	Again       int              // answers that are left out, since the record has one to the same situation of the same practice
	Conflicts   []string         // where the two tell different stories, each in a sentence; both sides are kept
	Backup      string           // the record as it was before it was changed; "" if it was not
}

// Stranger reports whether the file may be someone else's: it has nothing in common with the record, though both hold something
// or they begin with different learners. A learner's first file from a second machine looks like that too. What could not be saved in this
// record is its learner's.
func (m Merged) Stranger() bool {
	another := m.Ours != (progress.Learner{}) && m.Learner != m.Ours
	return m.Facts > 0 && m.InCommon == 0 && !m.Own && (another || m.OurFacts > 0 || m.Anothers())
}

// Anothers reports whether the file says itself that it is another record's.
func (m Merged) Anothers() bool { return m.Record != "" && !m.Own }

// PreviewMerge says what Merge would do and changes nothing. Its errors are *NotDoneError.
func (r *Folder) PreviewMerge(path string) (Merged, error) {
	both, err := r.readBoth(path)
	if err != nil {
		return Merged{}, notMerged(err)
	}
	return r.compared(both, path), nil
}

// Merge makes the facts of a record from another machine part of this one: united by what they are, in the order of time and
// of each record's own seq, and numbered afresh. If there is nothing new the record stays as it is, to the byte. Otherwise
// it is backed up, rewritten, verified and replaced in one step. Without a record the file becomes the record. Its errors
// are *NotDoneError.
//
// Numbers of facts change: a History or a screen made before has to be made anew.
func (r *Folder) Merge(path string) (m Merged, err error) {
	if why, yes := r.ReadOnly(); yes {
		return m, notMerged(file.ReadOnly(why))
	}
	if err := r.disk.MakeFolders(filepath.Dir(r.file), disk.FolderMode); err != nil {
		return m, notMerged(err)
	}
	err = r.Alone(func() error { m, err = r.mergeLocked(path); return err })
	if err != nil {
		return Merged{}, notMerged(err)
	}
	return m, r.look()
}

func (r *Folder) mergeLocked(path string) (Merged, error) {
	b, err := r.readBoth(path)
	if err != nil {
		return Merged{}, err
	}
	m := r.compared(b, path)
	switch {
	case !b.exists:
		return m, r.takeWhole(path, b.erased)
	case m.New == 0:
		return m, nil
	}
	m.Backup, err = r.putTogether(weave(b.ours, allBut(b.theirs, b.again)))
	return m, err
}

// takeWhole makes a file the record, without what was erased here.
func (r *Folder) takeWhole(path string, erased []progress.Reflection) error {
	err := r.placeCopy(r.file, path)
	if err == nil && len(erased) > 0 {
		_, err = r.strike(r.file, erased, false)
	}
	return err
}

// putTogether puts entries in the place of those of the record, numbered from 1, and returns where the record was backed up.
func (r *Folder) putTogether(entries []entry) (backup string, err error) {
	head, backup, err := r.headBackedUp()
	if err != nil {
		return "", err
	}
	text := append(append(bytes.TrimRight(head, "\r\n"), '\n'), renumbered(entries)...)
	return backup, r.disk.Rewrite(r.file, text, func(path string) error { return readsAs(path, entries) })
}

// headBackedUp makes the record ready to be replaced, and returns what stands before its facts and where it was backed up.
// The record is closed again by then: Windows replaces no file that is open.
func (r *Folder) headBackedUp() (head []byte, backup string, err error) {
	f, err := r.disk.Open(r.file, os.O_RDWR, 0)
	if err != nil {
		return nil, "", err
	}
	defer f.Close()
	s, err := file.Inspect(everyKind(), f, r.path)
	if err != nil {
		return nil, "", err
	}
	now := r.now().UTC()
	if s.Torn() {
		if err := r.SetTornAside(f, s, now); err != nil {
			return nil, "", err
		}
	}
	if backup, err = r.backUpAsked(f, s.End, now); err != nil {
		return nil, "", err
	}
	head = make([]byte, s.Start)
	_, err = f.ReadAt(head, 0)
	return head, backup, err
}

// readsAs checks that a record holds these entries and no others, numbered from 1.
func readsAs(path string, want []entry) error {
	got, err := readEntries(path)
	if err != nil {
		return errors.Join(errSame, err)
	}
	same := slices.EqualFunc(got, want, func(x, y entry) bool { return x.key == y.key && x.link.to == y.link.to })
	for i, e := range got {
		same = same && e.seq == int64(i+1)
	}
	if !same {
		return errSame
	}
	return nil
}

// both are the record and the file to be merged into it.
type both struct {
	exists             bool // there is a record
	ourHead, theirHead tables.Head
	ours, theirs       []entry
	again              map[key]bool          // of theirs, what is left out: see answeredAgain
	erased             []progress.Reflection // in the file, and left out of theirs: they were erased here
}

// readBoth reads the two. The file must read whole but for a torn tail.
func (r *Folder) readBoth(path string) (b both, err error) {
	s, err := file.InspectRegular(everyKind(), path)
	if err = b.begin(s, path, err, func() ([]entry, error) { return readUnkeyed(path) }); err != nil {
		return b, noRecordOf(path, err, func() string { return otherKind(path) })
	}
	s, err = file.InspectRegular(everyKind(), r.file)
	if errors.Is(err, fs.ErrNotExist) {
		return b, r.pair(&b)
	}
	if err == nil && s.Newer() {
		err = file.ReadOnly(file.SentenceNewer(s.Head.Schema))
	}
	if err != nil {
		return b, err
	}
	b.exists, b.ourHead = true, s.Head
	if b.ours, err = readEntries(r.file); err != nil {
		return b, err
	}
	return b, r.pair(&b)
}

// begin takes what was found of the file, and its entries, unless it is no record that this version can read.
func (b *both) begin(s file.State, path string, err error, entries func() ([]entry, error)) error {
	switch {
	case err != nil:
		return err
	case s.Newer():
		return newerError{path, s.Head.Schema}
	case s.Head.Session != "":
		return tables.ErrOtherFile
	}
	b.theirHead = s.Head
	b.theirs, err = entries()
	return err
}

// pair makes what was read of the file comparable with the record's.
func (r *Folder) pair(b *both) error {
	marks, err := r.erased()
	b.pair(marks)
	return err
}

// pair leaves out of the file's entries what was erased here, by its marks, and finds what else is left out.
func (b *both) pair(erased []string) {
	b.theirs, b.erased = withoutErased(b.theirs, b.ours, erased)
	b.theirs = withKeys(b.theirs)
	b.again = answeredAgain(b.ours, b.theirs)
}

// compared says what the one has and the other lacks, and whether the file was for this record.
func (r *Folder) compared(b both, path string) Merged {
	m := b.compared(path)
	m.Record = b.theirHead.Record
	m.Own = m.Record != "" && m.Record == r.Whole()
	return m
}

// compared says what the one has and the other lacks.
func (b both) compared(path string) Merged {
	m := Merged{Path: path, Learner: b.theirHead.Learner, Ours: b.ourHead.Learner, OurFacts: len(b.ours), Facts: len(b.theirs) + len(b.erased), Erased: len(b.erased)}
	held := places(b.ours)
	for _, e := range b.theirs {
		isNew := !held[e.key] && !b.again[e.key]
		count(&m.New, isNew)
		count(&m.Again, b.again[e.key])
		count(&m.InCommon, held[e.key])
		if e.table == (progress.Answer{}).Table() {
			m.Answers++
			count(&m.NewAnswers, isNew)
			m.First, m.Last = spanWith(m.First, m.Last, e.at)
		}
	}
	if b.exists {
		m.Conflicts = conflicts(b)
	}
	return m
}

func count(n *int, yes bool) {
	if yes {
		*n++
	}
}

func notMerged(err error) error {
	outcome := "The file was not merged into your record"
	if errors.Is(err, disk.ErrUnsettled) {
		outcome = "The file is merged into your record, but it may not be after a power cut"
	}
	return &NotDoneError{Doing: "merging the records", Outcome: outcome, Err: err}
}
