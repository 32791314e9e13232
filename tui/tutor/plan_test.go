package tutor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAPlansFile(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	path := filepath.Join(t.TempDir(), "plan.toml")
	plan := twoItems(t, tutor)
	if err := (Door{}).WritePlan(path, plan); err != nil {
		t.Fatal(err)
	}
	if again, err := (Door{}).ReadPlan(path, tutor.Library.Pack().Bank); err != nil || !cmp.Equal(plan, again) {
		t.Errorf("%+v, %v", again, err)
	}
	if err := (Door{}).WritePlan(path, plan); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("written over: %v", err)
	}
	if _, err := (Door{}).ReadPlan(path+"x", tutor.Library.Pack().Bank); err == nil || !strings.Contains(err.Error(), "there is no file") {
		t.Errorf("not there: %v", err)
	}
	if err := os.WriteFile(path, make([]byte, largestPlan+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := (Door{}).ReadPlan(path, tutor.Library.Pack().Bank); err == nil || !strings.Contains(err.Error(), "larger than such a file can be") {
		t.Errorf("too large: %v", err)
	}
}
