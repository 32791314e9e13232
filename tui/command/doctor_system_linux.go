package command

import (
	"bufio"
	"cmp"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// systemName is the name and version of the system, and of its kernel. Of uname(2) only these are taken: it has the computer's name too.
func systemName() string {
	name := "Linux"
	if f, err := os.Open("/etc/os-release"); err == nil { // os-release(5)
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			if value, ok := strings.CutPrefix(lines.Text(), "PRETTY_NAME="); ok {
				name = cmp.Or(strings.Trim(value, `"'`), name)
			}
		}
	}
	var kernel unix.Utsname
	if unix.Uname(&kernel) == nil {
		name += ", kernel " + unix.ByteSliceToString(kernel.Release[:])
	}
	return name
}
