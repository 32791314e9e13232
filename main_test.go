// What holds for the project as a whole: which way imports point, and what starting up costs.

package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// dependencies lists everything a package of the project is built from.
func dependencies(t *testing.T, pkg string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", pkg).Output()
	if err != nil {
		t.Fatalf("listing what %s is built from: %v", pkg, err)
	}
	return strings.Fields(string(out))
}

// TestArrowsPointOneWay holds the shape: domain packages know nothing of the terminal, situations and guidance nothing of
// the record, linear mode nothing of the screens' libraries, and screens nothing of one another.
func TestArrowsPointOneWay(t *testing.T) {
	const charm = `^charm\.land/|^github\.com/charmbracelet/`
	for _, c := range []struct{ pkg, never string }{
		{"probity/guidance", charm + `|^probity/(tui|progress|scenarios)`},
		{"probity/guidance/owncopy", charm + `|^probity/(tui|progress|scenarios)`},
		{"probity/scenarios/induction", charm + `|^probity/(tui|progress)`},
		{"probity/scenarios", charm + `|^probity/(tui|progress)`},
		{"probity/scenarios/pack", charm + `|^probity/(tui|progress)`},
		{"probity/progress", charm + `|^probity/tui`},
		{"probity/progress/paper", charm + `|^probity/tui`},
		{"probity/progress/certificate", charm + `|^probity/tui`},
		{"probity/progress/privacy", charm + `|^probity/tui`},
		{"probity/tui/prose", charm + `|^probity/(tui|progress)`},
		{"probity/guidance/text", charm + `|^probity/`},
		{"probity/tui/tutor", charm + `|^probity/tui/(app|screen|linear|command)`},
		{"probity/tui/linear", charm + `|^probity/tui/(app|screen|command)`},
	} {
		t.Run(c.pkg, func(t *testing.T) {
			never := regexp.MustCompile(c.never)
			for _, dep := range dependencies(t, c.pkg) {
				if dep != c.pkg && never.MatchString(dep) {
					t.Errorf("%s is built from %s", c.pkg, dep)
				}
			}
		})
	}
}

// TestScreensDoNotKnowOneAnother: a screen is a package whose name the app registers; it goes elsewhere by a route.
func TestScreensDoNotKnowOneAnother(t *testing.T) {
	registered, err := os.ReadFile("tui/app/stack.go")
	if err != nil {
		t.Fatal(err)
	}
	screens := map[string]bool{}
	for _, m := range regexp.MustCompile(`return (\w+)\.New\(a\.env`).FindAllSubmatch(registered, -1) {
		screens["probity/tui/"+string(m[1])] = true
	}
	if len(screens) < 9 {
		t.Fatalf("found only %d screens", len(screens))
	}
	for screen := range screens {
		for _, dep := range dependencies(t, screen) {
			if dep != screen && screens[dep] {
				t.Errorf("%s imports %s", screen, dep)
			}
		}
	}
}

// Limits on what packages do before main runs, in milliseconds: generous for slow machines, and far below what a library
// that builds tables at start would bring. Glamour's own tables cost about ten.
const (
	startLimit   = 60
	packageLimit = 25
)

var initLine = regexp.MustCompile(`(?m)^init (\S+) @.*?, ([0-9.]+) ms clock`)

// timed is for a quiet machine alone: what should be quick is measured, and has to be.
var timed = flag.Bool("timed", false, "hold what should be quick to its limits")

func TestStartingUpIsCheap(t *testing.T) {
	if !*timed {
		t.Skip("measures time")
	}
	bin := filepath.Join(t.TempDir(), "probity")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	least, worst := 1e9, ""
	for range 3 {
		cmd := exec.Command(bin, "--version")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var trace bytes.Buffer
		cmd.Stderr = &trace
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		sum, slow := 0.0, ""
		for _, m := range initLine.FindAllStringSubmatch(trace.String(), -1) {
			ms, err := strconv.ParseFloat(m[2], 64)
			if err != nil {
				t.Fatal(err)
			}
			sum += ms
			if ms > packageLimit {
				slow += " " + m[0]
			}
		}
		if sum == 0 {
			t.Fatalf("no trace in\n%s", trace.String())
		}
		if sum < least {
			least, worst = sum, slow
		}
	}
	if least > startLimit || worst != "" {
		t.Errorf("starting up takes %.1f ms, at most %d is wanted; slow packages:%s", least, startLimit, worst)
	}
	t.Logf("starting up takes %.1f ms", least)
}
