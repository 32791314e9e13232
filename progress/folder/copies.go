// Copies that other programs make of Probity's files: sync programs when two computers disagree, editors, file managers. They
// are known by what their names add to a name of Probity's, or, whatever they are called, by what they hold.

package folder

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"probity/guidance/text"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// What is put before, after and into the name of a file that is copied, in lower case.
var (
	copyBefore = text.Expression(`^(?:\.~lock\.|~?\.?syncthing[.~]|\.#|#|~\$|\._|\.|copy (?:\(\d+\) )?of )+`)
	copyAfter  = text.Expression(`(?:~|#|\.~\d+~|\.(?:bak|backup|old|orig|save|tmp|temp|part|sw[a-z]|kate-swp|un|gz|zip|bz2|xz|zst|7z))+$`)
	copyWithin = text.Expression(`(?:\.sync-conflict-[\w-]+|[ ._-]*(?:\(.*\)|\[.*\]|conflict\w*[^.]*|copy(?: \d+)?|\d+))+(\.\w+)$`)
)

// originals returns the names of the files that one of this name may be a copy of; none if the name is not that of a copy.
func originals(name string) (names []string) {
	name = strings.ToLower(name)
	plain := copyAfter().ReplaceAllString(copyBefore().ReplaceAllString(name, ""), "")
	for _, original := range []string{plain, copyWithin().ReplaceAllString(plain, "$1")} {
		if original != name {
			names = append(names, original)
		}
	}
	return names
}

// copyOf says what another program's file in a folder is a copy of; "" for none of Probity's files. folder is one within the
// data folder.
func (r *Folder) copyOf(folder, name string, entry fs.FileInfo) (what string, err error) {
	for _, p := range patterns() {
		for _, original := range originals(name) {
			if ours, _ := filepath.Match(p.name, original); ours && p.folder == folder && p.what != unfinished && r.holds(p, filepath.Join(r.dir, folder, name)) {
				return copied + p.what, nil
			}
		}
	}
	if !entry.Mode().IsRegular() {
		return "", nil
	}
	return r.heldCopy(filepath.Join(r.dir, folder, name))
}

// copied begins the description of a copy.
const copied = "a copy, left by a sync program or an editor, of "

// headLimit is as much of a file as is read to see what it is.
const headLimit = 64 << 10

// heldCopy says what a file is a copy of by what it holds.
func (r *Folder) heldCopy(path string) (what string, err error) {
	f, err := r.disk.Open(path, os.O_RDONLY, 0)
	if err != nil {
		return "", err
	}
	defer f.Close()
	file, err := io.ReadAll(io.LimitReader(f, headLimit))
	if err != nil {
		return "", err
	}
	decoded := text.FromUnicode(file)
	switch head, ok := readsAsOurs(decoded); {
	case !ok:
		return "", nil
	case head.Session != "":
		return copied + "a facilitated session", nil
	case !bytes.HasSuffix(file, decoded):
		return copied + recordItself + " in UTF-16", nil
	}
	return copied + recordItself, nil
}

// readsAsOurs reports whether a text begins as a record or a session does, or holds an entry of one.
func readsAsOurs(text []byte) (tables.Head, bool) {
	kinds := everyKind()
	if h, err := tables.DecodeHead(kinds, text[:tables.HeadEnd(text, true)]); err == nil {
		return h, true
	}
	for _, stretch := range tables.Split(text) {
		if tables.Parse(kinds, bytes.TrimLeft(stretch, "\r\n")).Fact != nil {
			return tables.Head{}, true
		}
	}
	return tables.Head{}, false
}

// lookAround sorts what stands in one of Probity's folders and has no name of Probity's: copies, and what is others'.
func (s *survey) lookAround(r *Folder, path string) {
	folder, _ := filepath.Rel(r.dir, path)
	if folder == "." {
		folder = ""
	}
	names, err := r.disk.Names(path)
	if err != nil {
		s.miss(err)
	}
	own := r.folders()
	for _, name := range names {
		if whole := filepath.Join(path, name); !s.has(whole) && name != file.LockName && !slices.Contains(own, whole) {
			s.sort(r, folder, name)
		}
	}
}

