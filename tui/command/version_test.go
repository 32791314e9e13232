package command

import (
	"runtime/debug"
	"strings"
	"testing"
)

// TestABuildSaysWhatItIsOf: a program that was built in a clone says the commit, and whether it is of that alone; one of go run says that it
// does not know.
func TestABuildSaysWhatItIsOf(t *testing.T) {
	clone := []debug.BuildSetting{{Key: "vcs.revision", Value: "e65758c40757e84c38f8b3f51016d0b24839ca4e"}, {Key: "vcs.time", Value: "2026-11-30T04:51:07Z"}}
	for name, c := range map[string]struct {
		info *debug.BuildInfo
		want string
	}{
		"a clone":                {&debug.BuildInfo{Settings: append(clone, debug.BuildSetting{Key: "vcs.modified", Value: "false"})}, "commit e65758c40757 of 30 November 2026, go"},
		"with changes":           {&debug.BuildInfo{Settings: append(clone, debug.BuildSetting{Key: "vcs.modified", Value: "true"})}, "commit e65758c40757 of 30 November 2026, changed since, go"},
		"go run":                 {&debug.BuildInfo{}, "from source, go"},
		"no information":         {nil, "from source, go"},
		"a short name, no time":  {&debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "12"}}}, "commit 12, go"},
		"a time that is no time": {&debug.BuildInfo{Settings: []debug.BuildSetting{clone[0], {Key: "vcs.time", Value: "then"}}}, "commit e65758c40757, go"},
	} {
		if got := build(c.info); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
