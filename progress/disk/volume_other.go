//go:build !windows && (!unix || solaris || illumos || netbsd || openbsd)

package disk

import "errors"

// VolumeOf is for systems that say how much room there is.
func VolumeOf(string) (Volume, error) { return Volume{}, errors.ErrUnsupported }
