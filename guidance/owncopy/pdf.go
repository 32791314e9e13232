// PDF, through poppler.

package owncopy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// patience is how long poppler may take over one document.
const patience = time.Minute

// errPoppler tells how to come by the program that reads PDF.
var errPoppler = errors.New("pdftotext, which Probity reads PDF with, is not installed; install poppler (Debian and Ubuntu: " +
	"apt install poppler-utils, Fedora: dnf install poppler-utils, macOS: brew install poppler, Windows: scoop install poppler), " +
	"or save the document as text or as a web page")

// pdfText is the text of a PDF in the order it is read in, which goes down one column and then the next. (With
// pdftotext's -layout, columns would stand side by side.)
func pdfText(path string) (string, error) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return "", errPoppler
	}
	path, err = filepath.Abs(path) // a name that begins with a hyphen is not an option
	if err != nil {
		return "", err
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	out, said := &limited{most: MaxText, stop: true}, &limited{most: 4 << 10}
	cmd := exec.CommandContext(ctx, program, "-enc", "UTF-8", "-eol", "unix", path, "-")
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = out, said, time.Second
	err = cmd.Run()
	switch {
	case out.over:
		return "", errLong
	case ctx.Err() != nil:
		return "", fmt.Errorf("pdftotext had not finished after %s; save the document as text or as a web page", patience)
	case err != nil && strings.Contains(said.kept.String(), "assword"):
		return "", errors.New("the PDF is locked with a password; save it without one")
	case err != nil:
		return "", errors.New("pdftotext could not read the PDF, so it may be damaged; fetch the document again")
	case strings.TrimSpace(out.kept.String()) == "":
		return "", errors.New("the PDF has no text in it, only pictures of pages; look for a version whose text can be selected, or a web page")
	}
	return out.kept.String(), nil
}

// limited keeps what is written to it, up to a limit. What is beyond is lost, or stops the writer.
type limited struct {
	kept bytes.Buffer // not embedded: io.Copy would fill it by another way than Write
	most int
	stop bool // the limit is an error to the writer
	over bool // the limit was reached
}

func (l *limited) Write(p []byte) (int, error) {
	if l.kept.Len()+len(p) <= l.most {
		return l.kept.Write(p)
	}
	l.over = true
	if l.stop {
		return 0, errLong
	}
	return len(p), nil
}
