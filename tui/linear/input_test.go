package linear_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"

	"probity/tui/linear"
)

// TestEveryKindOfInputIsRead: what the input is makes no difference to what is read from it.
func TestEveryKindOfInputIsRead(t *testing.T) {
	const answers = "b\n2\n\n"
	for name, from := range map[string]io.Reader{
		"at once":       strings.NewReader(answers),
		"byte by byte":  iotest.OneByteReader(strings.NewReader(answers)),
		"end with data": iotest.DataErrReader(strings.NewReader(answers)),
		"a file":        file(t, answers),
		"then closed":   io.MultiReader(strings.NewReader(answers), iotest.ErrReader(os.ErrClosed)),
		"then no file":  io.MultiReader(strings.NewReader(answers), iotest.ErrReader(&fs.PathError{Op: "read", Path: "stdin", Err: syscall.EBADF})),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := io.ReadAll(linear.Interruptible(from, nil))
			if string(got) != answers || err != nil {
				t.Errorf("read %q, %v", got, err)
			}
		})
	}
}

func file(t *testing.T, text string) *os.File {
	t.Helper()
	path := t.TempDir() + "/answers"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestAFaultOfTheInputIsKept: what could not be read is told apart from an input that came to its end.
func TestAFaultOfTheInputIsKept(t *testing.T) {
	broken := errors.New("broken")
	got, err := io.ReadAll(linear.Interruptible(io.MultiReader(strings.NewReader("b\n"), iotest.ErrReader(broken)), nil))
	if string(got) != "b\n" || !errors.Is(err, broken) {
		t.Errorf("read %q, %v", got, err)
	}
}

// TestDoneEndsTheWait: a person who types nothing does not hold the program up.
func TestDoneEndsTheWait(t *testing.T) {
	silent, typist := io.Pipe()
	defer typist.Close()
	done := make(chan struct{})
	in := linear.Interruptible(silent, done)
	go close(done)
	if got, err := io.ReadAll(in); len(got) > 0 || err != nil {
		t.Errorf("read %q, %v", got, err)
	}
	if n, err := in.Read(make([]byte, 8)); n != 0 || err != io.EOF {
		t.Errorf("after the end: %d, %v", n, err)
	}
}
