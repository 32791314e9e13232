package tutor

import (
	"slices"
	"strings"
	"testing"
)

// TestATaskThatMustNotBeLostIsDoneOnce, whether whoever asked for it does it, leaving does, or both.
func TestATaskThatMustNotBeLostIsDoneOnce(t *testing.T) {
	for name, act := range map[string]func(*tasks, Task[int]){
		"done at once":                  func(_ *tasks, task Task[int]) { task.Do() },
		"never begun":                   func(all *tasks, _ Task[int]) { all.finish() },
		"run and not done":              func(all *tasks, task Task[int]) { task.Run(); all.finish() },
		"run while the program ends":    func(all *tasks, task Task[int]) { go task.Run(); all.finish() },
		"done after leaving, and again": func(all *tasks, task Task[int]) { all.finish(); task.Do(); all.finish() },
	} {
		t.Run(name, func(t *testing.T) {
			var all tasks
			var did []string
			act(&all, mustFinish(&all, Task[int]{
				Run:  func() int { did = append(did, "run"); return 7 },
				Done: func(n int) { did = append(did, "done"); _ = n },
			}))
			if want := []string{"run", "done"}; !slices.Equal(did, want) {
				t.Errorf("it did %v", did)
			}
		})
	}
}

// TestATaskThatPanicsKeepsNothingElseFromBeingDone: the others are done when leaving is tried again.
func TestATaskThatPanicsKeepsNothingElseFromBeingDone(t *testing.T) {
	var all tasks
	other := false
	mustFinish(&all, runOnly(func() int { panic("a fault") }))
	mustFinish(&all, runOnly(func() int { other = true; return 0 }))
	func() {
		defer func() { _ = recover() }()
		all.finish()
		t.Error("the panic is hidden")
	}()
	if all.finish(); !other {
		t.Error("the other task is not done")
	}
}

// TestLeavingWaitsForACertificate: it is written, and noted in the record, though the command that was to do it never came to it.
func TestLeavingWaitsForACertificate(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	t.Chdir(t.TempDir())
	tutor.Certificates.Export(Export{Certificate: certified(t, tutor), Format: "json"})
	flush(t, tutor)
	verified(t, "probity-certificate-2026-11-22.json")
	if text := saved(t, tutor, dir); strings.Count(text, "[[certificate]]") != 1 {
		t.Errorf("the record is\n%s", text)
	}
}
