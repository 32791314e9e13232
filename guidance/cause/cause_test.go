package cause

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"
)

// TestACauseHasOneNameOnEverySystem: Windows has numbers of its own, which mean something else elsewhere.
func TestACauseHasOneNameOnEverySystem(t *testing.T) {
	for _, c := range []struct {
		system string
		err    error
		cause  syscall.Errno
		is     bool
	}{
		{"linux", syscall.ENOSPC, syscall.ENOSPC, true},
		{"windows", syscall.ENOSPC, syscall.ENOSPC, true},
		{"windows", syscall.Errno(112), syscall.ENOSPC, true},
		{"windows", syscall.Errno(39), syscall.ENOSPC, true},
		{"linux", syscall.Errno(112), syscall.ENOSPC, false},
		{"windows", syscall.Errno(1295), syscall.EDQUOT, true},
		{"windows", syscall.Errno(19), syscall.EROFS, true},
		{"windows", syscall.Errno(32), syscall.EBUSY, true},
		{"windows", syscall.Errno(33), syscall.EBUSY, true},
		{"windows", syscall.Errno(123), syscall.EINVAL, true},
		{"windows", syscall.Errno(206), syscall.ENAMETOOLONG, true},
		{"windows", syscall.Errno(1117), syscall.EIO, true},
		{"windows", syscall.Errno(1), syscall.ENOTSUP, true},
		{"windows", syscall.Errno(112), syscall.EROFS, false},
		{"windows", errors.New("anything"), syscall.ENOSPC, false},
		{"windows", nil, syscall.ENOSPC, false},
	} {
		wrapped := c.err
		if c.err != nil {
			wrapped = fmt.Errorf("saving: %w", &fs.PathError{Op: "write", Path: "x", Err: c.err})
		}
		if got := is(c.system, wrapped, c.cause); got != c.is {
			t.Errorf("%s: %v for %v is %v", c.system, c.err, c.cause, got)
		}
	}
	if !is("windows", syscall.Errno(1295), syscall.ENOSPC, syscall.EDQUOT) {
		t.Error("the second cause does not count")
	}
}