// sort says of one file or folder whether it is a copy.
func (s *survey) sort(r *Folder, folder, name string) {
	whole, what := filepath.Join(r.dir, folder, name), ""
	info, err := r.disk.Lstat(whole)
	if err == nil && info.IsDir() {
		s.others = append(s.others, filepath.Join(folder, name)+string(filepath.Separator))
		return
	}
	if err == nil {
		what, err = r.copyOf(folder, name, info)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist): // it went meanwhile
	case err != nil:
		s.miss(err)
	case what != "":
		s.add(r, whole, what)
	default:
		s.others = append(s.others, filepath.Join(folder, name))
	}
}

// lookBeside looks for copies in a folder that is not Probity's, such as where a symbolic link leads: only what is named after
// the record is looked at.
func (s *survey) lookBeside(r *Folder, folder, base string) {
	names, err := r.disk.Names(folder)
	if err != nil {
		s.miss(err)
	}
	for _, name := range r.namedAfter(base, folder, names) {
		whole := filepath.Join(folder, name)
		if s.has(whole) {
			continue
		}
		if slices.Contains(originals(name), strings.ToLower(base)) {
			s.add(r, whole, copied+recordItself)
		} else if what, err := r.heldCopy(whole); err != nil {
			s.miss(err)
		} else if what != "" {
			s.add(r, whole, what)
		}
	}
}

// namedAfter returns those of the names in a folder that are files and have the name of a record in theirs.
func (r *Folder) namedAfter(base, folder string, names []string) (found []string) {
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	for _, name := range names {
		info, err := r.disk.Lstat(filepath.Join(folder, name))
		if err == nil && info.Mode().IsRegular() && name != base && strings.Contains(strings.ToLower(name), strings.ToLower(stem)) {
			found = append(found, name)
		}
	}
	return found
}

// add adds a copy.
func (s *survey) add(r *Folder, path, what string) { s.ours = r.appendBelonging(s.ours, path, what) }

// NewCopies lists the copies of the record that lie beside it and can be merged into it, those that were listed before left out.
func (r *Folder) NewCopies() (paths []string) { return r.unlisted(r.copiesBeside()) }

// seenCopies names the copies that were listed before.
const seenCopies = cacheFolder + "/copies"

// unlisted returns those of the files that were not listed before, and remembers in the cache folder that they are now. Where the
// cache folder can't be written to, they are listed again the next time.
func (r *Folder) unlisted(files []string) (paths []string) {
	before, err := r.ReadBeside(seenCopies)
	if err != nil {
		return nil
	}
	listed := strings.Split(string(before), "\n")
	for _, path := range files {
		if !slices.Contains(listed, filepath.Base(path)) {
			paths, listed = append(paths, path), append(listed, filepath.Base(path))
		}
	}
	if len(paths) > 0 {
		_ = r.WriteBeside(seenCopies, []byte(strings.Join(listed, "\n")))
	}
	return paths
}

// copiesBeside returns the files beside the record that are named after it and read as one.
func (r *Folder) copiesBeside() (paths []string) {
	set, _ := r.setAside()
	for _, of := range []string{r.path, r.file} {
		folder := filepath.Dir(of)
		names, _ := r.disk.Names(folder) // what cannot be looked at is no copy that can be merged
		for _, name := range r.namedAfter(filepath.Base(of), folder, names) {
			path := filepath.Join(folder, name)
			isAside := slices.ContainsFunc(set, func(b Belonging) bool { return b.Path == path })
			if what, err := r.heldCopy(path); err == nil && what == copied+recordItself && !isAside && !slices.Contains(paths, path) {
				paths = append(paths, path)
			}
		}
	}
	return paths
}
