// Reading what was handed over: file by file, so that no more than one is in memory.

package cohort

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/scenarios/induction"
)

// LeftOut is a file that was not counted, and why. It is for whoever runs the count: a report has no names of files, which
// may be people's.
type LeftOut struct{ Path, Why string }

// Read takes in records and session files. The longest come first, so that of two copies of one record, or of one session,
// the later counts and the earlier is known by what they have in common.
func (p *Pool) Read(paths []string) []LeftOut {
	var out []LeftOut
	for _, path := range bySize(paths) {
		if why := p.read(path); why != "" {
			out = append(out, LeftOut{path, why})
		}
	}
	return out
}

func bySize(paths []string) []string {
	size := map[string]int64{}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			size[path] = info.Size()
		}
	}
	return slices.SortedFunc(slices.Values(paths), func(a, b string) int {
		return cmp.Or(cmp.Compare(size[b], size[a]), cmp.Compare(a, b))
	})
}

// read takes in one file, or says why not.
func (p *Pool) read(path string) string {
	isSession, err := looksLikeSession(path)
	if err != nil {
		return why(err)
	}
	if !isSession {
		h, err := folder.ReadHanded(path)
		if err != nil {
			return why(err)
		}
		return p.Record(filepath.Base(path), h)
	}
	facts, err := folder.ReadSessionFile(path)
	if err != nil && len(facts) == 0 {
		return why(err)
	}
	return p.Session(filepath.Base(path), facts)
}

// Record takes in one person's record. It returns why it was not counted, in a sentence, or "". Of two copies of a record the first counts, so the
// longest has to come first; name is what the other is told that it is called.
func (p *Pool) Record(name string, h *progress.History) (why string) {
	return p.once(name, owner(h), "There is nothing in it that can be counted.", func() bool { return p.record(h) })
}

// Session takes in the facts of one session as Record does a record.
func (p *Pool) Session(name string, facts []induction.Fact) (why string) {
	if len(facts) == 0 {
		return "There is no session in it."
	}
	began, _ := facts[0].(induction.Began)
	return p.once(name, fmt.Sprint("session ", began.ID, began.At.UTC()),
		"There is nothing in it that can be counted, or fewer than five people were in the room.", func() bool { return p.session(facts) })
}

// once takes something in that was not taken in before.
func (p *Pool) once(name, identity, unusable string, take func() bool) (why string) {
	of := sha256.Sum256([]byte(identity))
	if first, again := p.seen[of]; again {
		return fmt.Sprintf("It is a copy, or an earlier state, of %s, and is counted there.", first)
	}
	if !take() {
		return unusable
	}
	p.seen[of] = name
	return ""
}

// owner is what all copies of one record have in common, and no two records: its first sitting, whose id is drawn at random,
// and its first answer. Answers that follow in a later copy change nothing of it.
func owner(h *progress.History) string {
	answers := h.Answers()
	if len(answers) == 0 {
		return "nobody"
	}
	first := answers[0]
	s, _ := h.Sitting(first.Sitting)
	return fmt.Sprint("record ", s.ID, s.Seed, s.At.UTC(), first.Seq, first.Scenario, first.Chosen, first.Seconds, first.At.UTC())
}

// why says what is wrong with a file that somebody else handed over.
func why(err error) string {
	var part *folder.NotWholeError
	var corrupt *file.CorruptError
	switch {
	case errors.As(err, &part):
		return part.Message()
	case errors.As(err, &corrupt) && corrupt.Foreign():
		return "It is neither a record nor a session of Probity's: a record is called progress.toml, a session's file is written by probity induction file."
	case errors.As(err, &corrupt):
		return fmt.Sprintf("It does not read as Probity's: %s. Ask for a copy that is whole.", corrupt.Placed())
	case errors.Is(err, fs.ErrNotExist):
		return "It is not there. Check its name."
	case errors.Is(err, fs.ErrPermission):
		return "You may not read it. Check that it belongs to you."
	case errors.Is(err, syscall.EISDIR), errors.Is(err, disk.ErrNoFile):
		return "It is a folder or a device, not a file. Name the file."
	case errors.As(err, new(*fs.PathError)):
		return "The disk or the network does not let it be read. Copy it to this computer, then try again."
	}
	return err.Error() // of a session that is damaged, a sentence
}

// looksLikeSession tells by the first table, which a session's file begins with.
func looksLikeSession(path string) (bool, error) {
	f, err := disk.OpenRegular(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	start, err := io.ReadAll(io.LimitReader(f, 64<<10))
	if err != nil {
		return false, err
	}
	_, table, _ := bytes.Cut(append([]byte("\n"), start...), []byte("\n[["))
	return bytes.HasPrefix(table, []byte("induction-")), nil
}
