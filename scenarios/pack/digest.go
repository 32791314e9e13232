package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	guidancelibrary "probity/guidance/library"
	scenariolibrary "probity/scenarios/library"
)

// BuiltinDigest tells one built-in library from another, whatever their versions say: two that have the same digest teach the same. It is the
// SHA-256 of what sha256sum prints of the library's files in the order of their paths, each without the carriage returns of a Windows checkout.
func BuiltinDigest() (string, error) {
	sums := map[string]string{}
	for within, files := range map[string]fs.FS{"guidance/library/": guidancelibrary.FS, "scenarios/library/": scenariolibrary.FS} {
		err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(files, name)
			sums[within+name] = fmt.Sprintf("%x", sha256.Sum256(normal(text)))
			return err
		})
		if err != nil {
			return "", fmt.Errorf("reading the built-in library: %w", err)
		}
	}
	var list bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(&list, "%s  %s\n", sums[name], name)
	}
	sum := sha256.Sum256(list.Bytes())
	return hex.EncodeToString(sum[:]), nil
}
