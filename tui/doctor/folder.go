package doctor

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"probity/guidance/cause"
	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/prose"
)

// Folder is what is said of the data folder. named is how it came to be this one.
func Folder(c folder.Condition, named string, v Veil) Section {
	s := Section{Title: "Folder of the record"}
	s.say("It is %s (%s).", v.Over(c.Dir), named)
	if c.Real != c.Dir {
		s.say("Links lead from there to %s.", v.Over(c.Real))
	}
	writing(&s, c, v)
	room(&s, c)
	locks(&s, c)
	shared(&s, c)
	if c.There {
		s.say("Beside the record: %s, %s.", prose.Count(float64(c.Backups), "backup"), prose.Count(float64(c.Aside), "file")+" set aside")
	}
	return s
}

// elsewhere is what can always be done.
const elsewhere = "Name another folder with --data."

func writing(s *Section, c folder.Condition, v Veil) {
	switch {
	case cause.Is(c.Why, syscall.ENOTDIR):
		s.stops(v.Over(c.Blocked)+" is a file where a folder is needed: nothing can be kept.", "Move that file away, or name another folder with --data.")
	case errors.Is(c.Why, fs.ErrPermission):
		s.stops(v.Over(c.Blocked)+" may not be written: nothing is kept.", "Have it belong to you. "+elsewhere)
	case cause.Is(c.Why, syscall.EROFS):
		s.stops(v.Over(c.Blocked)+" is on a disk that can be read and not written: nothing is kept.", elsewhere)
	case c.Why != nil:
		s.stops(v.Over(c.Blocked+" cannot be used: "+worded(c.Why)+"."), elsewhere)
	case c.Trial != nil:
		s.stops(v.Over("A small file could not be written there: "+worded(c.Trial)+"."), elsewhere)
	case !c.There:
		s.say("It is not there yet: the tutor makes it. What is above it may be written.")
	case c.Lock == folder.LockTaken || c.Lock == folder.LockUntried:
		s.say("It may be written, as far as its rights say.")
	default:
		s.say("It may be written: a small file was, and was removed again.")
	}
	if c.There && !c.Private && c.Why == nil {
		s.say("Others of this computer may look into the folder; the record itself is made its owner's alone.")
	}
}

// worded is the system's word for what is in the way, without the path.
func worded(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return err.Error()
}

// How much room there should be, in bytes: a record of years is below a hundredth of the first.
const fewBytes, noBytes = 100 << 20, 1 << 20

func room(s *Section, c folder.Condition) {
	switch free := c.Volume.Free; {
	case c.NoRoom != nil:
		s.say("How much room its disk has could not be found out.")
	case free < noBytes:
		s.stops("Its disk is full.", "Free some space. What was saved before is safe.")
	case free < fewBytes:
		s.better(fmt.Sprintf("Its disk has %d MB left.", free>>20), "Free some space soon.")
	default:
		s.say("Its disk has %s left.", amount(free))
	}
	if c.Volume.Remote {
		s.better("The disk is another computer's, or looks like one: saving takes its network, and is slower.", "If answers are not saved in time, name a folder on this computer's own disk with --data.")
	}
}

func amount(n uint64) string {
	if n >= 10<<30 {
		return fmt.Sprintf("%d GB", n>>30)
	}
	return fmt.Sprintf("%d MB", n>>20)
}

func locks(s *Section, c folder.Condition) {
	switch c.Lock {
	case folder.LockWorks:
		s.say("Locks work, so that two windows are kept apart.")
	case folder.LockLacking:
		s.better("The disk has no locks: two windows that save at once may lose an answer.", "Use one window at a time, or name a folder on another disk with --data.")
	case folder.LockTaken:
		s.stops("Another program holds the lock, and has for seconds: nothing can be saved.", "Close every other Probity window. If there is none, start the computer anew.")
	case folder.LockFails:
		if c.Trial == nil {
			s.stops("The lock could not be taken: nothing can be saved.", elsewhere)
		}
	}
}

func shared(s *Section, c folder.Condition) {
	if c.Sync != "" {
		s.better(fmt.Sprintf("%s seems to keep this folder the same on several computers. Where two are used at once it leaves copies of the record.", c.Sync), "Let one computer finish before another begins; probity data import FILE merges a copy.")
	}
	if c.Copies == 1 {
		s.better("A copy of the record lies beside it, as sync programs and editors leave them.", "probity data import FILE takes in what it has; nothing is lost meanwhile.")
	} else if c.Copies > 1 {
		s.better(fmt.Sprintf("%d copies of the record lie beside it, as sync programs and editors leave them.", c.Copies), "probity data import FILE takes in what each has; nothing is lost meanwhile.")
	}
}

// Record is what is said of the record. It has nothing of what the record says.
func Record(c folder.Condition) Section {
	s := Section{Title: "Record"}
	var corrupt *file.CorruptError
	var unreadable *file.UnreadableError
	switch {
	case c.Absent() && c.Aside > 0:
		s.better("There is none, but files that were set aside.", "Start probity: it offers the backups. probity data aside lists what was set aside.")
	case c.Absent():
		s.say("There is none yet: the tutor makes it when somebody begins.")
	case errors.As(c.Record, &corrupt):
		s.stops(damaged(corrupt), offered(c)+mended(corrupt))
	case errors.As(c.Record, &unreadable):
		s.stops("It could not be read: "+unreadable.Reason(), "")
	case c.Record != nil:
		s.stops("It could not be read: "+worded(c.Record)+".", elsewhere)
	case c.Newer:
		s.stops(fmt.Sprintf("A later Probity wrote it, in version %d of its format: this one reads it and saves nothing.", c.Schema), "Get the newest Probity on this computer too.")
	default:
		s.say("It reads to its end: version %d of its format, %s, %s.", c.Schema, entries(c.Entries), kilobytes(c.Size))
	}
	if c.Torn && c.Record == nil {
		s.better("What was written last broke off, as when a computer stops. What came before is whole.", "Nothing: the tutor puts it aside when it saves next.")
	}
	return s
}

// damaged says where a record is damaged. What stands there is not said.
func damaged(corrupt *file.CorruptError) string {
	if corrupt.Line == 0 {
		return "It is damaged: " + corrupt.Plain() + "."
	}
	return fmt.Sprintf("It is damaged at line %d. Nothing in it has been changed.", corrupt.Line)
}

func offered(c folder.Condition) string {
	if c.Backups > 0 {
		return "Start probity: it offers to go back to a backup."
	}
	return "Start probity: it offers to set the record aside and begin anew."
}

// mended is what else helps where a line is damaged.
func mended(corrupt *file.CorruptError) string {
	if corrupt.Line == 0 {
		return ""
	}
	return " Or mend that line in an editor."
}

func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

func kilobytes(n int64) string { return fmt.Sprintf("%d KB", (n+1<<10-1)>>10) }
