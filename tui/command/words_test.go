package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"probity/progress/folder"
)

// at is the command line of somebody in a time zone.
func at(zone *time.Location) *cli {
	return &cli{sys: System{
		In: strings.NewReader(""), Out: io.Discard, Err: io.Discard, Getenv: func(string) string { return "" },
		Now: func() time.Time { return time.Date(2026, 11, 22, 9, 28, 11, 0, zone) },
	}}
}

func TestSizesInWords(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0 bytes", 1: "1 byte", 1023: "1023 bytes", 1024: "1 KiB", 1535: "1 KiB", 1536: "2 KiB", 5 << 20: "5120 KiB", folder.SizeUnknown: "size unknown",
	} {
		if got := size(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestPersonsInWords(t *testing.T) {
	for n, want := range map[int]string{0: "0 people", 1: "1 person", 24: "24 people"} {
		if got := persons(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// TestDaysAreThoseOfTheLearner: half past eleven at night in winter is another day two zones further on.
func TestDaysAreThoseOfTheLearner(t *testing.T) {
	late := time.Date(2026, 11, 20, 23, 30, 0, 0, time.UTC)
	athens := at(time.FixedZone("EET", 2*60*60))
	for want, got := range map[string]string{
		"20 November 2026": at(time.UTC).day(late), "21 November 2026": athens.day(late),
		", 21 November 2026 to 22 November 2026": athens.span(late, late.Add(day)),
		"":                                       athens.span(time.Time{}, late),
	} {
		if got != want {
			t.Errorf("said is %q, want %q", got, want)
		}
	}
}

const day = 24 * time.Hour

// TestWhatABackupLacks names each kind of entry that there is, and the days.
func TestWhatABackupLacks(t *testing.T) {
	first := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	for want, loss := range map[string]folder.Loss{
		"1 answer, 20 November 2026":                                         {Answers: 1, First: first, Last: first},
		"2 answers, 1 reflection, 20 November 2026 to 21 November 2026":      {Answers: 2, Reflections: 1, First: first, Last: first.Add(day)},
		"3 reflections, 1 other entry, 20 November 2026 to 22 November 2026": {Reflections: 3, Others: 1, First: first, Last: first.Add(2 * day)},
		"12 other entries": {Others: 12},
	} {
		if got := at(time.UTC).lost(loss); got != want {
			t.Errorf("%+v: %q, want %q", loss, got, want)
		}
	}
}

// TestWhatFlagsCannotBeIsWorded: the flag library speaks of parsing.
func TestWhatFlagsCannotBeIsWorded(t *testing.T) {
	for given, want := range map[string]string{
		`invalid argument "x" for "--count" flag: strconv.ParseInt: parsing "x": invalid syntax`:             `--count "x" cannot be used: give a whole number`,
		`invalid argument "1e3" for "-n, --rows" flag: strconv.ParseInt: parsing "1e3": invalid syntax`:      `--rows "1e3" cannot be used: give a whole number`,
		`invalid argument "perhaps" for "--json" flag: strconv.ParseBool: parsing "perhaps": invalid syntax`: `--json "perhaps" cannot be used: give true or false`,
		`invalid argument "two" for "--hours" flag: strconv.ParseFloat: parsing "two": invalid syntax`:       `--hours "two" cannot be used: give a number, such as 1.5`,
	} {
		err := flagError(&cobra.Command{Use: "probity"}, errors.New(given))
		if err.Error() != want {
			t.Errorf("%q, want %q", err, want)
		}
		if !errors.As(err, new(usage)) {
			t.Errorf("%q is not the asker's fault", err)
		}
	}
}

// TestAFlagThatIsNoneIsWorded, with what was perhaps meant and where the command's own are listed.
func TestAFlagThatIsNoneIsWorded(t *testing.T) {
	for typed, want := range map[string]string{
		"--nope":         "there is no flag --nope; probity verify --help lists the flags",
		"--jurisdicton":  "there is no flag --jurisdicton; did you mean --jurisdiction? probity verify --help lists the flags",
		"-z":             "there is no flag -z; probity verify --help lists the flags",
		"--jurisdiction": "--jurisdiction needs something after it: --jurisdiction TEXT; probity verify --help lists the flags",
		"--data":         "--data needs something after it: --data FOLDER; probity verify --help lists the flags",
	} {
		var said strings.Builder
		sys := at(time.UTC).sys
		sys.Args, sys.Err = []string{"verify", typed}, &said
		if code := Run(sys); code != misuse || strings.TrimSpace(said.String()) != "probity: "+want {
			t.Errorf("%s: exit %d, %q, want %q", typed, code, said.String(), want)
		}
	}
}

// TestAWordTooManyOrTooFewIsWorded: no command leaves that to the library of commands, which counts args.
func TestAWordTooManyOrTooFewIsWorded(t *testing.T) {
	every(allCommands(), func(cmd *cobra.Command) {
		for _, args := range [][]string{nil, strings.Fields(strings.Repeat("x ", 9)), {"x", ""}} {
			if err := cmd.ValidateArgs(args); err != nil && !errors.As(err, new(usage)) {
				t.Errorf("%s %q: %v", cmd.CommandPath(), args, err)
			}
		}
	})
}

// TestAPanicIsAnErrorOfOneLine, and what went well is none.
func TestAPanicIsAnErrorOfOneLine(t *testing.T) {
	err := attempt(func() error { panic("index out of range") })
	if err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "what was saved is safe") {
		t.Errorf("the error is %v", err)
	}
	if err := attempt(func() error { return nil }); err != nil {
		t.Error(err)
	}
}

// TestAnOutputRemembersItsFirstFault: a reader that went away has what it wanted, a full disk is a fault.
func TestAnOutputRemembersItsFirstFault(t *testing.T) {
	for name, c := range map[string]struct {
		faults []error
		closed bool
		says   string
	}{
		"a pipe that was closed":      {[]error{&os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}}, true, ""},
		"a pipe within the program":   {[]error{io.ErrClosedPipe}, true, ""},
		"a full disk":                 {[]error{syscall.ENOSPC}, false, "no space left"},
		"a full disk, then no reader": {[]error{syscall.ENOSPC, syscall.EPIPE}, false, "no space left"},
	} {
		t.Run(name, func(t *testing.T) {
			out := &output{Writer: &failing{c.faults}}
			for range c.faults {
				fmt.Fprintln(out, "a line")
			}
			if out.closed() != c.closed || !strings.Contains(out.fault().Error(), c.says) {
				t.Errorf("closed: %v, %v", out.closed(), out.fault())
			}
		})
	}
	if sound := (&output{Writer: io.Discard}); sound.closed() || sound.err != nil {
		t.Errorf("before anything was written: %v", sound.err)
	}
}

// failing is an output whose writes fail in turn.
type failing struct{ faults []error }

func (f *failing) Write([]byte) (int, error) {
	next := f.faults[0]
	f.faults = f.faults[1:]
	return 0, next
}
