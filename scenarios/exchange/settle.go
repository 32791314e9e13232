package exchange

import (
	"errors"
	"fmt"
	"slices"
	"testing/fstest"

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
	folder := fstest.MapFS{} // the standard library's file system in memory
	for name, text := range d.Files() {
		folder[name] = &fstest.MapFile{Data: text}
	}
	_, err := pack.Load(folder, base)
	return err
}
