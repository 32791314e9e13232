// Reading a copy from a file.

package owncopy

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"probity/guidance/text"
)

// maxFile is how large a copy may be, in bytes. The documents that Probity teaches from have a few dozen pages; a PDF may have pictures.
const maxFile = 32 << 20

// MaxText is how much text a copy may hold, in bytes.
const MaxText = 4 << 20

var (
	errLarge   = fmt.Errorf("it is larger than %d MB, far more than a guidance document; choose the document itself", maxFile>>20)
	errLong    = fmt.Errorf("it holds more than %d MB of text, far more than a guidance document; choose the document itself", MaxText>>20)
	errEmpty   = errors.New("there is nothing in it; save the document again")
	errBinary  = errors.New("it holds binary data, not text; bring the document as PDF, as a saved web page or as plain text")
	errPDF     = errors.New("it is a PDF, and those are not read here; open it, copy its text into a plain text file, and bring that")
	errForeign = errors.New("it does not seem to be in English, as the documents that Probity knows are")
)

// Read reads a copy: plain text, Markdown, a saved web page or, where poppler is installed, PDF. The error is for the
// learner: it names the file and says what to do.
func Read(path string) (*Document, error) {
	name := shownName(path)
	raw, err := load(path)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	if isPDF(raw) {
		text, err := pdfText(path)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		raw = []byte(text)
	}
	d, err := parse(name, raw)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return d, nil
}

// load reads a file whole, unless it is too large or no ordinary file.
func load(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, errors.New("there is no such file; check its name and folder")
	case errors.Is(err, os.ErrPermission):
		return nil, errors.New("you may not open it; check who it belongs to")
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New("it is a folder; name the document in it")
	case !info.Mode().IsRegular():
		return nil, errors.New("it is not an ordinary file; save the document as a file first")
	case info.Size() > maxFile:
		return nil, errLarge
	}
	f, err := os.Open(path)
	if errors.Is(err, os.ErrPermission) {
		return nil, errors.New("you may not open it; check who it belongs to")
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(raw) > maxFile {
		return nil, errLarge
	}
	return raw, err
}

func isPDF(raw []byte) bool { return bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")) }

// Parse makes a document of a file's bytes: text, Markdown or a web page, but no PDF. The name is for messages, and its ending
// tells a web page.
func Parse(name string, raw []byte) (*Document, error) {
	if isPDF(raw) {
		return nil, fmt.Errorf("reading %s: %w", shownName(name), errPDF)
	}
	d, err := parse(shownName(name), raw)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", shownName(name), err)
	}
	return d, nil
}

// shownName is a file's name without its folder and without what a terminal would obey.
func shownName(path string) string {
	name, _ := cleaned(strings.ToValidUTF8(filepath.Base(path), "?"))
	return strings.Join(strings.Fields(name), " ")
}

func parse(name string, raw []byte) (*Document, error) {
	if kind := otherKind(raw); kind != "" {
		return nil, fmt.Errorf("it is %s; save the document as PDF, as a web page or as plain text", kind)
	}
	found := text.Decode(raw)
	switch {
	case strings.TrimSpace(found) == "":
		return nil, errEmpty
	case binaryData(found):
		return nil, errBinary
	}
	if webPage(name, found) {
		found = pageText(found)
	}
	clean, dropped := cleaned(found)
	switch {
	case len(clean) > MaxText:
		return nil, errLong
	case strings.TrimSpace(clean) == "":
		return nil, errEmpty
	}
	d := newDocument(name, clean, dropped)
	if len(d.letters.b) == 0 || !english(clean) {
		return nil, errForeign
	}
	return d, nil
}

// otherKind names a kind of file that people save documents as and that Probity does not read; "" for any other.
func otherKind(raw []byte) string {
	switch text.KindOf(raw) {
	case text.Packed:
		return "a word processor's file or an archive"
	case text.OldOffice, text.RichText:
		return "a word processor's file"
	case text.PostScript:
		return "a file for a printer"
	case text.AppleBinary:
		return "a browser's web archive"
	case text.Picture:
		return "a picture"
	}
	if bytes.Contains(bytes.ToLower(raw[:min(len(raw), 2048)]), []byte("\ncontent-type: multipart/related")) {
		return "a browser's web archive"
	}
	return ""
}

// webPage reports whether a text is HTML, by its name or by how it begins.
func webPage(name, text string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	begins := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1024)]))
	return strings.HasPrefix(begins, "<!doctype html") || strings.HasPrefix(begins, "<html") || strings.Contains(begins, "<html ")
}
