package owncopy

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode"

	"probity/guidance/fuzztest"
)

const english100 = "The secretary of the club is the one to whom you write, and it is for her to answer. "

// TestFilesThatCannotBeRead: a learner brings the wrong thing, and is told in a line what it is and what to do.
func TestFilesThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct{ content, says string }{
		"empty":               {"", "there is nothing in it"},
		"blank":               {" \n\t\n\f", "there is nothing in it"},
		"a page of nothing":   {"<html><body><script>let a = 'words';</script></body></html>", "there is nothing in it"},
		"binary":              {"\x7fELF\x02\x01\x00\x00" + strings.Repeat("\x00\x01\x02", 100), "binary data"},
		"compressed":          {"\x1f\x8b\x08" + strings.Repeat("\x03\x9d\x81\x05\x90", 100), "binary data"},
		"a word processor's":  {"PK\x03\x04" + english100, "a word processor's file"},
		"an older one's":      {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a word processor's file"},
		"rich text":           {`{\rtf1\ansi ` + english100, "a word processor's file"},
		"a picture":           {"\x89PNG\r\n\x1a\n", "a picture"},
		"PostScript":          {"%!PS-Adobe-3.0\n" + english100, "for a printer"},
		"a web archive":       {"From: <Saved by a browser>\r\nContent-Type: multipart/related;\r\n" + english100, "web archive"},
		"another language":    {strings.Repeat("Die Tafel hängt im Wartezimmer und wird von allen gelesen, die dort sitzen. ", 9), "in English"},
		"another script":      {strings.Repeat("Доска объявлений висит в приёмной. ", 9), "in English"},
		"far too much text":   {strings.Repeat(english100, MaxText/len(english100)+1), "more than 4 MB of text"},
		"only control signs":  {strings.Repeat("\x1b[2J", 9), "there is nothing in it"},
		"text, but for bells": {strings.Repeat("a \a\b", 99), "binary data"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "brought")
			if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
				t.Fatal(err)
			}
			checkRefused(t, path, c.says)
		})
	}
}

func checkRefused(t *testing.T, path, says string) {
	t.Helper()
	d, err := Read(path)
	if d != nil || err == nil || !strings.HasPrefix(err.Error(), "reading "+filepath.Base(path)+": ") || !strings.Contains(err.Error(), says) {
		t.Errorf("read as %v, %v", d, err)
	}
}

func TestWhatIsNoFileToRead(t *testing.T) {
	dir := t.TempDir()
	checkRefused(t, filepath.Join(dir, "missing.txt"), "no such file")
	checkRefused(t, dir, "it is a folder")
	if runtime.GOOS != "windows" {
		checkRefused(t, os.DevNull, "not an ordinary file")
	}
	// 200 MB that take no room on the disk; reading them would take room in memory
	large := filepath.Join(dir, "large.txt")
	f, err := os.Create(large)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(200 << 20); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	checkRefused(t, large, "larger than 32 MB")
	if runtime.ReadMemStats(&after); after.TotalAlloc-before.TotalAlloc > 1<<20 {
		t.Errorf("refusing it took %d KB", (after.TotalAlloc-before.TotalAlloc)>>10)
	}
}

func TestWhatATerminalWouldObeyIsLeftOut(t *testing.T) {
	d := mustParse(t, "a.txt", english100+"\x1b[31mRed\x1b[0m, \x1b]52;c;YQ==\x07gone\u202e, \U000e0041tagged\x07 and \u009b2Jclear.\rNew\u200b line.")
	if d.Dropped != 8 || strings.ContainsFunc(d.text, func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) }) {
		t.Errorf("%d left out of %q", d.Dropped, d.text)
	}
	if !strings.HasSuffix(d.text, "Red, gone, tagged and 2Jclear.\nNew line.") {
		t.Errorf("what stays is %q", d.text)
	}
}

