//go:build unix

package fuzztest

import (
	"syscall"
	"time"
)

// spent is how long this process has had the processor: what else a machine does is no fault of a text's.
func spent() time.Duration {
	var used syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &used) // it fails for other arguments alone
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
