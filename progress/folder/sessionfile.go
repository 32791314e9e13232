// Reading a session's file, and writing one: one of the folder's, or one that was handed over. That may be any file, and what is said goes
// to somebody who only named it.

package folder

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
	"probity/scenarios/induction"
)

// ReadSessionText returns what is in a session that another store keeps, by its id and its text.
func ReadSessionText(id string, text []byte) (facts []induction.Fact, err error) {
	facts, err = sessionFacts(id, text)
	return facts, damagedSession(err)
}

// sessionFacts are the facts in the text of a session's file of that name.
func sessionFacts(name string, text []byte) (facts []induction.Fact, err error) {
	s, err := file.InspectText(sessionKinds(), text, name)
	if err == nil {
		err = file.ReadPieces(bytes.NewReader(text), s, name, func(_ []byte, p tables.Piece) error {
			if p.Fact != nil {
				facts = append(facts, p.Fact.(induction.Fact))
			}
			return nil
		})
	}
	return facts, err
}

// SessionText is the file of a session, by its id and its facts.
func SessionText(id string, facts []induction.Fact) ([]byte, error) {
	text := tables.EncodeHead(tables.Head{Schema: tables.Schema, Session: id})
	for _, fact := range facts {
		one, err := tables.Encode(fact)
		if err != nil {
			return nil, fmt.Errorf("writing the session: %w", err)
		}
		text = append(text, one...)
	}
	return text, nil
}

// readSession reads a session's file.
func readSession(path string) ([]induction.Fact, error) {
	facts, err := sessionAt(path)
	return facts, damagedSession(err)
}

// sessionAt are the facts in a session's file.
func sessionAt(path string) (facts []induction.Fact, err error) {
	err = file.ReadAll(sessionKinds(), path, func(f progress.Fact) { facts = append(facts, f.(induction.Fact)) })
	return facts, err
}

// ReadSessionFile returns what is in a session's file that was handed over, as far as it is whole. It changes nothing.
func ReadSessionFile(path string) ([]induction.Fact, error) {
	facts, err := sessionAt(path)
	if err == nil && len(facts) == 0 {
		s, unread := file.InspectRegular(sessionKinds(), path)
		err = errors.Join(unread, noSession(s))
	}
	return facts, handedSession(path, err)
}

// ReadSessionFileText is ReadSessionFile for a file that was read already, by its name.
func ReadSessionFileText(name string, text []byte) ([]induction.Fact, error) {
	facts, err := sessionFacts(name, text)
	if err == nil && len(facts) == 0 {
		s, unread := file.InspectText(sessionKinds(), text, name)
		err = errors.Join(unread, noSession(s))
	}
	return facts, handedSession(name, err)
}

// otherFileError is what a file is that is no session's, as the end of a sentence that begins with its name.
type otherFileError string

func (e otherFileError) Error() string { return "the file " + string(e) }

// noSession is why there is nothing of a session in a file that reads whole.
func noSession(s file.State) error {
	switch {
	case s.Newer():
		return otherFileError(fmt.Sprintf("was written by a newer Probity (version %d, this one reads version %d). Update Probity, then try again.", s.Head.Schema, tables.Schema))
	case s.Head.Session == "":
		return otherFileError("is a learner's record, and no session. Name the file that probity induction file wrote.")
	}
	return otherFileError("has nothing in it yet: the session was never begun.")
}

// handedSession words why a file that was named can't be read as a session.
func handedSession(path string, err error) error {
	var corrupt *file.CorruptError
	var other otherFileError
	var at *fs.PathError
	name := filepath.Base(path)
	if path == "-" { // of a host
		name = "what came in"
	}
	switch {
	case errors.As(err, &other):
		return file.ReadOnly(name + " " + string(other))
	case errors.As(err, &corrupt) && corrupt.Foreign():
		return file.ReadOnly(name + " is no session of Probity's. Name the file that probity induction file wrote.")
	case errors.As(err, &corrupt):
		return file.ReadOnly(fmt.Sprintf("%s does not read as a session of Probity's: %s. If it should be one, ask whoever led it for its file anew.", name, corrupt.Placed()))
	case errors.Is(err, disk.ErrNoFile), errors.Is(err, syscall.EISDIR):
		return file.ReadOnly(path + " is a folder or a device. Name the file of a session.")
	case errors.As(err, &at):
		return fmt.Errorf("reading the session: %w", at)
	}
	return err
}
