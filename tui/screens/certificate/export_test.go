// From the preview to a file.
package certificate

import (
	"encoding/base64"
	"os"
	"runtime"
	"strings"
	"testing"

	domain "probity/progress/certificate"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

func TestAFolderThatCannotBeWrittenToIsSaid(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter x")
	folder := t.TempDir()
	t.Chdir(folder)
	if err := os.Remove(folder); err != nil { // nobody can write to a folder that is gone, whoever they are
		t.Skip("the folder a program runs in cannot be removed here")
	}
	d.Keys("1").Sees("could lead to a patient").Keys("1").Sees("could not be written in ", "Start Probity in a folder of your own")
	if strings.Contains(d.Record(), "[[certificate]]") {
		t.Error("a certificate is noted that was not written")
	}
}

func TestACertificateFromChoiceToFile(t *testing.T) {
	d := certifying(t)
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	d.Resize(300, 40).Keys("v").Sees("A certificate needs your name.", "› Name").Keys("x").Sees("A certificate needs your name.", "› Name")
	d.Sees("I worked through 2 situations", "So what?                 –", "Use what you wrote       1 reflection").Lacks("I was too quick.") // it is offered
	d.Keys("end up up enter").Sees("So what?                 A request after clinic: I was too quick.").Lacks("Use what you wrote").Keys("home enter").Write("Ann O'Example").Keys("enter").Sees("Ann O'Example")
	d.Keys("down down enter").Write("1,5").Keys("enter").Sees("1.5")
	d.Keys("v").Sees("Certificate of learning", "Ann O'Example, doctor", "1.5 hours, by the learner", "Self-attested record.")
	d.Keys("x 1").Sees("Written to probity-certificate-2026-11-20.pdf, in " + here + ".").Keys("5").Sees("Written to probity-certificate-2026-11-20.json, in ")
	d.Keys("5").Sees("Written to probity-certificate-2026-11-20-2.json, in ")
	for _, name := range []string{"probity-certificate-2026-11-20.pdf", "probity-certificate-2026-11-20.json"} {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if v, err := domain.Verify(file, "Probity 0.1.0"); err != nil || !v.Unchanged {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
	if n := strings.Count(d.Record(), "[[certificate]]"); n != 1 || strings.Contains(d.Record(), "Example") {
		t.Errorf("%d certificates in the record:\n%s", n, d.Record())
	}
	d.Keys("esc").Sees("Yours to check and fill in").Keys("esc").Sees("What do you want it").Keys("esc").Requests(screen.Close{})
}

func TestEveryFormatIsWrittenForTheLearnersEyesOnly(t *testing.T) {
	d := at(t, screentest.Filled(t, screentest.Siobhan())).Keys("enter x")
	t.Chdir(t.TempDir())
	d.Keys("1").Sees("“Mrs Murphy” and “3 May 1941” could lead to a patient", "The same key again writes the file").Keys("esc x")
	for key, name := range map[string]string{"1": "pdf", "2": "html", "3": "md", "5": "json", "6": "jwt"} {
		path := "probity-certificate-2026-11-20." + name
		d.Keys(key).Sees("Written to " + path + ", in ")
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if text := said(file); name != "pdf" && (!strings.Contains(text, "Dhomhnaill") || !strings.Contains(text, "I ask before I post.")) {
			t.Errorf("%s lacks what was filled in:\n%s", path, text)
		}
		if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s is %v, %v", path, info.Mode(), err)
		}
	}
}

// TestWhatAPDFWouldLoseIsSaidBeforeItIsMade: the words are named, and enter is for HTML, which shows them.
func TestWhatAPDFWouldLoseIsSaidBeforeItIsMade(t *testing.T) {
	own := screentest.Siobhan()
	at(t, screentest.Filled(t, own)).Keys("enter x").Sees("for the appraisal folder; can be verified").Lacks("can't show")
	own.Name, own.Change = "李小龍", strings.Repeat("不", 3000)
	d := at(t, screentest.Filled(t, own)).Keys("enter x").Sees("can't show “李小龍”, “不不不不不不不不不不不不不不不不…”: choose HTML").Keys("esc v x")
	t.Chdir(t.TempDir())
	d.Keys("enter").Sees("could lead to a patient").Keys("enter").Sees("Written to probity-certificate-2026-11-20.html").Keys("1").Sees("The PDF's typeface can't show “李小龍”")
	d.Keys("esc home enter ctrl+u").Write("Ann").Keys("enter down down down down down down enter ctrl+u").Write("Ask first.").Keys("ctrl+s x").Lacks("can't show")
}

// said is what a file says: of a credential, the part that is content.
func said(file []byte) string {
	if parts := strings.Split(string(file), "."); len(parts) == 3 {
		if content, err := base64.RawURLEncoding.DecodeString(parts[1]); err == nil {
			return string(content)
		}
	}
	return string(file)
}
