// Entries: the facts of a record as text, each with what it is whatever number it has there. Merging two records and
// telling what one has and the other lacks both go by that.

package folder

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// entry is a fact of any kind, known or not, as it stands in a record.
type entry struct {
	text  []byte // from its header on, without blank lines after it
	table string
	seq   int64
	at    time.Time
	fact  progress.Fact // nil for an answer, of which there are many, and for an unknown kind
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
	f, err := disk.OpenRegular(path)
	if err != nil {
		return nil, file.Unreadable(path, err)
	}
	defer f.Close()
	s, err := file.Inspect(everyKind(), f, path)
	if err != nil {
		return nil, err
	}
	var entries []entry
	err = file.ReadPieces(f, s, path, func(text []byte, p tables.Piece) error {
		e, err := entryOf(text, p)
		entries = append(entries, e)
		return err
	})
	if err != nil {
		return nil, err
	}
	return identified(entries), nil
}

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
	return identified(entries), nil
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
	if _, many := p.Fact.(progress.Answer); !many {
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

// identified puts entries in the order of seq and completes their keys: one that names another by number is known by what
// that is, and those that are alike are counted. One that stands twice under one number is there once.
func identified(entries []entry) []entry {
	slices.SortStableFunc(entries, func(x, y entry) int { return cmp.Compare(x.seq, y.seq) })
	c := counter{count: make(map[[16]byte]int, len(entries)), named: map[progress.Target]key{}}
	for _, e := range entries {
		if e.link.Field != "" {
			c.named[e.link.Target] = key{}
		}
	}
	for i := range entries {
		if entries[i].link.Field == "" {
			c.complete(entries, i)
		}
	}
	for i := range entries { // now that what they name is known; one reflection names an earlier one
		if e := &entries[i]; e.link.Field != "" {
			e.link.to = c.named[e.link.Target]
			e.key.what = digest(e.key.what[:], fmt.Append(nil, e.link.to))
			c.complete(entries, i)
		}
	}
	return slices.DeleteFunc(entries, func(e entry) bool { return e.key.nth == repeated })
}

// counter counts entries that are alike, and keeps the keys of those that others name.
type counter struct {
	count map[[16]byte]int
	named map[progress.Target]key
}

// repeated is the count of an entry that stands twice under one number.
const repeated = -1

func (c *counter) complete(entries []entry, i int) {
	e := &entries[i]
	for k := i - 1; k >= 0 && entries[k].seq == e.seq; k-- {
		if entries[k].key.what == e.key.what {
			e.key.nth = repeated
			return
		}
	}
	e.key.nth = c.count[e.key.what]
	c.count[e.key.what]++
	if to, ok := c.named[progress.Target{Table: e.table, Seq: e.seq}]; ok && to == (key{}) {
		c.named[progress.Target{Table: e.table, Seq: e.seq}] = e.key
	}
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
