package tutor

import (
	"strings"
	"testing"
)

// TestWhatCannotBeTheNameOfAFileIsRefused: Windows would take the text, and there would be no such file.
func TestWhatCannotBeTheNameOfAFileIsRefused(t *testing.T) {
	const device, sign, end = "keeps that name for a device", "no name has one of", "ends with a dot or a blank"
	for path, want := range map[string]string{
		"certificate.pdf":         "",
		`C:\Users\Zoë\cert 1.pdf`: "",
		`\\?\C:\cert.pdf`:         "",
		`\\server\share\cert.pdf`: "",
		"C:cert.pdf":              "",
		"folder/con-2026.pdf":     "",
		"contents":                "",
		".hidden":                 "",
		`C:\`:                     "",
		"..":                      "",
		"nul":                     device,
		"NUL":                     device,
		"Con.pdf":                 device,
		`C:\Users\aux.tar.gz`:     device,
		"lpt1 .txt":               device,
		"com¹":                    device,
		"C:prn":                   device,
		`C:\nul\cert.pdf`:         device,
		"cert:1.pdf":              sign,
		`folder\cert:1.pdf`:       sign,
		"why?.pdf":                sign,
		"a\tb.pdf":                sign,
		"cert.pdf.":               end,
		"cert ":                   end,
	} {
		err := nameableOn("windows", path)
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", path, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: %v, want %s", path, err, want)
		}
		if err := nameableOn("linux", path); err != nil {
			t.Errorf("elsewhere %q: %v", path, err)
		}
	}
}
