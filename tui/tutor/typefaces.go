package tutor

import (
	"cmp"
	"crypto/rand"
	"errors"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"

	"probity/guidance/text"
	"probity/progress/certificate"
	"probity/progress/paper"
)

// Typefaces finds typefaces that show letters which the built-in one lacks: for each word those that it lacks. A word that none shows has none.
type Typefaces func(letters []string) []*paper.Typeface

// Letters are what a PDF would show in another typeface than its own, or lose.
type Letters struct {
	Missing *paper.MissingError // nil where its own typeface has all
	Lost    *paper.MissingError // what those of this computer lack too; nil where they have it
	Faces   []string            // the names of those that are needed
}

// Says tells it before the PDF is made, in a few words that go on from "the PDF"; "" where there is nothing to tell.
func (l Letters) Says() string {
	switch {
	case l.Lost != nil:
		return "can't show " + l.Lost.Named() + ": choose HTML"
	case l.Missing != nil:
		return "shows " + l.Missing.Named() + " in " + text.Series(l.Faces) + " of this computer"
	}
	return ""
}

// Letters is the task of finding out what a PDF of a certificate would show in another typeface than its own, or lose.
func (c *Certificates) Letters(of certificate.Certificate) Task[Letters] {
	find := c.typefaces
	return runOnly(func() (l Letters) {
		if !errors.As(paper.Missing(of.Paper()), &l.Missing) {
			return l
		}
		others := find.showing(l.Missing)
		for _, t := range others {
			l.Faces = append(l.Faces, t.Name)
		}
		errors.As(paper.Missing(of.Paper(), others...), &l.Lost)
		return l
	})
}

// showing are those that show what is missing; none on a computer without typefaces.
func (find Typefaces) showing(missing *paper.MissingError) []*paper.Typeface {
	if find == nil {
		return nil
	}
	return find(missing.Letters)
}

// SystemTypefaces looks in the folders where this computer has its typefaces. What can't be read there is passed over.
func SystemTypefaces(letters []string) (found []*paper.Typeface) {
	tidy()
	folder := filepath.Join(os.TempDir(), listFolder+rand.Text())
	defer os.RemoveAll(folder)
	defer func() {
		if recover() != nil { // the finder reads them all, and a damaged one is more than it expects
			found = nil
		}
	}()
	all, err := fontscan.SystemFonts(log.New(io.Discard, "", 0), folder)
	if err != nil {
		return nil
	}
	slices.SortStableFunc(all, plainer)
	for _, these := range letters {
		if slices.ContainsFunc(found, func(t *paper.Typeface) bool { return t.Shows(these) }) {
			continue
		}
		for _, one := range all {
			if t := read(one, these); t != nil {
				found = append(found, t)
				break
			}
		}
	}
	return found
}

// listFolder is what a folder is called for the list that the finder writes of them, and nobody needs afterwards. The finder makes it once it has
// looked.
const listFolder = "probity-typefaces-"

// tidy takes such folders away that are left of programs which ended meanwhile.
func tidy() {
	const old = time.Hour // another program may write in one that is not
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), listFolder+"*"))
	for _, folder := range left {
		if info, err := os.Lstat(folder); err == nil && time.Since(info.ModTime()) > old {
			_ = os.RemoveAll(folder) // another user's can't be taken away
		}
	}
}

// read is a typeface that shows letters, from its file; nil where it does not.
func read(one fontscan.Footprint, letters string) *paper.Typeface {
	if strings.ContainsFunc(letters, func(r rune) bool { return !one.Runes.Contains(r) }) {
		return nil
	}
	file, err := os.ReadFile(one.Location.File)
	if err != nil {
		return nil
	}
	if t, err := paper.ParseTypeface(file, int(one.Location.Index)); err == nil && t.Shows(letters) {
		return t
	}
	return nil
}

// plainer puts upright typefaces of usual weight first, and of those the ones without serifs; the same on every run.
func plainer(a, b fontscan.Footprint) int {
	return cmp.Or(cmp.Compare(oddness(a), oddness(b)), cmp.Compare(a.Location.File, b.Location.File), cmp.Compare(a.Location.Index, b.Location.Index))
}

func oddness(f fontscan.Footprint) (n int) {
	for _, odd := range []bool{
		f.Aspect.Weight != font.WeightNormal, f.Aspect.Style != font.StyleNormal, f.Aspect.Stretch != font.StretchNormal,
		strings.Contains(f.Family, "mono"), !strings.Contains(f.Family, "sans") && !strings.Contains(f.Family, "ui"),
	} {
		if odd {
			n++
		}
	}
	return n
}
