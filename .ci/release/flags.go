package main

// flags are how the program is built. Nothing else decides what is in it but the commit and the version of Go. Phones are answered without
// encryption, where HTTP/2 has no use. Functions begin at every sixteenth byte, as on arm64, and not at every thirty-second: that saves 0.3 MB on
// amd64, and a start costs the same.
func flags() []string {
	all := []string{"-trimpath", "-buildvcs=true", "-ldflags=-s -w -funcalign=16", "-tags=nethttpomithttp2", "-gcflags=all=-l"}
	for _, pattern := range hot {
		all = append(all, "-gcflags="+pattern+"=")
	}
	return all
}

// hot are the packages in which functions are copied to where they are called. Everywhere would make the program 3 MB larger, nowhere would make
// a start cost half as much again: in these, which read, fold and draw, it costs as much as everywhere.
var hot = []string{
	"runtime/...", "internal/...", "sync/...", "strings", "bytes", "unicode/...", "strconv", "reflect", "regexp/...", "sort", "slices", "maps", "bufio",
	"io", "fmt", "time", "cmp", "math", "math/bits", "hash/...", "iter", "errors", "os", "syscall",
	"github.com/BurntSushi/toml/...", "github.com/charmbracelet/x/ansi/...", "github.com/charmbracelet/ultraviolet/...", "charm.land/lipgloss/...",
	"github.com/clipperhouse/...", "github.com/yuin/goldmark/text", "github.com/yuin/goldmark/util", "github.com/yuin/goldmark/parser",
	"github.com/rivo/...", "github.com/mattn/...",
	"probity/guidance", "probity/guidance/text", "probity/scenarios", "probity/scenarios/pack", "probity/progress", "probity/progress/journal/...",
	"probity/progress/folder",
}
