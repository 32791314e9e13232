// Finding each clause's original paragraph in a copy.

package owncopy

import (
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"probity/guidance"
	"probity/guidance/text"
)

// Match says how a clause's paragraph in a copy compares with the edition that our extract was written from.
type Match string

// The matches. They are stored, so their words stay.
const (
	Same     Match = "same wording"
	Reworded Match = "reworded"
	Missing  Match = "not found"
)

// found is where a clause's paragraph is; match is Missing while it is nowhere.
type found struct {
	span
	match Match
}

// search looks for the paragraphs of one source in a document.
type search struct {
	doc     *Document
	clauses []*guidance.Clause
	prints  []fingerprint // zero where a clause has none
	found   []found       // by clause
}

// Compare finds the original paragraph of each of a source's clauses in a copy of it.
func Compare(d *Document, s *guidance.Source, now time.Time) *Copy {
	in := look(d, s)
	in.byPlace()
	c := &Copy{Source: s.ID, Imported: now.UTC().Truncate(time.Second), File: d.Name}
	for i, f := range in.found {
		p := Paragraph{Clause: s.Clauses[i].ID, Match: f.match}
		if f.match != Missing {
			p.Text, p.Seen = d.quote(f.span), d.seen(f.span)
		}
		c.Paragraphs = append(c.Paragraphs, p)
	}
	return c
}

// look finds what fingerprints and signatures can find.
func look(d *Document, s *guidance.Source) *search {
	in := &search{doc: d, clauses: s.Clauses}
	for _, c := range s.Clauses {
		f, _ := parseFingerprint(c.Fingerprint)
		at := found{match: Missing}
		if f.length > 0 {
			if where, ok := d.same(c.InPack(), f); ok {
				at = found{where, Same}
			}
		}
		in.prints, in.found = append(in.prints, f), append(in.found, at)
	}
	in.demote()
	in.nearly()
	in.together()
	return in
}

// demote finds the paragraphs with something added before or after the known words, and calls them reworded. In a document whose
// paragraphs run into each other it can't be seen where one ends, and nothing is changed.
func (in *search) demote() {
	var within []int
	same := 0
	for i, f := range in.found {
		if f.match != Same {
			continue
		}
		same++
		if !in.doc.standsAlone(f.span) {
			within = append(within, i)
		}
	}
	if len(within)*2 > same {
		return
	}
	for _, i := range within {
		in.found[i] = found{in.grown(in.found[i].span, i), Reworded}
	}
}

var (
	// numbered is the end of a text after which a paragraph with a number, letter or bullet begins.
	numbered = text.Expression(`(?:^|\s)(?:[•▪◦‣*+–—-]|\(?(?:\d{1,3}|[a-z])[.)]?)\s+$`)
	// ends is what stands between a paragraph and the next.
	ends = text.Expression(`\n|\s[•▪◦‣*+]\s|\s\(?\d{1,3}[.)]\s`)
)

// standsAlone reports whether a span begins where a line or a numbered paragraph does and ends where a line does, or where
// the next numbered paragraph begins.
func (d *Document) standsAlone(s span) bool {
	begin := d.letters.begin(s.from)
	before := d.text[strings.LastIndexByte(d.text[:begin], '\n')+1 : begin]
	if before = strings.TrimLeft(before, " \t"); markOf(before) != before && !numbered().MatchString(before) {
		return false
	}
	end := d.letters.end(s.to)
	return s.to == len(d.letters.at) || ends().MatchString(d.text[end:d.letters.at[s.to]])
}

// grown is the paragraph or paragraphs that a span is part of, without what belongs to another clause's paragraph.
func (in *search) grown(s span, clause int) span {
	out := span{from: in.doc.body(in.doc.blockAt(s.from)).from, to: in.doc.body(in.doc.blockAt(s.to - 1)).to}
	out.from, out.to = min(out.from, s.from), max(out.to, s.to)
	for i, f := range in.found {
		switch {
		case i == clause || f.match != Same || f.overlaps(s):
		case f.to <= s.from:
			out.from = max(out.from, f.to)
		default:
			out.to = min(out.to, f.from)
		}
	}
	return out
}

// How many runs of a signature must be found in a paragraph. With a single one, the paragraph must also be about the same thing.
// A heading needs more, since it shares words with what stands under it.
const (
	enough        = 2
	enoughHeading = 5
)

