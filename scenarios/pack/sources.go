package pack

import (
	"fmt"
	"os"
	"path"
	"path/filepath"

	"probity/guidance"
)

// SourceFile is a source and the file that it stands in.
type SourceFile struct {
	Path   string
	Text   []byte
	Source *guidance.Source
}

// ReadSources reads the sources of one folder, for an author whose files are to be written anew: guidance/ of a pack, or the
// built-in library's. What only a whole pack can show is not checked. An error may be a Mistakes.
func ReadSources(dir string) ([]SourceFile, error) {
	root, err := openFolder(dir)
	if err != nil {
		return nil, fmt.Errorf("reading the sources: %s cannot be opened (%s): name the folder that holds the sources' files", dir, reason(err))
	}
	defer root.Close()
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading the sources: %w", err)
	}
	var out []SourceFile
	var mistakes Mistakes
	in := tree{FS: root.FS(), shown: filepath.ToSlash(dir) + "/"}
	for _, e := range entries {
		if path.Ext(e.Name()) != ".toml" || e.Name() == differencesName || IsLeftover(e.Name()) {
			continue
		}
		s, f := readSource(in, e.Name())
		mistakes = append(mistakes, f.mistakes...)
		if s != nil {
			text, err := read(in, e.Name())
			if err != nil {
				return nil, fmt.Errorf("reading the sources: %w", err)
			}
			guidance.NewLibrary([]*guidance.Source{s}, nil) // which gives each clause its source
			out = append(out, SourceFile{filepath.Join(dir, e.Name()), text, s})
		}
	}
	if len(mistakes) > 0 {
		return nil, mistakes
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("reading the sources: there are none in %s; name the folder that holds the sources' files", dir)
	}
	return out, nil
}
