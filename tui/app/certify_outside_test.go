// Text from outside in certificates: a pack's and a learner's own words reach the pages and the preview, and do nothing there.

package app

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"probity/guidance/text"
	"probity/progress/certificate"
	"probity/scenarios/pack"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// hostile is text that would act on a terminal, a browser, a Markdown reader or a spreadsheet.
const hostile = "=cmd|' /C calc'!A0 " + live + `<script>alert(1)</script><img src=x onerror=alert(1)> "><b>' [a](javascript:x) &lt;i&gt; ` + "```x``` "

// hostilePack is the small pack with such text in all that certificates take from a pack.
func hostilePack() (*pack.Pack, error) {
	p, err := small()
	if err != nil {
		return nil, err
	}
	p.Title = hostile + p.Title
	for i := range p.Objectives {
		p.Objectives[i].Text = hostile + p.Objectives[i].Text
	}
	for i := range p.Bank.Topics() {
		p.Bank.Topics()[i].Title = hostile + p.Bank.Topics()[i].Title
	}
	for _, s := range p.Guidance.Sources() {
		s.Title, s.Publisher = hostile+s.Title, hostile+s.Publisher
	}
	return p, nil
}

// hostileOwn is a learner who writes such text everywhere.
func hostileOwn() certificate.Own {
	text := hostile + "\n" + hostile + "\n# heading\n- list\n| a | b |"
	return certificate.Own{
		Name: hostile + "Ann", Registration: hostile, Hours: 1, Change: text,
		Reflection:  certificate.Reflection{What: text, SoWhat: text, NowWhat: text},
		Facilitated: &certificate.Facilitated{Facilitator: hostile, Place: hostile, Size: 3},
	}
}

// TestHostileTextInThePreview: on every page of the form, the fields and the preview, at every size.
func TestHostileTextInThePreview(t *testing.T) {
	sweeps(t)
	for _, size := range sizes {
		d := drive(t, given{dir: screentest.Filled(t, hostileOwn()), start: screen.ToCertificate{}, theme: theme.Dark, load: hostilePack, width: size[0], height: size[1]})
		shown := 0
		for _, keys := range []string{"enter", "enter", "esc v", "esc x"} {
			d.keys(keys)
			for range 40 {
				content := d.app.View().Content
				inert(t, content)
				fits(t, content, size[0], size[1])
				if strings.Contains(content, "=cmd") {
					shown++
				}
				d.send(screentest.Press("pgdown"))
			}
		}
		if shown < 10 {
			t.Errorf("the text was on %d screens at %v: too few to say anything", shown, size)
		}
	}
}

// TestHostileTextInTheFiles: each file holds the text and nothing of it is live.
func TestHostileTextInTheFiles(t *testing.T) {
	d := drive(t, given{dir: screentest.Filled(t, hostileOwn()), start: screen.ToCertificate{}, load: hostilePack})
	t.Chdir(t.TempDir())
	d.keys("enter x 1 2 3 5 6")
	file := func(format string) string {
		text, err := os.ReadFile("probity-certificate-2026-11-20." + format)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	page, markdown := file("html"), file("md")
	for name, text := range map[string]string{"HTML": page, "Markdown": markdown, "JSON": file("json")} {
		if at := strings.IndexFunc(text, acts); at >= 0 {
			t.Errorf("%s acts on a terminal at byte %d: %q", name, at, text[max(0, at-20):at+20])
		}
	}
	if m := regexp.MustCompile(`(?i)<(script|img|i>|b>)|href="?javascript`).FindString(page); m != "" || !strings.Contains(page, "&lt;script&gt;") {
		t.Errorf("live in the page: %q", m)
	}
	if m := regexp.MustCompile(`(?m)(^|[^\\])(<|\[a\]|` + "`" + `)|^[>|\s-]*=cmd`).FindString(markdown); m != "" || !strings.Contains(markdown, `\<script\>`) {
		t.Errorf("live in Markdown: %q\n%s", m, markdown)
	}
	for _, format := range []string{"pdf", "html", "json", "jwt"} {
		if v, err := certificate.Verify([]byte(file(format)), "Probity 0.1.0"); err != nil || !v.Unchanged {
			t.Errorf("%s: %+v, %v", format, v, err)
		}
	}
	printed(t, "probity-certificate-2026-11-20.pdf")
}

// acts reports whether a character is one that these files should not hold: their texts have no joiners.
func acts(r rune) bool { return r != '\n' && text.Hidden(r) }

// printed holds a PDF: no action, script or link in it, and in its text no character that acts.
func printed(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if m := regexp.MustCompile(`/(JavaScript|JS|URI|Launch|OpenAction|AA|SubmitForm)\b`).Find(raw); m != nil {
		t.Errorf("the PDF has %s", m)
	}
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("pdftotext is not here: the text of the PDF is not read")
		return
	}
	out := filepath.Join(t.TempDir(), "text")
	if said, err := exec.Command(reader, "-layout", "-nopgbrk", path, out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if at := strings.IndexFunc(string(text), acts); at >= 0 || !strings.Contains(string(text), "<script>") {
		t.Errorf("the PDF's text acts at byte %d, or lacks what it should show:\n%s", at, text)
	}
}
