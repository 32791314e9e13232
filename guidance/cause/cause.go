// Package cause tells why the system did not do something with a file, by one name on every system.
package cause

import (
	"errors"
	"runtime"
	"slices"
	"syscall"
)

// onWindows are the numbers that Windows has for causes (winerror.h), by the names that Unix has for them. Go takes over those alone that
// package io/fs has an error for.
var onWindows = map[syscall.Errno][]syscall.Errno{
	syscall.EBUSY:        {32, 33},                             // open in another program: SHARING_VIOLATION, LOCK_VIOLATION
	syscall.EDQUOT:       {1295},                               // DISK_QUOTA_EXCEEDED
	syscall.EFBIG:        {223},                                // FILE_TOO_LARGE
	syscall.EINVAL:       {123, 161},                           // no name of a file: INVALID_NAME, BAD_PATHNAME
	syscall.EIO:          {23, 25, 27, 29, 30, 31, 1117, 1127}, // CRC, SEEK, SECTOR_NOT_FOUND, WRITE_FAULT, READ_FAULT, GEN_FAILURE, IO_DEVICE, DISK_OPERATION_FAILED
	syscall.ELOOP:        {681, 1921},                          // STOPPED_ON_SYMLINK, CANT_RESOLVE_FILENAME
	syscall.ENAMETOOLONG: {206},                                // FILENAME_EXCED_RANGE
	syscall.ENOSPC:       {39, 112},                            // HANDLE_DISK_FULL, DISK_FULL
	syscall.ENOTDIR:      {267},                                // DIRECTORY
	syscall.ENOTSUP:      {1, 50, 120},                         // INVALID_FUNCTION, NOT_SUPPORTED, CALL_NOT_IMPLEMENTED
	syscall.EROFS:        {19},                                 // WRITE_PROTECT
}

// Is reports whether an error has one of some causes, by the names that Unix has for them.
func Is(err error, causes ...syscall.Errno) bool {
	return is(runtime.GOOS, err, causes...)
}

func is(system string, err error, causes ...syscall.Errno) bool {
	var number syscall.Errno
	told := system == "windows" && errors.As(err, &number)
	return slices.ContainsFunc(causes, func(cause syscall.Errno) bool {
		return errors.Is(err, cause) || told && slices.Contains(onWindows[cause], number)
	})
}
