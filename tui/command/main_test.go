// The program as a command of the test binary, and the scripts in testdata/script that drive it.
package command_test

import (
	"debug/elf"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/command"
	"probity/tui/tutor"
)

// clockVariable is the environment variable that stops the program's clock at a time, so that scripts know the dates in
// the record.
const clockVariable = "CLOCK"

// brokenVariable is the environment variable that names a file: once it is there, looking at the clock panics, as a fault
// anywhere in the program would.
const brokenVariable = "BROKEN_CLOCK"

// stuckVariable is the environment variable that names a file: once it is there, the first look at the clock never ends, as a
// screen that hangs would not. A file beside it says that this has happened.
const stuckVariable = "STUCK_CLOCK"

// rateVariable is the environment variable that says how much faster than others the program's clock goes, from the time that clockVariable has or
// else from when it began.
const rateVariable = "CLOCK_RATE"

// libraryVariable is the environment variable that says which library there is: the built-in one, that of a folder, or else one for tests,
// whose situations are all told alone and stay as they are.
const libraryVariable = "LIBRARY"

const builtin = "builtin"

// typefacesVariable is the environment variable that lets the program look for typefaces of this computer, as it does for a learner.
const typefacesVariable = "TYPEFACES"

var stuck sync.Once

var began = time.Now()

func TestMain(m *testing.M) {
	_ = flag.Set("test.parallel", "4") // most of these wait, whatever the processors are; the command line may say otherwise
	testscript.Main(m, map[string]func(){"probity": probity})
}

// probity is what main is, but for the clock and the library.
func probity() {
	sys := command.System{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: clock, Library: libraryNamed(os.Getenv(libraryVariable)),
	}
	if os.Getenv(typefacesVariable) != "" {
		sys.Typefaces = tutor.SystemTypefaces
	}
	os.Exit(command.Run(sys))
}

// libraryNamed loads the library that a script or test works with.
func libraryNamed(name string) func() (*pack.Pack, error) {
	switch name {
	case "":
		return scenariostest.Library
	case builtin:
		return pack.Builtin
	}
	return func() (*pack.Pack, error) { return scenariostest.Small(name) }
}

// clock is the time, or the time that the environment has.
func clock() time.Time {
	if path := os.Getenv(brokenVariable); path != "" {
		if _, err := os.Stat(path); err == nil {
			panic("the clock is broken")
		}
	}
	if path := os.Getenv(stuckVariable); path != "" {
		if _, err := os.Stat(path); err == nil {
			hang(path)
		}
	}
	at, notSet := time.Parse(time.RFC3339, os.Getenv(clockVariable))
	rate, usual := strconv.Atoi(os.Getenv(rateVariable))
	switch {
	case usual != nil && notSet != nil:
		return time.Now()
	case usual != nil:
		return at
	case notSet != nil:
		at = began
	}
	return at.Add(time.Duration(rate) * time.Since(began))
}

// hang never comes back the first time that it is called.
func hang(path string) {
	first := false
	stuck.Do(func() { first = true })
	if !first {
		return
	}
	if err := os.WriteFile(path+".now", nil, 0o600); err != nil {
		panic(err)
	}
	for {
		time.Sleep(time.Hour)
	}
}

// TestBuiltProgram holds that main passes arguments, output and exit code on: the other tests go round it.
func TestBuiltProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program := filepath.Join(t.TempDir(), "probity.exe")
	build := exec.Command("go", "build", "-o", program, "probity")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as it is given to other machines
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if binary, err := elf.Open(program); err == nil {
		if libraries, _ := binary.ImportedLibraries(); len(libraries) > 0 {
			t.Errorf("it needs %q", libraries)
		}
		binary.Close()
	}
	if out, err := exec.Command(program, "--version").Output(); err != nil || !strings.HasPrefix(string(out), "probity version ") {
		t.Errorf("--version: %q, %v", out, err)
	}
	var exit *exec.ExitError
	if err := exec.Command(program, "--nope").Run(); !errors.As(err, &exit) || exit.ExitCode() != 2 {
		t.Errorf("--nope: %v", err)
	}
}

// programs is a folder whose program called probity the scripts run in place of this test binary: one that has it run as it
// is built for another system.
var programs = flag.String("programs", "", "folder of another probity for the scripts to run")

// timed is for a quiet machine alone: what should be quick is measured, and has to be.
var timed = flag.Bool("timed", false, "hold what should be quick to its limits")

// TestScripts runs each script in a folder of its own. The record is in $PROBITY_DATA, which is not there to begin with;
// HOME is in the script's folder, too.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("a command does one thing after another; what it does beside others, the race detector meets in the packages that do it")
	}
	testscript.Run(t, testscript.Params{
		Dir:                filepath.Join("testdata", "script"),
		RequireUniqueNames: true,
		ContinueOnError:    true,
		Setup: func(env *testscript.Env) error {
			if *programs != "" {
				env.Setenv("PATH", *programs+string(filepath.ListSeparator)+env.Getenv("PATH"))
			}
			env.Setenv("HOME", env.Getenv("WORK"))
			env.Setenv("PROBITY_DATA", filepath.Join(env.Getenv("WORK"), "data"))
			env.Setenv("GOGC", "400") // the collector is a third of what so short a run takes
			env.Setenv(clockVariable, "2026-11-22T09:28:11Z")
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name != "native" { // the program is built for the system that the script runs on
				return false, fmt.Errorf("there is no condition %q", name)
			}
			return *programs == "", nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes": writeBytes, "damage": damage, "draws": draws, "exits": exits, "misused": misused, "refuses": refuses, "noescape": noEscape,
			"permissions": permissions, "question": question, "siblings": siblings, "solve": solve, "visitor": visitor,
		},
	})
}
