//go:build unix

package disk

import (
	"errors"
	"syscall"
)

// uninterrupted makes a call of the system until no signal comes in between, as package os does with its own.
func uninterrupted(call func() error) error {
	for {
		if err := call(); !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}
