package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"probity/guidance/text"
)

// What a pack may be as a whole: many times the built-in library.
const (
	maxFiles = 2000
	maxTotal = 8 << 20 // bytes of the files that are read
)

// survey is what there is in a pack's folders, seen before any of it is read.
type survey struct {
	sources, situations []string
	odd                 Mistakes // files that look like content and stand where none is read
	refused             Mistakes // why nothing of the pack is read
	files, bytes        int64
	unfinished          int      // situations that lack something yet
	foreign             []string // documents among the situations
}

// unfinished counts the files that a pack's authors have put aside. No more of them are counted than a pack may have.
func unfinished(in fs.FS) int {
	n, seen := 0, 0
	_ = fs.WalkDir(in, UnfinishedFolder, func(name string, d fs.DirEntry, err error) error {
		if seen++; err != nil || seen > maxFiles {
			return fs.SkipAll
		}
		if path.Ext(name) == ".toml" && !d.IsDir() && !IsLeftover(path.Base(name)) {
			n++
		}
		return nil
	})
	return n
}

// look goes through the folders of a pack. The mistakes, if there are any, are why the pack is refused as a whole.
func look(in folders) (*survey, Mistakes) {
	s := &survey{}
	s.walk(in.sources, func(name string) string {
		switch {
		case strings.Contains(name, "/"):
			return "put sources straight into guidance/, or take it out"
		case name != differencesName:
			s.sources = append(s.sources, name)
		}
		return ""
	})
	s.walk(in.situations, func(name string) string {
		switch {
		case strings.Count(name, "/") == 1:
			s.situations = append(s.situations, name)
		case name != topicsName && name != principlesName && name != goneName && !(in.oneFolder && name == ManifestName):
			return "put situations into scenarios/TOPIC/, or take it out"
		}
		return ""
	})
	if !in.oneFolder {
		s.walk(in.manifest, func(name string) string {
			switch name {
			case ManifestName, signatureName:
			case topicsName, principlesName, goneName:
				return "put it into scenarios/"
			default:
				return "put sources into guidance/ and situations into scenarios/TOPIC/, or take it out"
			}
			return ""
		}, "guidance", "scenarios", UnfinishedFolder)
		s.unfinished = unfinished(in.manifest)
	}
	s.tooMuch() // the last file may have been the one too many
	return s, s.refused
}

// errEnough ends a walk through a pack that is refused.
var errEnough = errors.New("enough was seen")

// walk goes through one folder, but not into those named. place says what to do about a TOML file that is not read there;
// "" when it is.
func (s *survey) walk(in tree, place func(name string) string, but ...string) {
	refuse := func(name, problem, mend string) {
		s.refused = append(s.refused, Mistake{File: in.shown + name, Problem: problem, Mend: mend})
	}
	err := fs.WalkDir(in, ".", func(name string, d fs.DirEntry, err error) error {
		if s.tooMuch() {
			return errEnough
		}
		s.files++
		for _, b := range but {
			if name == b && d.IsDir() {
				return fs.SkipDir
			}
		}
		switch {
		case name == "." && errors.Is(err, fs.ErrNotExist): // a pack may do without guidance, or without situations
			return fs.SkipAll
		case name != "." && IsLeftover(path.Base(name)):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case err != nil:
			refuse(name, "cannot be read ("+reason(err)+")", "check that you may read it")
			return nil
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			refuse(name, "is a link or a device", "put the file itself there")
			return nil
		}
		s.file(in, name, d, place)
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		refuse(".", "cannot be read ("+reason(err)+")", "check that you may read it")
	}
}

// tooMuch reports whether a bound of the whole is passed, and notes which.
func (s *survey) tooMuch() bool {
	switch {
	case s.files > maxFiles:
		s.refused = Mistakes{{File: ManifestName, Problem: fmt.Sprintf("the folder of the pack holds more than %d files and folders", maxFiles), Mend: "name the folder of the pack alone"}}
	case s.bytes > maxTotal:
		s.refused = Mistakes{{File: ManifestName, Problem: fmt.Sprintf("the files of the pack are larger than %d MiB in all", maxTotal>>20), Mend: "make several packs of it"}}
	default:
		return false
	}
	return true
}

// file notes an ordinary file.
func (s *survey) file(in tree, name string, d fs.DirEntry, place func(string) string) {
	odd := func(problem, mend string) {
		s.odd = append(s.odd, Mistake{File: in.shown + name, Problem: problem, Mend: mend})
	}
	switch {
	case misnamed().MatchString(name):
		odd("is not read, because its name does not end in .toml", "name it so, or take it out")
		return
	case path.Ext(name) != ".toml":
		if document().MatchString(name) && in.shown == situationsShown && len(s.foreign) < mostForeign {
			s.foreign = append(s.foreign, in.shown+name)
		}
		return
	}
	if mend := place(name); mend != "" {
		odd("is not read, because it is not where such files are looked for", mend)
		return
	}
	if info, err := d.Info(); err == nil { // else reading it will say why
		s.bytes += info.Size()
	}
}

// misnamed matches names of files that an author meant to be read. Some systems hide the last ending of a name, or take capitals
// for small letters.
var misnamed = text.Expression(`(?i)\.toml\.(txt|text|rtf|docx?)$|\.tml$|\.(?-i:TOML|Toml)$`)

// situationsShown is how the folder of the situations of a pack from outside is named.
const situationsShown = "scenarios/"

// document matches the names of documents within a topic's folder, of which somebody may think that they are read.
var document = text.Expression(`(?i)/[^/]+\.(docx?|odt|rtf|pages|md|txt)$`)

// mostForeign is how many of them are named.
const mostForeign = 10

// IsLeftover reports whether a file or folder is one that a system, an editor or a sync program leaves beside the author's own:
// hidden files (._x.toml of a Mac, .#x.toml of Emacs, .git), backups (x.toml~, #x.toml#), the owner's mark of an office
// program (~$x.toml).
func IsLeftover(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}
