// What is said of a record that is kept all the same, or why none is.

package file

import (
	"fmt"
	"path/filepath"

	"probity/progress/journal/tables"
)

// The notices that a Store gives.
func noticeMode(what, path string) string {
	return fmt.Sprintf("Other people on this computer could read your %s. Now only you can: %s.", what, path)
}

func noticeTornSeen(what string) string {
	return fmt.Sprintf("Your %s ends in an entry that was not completely written. It is in no figure; the next save sets it aside.", what)
}

func noticeTorn(what, movedTo string) string {
	return fmt.Sprintf("Your %s ended in an entry that was not completely written, perhaps because the computer stopped. "+
		"It was moved to %s; everything before it is safe.", what, filepath.Base(movedTo))
}

func noticeNoLocks(what, folder string) string {
	return fmt.Sprintf("The disk of %s has no locks, so two windows could get into each other's way. Your %s is kept all the same: "+
		"keep to one Probity window at a time, or name a folder on this computer's own disk with --data.", folder, what)
}

func noticeMigrated(from int64, kept string) string {
	return fmt.Sprintf("Your record was brought from version %d to version %d. What it was is kept as %s.", from, tables.Schema, filepath.Base(kept))
}

// SentenceNewer says why nothing can be saved where a newer version wrote the file.
func SentenceNewer(schema int64) string {
	return fmt.Sprintf("Your record was written by a newer Probity (it has record version %d, this Probity writes version %d). "+
		"You can look at it, but nothing new is kept until you update to a Probity that writes version %d.", schema, tables.Schema, schema)
}

func sentenceReadOnly(path string) string {
	return fmt.Sprintf("Probity may not write to %s, so your progress is not being kept. "+
		"To keep it, name another folder with --data.", path)
}

// sentenceUnmade says why there can be no folder: what it would be on is not there.
func sentenceUnmade(path string) string {
	return fmt.Sprintf("its folder %s can't be made, since the disk that it would be on may not be there. Connect that disk, or name another folder with --data.", path)
}

func sentenceNoFolder(path string) string {
	return fmt.Sprintf("%s is a file, not a folder, so your progress is not being kept. "+
		"To keep it, name a folder with --data.", path)
}