// nearly finds paragraphs by their signatures: those with a page's foot and head inside, and those reworded in places.
func (in *search) nearly() {
	about := sync.OnceValue(func() *themes { return themesOf(in.doc) })
	for i, c := range in.clauses {
		sign, ok := parseSignature(c.Signature)
		if in.found[i].match != Missing || !ok || in.prints[i].length == 0 {
			continue
		}
		near, hits := in.doc.near(c.InPack(), sign, int(in.prints[i].length)*3/2+200)
		if hits == 0 {
			continue
		}
		if whole, ok := in.doc.sameAround(near, c.InPack(), in.prints[i]); ok {
			in.found[i] = found{whole, Same}
			continue
		}
		block := in.doc.blockAt(near.from)
		switch {
		case in.taken(near):
		case in.doc.blocks[block].heading && hits < enoughHeading:
		case hits < enough && about().resemblance(extract(c), block) < alike:
		default:
			in.found[i] = found{in.grown(near, i), Reworded}
		}
	}
}

// together finds the same paragraph for all clauses of one original paragraph: the signature of one clause may be found where
// that of another is not.
func (in *search) together() {
	for i, f := range in.prints {
		for j, g := range in.prints {
			one := f.length > 0 && f.length == g.length && f.check == g.check
			if one && in.found[i].match == Missing && in.found[j].match == Reworded {
				in.found[i] = in.found[j]
			}
		}
	}
}

// taken reports whether a span is part of a paragraph that is another clause's, word for word.
func (in *search) taken(s span) bool {
	return slices.ContainsFunc(in.found, func(f found) bool { return f.match == Same && f.overlaps(s) })
}

// alike is the resemblance from which a paragraph is taken for the original of an extract. placed is added where a paragraph stands
// just where the locator says: that is worth a little more than being alike.
const (
	alike  = 0.35
	placed = 0.4
)

// byPlace finds paragraphs of which no run of words is left: what likeliest says, word for word or reworded.
func (in *search) byPlace() {
	where := place{in, themesOf(in.doc), in.doc.outline(), slices.Clone(in.found)}
	for i, c := range in.clauses {
		if where.known[i].match != Missing || in.prints[i].length == 0 {
			continue
		}
		body, ok := where.likeliest(i)
		if !ok {
			continue
		}
		in.found[i] = found{body, Reworded}
		if whole, ok := in.doc.sameAround(body, c.InPack(), in.prints[i]); ok {
			in.found[i] = found{whole, Same}
		}
	}
}

// place is what the place of a clause is judged by.
type place struct {
	*search
	about   *themes
	outline []standing // by block
	known   []found    // by clause: what was found before places were looked at
}

// likeliest returns the block that scores best by two things: how much it is about the same as the clause, and whether it stands
// where the locator says. ok is false when no score is high enough. Headings are no candidates, nor are blocks of another length
// than the original, of another clause, or out of order.
func (p place) likeliest(clause int) (body span, ok bool) {
	words, pinpoint := extract(p.clauses[clause]), pinpointOf(p.clauses[clause].Locator)
	best := alike
	for b, block := range p.doc.blocks {
		candidate := p.doc.body(b)
		if block.heading || !p.fits(candidate, clause) || !between(p.known, clause, candidate) {
			continue
		}
		score := p.about.resemblance(words, b)
		if pinpoint.agreement(p.outline[b]) == 1 {
			score += placed
		}
		if score >= best {
			best, body, ok = score, candidate, true
		}
	}
	return body, ok
}

// fits reports whether a block is of about the length of a clause's original, half to double.
func (in *search) fits(body span, clause int) bool {
	n, got := int(in.prints[clause].length), body.to-body.from
	return got*2 >= n && got <= n*2
}

// between reports whether a block is no other clause's and stands between the paragraphs of two clauses: the nearest known one
// before this clause, and the nearest after. If these two stand in the other order in the document, only the first condition
// counts.
func between(known []found, clause int, body span) bool {
	from, to := 0, math.MaxInt
	for i, f := range known {
		switch {
		case f.match == Missing:
		case f.overlaps(body):
			return false
		case i < clause:
			from = f.to
		case to == math.MaxInt:
			to = f.from
		}
	}
	return from > to || body.from >= from && body.to <= to
}