func TestTheTextOfAWebPage(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"paragraphs":            {"<p>One\n  and <b>one</b>.<p>Two.</p>", "One and one.\n\nTwo."},
		"headings and lists":    {"<h2>Head</h2><ol><li><p>One<li>Two</ol>End", "# Head\n\n• One\n\n• Two\n\nEnd"},
		"links and notes":       {"Read <a href='x'>this</a>, not<sup>1</sup> that.", "Read this, not1 that."},
		"words in two elements": {"<span>Both</span> <span>apart</span><i>together</i>", "Both aparttogether"},
		"what is not read":      {"a<nav>b<nav>c</nav>d</nav>e<svg><text>f</text></svg><button>g</button>h<style>i</style>", "aeh"},
		"line breaks":           {"one<br>two<br/>three", "one\ntwo\nthree"},
		"entities":              {"You &amp; I&rsquo;m &#27;[31m", "You & I’m \x1b[31m"},
		"never closed":          {"<div><div><p>one<table><tr><td>two", "one\n\ntwo"},
		"nested very deeply":    {strings.Repeat("<div><b>", 50000) + "deep", "deep"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.TrimSpace(pageText(c.page)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// printed is the least PDF that pdftotext reads: lines of text in one font, a page each.
func printed(pages ...string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"}
	var kids strings.Builder
	for _, text := range pages {
		var stream strings.Builder
		stream.WriteString("BT /F1 10 Tf 40 800 Td 12 TL\n")
		for line := range strings.Lines(text) {
			line = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "’", `\222`, "‘", `\221`, "–", `\226`, "•", `\225`).Replace(strings.TrimRight(line, "\n"))
			fmt.Fprintf(&stream, "(%s) Tj T*\n", line)
		}
		stream.WriteString("ET")
		n := len(objects) + 1
		fmt.Fprintf(&kids, "%d 0 R ", n)
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", n+1),
			fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", stream.Len(), stream.String()))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(pages))
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj%s endobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

// TestAPDF reads the specimens as PDF, a page's foot and head after every thirty lines.
func TestAPDF(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	all := specimens(t)
	for _, s := range all {
		var pages []string
		lines := strings.Split(wrapped(80)(s), "\n")
		for i := 0; i < len(lines); i += 30 {
			pages = append(pages, "The council and its boards\n\n"+strings.Join(lines[i:min(i+30, len(lines))], "\n")+fmt.Sprintf("\n\n%d of 9", i/30+1))
		}
		path := filepath.Join(t.TempDir(), "-printed.pdf")
		if err := os.WriteFile(path, printed(pages...), 0o600); err != nil {
			t.Fatal(err)
		}
		d, err := Read(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Recognise(d, sources(all))
		if err != nil || got != s.source {
			t.Fatalf("%s is taken for %v, %v", s.source.ID, got, err)
		}
		for _, p := range Compare(d, s.source, noon).Paragraphs {
			if p.Match != Same {
				t.Errorf("%s: %s: %q", p.Clause, p.Match, p.Text)
			}
		}
	}
	empty := filepath.Join(t.TempDir(), "scan.pdf")
	if err := os.WriteFile(empty, printed("", ""), 0o600); err != nil {
		t.Fatal(err)
	}
	checkRefused(t, empty, "only pictures of pages")
}

// TestWhatPopplerMayDo puts other programs in pdftotext's place.
func TestWhatPopplerMayDo(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-ins are shell scripts")
	}
	for name, c := range map[string]struct{ script, says string }{
		"not be installed":    {"", "apt install poppler-utils"},
		"find it damaged":     {"echo 'Syntax Error: no trailer' >&2; exit 1", "fetch the document again"},
		"be asked for a word": {"echo 'Command Line Error: Incorrect password' >&2; exit 1", "locked with a password"},
		"write without end":   {"while echo 'The end is not in sight, and it is not for you to see.'; do :; done", "more than 4 MB of text"},
		"find no text":        {"printf '\\f\\f'", "only pictures of pages"},
		"find another tongue": {"echo 'Es ist nichts auf Englisch in dieser Datei.'", "in English"},
	} {
		t.Run(name, func(t *testing.T) {
			checkRefused(t, broughtTo(t, c.script), c.says)
		})
	}
	t.Run("complain at length", func(t *testing.T) {
		path := broughtTo(t, "i=0; while [ $i -lt 900 ]; do echo 'Syntax Warning: Bad font' >&2; i=$((i+1)); done; echo 'The end of the matter.'")
		if _, err := Read(path); err != nil {
			t.Error(err)
		}
	})
}

// broughtTo is a PDF brought to a machine where pdftotext is this script, or is not installed.
func broughtTo(t *testing.T, script string) string {
	t.Helper()
	bin := t.TempDir()
	path := filepath.Join(bin, "brought.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if script != "" {
		if err := os.WriteFile(filepath.Join(bin, "pdftotext"), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin)
	return path
}

// FuzzParse: whatever is brought, nothing that a terminal obeys comes through, and what is found can be kept.
func FuzzParse(f *testing.F) {
	for _, form := range forms() {
		for _, s := range specimens(f) {
			f.Add(form.file, []byte(form.made(s)))
		}
	}
	f.Add("a.html", []byte("<nav><p>the</nav>of<li><h1>and to<br>in"))
	f.Add("a\xff\x1b[m", []byte("f\n-if f the of\x1b[and"))
	all := specimens(f)
	for s := range fuzztest.Heavy() {
		f.Add("a.html", []byte(s))
		f.Add("a.txt", []byte(s))
	}
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		fuzztest.Within(t, len(raw), 1)
		d, err := Parse(name, raw)
		if err != nil {
			return
		}
		if strings.ContainsFunc(d.text, func(r rune) bool { return r != '\n' && r != '\t' && unicode.IsControl(r) }) {
			t.Fatalf("control characters in %q", d.text)
		}
		Recognise(d, sources(all))
		for _, s := range all {
			kept, err := Compare(d, s.source, time.Unix(0, 0)).Encode()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := Decode(kept, s.source); err != nil {
				t.Fatalf("%v\n%s", err, kept)
			}
			_, _, _ = Renew(s.file, s.source, d)
		}
	})
}
