package slips

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/scenarios/induction/box"
	"probity/scenarios/pack"
)

// chance is a source of randomness that is the same every time.
func chance() io.Reader { return rand.NewChaCha8([32]byte{1}) }

func made(t *testing.T, n int) Codes {
	t.Helper()
	codes, err := Codes(nil).With(n, chance())
	if err != nil {
		t.Fatal(err)
	}
	return codes
}

// TestCodes: each is unlike the others, and those that are printed already stay.
func TestCodes(t *testing.T) {
	codes := made(t, Most)
	for i, c := range codes {
		if !c.whole() || strings.ContainsAny(string(c), "AEIOUVWLQGSZN0158") || slices.Contains(codes[:i], c) {
			t.Errorf("code %d is %q", i, c)
		}
	}
	more, err := codes[:2].With(4, chance())
	if err != nil || len(more) != 4 || !slices.Equal(more[:2], codes[:2]) || slices.Contains(more[2:], codes[0]) {
		t.Errorf("two more are %v, %v", more, err)
	}
	if fewer, err := codes.With(3, chance()); err != nil || len(fewer) != Most {
		t.Errorf("%d are left, %v", len(fewer), err)
	}
	if _, err := Codes(nil).With(1, bytes.NewReader(nil)); !errors.Is(err, io.EOF) {
		t.Errorf("without randomness: %v", err)
	}
}

// TestWhatIsTyped: as people type on a phone, and nothing that is not a slip's.
func TestWhatIsTyped(t *testing.T) {
	codes := Codes{"KTRD-PXYB", "BCDF-HJKM"}
	for typed, want := range map[string]Code{
		"KTRD-PXYB": "KTRD-PXYB", "ktrdpxyb": "KTRD-PXYB", " Ktrd pxyb.": "KTRD-PXYB", "k t r d – p x y b": "KTRD-PXYB", "BCDFHJKM": "BCDF-HJKM",
		"KTRD": "", "KTRD-PXYC": "", "KTRD-PXYBB": "", "": "", "ktrd-pxý": "", "KTRD\x00PXYB": "KTRD-PXYB", "ÄÖÜß": "", "1KTRDPXYB": "",
	} {
		code, ok := codes.Find(typed)
		if ok != (want != "") || ok && code != want {
			t.Errorf("%q is %q, %v; want %q", typed, code, ok, want)
		}
	}
}

// TestACodeIsOneVoter of a room, on whatever phone it is typed, and what is typed wrongly is none.
func TestACodeIsOneVoter(t *testing.T) {
	codes, room, round := made(t, 3), box.New(3), box.Round{Situation: "best", Number: 1}
	room.Open(round, []string{"a", "b"})
	first := strings.ToLower(string(codes[0]))
	for _, cast := range []struct{ typed, choice string }{{first, "a"}, {strings.ReplaceAll(first, "-", " "), "b"}, {string(codes[1]), "b"}} {
		code, ok := codes.Find(cast.typed)
		if err := room.Join(box.Token(code)); !ok || err != nil {
			t.Fatalf("%q: %v, %v", cast.typed, ok, err)
		}
		if err := room.Cast(box.Token(code), round, cast.choice); err != nil {
			t.Fatal(err)
		}
	}
	if votes := room.Close(); votes["a"] != 0 || votes["b"] != 2 {
		t.Errorf("two codes on three phones are %v", votes)
	}
}

// TestTheirFile is read as it was written, and refused when it is none.
func TestTheirFile(t *testing.T) {
	codes := made(t, 30)
	text, err := codes.Write()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Read("monday-codes.toml", text); err != nil || !slices.Equal(again, codes) {
		t.Errorf("read again: %v, %v", again, err)
	}
	for file, want := range map[string]string{
		"schema = 1\ncodes = [\"KTRD-PXYB\", \"KTRD-PXYB\"]": "no code or stands there twice", "schema = 1\ncodes = [\"KTRD-PXYA\"]": `"KTRD-PXYA"`,
		"schema = 1\ncodes = [\"\"]": "no code", "schema = 1\ncodes = [\"ktrdpxyb\"]": "no code", "schema = 2\ncodes = []": "schema = 1", "codes": "neither a field",
		"schema = 1\ncodes = []\nnames = []": "names",
	} {
		if got, err := Read("monday-codes.toml", []byte(file)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v; want %q", file, got, err, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	codes := Codes{"KTRD-PXYB"}
	for _, s := range []string{"ktrd pxyb", "\xff\xfe", "ſ", "ktrd-pxyb\u202e"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		fuzztest.Within(t, len(typed), 1)
		if code, ok := codes.Find(typed); ok && code != codes[0] {
			t.Errorf("%q is %q", typed, code)
		}
	})
}

// FuzzRead: the codes of a file are whole, each of them once, and written and read again the same.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"schema = 1\ncodes = [\"KTRD-PXYB\", \"BCDF-HJKM\"]\n", "schema = 1\ncodes = [\"ktrd-pxyb\", \"KTRD-PXYB\", \"\"]\n", "schema = 1\ncodes = [\"KTRD-PXYB\", \"KTRD-PXYB\"]\n", "schema = 2\n", "codes = [\"--------\"]", "schema = 1\ncodes = [\"KTRDPXYB\", \"é234-567\"]"} {
		f.Add([]byte(s))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
		f.Add([]byte("schema = 1\ncodes = [" + strings.Repeat("'"+s[:1]+"',", len(s)/8) + "]"))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzztest.Within(t, len(text), 1)
		codes, err := Read("codes.toml", text)
		if err != nil {
			var mistakes pack.Mistakes
			if !errors.As(err, &mistakes) || len(mistakes) == 0 {
				t.Fatalf("error %v", err)
			}
			return
		}
		for i, c := range codes {
			if found, ok := codes.Find(string(c)); !ok || found != c || slices.Contains(codes[:i], c) {
				t.Errorf("code %d is %q", i, c)
			}
		}
		written, err := codes.Write()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := Read("codes.toml", written); err != nil || !slices.Equal(again, codes) {
			t.Errorf("%v are read as %v, %v", codes, again, err)
		}
	})
}
