package linear

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/unicode"

	"probity/guidance/fuzztest"
)

// answers are the lines that a console reads.
func answers(in io.Reader) (all []string, err error) {
	c := New(in, io.Discard)
	for {
		line, ok := c.read()
		if !ok {
			return all, c.fault()
		}
		all = append(all, line)
	}
}

// TestAnswersFromAnywhere is fault 36: files of any system, with whatever else is in them.
func TestAnswersFromAnywhere(t *testing.T) {
	sixteen := func(e unicode.Endianness) string {
		out, err := unicode.UTF16(e, unicode.UseBOM).NewEncoder().String("b\r\n2\r\n\r\né\r\n")
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"LF", "b\n2\n\n", []string{"b", "2", ""}},
		{"CR LF", "b\r\n2\r\n\r\n", []string{"b", "2", ""}},
		{"CR alone", "b\r2\r\r", []string{"b", "2", ""}},
		{"all of them", "b\r\r\n2\n\rx", []string{"b", "", "2", "", "x"}},
		{"no end of the last line", "b\n2", []string{"b", "2"}},
		{"nothing", "", nil},
		{"a byte-order mark", "\ufeffb\n2\n", []string{"b", "2"}},
		{"UTF-16, little end first", sixteen(unicode.LittleEndian), []string{"b", "2", "", "é"}},
		{"UTF-16, big end first", sixteen(unicode.BigEndian), []string{"b", "2", "", "é"}},
		{"NUL and controls", "b\x00\n\x1b[A2\a\n\u009b\u202ec\n", []string{"b", "2", "c"}},
		{"arrows and other keys that move", "\x1b[Db\x1b[1;5C\x1bOA2\x1b[3~\n[A\x1b\n", []string{"b2", "[A"}},
		{"not UTF-8", "\xe9a\nb\n", []string{"\ufffda", "b"}},
		{"two bytes of a mark before text", "\xff\xfe\x00\r\na\r\n", []string{"\ufffd", "a"}},
		{"blanks", " \tb \u00a0\n a \t c\n", []string{"b", "a c"}},
		{"a line of a megabyte", strings.Repeat("b", 1<<20) + "\nc\n", []string{strings.Repeat("b", longestAnswer), "c"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, in := range []io.Reader{strings.NewReader(c.in), iotest.OneByteReader(strings.NewReader(c.in))} {
				if got, err := answers(in); !slices.Equal(got, c.want) || err != nil {
					t.Errorf("%.200q, %v", got, err)
				}
			}
		})
	}
}

func TestInputThatIsNoTextEnds(t *testing.T) {
	endless := io.LimitReader(zeroes{}, 1<<40)
	if got, err := answers(endless); len(got) != 0 || !errors.Is(err, errEndless) {
		t.Errorf("%d lines, %v", len(got), err)
	}
	broken := io.MultiReader(strings.NewReader("b\nhalf"), iotest.ErrReader(errors.New("unplugged")))
	if got, err := answers(broken); !slices.Equal(got, []string{"b"}) || err == nil {
		t.Errorf("%q, %v", got, err)
	}
}

// TestTheEndIsTheEnd: at a terminal ctrl+d ends the input once, and a further read would wait.
func TestTheEndIsTheEnd(t *testing.T) {
	for _, before := range []string{"", "b\n", "b"} {
		in := &ended{text: before}
		if _, err := answers(in); err != nil || in.ends != 1 {
			t.Errorf("after %q: read %d times past the end, %v", before, in.ends, err)
		}
	}
}

// ended is text, and then an end at each read.
type ended struct {
	text string
	ends int
}

func (e *ended) Read(p []byte) (int, error) {
	if e.text == "" {
		e.ends++
		return 0, io.EOF
	}
	n := copy(p, e.text)
	e.text = e.text[n:]
	return n, nil
}

type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) { return len(p), nil }

// TestALineIsThereAsSoonAsItEnds: whoever types waits for an answer, so nothing may wait for another byte.
func TestALineIsThereAsSoonAsItEnds(t *testing.T) {
	for _, end := range []string{"\n", "\r", "\r\n"} {
		in, out := io.Pipe()
		c := New(in, io.Discard)
		for range 2 {
			wrote := make(chan error)
			go func() { _, err := io.WriteString(out, end); wrote <- err }()
			if line, ok := c.read(); line != "" || !ok {
				t.Errorf("%q: %q, %v", end, line, ok)
			}
			if err := <-wrote; err != nil {
				t.Error(err)
			}
		}
		out.Close()
	}
}

func FuzzLines(f *testing.F) {
	f.Add("b\r\n2\r\rx")
	f.Add("\xff\xfeb\x00\n\x00")
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		fuzztest.Within(t, len(in), 1)
		got, err := answers(strings.NewReader(in))
		if err != nil || len(got) > len(in)+1 {
			t.Errorf("%d lines of %q, %v", len(got), in, err)
		}
	})
}
