// Signatures: nearly the same wording.

package owncopy

import (
	"encoding/hex"
	"hash/fnv"
	"math/bits"
	"slices"
)

// What a signature is made of. Nothing shorter than run words leaves any trace in it.
const (
	run     = 5  // words in a row that are looked at together
	samples = 8  // how many such runs are kept, chosen by a number that differs from clause to clause
	size    = 20 // bits: of each, this much of another such number
)

// signature is a small sample of a paragraph's runs of five words: eight numbers of twenty bits, in rising order. A
// rewording that leaves some of the runs whole leaves their numbers.
type signature [samples]uint32

// shingle is a run of words in a document: where it begins and ends, and its number.
type shingle struct {
	from, to int
	number   uint64
}

func shinglesOf(l letters) []shingle {
	var out []shingle
	for i := 0; i+run <= len(l.words); i++ {
		s := shingle{from: l.words[i], to: l.word(i + run)}
		s.number = number(l.b[s.from:s.to])
		out = append(out, s)
	}
	return out
}

// shinglesIn are the shingles within a span.
func (d *Document) shinglesIn(s span) []shingle {
	var out []shingle
	for _, sh := range d.shingles {
		if sh.from >= s.from && sh.to <= s.to {
			out = append(out, sh)
		}
	}
	return out
}

func number(b []byte) uint64 {
	h := fnv.New64a()
	h.Write(b)
	return h.Sum64()
}

// key makes a clause's numbers its own: signatures of two clauses cannot be compared.
func key(clause string) uint64 { return number([]byte(clause)) }

// signatureOf takes the signature of a paragraph. What a short paragraph leaves empty is filled with numbers that
// depend on the clause alone.
func signatureOf(clause string, shingles []shingle) signature {
	var out signature
	k := key(clause)
	var all []uint64
	for _, s := range shingles {
		all = append(all, mix(s.number^k))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	for i := range out {
		if i < len(all) {
			out[i] = sample(all[i])
		} else {
			out[i] = sample(mix(k + uint64(i)))
		}
	}
	slices.Sort(out[:])
	return out
}

// sample is what is kept of a run's number. The number chose the run by its high bits; these are mixed anew.
func sample(mixed uint64) uint32 { return uint32(mix(mixed+1) & (1<<size - 1)) }

// parseSignature reads a signature as the library writes it: forty hexadecimal digits, five for each number.
func parseSignature(written string) (s signature, ok bool) {
	if len(written) != samples*size/4 {
		return s, false
	}
	for i := range s {
		raw, err := hex.DecodeString("0" + written[i*5:i*5+5])
		if err != nil {
			return s, false
		}
		s[i] = uint32(raw[0])<<16 | uint32(raw[1])<<8 | uint32(raw[2])
	}
	return s, true
}

func (s signature) String() string {
	var out string
	for _, v := range s {
		out += hex.EncodeToString([]byte{byte(v >> 16), byte(v >> 8), byte(v)})[1:]
	}
	return out
}

// hit is a place in a document that a signature knows.
type hit struct {
	shingle
	sample int // which of the signature's numbers it is
}

// near finds where the document has most of a signature's runs within reach letters, and closest together: the span from
// the first to the last, and how many different ones there are.
func (d *Document) near(clause string, s signature, reach int) (best span, found int) {
	hits := d.hits(clause, s)
	for i, first := range hits {
		var seen uint8 // a bit for each of the signature's numbers
		for _, h := range hits[i:] {
			if h.to-first.from > reach {
				break
			}
			seen |= 1 << h.sample
			at, n := span{from: first.from, to: h.to}, bits.OnesCount8(seen)
			if n > found || n == found && at.to-at.from < best.to-best.from {
				best, found = at, n
			}
		}
	}
	return best, found
}

func (d *Document) hits(clause string, s signature) []hit {
	k := key(clause)
	var out []hit
	for _, sh := range d.shingles {
		if i := slices.Index(s[:], sample(mix(sh.number^k))); i >= 0 {
			out = append(out, hit{sh, i})
		}
	}
	return out
}
