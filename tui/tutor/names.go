// What can be the name of a file.

package tutor

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
)

// devices are the names that Windows keeps for itself, in any folder and before any ending.
var devices = strings.Fields("con prn aux nul conin$ conout$ com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 com¹ com² com³ lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 lpt¹ lpt² lpt³")

// nameable returns an error where no file can have a path, or would be another than it says: on Windows a device swallows what
// is written, what stands after a colon is hidden in a file, and dots and blanks at the end are dropped.
func nameable(path string) error { return nameableOn(runtime.GOOS, path) }

func nameableOn(system, path string) error {
	if system != "windows" {
		return nil
	}
	name := path[strings.LastIndexAny(path, `/\`)+1:]
	if len(name) == len(path) && len(name) > 1 && name[1] == ':' { // of a drive, from where one is on it
		name = name[2:]
	}
	why := ""
	switch {
	case slices.ContainsFunc(strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(`/\:`, r) }), device):
		why = "Windows keeps that name for a device"
	case strings.ContainsAny(name, `<>:"|?*`) || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }):
		why = `on Windows no name has one of < > : " | ? *`
	case name != "." && name != ".." && strings.TrimRight(name, ". ") != name:
		why = "on Windows no name ends with a dot or a blank"
	default:
		return nil
	}
	return fmt.Errorf("writing the file: %s can't be the name of a file: %s; name another", name, why)
}

// device reports whether Windows takes a part of a path for a device.
func device(part string) bool {
	stem, _, _ := strings.Cut(part, ".")
	return slices.Contains(devices, strings.ToLower(strings.TrimRight(stem, " ")))
}
