// Reading the whole record: in chunks, on all cores, handing over the facts in the order they stand in.

package progress

import (
	"bytes"
	"io"
	"runtime"
	"sync"
)

// readAll hands every fact of known kind to deliver. A torn tail is passed over; earlier damage is a *CorruptError. In a
// record of a newer schema whatever can't be read is passed over, since this version can't tell what is damage.
func readAll(kinds KindsRegister, path string, deliver func(Fact)) error {
	return readNumbered(kinds, path, func(fact Fact, _ int64) error {
		if fact != nil {
			deliver(fact)
		}
		return nil
	})
}

// readNumbered is readAll for every fact with its number; one of unknown kind is nil. It ends early with the error that deliver
// returns.
func readNumbered(kinds KindsRegister, path string, deliver func(fact Fact, seq int64) error) error {
	f, err := OpenFile(path)
	if err != nil {
		return unreadable(path, err)
	}
	defer f.Close()
	s, err := inspect(kinds, f, path)
	if err != nil {
		return err
	}
	return readPieces(f, s, path, func(_ []byte, p piece) error { return deliver(p.fact, p.seq) })
}

// readPieces hands over every whole fact, of whatever kind, with its text, as readAll does. It ends early with the error
// that deliver returns.
func readPieces(f io.ReaderAt, s state, path string, deliver func(text []byte, p piece) error) error {
	j := judge{path: path, lenient: s.newer()}
	from := newChunker(io.NewSectionReader(f, s.start, s.size-s.start), 1+countLines(f, s.start))
	for {
		chunks, err := several(from, runtime.GOMAXPROCS(0))
		if err != nil {
			return unreadable(path, err)
		}
		if len(chunks) == 0 {
			return nil
		}
		for i, pieces := range parseAll(s.kinds, chunks) {
			if err := j.take(chunks[i], pieces, deliver); err != nil {
				return err
			}
		}
	}
}

// several returns up to n chunks, fewer at the end.
func several(from *chunker, n int) ([]chunk, error) {
	var chunks []chunk
	for len(chunks) < n {
		c, err := from.next()
		if err != nil {
			return nil, err
		}
		if len(c.text) == 0 {
			break
		}
		chunks = append(chunks, c)
	}
	return chunks, nil
}

// parseAll reads chunks at the same time and returns when all are read.
func parseAll(kinds KindsRegister, chunks []chunk) [][]piece {
	all := make([][]piece, len(chunks))
	var wait sync.WaitGroup
	for i, c := range chunks {
		wait.Go(func() {
			for _, stretch := range split(c.text) {
				all[i] = append(all[i], parse(kinds, stretch))
			}
		})
	}
	wait.Wait()
	return all
}

// judge tells a torn tail from corruption. One broken end is what a cut write leaves; a broken stretch with a whole fact or
// a second broken one after it is not, and what no cut can have made never is.
type judge struct {
	path    string
	lenient bool
	broken  *CorruptError
}

func (j *judge) take(c chunk, pieces []piece, deliver func([]byte, piece) error) error {
	offset := 0
	for _, p := range pieces {
		if j.broken != nil && !p.loose && !j.lenient {
			return j.broken
		}
		if p.size > 0 {
			if err := deliver(c.text[offset:offset+p.size], p); err != nil {
				return err
			}
		}
		if p.problem != nil && j.broken == nil {
			j.broken = corrupt(j.path, c.line+bytes.Count(c.text[:offset+p.size], []byte("\n")), p.problem)
			if !p.torn && !j.lenient {
				return j.broken
			}
		}
		offset += p.length
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
