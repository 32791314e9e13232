//go:build !linux && !darwin

package disk

import "errors"

// renameExclusive is for systems that have such a step.
func renameExclusive(string, string) error { return errors.ErrUnsupported }
