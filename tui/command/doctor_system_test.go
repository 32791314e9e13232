package command

import (
	"runtime"
	"strings"
	"testing"
)

// TestTheSystemIsNamedAsItsPeopleNameIt.
func TestTheSystemIsNamedAsItsPeopleNameIt(t *testing.T) {
	begins := map[string]string{"windows": "Windows ", "darwin": "macOS"}[runtime.GOOS]
	if name := systemName(); name == "" || !strings.HasPrefix(name, begins) {
		t.Errorf("it is %q", name)
	}
}
