// Fingerprints: the same wording, found wherever it stands.

package owncopy

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"sort"
)

// fingerprint is the identity of a paragraph's letters. Its length lets a search slide along a document without knowing
// where paragraphs begin, its check makes that quick, and its digest, which differs from clause to clause, is the proof.
type fingerprint struct {
	length uint16
	check  uint16
	digest [16]byte
}

// fingerprintOf takes the fingerprint of a paragraph's letters for a clause. A paragraph of more than 65,535 letters has
// none.
func fingerprintOf(clause string, b []byte) (fingerprint, bool) {
	if len(b) == 0 || len(b) > 0xffff {
		return fingerprint{}, false
	}
	return fingerprint{uint16(len(b)), sumsOf(b).check(0, len(b)), digest(clause, b)}, true
}

// parseFingerprint reads a fingerprint as the library writes it: forty hexadecimal digits.
func parseFingerprint(written string) (f fingerprint, ok bool) {
	raw, err := hex.DecodeString(written)
	if err != nil || len(raw) != 4+len(f.digest) {
		return f, false
	}
	f = fingerprint{binary.BigEndian.Uint16(raw), binary.BigEndian.Uint16(raw[2:]), [16]byte(raw[4:])}
	return f, f.length > 0
}

func (f fingerprint) String() string {
	raw := binary.BigEndian.AppendUint16(nil, f.length)
	raw = binary.BigEndian.AppendUint16(raw, f.check)
	return hex.EncodeToString(append(raw, f.digest[:]...))
}

// is reports whether these are the letters that the fingerprint was taken of.
func (f fingerprint) is(clause string, b []byte) bool {
	return len(b) == int(f.length) && digest(clause, b) == f.digest
}

func digest(clause string, b []byte) [16]byte {
	sum := sha256.Sum256(slices.Concat([]byte(clause), []byte{0}, b))
	return [16]byte(sum[:])
}

// same finds the paragraph of a fingerprint in the document.
func (d *Document) same(clause string, f fingerprint) (span, bool) {
	n := int(f.length)
	for _, from := range d.letters.words {
		if from+n > len(d.letters.b) {
			break
		}
		if d.sums.check(from, from+n) == f.check && f.is(clause, d.letters.b[from:from+n]) {
			return span{from: from, to: from + n}, true
		}
	}
	return span{}, false
}

// How much a page's foot and head may put into the middle of a paragraph.
const (
	maxHole    = 4   // lines
	maxPageEnd = 300 // letters
)

// sameAround finds the paragraph of a fingerprint near a span, with up to maxHole lines in its middle left out.
func (d *Document) sameAround(near span, clause string, f fingerprint) (span, bool) {
	n := int(f.length)
	lines := d.letters.lines
	lines = lines[sort.SearchInts(lines, near.from-n-maxPageEnd):sort.SearchInts(lines, near.to+n+maxPageEnd)]
	for i, holeFrom := range lines {
		for _, holeTo := range lines[i+1 : min(i+1+maxHole, len(lines))] {
			if s, ok := d.sameWithout(holeFrom, holeTo, clause, f); ok {
				return s, true
			}
		}
	}
	return span{}, false
}

// sameWithout finds the paragraph of a fingerprint that goes on after a hole.
func (d *Document) sameWithout(holeFrom, holeTo int, clause string, f fingerprint) (span, bool) {
	n := int(f.length)
	words := d.letters.words
	for _, from := range words[sort.SearchInts(words, holeFrom-n+1):sort.SearchInts(words, holeFrom)] {
		to := from + n + holeTo - holeFrom
		if to > len(d.letters.b) || d.sums.join(from, holeFrom, holeTo, to) != f.check {
			continue
		}
		if f.is(clause, slices.Concat(d.letters.b[from:holeFrom], d.letters.b[holeTo:to])) {
			return span{from, to, holeFrom, holeTo}, true
		}
	}
	return span{}, false
}

// sums give the check of any run of letters at once: each is the polynomial of the letters before it.
type sums struct{ sum, power []uint64 }

// step is the polynomial's base: an odd number without pattern.
const step = 0x9e3779b97f4a7c15

func sumsOf(b []byte) sums {
	s := sums{make([]uint64, len(b)+1), make([]uint64, len(b)+1)}
	s.power[0] = 1
	for i, c := range b {
		s.sum[i+1] = s.sum[i]*step + uint64(c)
		s.power[i+1] = s.power[i] * step
	}
	return s
}

func (s sums) run(from, to int) uint64 { return s.sum[to] - s.sum[from]*s.power[to-from] }

func (s sums) check(from, to int) uint16 { return short(s.run(from, to)) }

// join is the check of two runs put together.
func (s sums) join(from, holeFrom, holeTo, to int) uint16 {
	return short(s.run(from, holeFrom)*s.power[to-holeTo] + s.run(holeTo, to))
}

func short(x uint64) uint16 { return uint16(mix(x) >> 48) }

// mix spreads a number over all its bits (the finaliser of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
