// Reading the whole record: in chunks, on all cores, handing over the facts in the order they stand in.

package file

import (
	"bytes"
	"io"
	"runtime"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/parallel"
	"probity/progress/journal/tables"
)

// ReadAll hands every fact of known kind to deliver. A torn tail is passed over; earlier damage is a *CorruptError. In a
// record of a newer schema whatever can't be read is passed over, since this version can't tell what is damage.
func ReadAll(kinds journal.Kinds, path string, deliver func(progress.Fact)) error {
	_, err := readNumbered(kinds, path, func(fact progress.Fact, _ int64) error {
		if fact != nil {
			deliver(fact)
		}
		return nil
	})
	return err
}

// reads returns nil if a file reads whole.
func (r *Store) reads(path string) error { return ReadAll(r.kinds, path, func(progress.Fact) {}) }

// readNumbered is ReadAll for every fact with its number; one of unknown kind is nil. It ends early with the error that deliver
// returns. It returns the last fact as it stands in the file.
func readNumbered(kinds journal.Kinds, path string, deliver func(fact progress.Fact, seq int64) error) (end stretch, err error) {
	f, err := disk.OpenRegular(path)
	if err != nil {
		return end, Unreadable(path, err)
	}
	defer f.Close()
	s, err := Inspect(kinds, f, path)
	if err != nil {
		return end, err
	}
	if s.last > 0 {
		end = stretch{from: s.last, text: make([]byte, s.End-s.last)}
		if _, err := f.ReadAt(end.text, end.from); err != nil {
			return end, Unreadable(path, err)
		}
	}
	return end, ReadPieces(f, s, path, func(_ []byte, p tables.Piece) error { return deliver(p.Fact, p.Seq) })
}

// ReadPieces hands over every whole fact, of whatever kind, with its text, as ReadAll does. It ends early with the error
// that deliver returns.
func ReadPieces(f io.ReaderAt, s State, path string, deliver func(text []byte, p tables.Piece) error) error {
	j := judge{path: path, lenient: s.Newer()}
	chunks := tables.NewChunker(io.NewSectionReader(f, s.Start, s.Size-s.Start), 1+countLines(f, s.Start))
	parse := func(c tables.Chunk) (parsed, error) {
		stretches := tables.Split(c.Text)
		p := parsed{c, make([]tables.Piece, len(stretches))}
		for i, stretch := range stretches {
			p.pieces[i] = tables.Parse(s.kinds, stretch)
		}
		return p, nil
	}
	return parallel.InOrder(runtime.GOMAXPROCS(0), eachOf(chunks, path), parse, func(p parsed) error { return j.take(p, deliver) })
}

// parsed is a chunk and what was found in it.
type parsed struct {
	tables.Chunk
	pieces []tables.Piece
}

// eachOf hands over all chunks of the file at a path.
func eachOf(chunks *tables.Chunker, path string) func(func(tables.Chunk) error) error {
	return func(deliver func(tables.Chunk) error) error {
		for {
			c, err := chunks.Next()
			if err != nil {
				return Unreadable(path, err)
			}
			if len(c.Text) == 0 {
				return nil
			}
			if err := deliver(c); err != nil {
				return err
			}
		}
	}
}

// judge tells a torn tail from corruption. One broken end is what a cut write leaves; a broken stretch with a whole fact or
// a second broken one after it is not, and what no cut can have made never is.
type judge struct {
	path    string
	lenient bool
	broken  *CorruptError
}

func (j *judge) take(c parsed, deliver func([]byte, tables.Piece) error) error {
	offset := 0
	for _, p := range c.pieces {
		if j.broken != nil && !p.Loose && !j.lenient {
			return j.broken
		}
		if p.Size > 0 {
			if err := deliver(c.Text[offset:offset+p.Size], p); err != nil {
				return err
			}
		}
		if p.Problem != nil && j.broken == nil {
			j.broken = corrupt(j.path, c.Line+bytes.Count(c.Text[:offset+p.Size], []byte("\n")), p.Problem)
			if !p.Torn && !j.lenient {
				return j.broken
			}
		}
		offset += p.Length
	}
	return nil
}

// countLines returns how many lines end before offset.
func countLines(f io.ReaderAt, offset int64) int {
	lines := 0
	buf := make([]byte, 64<<10)
	for at := int64(0); at < offset; {
		n, err := f.ReadAt(buf[:min(int64(len(buf)), offset-at)], at)
		lines += bytes.Count(buf[:n], []byte("\n"))
		at += int64(n)
		if err != nil {
			break
		}
	}
	return lines
}
