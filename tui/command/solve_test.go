// What a learner who knows the key, or none of it, types into the sitting that was last begun.
package command_test

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"probity/progress"
	"probity/progress/folder"
	"probity/scenarios"
)

// solve is the command that writes the lines to answer situations FROM to TO of the sitting last begun in a data folder, each
// fairly sure, and then the lines given. In an assessment each situation is gone to; in a practice an empty line goes on.
func solve(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 5, "solve FOLDER right|wrong FROM TO FILE [LINE…]")
	sitting := lastBegun(ts, args[0])
	from, to := 0, 0
	if _, err := fmt.Sscan(args[2]+" "+args[3], &from, &to); err != nil || from < 1 || to > len(sitting.Drawn) {
		ts.Fatalf("there are no situations %s to %s: %d were drawn", args[2], args[3], len(sitting.Drawn))
	}
	text := ""
	for n := from; n <= to; n++ {
		line := typed(situation(ts, sitting.Drawn[n-1]), sitting.Seed, args[1] == "right")
		if sitting.Kind == progress.Assessment {
			text += fmt.Sprintf("go %d\n%s\n2\n", n, line)
		} else {
			text += line + "\n2\n\n"
		}
	}
	for _, line := range args[5:] {
		text += line + "\n"
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[4]), []byte(text), 0o600))
}

// siblings asserts that the sitting last begun draws, for each principle answered before it, a situation that was not.
func siblings(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 1, "siblings FOLDER")
	answered, principles := map[string]bool{}, map[string]bool{}
	for _, a := range history(ts, args[0]).Answers() {
		answered[a.Scenario], principles[a.Principle] = true, true
	}
	for _, id := range lastBegun(ts, args[0]).Drawn {
		if s := situation(ts, id); answered[id] || !principles[s.Principle] {
			ts.Fatalf("%s is no sibling of what was answered: %v", id, answered)
		}
	}
}

func history(ts *testscript.TestScript, dir string) *progress.History {
	r, err := folder.Open(folder.Options{Dir: ts.MkAbs(dir)})
	ts.Check(err)
	h, err := r.History()
	ts.Check(err)
	return h
}

// lastBegun is the sitting that was begun last and is not over.
func lastBegun(ts *testscript.TestScript, dir string) progress.Sitting {
	h := history(ts, dir)
	var sitting progress.Sitting
	if left := h.Unfinished(); len(left) > 0 {
		sitting = left[0].Sitting
	}
	if all := h.Assessments(); len(all) > 0 && all[len(all)-1].Sitting.Seq > sitting.Seq {
		sitting = all[len(all)-1].Sitting
	}
	return sitting
}

func situation(ts *testscript.TestScript, id string) *scenarios.Situation {
	library, err := libraryNamed(ts.Getenv(libraryVariable))()
	ts.Check(err)
	s, ok := library.Bank.Situation(id)
	if !ok {
		ts.Fatalf("%s is not in the library", id)
	}
	return s
}

// typed is the key, or the worst answer there is, as it is typed: letters, or for a rating numbers in the order shown.
func typed(s *scenarios.Situation, seed int64, right bool) string {
	lines := s.Format.Begin(s, scenarios.Shuffle(s, seed)).Lines()
	line := ""
	switch s.Format.Input() {
	case scenarios.GiveNumbers:
		for _, l := range lines {
			for _, n := range []string{"1", "2", "3", "4"} {
				if right && slices.Contains(s.Key, l.ID+"="+n) || !right && far(s.Key, l.ID, n) {
					line += n
					break
				}
			}
		}
	case scenarios.PutInOrder:
		for _, id := range s.Key {
			line += letter(lines, id)
		}
		if !right {
			turned := []byte(line)
			slices.Reverse(turned)
			line = string(turned)
		}
	case scenarios.PickOne, scenarios.PickSeveral:
		for _, l := range lines {
			if slices.Contains(s.Key, l.ID) == right && len(line) < len(s.Key) {
				line += l.Letter
			}
		}
	}
	return line
}

// far reports whether a rating is on the other side of the middle than the key's.
func far(key []string, id, n string) bool {
	high := slices.Contains(key, id+"=4") || slices.Contains(key, id+"=3")
	return high == strings.Contains("12", n)
}

func letter(lines []scenarios.Line, id string) string {
	return lines[slices.IndexFunc(lines, func(l scenarios.Line) bool { return l.ID == id })].Letter
}
