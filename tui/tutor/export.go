package tutor

import (
	"crypto/rand"
	"errors"
	"fmt"
	"strings"

	"probity/guidance/signing"
	"probity/progress"
	"probity/progress/certificate"
	"probity/progress/folder"
	"probity/progress/paper"
)

// Export is a certificate on its way to a file.
type Export struct {
	Certificate certificate.Certificate
	From        string       // the ids of the reflections that its draft was begun with, a blank between them
	Format      string       // one of CertificateFormats
	Path        string       // "" for the folder the program runs in, under a name of its own
	Force       bool         // a file that is there is replaced
	Key         *signing.Key // nil for the learner's own, made on first use
}

// Exported is what came of it.
type Exported struct {
	Path   string
	Folder string // the whole path of the folder that it is in
	File   []byte // of an export to "-", which goes to no file
	Number string
	Digest string
	Err    error
}

// CertificateFormats are the media a certificate can be exported to.
func CertificateFormats() []string { return []string{"pdf", "html", "md", "txt", "json", Credential} }

// Credential is the format of a verifiable credential.
const Credential = "vc"

// Extension is how the name of a file of one of CertificateFormats ends, without the point.
func Extension(format string) string {
	if format == Credential {
		return "jwt"
	}
	return format
}

// errExportsErased says that a certificate would bring back what was erased.
var errExportsErased = errors.New("a reflection that these words began with has been erased in another window, so no file is written: " +
	"go back to your work and choose it again")

// Export is the task of signing a certificate and writing it, unless it would bring back a reflection that was erased. The record notes that it
// was made.
func (c *Certificates) Export(e Export) Task[Exported] {
	file, enabled, typefaces, door := c.record.file, c.record.SavingEnabled(), c.typefaces, c.door
	return mustFinish(c.tasks, Task[Exported]{
		Run: func() Exported {
			if file != nil && errors.Is(stillThere(file, strings.Fields(e.From)), errQuotesErased) {
				return Exported{Err: errExportsErased}
			}
			key, err := signingKey(e.Key, file, enabled)
			if err != nil {
				return Exported{Err: err}
			}
			return export(e, key, typefaces, door)
		},
		Done: c.note,
	})
}

func export(e Export, key signing.Key, typefaces Typefaces, door Door) Exported {
	signed, err := certificate.Sign(e.Certificate, key)
	if err != nil {
		return Exported{Err: err}
	}
	out := Exported{Number: e.Certificate.Number, Digest: signed.Digest()}
	file, err := OnMedium(signed, e.Format)
	var missing *paper.MissingError
	if errors.As(err, &missing) {
		file, err = signed.PDF(typefaces.showing(missing)...)
	}
	if err != nil {
		return Exported{Err: err}
	}
	if e.Path == "-" {
		out.File = file
		return out
	}
	out.Path, out.Err = door.Place(e.Path, "probity-certificate-"+e.Certificate.Evidence.Activity.To+"."+Extension(e.Format), e.Force, Holding(file))
	out.Folder = door.FolderOf(out.Path)
	return out
}

// OnMedium is a signed certificate on one of CertificateFormats.
func OnMedium(s certificate.Signed, format string) (file []byte, err error) {
	switch format {
	case "html":
		return s.HTML(), nil
	case "md":
		return s.Markdown(), nil
	case "txt":
		return []byte(s.Certificate.PasteText()), nil
	case "json":
		return s.JSON(), nil
	case Credential:
		return s.Credential(), nil
	}
	if file, err = s.PDF(); err != nil {
		return nil, fmt.Errorf("making the PDF: %w", err)
	}
	return file, nil
}

// OwnKey is the key beside a record, which is made when it is first needed.
func OwnKey(record File) (signing.Key, error) {
	_, readOnly := record.ReadOnly()
	return signingKey(nil, record, !readOnly)
}

// signingKey is the key given, else the learner's own, which is made when it is first needed. Where nothing is kept, one that is
// made lasts for this certificate.
func signingKey(given *signing.Key, record File, kept bool) (signing.Key, error) {
	if given != nil {
		return *given, nil
	}
	if record != nil {
		if file, err := record.ReadBeside(folder.SigningKey); err != nil {
			return signing.Key{}, err
		} else if file != nil {
			return readOwnKey(file)
		}
	}
	key, err := signing.NewKey(rand.Reader, "")
	if err != nil || !kept {
		return key, err
	}
	file, err := key.Marshal()
	if err != nil {
		return key, err
	}
	file, err = record.MakeBeside(folder.SigningKey, file) // another window may make one at the same time
	if err != nil {
		return key, err
	}
	return readOwnKey(file)
}

// readOwnKey reads the learner's own key, of which nobody else knows where it lies.
func readOwnKey(file []byte) (signing.Key, error) {
	key, err := signing.ParseKey(file)
	if err != nil {
		return key, fmt.Errorf("your own signing key, %s in the data folder, is damaged, and is left as it is; put a copy of it back, or move it "+
			"away and another is made", folder.SigningKey)
	}
	return key, nil
}

// note notes in the record that a certificate was made, once for each. What another window erased is to be known here too.
func (c *Certificates) note(e Exported) {
	if errors.Is(e.Err, errExportsErased) {
		c.record.Outdate()
	}
	if e.Err == nil && !c.record.History().Certified(e.Digest) {
		c.record.save(progress.Certified{Number: e.Number, Digest: e.Digest})
	}
}
