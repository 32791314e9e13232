// What holds for the project as a whole: which way imports point, and what starting up costs.

package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// built maps every package of the project to all that it is built from.
func built(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Deps}} {{.}}{{end}}`, "./...").Output()
	if err != nil {
		t.Fatalf("listing what the packages are built from: %v", err)
	}
	from := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		from[fields[0]] = fields[1:]
	}
	return from
}

// TestArrowsPointOneWay holds the shape: domain packages know nothing of the terminal, situations and guidance nothing of
// the record, linear mode nothing of the screens' libraries, and parts nothing of the screens that are made of them.
// A rule is for every package whose path matches it.
func TestArrowsPointOneWay(t *testing.T) {
	const charm = `^charm\.land/|^github\.com/charmbracelet/`
	from := built(t)
	for _, c := range []struct{ pkg, never string }{
		{`^probity/guidance(/|$)`, charm + `|^probity/(tui|progress|scenarios)(/|$)`},
		{`^probity/scenarios(/|$)`, charm + `|^probity/(tui|progress)(/|$)`},
		{`^probity/progress(/|$)`, charm + `|^probity/tui(/|$)`},
		{`^probity/guidance/text$`, `^probity/`},
		{`^probity/tui/prose$`, charm + `|^probity/(tui|progress)(/|$)`},
		{`^probity/tui/tutor$`, charm + `|^probity/tui/(app|screens?|parts|linear|command)(/|$)`},
		{`^probity/tui/linear$`, charm + `|^probity/tui/(app|screens?|parts|command)(/|$)`},
		{`^probity/tui/parts/`, `^probity/tui/(app|screens|linear|command)(/|$)`},
		{`^probity/tui/screens/`, `^probity/tui/(app|linear|command)(/|$)`},
		{`^probity$`, `^probity/.*test$`},                                                                                                 // packages that help tests
		{`^probity$`, `^probity/tui/serve(/|$)|^charm\.land/ssh$|^golang\.org/x/crypto/ssh$|^github\.com/(nats-io|pkg/sftp|prometheus)/`}, // what hosts alone need
		{`^probity$`, `^github\.com/alecthomas/chroma/v2/lexers`},                                                                         // what third_party/chroma stands in for
	} {
		t.Run(c.pkg, func(t *testing.T) {
			pkg, never, found := regexp.MustCompile(c.pkg), regexp.MustCompile(c.never), false
			for name, deps := range from {
				if !pkg.MatchString(name) {
					continue
				}
				found = true
				for _, dep := range deps {
					if never.MatchString(dep) {
						t.Errorf("%s is built from %s", name, dep)
					}
				}
			}
			if !found {
				t.Error("there is no such package")
			}
		})
	}
}

// TestScreensDoNotKnowOneAnother: every folder of tui/screens is a screen. The app registers it, and other screens go there
// by a route.
func TestScreensDoNotKnowOneAnother(t *testing.T) {
	const screens = "probity/tui/screens/"
	folders, err := os.ReadDir("tui/screens")
	if err != nil {
		t.Fatal(err)
	}
	from := built(t)
	for _, folder := range folders {
		screen := screens + folder.Name()
		if !slices.Contains(from["probity/tui/app"], screen) {
			t.Errorf("the app does not register %s", screen)
		}
		for _, dep := range from[screen] {
			if strings.HasPrefix(dep, screens) {
				t.Errorf("%s imports %s", screen, dep)
			}
		}
	}
}

// Limits on what packages do before main runs: far below what a library that builds tables at start would bring. The times, in milliseconds, are
// generous for slow machines: all packages together need about five. The bytes that they take are the same on every machine: about 1.16 million,
// of which our own packages take little, since what they need they make when it is first used.
const (
	startLimit   = 25
	packageLimit = 8
	startBytes   = 1_300_000
	ownBytes     = 16_000
)

var initLine = regexp.MustCompile(`(?m)^init (\S+) @.*?, ([0-9.]+) ms clock, ([0-9]+) bytes`)

// timed is for a quiet machine alone: what should be quick is measured, and has to be.
var timed = flag.Bool("timed", false, "hold what should be quick to its limits")

// started is what the packages of the program do before main runs.
func started(t *testing.T, bin string) [][]string {
	t.Helper()
	cmd := exec.Command(bin, "--version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace bytes.Buffer
	cmd.Stderr = &trace
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	lines := initLine.FindAllStringSubmatch(trace.String(), -1)
	if lines == nil {
		t.Fatalf("no trace in\n%s", trace.String())
	}
	return lines
}

func TestStartingUpIsCheap(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "probity")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	all := 0
	for _, m := range started(t, bin) {
		n, err := strconv.Atoi(m[3])
		if err != nil {
			t.Fatal(err)
		}
		if all += n; strings.HasPrefix(m[1], "probity") && n > ownBytes {
			t.Errorf("%s takes %d bytes before main runs, at most %d are wanted", m[1], n, ownBytes)
		}
	}
	if all > startBytes {
		t.Errorf("%d bytes are taken before main runs, at most %d are wanted", all, startBytes)
	}
	if *timed {
		startsInTime(t, bin)
	}
}

// startsInTime takes the best of three starts.
func startsInTime(t *testing.T, bin string) {
	least, worst := 1e9, ""
	for range 3 {
		sum, slow := 0.0, ""
		for _, m := range started(t, bin) {
			ms, err := strconv.ParseFloat(m[2], 64)
			if err != nil {
				t.Fatal(err)
			}
			sum += ms
			if ms > packageLimit {
				slow += " " + m[0]
			}
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
