//go:build !linux && !darwin

package command

import (
	"errors"
	"os"
)

// discard drops nothing here.
func discard(*os.File) error { return errors.ErrUnsupported }
