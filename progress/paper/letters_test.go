// Letters that the built-in typeface lacks, in another one.

package paper

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// other is a typeface that has a letter which the built-in one lacks: “♥”.
func other(t *testing.T) *Typeface {
	t.Helper()
	face, err := ParseTypeface(goregular.TTF, 0)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// Their text is in the file too, to be searched for and copied; the same document gives the same bytes.
func TestLettersOfAnotherTypefaceAreDrawn(t *testing.T) {
	d := everything(func(s string) string { return "Ann ♥♥ " + s })
	if err := Missing(d); err == nil {
		t.Fatal("the built-in typeface has ♥")
	}
	if err := Missing(d, other(t)); err != nil {
		t.Error(err)
	}
	pdf, err := PDF(d, other(t))
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := PDF(d, other(t)); !bytes.Equal(again, pdf) {
		t.Error("two PDFs of one document differ")
	}
	if drawn, want := strings.Count(strings.Join(pages(t, pdf), ""), "♥♥"), len(texts(d)); drawn < want {
		t.Errorf("%d of %d are drawn", drawn, want)
	}
	if got, err := Carried(pdf); err != nil || !bytes.Equal(got, d.Meta.Carries.Data) {
		t.Errorf("it carries %q, %v", got, err)
	}
	if _, err := PDF(Document{Blocks: []Block{Text("♥ 👩")}}, other(t)); err == nil || !strings.Contains(err.Error(), "can't show “👩”:") {
		t.Errorf("what neither has: %v", err)
	}
}

// A document that needs no other typeface is the same with one.
func TestAnotherTypefaceChangesNothingThatTheOwnHas(t *testing.T) {
	d := everything(same)
	if pdf, err := PDF(d, other(t)); err != nil || !bytes.Equal(pdf, printed(t, d)) {
		t.Errorf("it differs, %v", err)
	}
}

func TestAFileThatIsNoTypefaceIsRefused(t *testing.T) {
	for _, file := range [][]byte{nil, []byte("no"), goregular.TTF[:1000]} {
		if _, err := ParseTypeface(file, 0); err == nil {
			t.Errorf("%d bytes are one", len(file))
		}
	}
	if _, err := ParseTypeface(goregular.TTF, 1); err == nil {
		t.Error("a file of one typeface has two")
	}
}

// TestATableThatIsNotThereIsRefusedAtOnce: one that is said to have 4 GB, or to begin behind the end, or a head of a collection that is not there. Room for
// it would be made first.
func TestATableThatIsNotThereIsRefusedAtOnce(t *testing.T) {
	collection := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), goregular.TTF...)
	for at, patch := range map[int]string{12 + 12: "\xf0\x00\x00\x00", 12 + 8: "\xff\xff\xff\xff", 4: "\xff\xff"} {
		for _, whole := range [][]byte{goregular.TTF, collection} {
			file := bytes.Clone(whole)
			copy(file[len(whole)-len(goregular.TTF)+at:], patch)
			if _, err := ParseTypeface(file, 0); !errors.Is(err, errDamaged) {
				t.Errorf("damaged at %d of %d bytes: %v", at, len(file), err)
			}
		}
	}
	copy(collection[12:], "\xff\xff\xff\xff")
	if _, err := ParseTypeface(collection, 0); !errors.Is(err, errDamaged) {
		t.Errorf("a collection of what is not there: %v", err)
	}
}

// A line runs from left to right, and what is Hebrew or Arabic in it from right to left; numbers in that don't.
func TestEachScriptRunsItsWay(t *testing.T) {
	for line, want := range map[string]string{
		"": "", "Ann": "Ann", "אבג": "אבג", "Ann, אב": "Ann, |אב", "אב, doctor": "אב|, doctor", "אב 12 גד": " גד|12|אב ", "x אב y גד": "x |אב| y |גד",
	} {
		var parts []string
		for _, run := range visual([]rune(line)) {
			parts = append(parts, string([]rune(line)[run.Start:run.End]))
		}
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// TestADamagedTypefaceEndsNothing: its reader panics, where it is read, where letters are looked for, or only where they are drawn.
func TestADamagedTypefaceEndsNothing(t *testing.T) {
	refused := 0
	for at := 0; at < 2000; at++ {
		file := bytes.Clone(goregular.TTF)
		copy(file[at:], "\xff\xff\xff\xff")
		face, err := ParseTypeface(file, 0)
		if err != nil {
			refused++
			continue
		}
		if face.Shows("♥") {
			if _, err := PDF(Document{Blocks: []Block{Text("♥")}}, face); err != nil && !errors.Is(err, errDamaged) && !errors.As(err, new(*MissingError)) {
				t.Errorf("damaged at %d: %v", at, err)
			}
		}
		at += 40 // the first bytes say where everything is
	}
	if refused == 0 {
		t.Error("every damage is taken")
	}
	file := bytes.Clone(goregular.TTF)
	copy(file[99:], "\xff\xff\xff\xff")
	if _, err := ParseTypeface(file, 0); !errors.Is(err, errDamaged) {
		t.Errorf("a file whose reader panics: %v", err)
	}
}
