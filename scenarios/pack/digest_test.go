package pack

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestTheDigestIsOfWhatIsTaught: it is that of the files as they lie in the source, however git wrote their lines.
func TestTheDigestIsOfWhatIsTaught(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"guidance/library/*.toml", "scenarios/library/*.toml", "scenarios/library/*/*.toml"} {
		found, err := filepath.Glob(filepath.Join("../..", pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v, %v", pattern, found, err)
		}
		paths = append(paths, found...)
	}
	slices.Sort(paths)
	var list bytes.Buffer
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name, _ := filepath.Rel("../..", path)
		fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))), filepath.ToSlash(name))
	}
	want := fmt.Sprintf("%x", sha256.Sum256(list.Bytes()))
	if got, err := BuiltinDigest(); got != want || err != nil {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
}
