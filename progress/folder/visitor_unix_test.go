// Running a process as a user without rights: Unix.

//go:build unix

package folder

import (
	"os/exec"
	"syscall"
)

func asNobody(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}
