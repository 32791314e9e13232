package exchange

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"probity/scenarios"
	"probity/scenarios/pack"
)

// Settle puts aside the situations of a draft that a pack can't have as they are, each with what it lacks. What is left loads. The error
// says why nothing does.
func Settle(d pack.Draft, base *pack.Pack) (pack.Draft, error) {
	for len(d.Situations) > 0 {
		var mistakes pack.Mistakes
		err := loads(d, base)
		if err == nil {
			return d, nil
		}
		if !errors.As(err, &mistakes) {
			return d, err
		}
		lacks := map[string][]string{} // by file
		for _, m := range mistakes {
			lacks[m.File] = append(lacks[m.File], mend(m))
		}
		before := len(d.Situations)
		d.Situations = slices.DeleteFunc(slices.Clone(d.Situations), func(s *scenarios.Situation) bool {
			what := lacks[pack.SituationFile(s)]
			if what != nil {
				d.Unfinished = append(d.Unfinished, pack.Unfinished{Situation: s, Lacks: what})
			}
			return what != nil
		})
		if len(d.Situations) == before {
			return d, fmt.Errorf("making a pack of the questions: %w; of very many questions, export one category after the other and make a pack of each", err)
		}
	}
	return d, nil
}

// mend is a mistake without the file, which it is written into.
func mend(m pack.Mistake) string {
	m.File, m.Line, m.Situation = "", 0, ""
	return m.String()[len(": "):]
}

// loads tries to load a draft.
func loads(d pack.Draft, base *pack.Pack) error {
	folder, err := inMemory(d.Files())
	if err != nil {
		return fmt.Errorf("making a pack of the questions: %w", err)
	}
	_, err = pack.Load(folder, base)
	return err
}

// inMemory is files by their paths as a file system: a zip archive, in which they stand uncompressed.
func inMemory(files map[string][]byte) (fs.FS, error) {
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for path, text := range files {
		file, err := w.CreateHeader(&zip.FileHeader{Name: path, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(text); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
}
