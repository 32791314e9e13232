package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/font/gofont/goregular"

	"probity/progress/certificate"
	"probity/progress/paper"
)

// hearts are the typefaces of a computer that has one, with “♥”.
func hearts(letters []string) []*paper.Typeface {
	face, err := paper.ParseTypeface(goregular.TTF, 0)
	if err != nil || !slices.ContainsFunc(letters, face.Shows) {
		return nil
	}
	return []*paper.Typeface{face}
}

func TestATypefaceOfTheComputerIsNamedBeforeItIsUsed(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	meet(t, tutor, "a-request")
	for _, c := range []struct {
		name, says string
		find       Typefaces
	}{
		{"Ann", "", hearts}, {"Ann ♥", "can't show “♥”: choose HTML", nil}, {"Ann ♥", "shows “♥” in Go of this computer", hearts},
		{"Ann ♥ 👩", "can't show “👩”: choose HTML", hearts},
	} {
		tutor.Certificates.typefaces = c.find
		made, err := tutor.Certificates.Make(tutor.Certificates.Certifiables()[0], certificate.Own{Name: c.name})
		if err != nil {
			t.Fatal(err)
		}
		if said := tutor.Certificates.Letters(made).Do().Says(); said != c.says {
			t.Errorf("%s: %q, want %q", c.name, said, c.says)
		}
		out := tutor.Certificates.Export(Export{Certificate: made, Format: "pdf", Path: "-"}).Do()
		if (out.Err != nil) != strings.HasPrefix(c.says, "can't") {
			t.Errorf("%s: %v", c.name, out.Err)
		}
		if v, err := certificate.Verify(out.File, made.Program); strings.HasPrefix(c.says, "shows") &&
			(err != nil || v.Unchanged || !v.Signed || len(v.About) == 0 || !strings.Contains(v.Says, "as it was signed. It has letters that Probity's own typeface lacks")) {
			t.Errorf("%s: %+v, %v", c.name, v, err)
		}
	}
}

// Whatever is on the computer that runs this: what is found shows letters that were asked for, and nothing stays behind.
func TestTheTypefacesOfThisComputer(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	letters := []string{"李小龍", "نرجس", "\U000F0000"}
	for _, found := range SystemTypefaces(letters) {
		if !slices.ContainsFunc(letters, found.Shows) || found.Shows(letters[2]) || found.Name == "" {
			t.Errorf("%q is of no use", found.Name)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "probity-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestWhatIsLeftOfALookAtTypefacesIsTakenAway by the next one, unless somebody may be at it.
func TestWhatIsLeftOfALookAtTypefacesIsTakenAway(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary) // as Windows calls it
	for name, age := range map[string]time.Duration{listFolder + "old": 2 * time.Hour, listFolder + "new": 0, "somebody-elses": 2 * time.Hour} {
		folder := filepath.Join(temporary, name)
		if err := errors.Join(os.Mkdir(folder, 0o700), os.WriteFile(filepath.Join(folder, "list"), nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(folder, time.Time{}, time.Now().Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	SystemTypefaces([]string{"א"})
	left, err := filepath.Glob(filepath.Join(temporary, "*"))
	if want := []string{filepath.Join(temporary, listFolder+"new"), filepath.Join(temporary, "somebody-elses")}; err != nil || !slices.Equal(left, want) {
		t.Errorf("there is left %q: %v", left, err)
	}
}
