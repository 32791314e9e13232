package owncopy

import (
	"encoding/hex"
	"math"
	"math/bits"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestMarksSayNothingOfShortRuns plays someone who has the library and guesses at the words of an original. Every word
// and every three words in a row of each paragraph are tried against its fingerprint and signature, and as many from the
// other documents: neither test may tell the one lot from the other. Runs of five words, tried in the same way, show that
// the trial would notice.
func TestMarksSayNothingOfShortRuns(t *testing.T) {
	for _, n := range []int{1, 3, run} {
		inside, outside := trials(t, n, true), trials(t, n, false)
		apart := math.Abs(inside.mean()-outside.mean()) / math.Sqrt(inside.variance()+outside.variance())
		t.Logf("runs of %d: %d guesses inside, %d outside; hits %d and %d; bits alike %.4f and %.4f, %.1f standard errors apart",
			n, inside.n, outside.n, inside.hits, outside.hits, inside.mean(), outside.mean(), apart)
		switch {
		case n < run && (inside.hits > 0 || apart > 3):
			t.Errorf("runs of %d words that are in a paragraph can be told from others", n)
		case n == run && (inside.hits == 0 || apart < 3):
			t.Errorf("runs of %d words are not told apart either: the trial shows nothing", n)
		}
	}
}

// trial is what came of many guesses: how many a signature knows, and how like its marks their own are, bit by bit.
type trial struct {
	n, hits      int
	sum, squares float64
}

func (r *trial) mean() float64 { return r.sum / float64(r.n) }

func (r *trial) variance() float64 {
	return (r.squares/float64(r.n) - r.mean()*r.mean()) / float64(r.n)
}

// trials guesses at each clause with runs of n words: its own paragraph's, or those of the other documents.
func trials(t *testing.T, n int, inside bool) *trial {
	t.Helper()
	all, out := specimens(t), &trial{}
	for _, s := range all {
		for _, p := range Compare(mustParse(t, "a.txt", s.text), s.source, noon).Paragraphs {
			words := strings.Fields(p.Text)
			if !inside {
				words = nil
				for _, other := range all {
					if other.source != s.source {
						words = append(words, strings.Fields(other.text)...)
					}
				}
			}
			for i := 0; i+n <= len(words); i++ {
				out.guess(t, s, p.Clause, strings.Join(words[i:i+n], " "))
			}
		}
	}
	return out
}

func (r *trial) guess(t *testing.T, s specimen, clause, words string) {
	t.Helper()
	for _, c := range s.source.Clauses {
		if c.ID != clause {
			continue
		}
		sign, _ := parseSignature(c.Signature)
		print, _ := parseFingerprint(c.Fingerprint)
		b := lettersOf(words).b
		own, ok := fingerprintOf(clause, b)
		if !ok {
			return
		}
		value := sample(mix(number(b) ^ key(clause)))
		best := 0
		for _, v := range sign {
			best = max(best, size-bits.OnesCount32(v^value))
			if v == value {
				r.hits++
			}
		}
		for i := range print.digest {
			best += 8 - bits.OnesCount8(print.digest[i]^own.digest[i])
		}
		alike := float64(best+16-bits.OnesCount16(print.check^own.check)) / (size + 128 + 16)
		r.n, r.sum, r.squares = r.n+1, r.sum+alike, r.squares+alike*alike
	}
}

// TestMarksHaveOneSize: a mark of four words is as long as one of four thousand.
func TestMarksHaveOneSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat("some words that stand in a row ", rapid.IntRange(0, 300).Draw(t, "times")) + "and end here"
		l := lettersOf(text)
		print, ok := fingerprintOf("a/1", l.b)
		sign := signatureOf("a/1", shinglesOf(l))
		if !ok || len(print.String()) != 40 || len(sign.String()) != 40 {
			t.Fatalf("%d letters: %s, %s", len(l.b), print, sign)
		}
		if back, ok := parseFingerprint(print.String()); !ok || back != print {
			t.Fatalf("%s reads as %s", print, back)
		}
		if back, ok := parseSignature(sign.String()); !ok || back != sign {
			t.Fatalf("%s reads as %s", sign, back)
		}
	})
}

func TestMarksThatAreNone(t *testing.T) {
	for _, written := range []string{"", "00", strings.Repeat("g", 40), strings.Repeat("0", 40), strings.Repeat("a", 42), strings.Repeat("é", 20)} {
		if f, ok := parseFingerprint(written); ok {
			t.Errorf("%q reads as the fingerprint %s", written, f)
		}
		if _, err := hex.DecodeString(written); err == nil && len(written) == 40 {
			continue
		}
		if s, ok := parseSignature(written); ok {
			t.Errorf("%q reads as the signature %s", written, s)
		}
	}
	if _, ok := fingerprintOf("a/1", make([]byte, 70000)); ok {
		t.Error("a book has a fingerprint")
	}
}

// TestOneParagraphHasOtherMarksForAnotherClause: what two clauses have in common cannot be read off their marks, but for
// the length and check that say that they stand in one paragraph.
func TestOneParagraphHasOtherMarksForAnotherClause(t *testing.T) {
	l := lettersOf("you must never pin a sheet over a sheet that somebody else has pinned before you")
	a, _ := fingerprintOf("a/1", l.b)
	b, _ := fingerprintOf("a/2", l.b)
	if a.digest == b.digest || a.check != b.check || signatureOf("a/1", shinglesOf(l)) == signatureOf("a/2", shinglesOf(l)) {
		t.Errorf("%s and %s", a, b)
	}
}
