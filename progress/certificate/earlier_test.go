// Certificates that an earlier version of the program wrote, as they were written.

package certificate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/guidance"
)

// What was given out stays good: certificates from before objectives met were told apart, before a period said that a session
// was attended, and with −25 % written as −24 %.
func TestEarlierCertificatesVerify(t *testing.T) {
	files := must(filepath.Glob(filepath.Join("testdata", "earlier", "*")))(t)
	if len(files) < 6 {
		t.Fatalf("only %v", files)
	}
	for _, path := range files {
		v, err := Verify(must(os.ReadFile(path))(t), program)
		if filepath.Base(path) == "emoji.pdf" { // such a page, with a mark for a letter that the typeface lacks, is made no more
			if err != nil || !v.Signed || !strings.Contains(v.Says, "as it was signed. It has letters that Probity's own typeface lacks") {
				t.Errorf("%s: %+v, %v", path, v, err)
			}
			continue
		}
		if err != nil || !v.Unchanged {
			t.Errorf("%s: %+v, %v", path, v, err)
		}
	}
}

// Earlier certificates of doctors in Ireland were filed under the rules of 2025 whatever the day of the work, and stay good.
func TestAnEarlierCertificateKeepsItsRules(t *testing.T) {
	c := certified(t, Choice{Sitting: "second"}, guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.Ireland}).Certificate
	c.Schema, c.Evidence.CouncilDomain = sharesSchema, ""
	early(&c)
	c.Evidence.Activity.From, c.Evidence.Activity.To, c.Evidence.SchemeYear = "2025-04-30", "2025-04-30", "1 May 2024 to 30 April 2025"
	c.Number = c.ownNumber()
	same(t, "what is wrong with it", c.flaw(), "")
	c.Evidence.Category = ""
	same(t, "and without its category", c.flaw(), "its category is “”")
}

// A credential that was given out is taken by others too.
func TestAnEarlierCredential(t *testing.T) {
	if _, err := byLibrary(t, must(os.ReadFile(filepath.Join("testdata", "earlier", "credential.jwt")))(t), nil); err != nil {
		t.Error(err)
	}
}
