package prose

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"probity/guidance/cause"
)

// plainly puts words in the place of what the system says of a file: "open x: no such file or directory" names a call that no
// clinician makes.
func plainly(text string, err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return strings.Replace(text, at.Error(), ofFile(at.Path, at.Err), 1)
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return strings.Replace(text, link.Error(), ofFile(link.New, link.Err), 1)
	}
	return text
}

// ofFile says what is wrong with a file.
func ofFile(path string, err error) string {
	switch {
	case cause.Is(err, syscall.EISDIR):
		return path + " is a folder, and a file is meant"
	case errors.Is(err, fs.ErrNotExist): // before the next, which Windows says of a folder that is not there
		return "there is no " + path + "; check the name and the folder"
	case cause.Is(err, syscall.ENOTDIR):
		return "a part of " + path + " is a file, and a folder is meant"
	case errors.Is(err, fs.ErrExist):
		return "there is a " + path + " already"
	case cause.Is(err, syscall.EROFS):
		return path + " is on a disk that cannot be written to"
	case errors.Is(err, fs.ErrPermission):
		return path + " may not be used; check that it and its folder belong to you"
	case cause.Is(err, syscall.ENOSPC, syscall.EDQUOT):
		return "the disk is full"
	case cause.Is(err, syscall.ENAMETOOLONG):
		return "the name of a file is too long"
	case cause.Is(err, syscall.EINVAL):
		return path + " is no name that a file can have here; choose another"
	case cause.Is(err, syscall.EBUSY):
		return path + " is open in another program, or mounted by itself; close it there, or mount its folder"
	case errors.Is(err, fs.ErrClosed):
		return path + " was closed"
	}
	return path + " could not be used (" + err.Error() + ")"
}
