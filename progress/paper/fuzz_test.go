package paper

import (
	"bytes"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"probity/guidance/fuzztest"
	"probity/guidance/text/texttest"
)

// FuzzTypeface: a typeface of the computer, damaged in some place, is refused or draws something, and the document carries what it should.
func FuzzTypeface(f *testing.F) {
	for _, at := range []int{0, 4, 12, 28, 44, 60, 300, 4000, len(goregular.TTF) - 8} {
		f.Add(uint32(at), []byte("\xff\xff\xff\xff"), "♥")
		f.Add(uint32(at), []byte("\x00\x00\x00\x00\x00\x00"), "Ann ♥ אב")
	}
	f.Add(uint32(12+12), []byte("\xf0\x00\x00\x00"), "♥") // a table of 4 GB
	f.Add(uint32(99), []byte("\xff\xff\xff\xff"), "♥")    // has the reader slice beyond an empty table
	for s := range fuzztest.Heavy() {
		f.Add(uint32(0), []byte(s), "♥")
	}
	f.Fuzz(func(t *testing.T, at uint32, patch []byte, words string) {
		fuzztest.Within(t, len(goregular.TTF)+len(patch)+len(words), 4)
		file := bytes.Clone(goregular.TTF)
		copy(file[int(at)%len(file):], patch)
		if len(words) > 1<<10 {
			return
		}
		face, err := ParseTypeface(file, 0)
		if err != nil {
			return
		}
		d := Document{Meta: everything(same).Meta, Blocks: []Block{Text(words)}}
		if Missing(d, face) != nil {
			return
		}
		pdf, err := PDF(d, face)
		if err != nil {
			return
		}
		if got, err := Carried(pdf); err != nil || !bytes.Equal(got, d.Meta.Carries.Data) {
			t.Errorf("it carries %q, %v", got, err)
		}
	})
}

// FuzzProse: what Markdown says in a document is not much longer than it is.
func FuzzProse(f *testing.F) {
	for _, p := range texttest.Payloads() {
		f.Add(p.Text)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzztest.Within(t, len(s), 1)
		size := 0
		for _, said := range texts(Document{Blocks: Prose(s)}) {
			size += len(said)
		}
		if most := 8*len(s) + 100; size > most {
			t.Errorf("%d bytes of %d", size, len(s))
		}
	})
}
