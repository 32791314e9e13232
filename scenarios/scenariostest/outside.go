package scenariostest

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// Outside are the files of the pack of families with every text that a pack can have, for what comes from somebody who means harm. Its guidance for
// Ireland has an id of its own, so that it can be merged into the small pack.
func Outside(t testing.TB) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, sample := range []string{"families", "outside"} {
		err := fs.WalkDir(folder, sample, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			file, err := folder.ReadFile(name)
			name = strings.ReplaceAll(strings.TrimPrefix(name, sample+"/"), "irish", "isle")
			out[name] = &fstest.MapFile{Data: bytes.ReplaceAll(file, []byte("irish"), []byte("isle")), Mode: 0o600}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}
