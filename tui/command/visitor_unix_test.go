// Running the program as a user without rights: Unix. Permissions mean nothing to root, so someone else visits.

//go:build unix

package command_test

import (
	"os"
	"os/exec"
	"syscall"
)

func asNobody(c *exec.Cmd) {
	if os.Getuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
}
