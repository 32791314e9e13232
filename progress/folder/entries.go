// Entries: the facts of a record as text. Each has a key that says what it is, whatever number it has in its record: two records are
// merged and compared by these keys.

package folder

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/file"
	"probity/progress/journal/parallel"
	"probity/progress/journal/tables"
)

// entry is a fact of any kind, known or not, as it stands in a record.
type entry struct {
	text  []byte // from its header on, without blank lines after it
	table string
	seq   int64
	at    time.Time
	fact  progress.Fact // nil for an answer, of which there are many, and for an unknown kind
	given given         // what an answer was given to; zero for other kinds
	key   key
	link  link
}

// key is what an entry is: the same on every machine that has it.
type key struct {
	what [16]byte // of all its fields but its number
	nth  int      // among those of its record that are alike: a setting may go to and fro within a second
}

// link is how one entry names another.
type link struct {
	progress.Link
	to key // what the other is; zero if there is none before this one
}

// readEntries returns the entries of a record in the order of seq. A torn tail is passed over; other damage is a
// *CorruptError.
func readEntries(path string) ([]entry, error) {
	entries, err := readUnkeyed(path)
	return withKeys(entries), err
}

// readUnkeyed is readEntries without the keys.
func readUnkeyed(path string) ([]entry, error) {
	f, err := disk.OpenRegular(path)
	if err != nil {
		return nil, file.Unreadable(path, err)
	}
	defer f.Close()
	s, err := file.Inspect(everyKind(), f, path)
	if err != nil {
		return nil, err
	}
	return entriesIn(f, s, path)
}

// entriesIn returns the entries of a record that was inspected, without the keys.
func entriesIn(f io.ReaderAt, s file.State, path string) (entries []entry, err error) {
	entries = make([]entry, 0, max(0, min(s.Seq, s.Size/leastEntry))) // about as many as there are
	err = parallel.InOrder(atATime, func(deliver func(whole) error) error {
		return file.ReadPieces(f, s, path, func(text []byte, p tables.Piece) error { return deliver(whole{text, p}) })
	}, whole.entry, func(e entry) error { entries = append(entries, e); return nil })
	return entries, err
}

// leastEntry is about as many bytes as the shortest entry has.
const leastEntry = 50

// atATime is how many entries are worked on together: enough to keep all cores busy.
const atATime = 1 << 10

// whole is a whole fact with its text.
type whole struct {
	text  []byte
	piece tables.Piece
}

func (w whole) entry() (entry, error) { return entryOf(w.text, w.piece) }

// readDamaged returns the whole entries of a damaged record, in the order of seq.
func readDamaged(path string) ([]entry, error) {
	var entries []entry
	kinds := everyKind()
	err := eachStretch(path, func(stretch []byte) {
		if p := tables.Parse(kinds, stretch); p.Size > 0 {
			if e, err := entryOf(stretch[:p.Size], p); err == nil {
				entries = append(entries, e)
			}
		}
	})
	if err != nil {
		return nil, file.Unreadable(path, err)
	}
	return withKeys(entries), nil
}

func entryOf(text []byte, p tables.Piece) (entry, error) {
	header, body, _ := bytes.Cut(text, []byte("\n"))
	table, _ := tables.TableName(header)
	e := entry{text: bytes.TrimRight(text, "\r\n"), table: table, seq: p.Seq}
	if p.Fact == nil {
		var err error
		_, e.at, err = tables.DecodeStamp(string(body))
		e.key.what = digest(withoutLine(e.text, "seq"))
		return e, err
	}
	_, e.at = progress.Stamp(p.Fact)
	if a, many := p.Fact.(progress.Answer); many {
		e.given = given{a.Sitting, a.Situation()}
	} else {
		e.fact = p.Fact
	}
	var bare progress.Fact
	e.link.Link, bare = progress.LinkOf(p.Fact)
	plain, err := tables.Encode(progress.Stamped(bare, 0, e.at))
	e.key.what = digest(plain)
	return e, err
}

func digest(parts ...[]byte) (what [16]byte) {
	sum := sha256.Sum256(bytes.Join(parts, nil))
	return [16]byte(sum[:])
}

// withKeys puts entries in the order of seq and completes their keys. An entry that stands twice under one number is there once.
func withKeys(entries []entry) []entry {
	slices.SortStableFunc(entries, func(x, y entry) int { return cmp.Compare(x.seq, y.seq) })
	k := keyer{entries: entries, alike: make(map[[16]byte]int, len(entries)), named: map[progress.Target]key{}}
	for _, e := range entries {
		if e.names() {
			k.named[e.link.Target] = key{}
		}
	}
	for i := range entries {
		if !entries[i].names() {
			k.complete(i)
		}
	}
	for i := range entries { // what these name has its key by now; one reflection names an earlier one
		if e := &entries[i]; e.names() {
			e.link.to = k.named[e.link.Target]
			e.key.what = digest(e.key.what[:], fmt.Append(nil, e.link.to))
			k.complete(i)
		}
	}
	return slices.DeleteFunc(entries, func(e entry) bool { return e.key.nth == repeated })
}

// names reports whether an entry is of a kind that names another by number.
func (e entry) names() bool { return e.link.Field != "" }

// keyer completes the keys of entries.
type keyer struct {
	entries []entry                 // in the order of seq
	alike   map[[16]byte]int        // how many entries have these fields
	named   map[progress.Target]key // of what others name; a zero key until it is known
}

// repeated takes the place of the count in the key of an entry that stands twice under one number.
const repeated = -1

// complete counts an entry among those that are alike, and notes its key for those that name it.
func (k *keyer) complete(i int) {
	e := &k.entries[i]
	if k.repeats(i) {
		e.key.nth = repeated
		return
	}
	e.key.nth = k.alike[e.key.what]
	k.alike[e.key.what]++
	here := progress.Target{Table: e.table, Seq: e.seq}
	if known, isNamed := k.named[here]; isNamed && known == (key{}) {
		k.named[here] = e.key
	}
}

// repeats reports whether the same entry stands before this one under the same number.
func (k *keyer) repeats(i int) bool {
	e := k.entries[i]
	for before := i - 1; before >= 0 && k.entries[before].seq == e.seq; before-- {
		if k.entries[before].key.what == e.key.what {
			return true
		}
	}
	return false
}

// withoutLine returns the text of an entry without the line of a key of its own.
func withoutLine(text []byte, name string) []byte {
	start, end := lineOf(text, name)
	return slices.Concat(text[:start], text[end:])
}

// lineOf returns where the line of an entry's own key begins and ends; twice the same place if there is none.
func lineOf(text []byte, name string) (start, end int) {
	for start = lineLength(text) + 1; start < len(text); start = end {
		line := text[start:]
		line = line[:lineLength(line)]
		end = min(start+len(line)+1, len(text))
		if bytes.HasPrefix(bytes.TrimSpace(line), []byte("[")) { // a table within the entry: its keys are not the entry's own
			break
		}
		found, _, ok := strings.Cut(string(line), "=")
		if ok && strings.Trim(found, " \t\"'") == name {
			return start, end
		}
	}
	return 0, 0
}

// withNumber returns the text of an entry with a number for a key of its own, if it has that.
func withNumber(text []byte, name string, number int64) []byte {
	start, end := lineOf(text, name)
	if start == end {
		return text
	}
	line := fmt.Appendf(nil, "%s = %d", name, number)
	if end < len(text) || text[end-1] == '\n' {
		line = append(line, '\n')
	}
	return slices.Concat(text[:start], line, text[end:])
}

// lineLength returns the length of the first line without its line break.
func lineLength(text []byte) int {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i
	}
	return len(text)
}
