package tutor

import (
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"time"

	"probity/progress"
	"probity/progress/certificate"
	"probity/progress/folder"
	"probity/scenarios/induction"
	"probity/tui/prose"
)

// Certifiable is work that a certificate can be made for.
type Certifiable struct {
	Name   string // what a draft knows it by
	Title  string
	Choice certificate.Choice
	Work   certificate.Work
}

// Certifiables lists the work that a certificate can be made for: assessments handed in, the latest first, then periods with
// answers in them. The tutor has to be Ready.
func (t *Tutor) Certifiables() []Certifiable {
	var out []Certifiable
	all := t.history.Assessments()
	for i := len(all) - 1; i >= 0; i-- {
		if !all[i].Submitted.IsZero() {
			out = t.offer(out, all[i].Sitting.ID, "Assessment of "+t.Date(all[i].Submitted), certificate.Choice{Sitting: all[i].Sitting.ID})
		}
	}
	for _, a := range t.history.Attended() {
		out = t.offer(out, a.Session, "Session attended on "+t.Date(a.Held), certificate.Choice{Session: a.Session})
	}
	now := t.Now()
	y, m, d := now.Date()
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, now.Location()) }
	month := day(y, m-1, d)
	if month.Month() == m { // the month before is shorter
		month = day(y, m, 0)
	}
	scheme := day(y, time.May, 1)
	if now.Before(scheme) {
		scheme = day(y-1, time.May, 1)
	}
	periods := []struct {
		name, title string
		from        time.Time
	}{
		{"month", "The last month", month}, {"year", "The last twelve months", day(y-1, m, d)},
		{"scheme-year", "This scheme year, since " + t.Date(scheme), scheme}, {"all", "Everything since you began", t.began().In(now.Location())},
	}
	for _, p := range periods {
		if p.name == "scheme-year" && t.Learner().Jurisdiction != "ie" {
			continue
		}
		out = t.offer(out, p.name, p.title, certificate.Choice{From: p.from, To: now})
	}
	return out
}

// began is when the earliest answer was given; now when there is none. The record's order is not that of time where a clock was
// wrong or records were merged.
func (t *Tutor) began() time.Time {
	first := t.Now()
	for _, a := range t.history.Answers() {
		if a.At.Before(first) {
			first = a.At
		}
	}
	return first
}

// offer adds work to a list if there is anything in it.
func (t *Tutor) offer(to []Certifiable, name, title string, c certificate.Choice) []Certifiable {
	c.Zone = t.Now().Location()
	work, err := certificate.Gather(t.history, t.pack.Bank, c)
	if err != nil {
		return to
	}
	return append(to, Certifiable{Name: name, Title: title, Choice: c, Work: work})
}

// Gather takes the work of a choice from the record.
func (t *Tutor) Gather(c certificate.Choice) (Certifiable, error) {
	c.Zone = t.Now().Location()
	work, err := certificate.Gather(t.history, t.pack.Bank, c)
	return Certifiable{Name: c.Sitting, Choice: c, Work: work}, err
}

// Uncertifiable says why nothing can be certified though there are answers: they belong to an assessment that is open, or their
// marks can't be right. It is "" where something can, or nothing was answered.
func (t *Tutor) Uncertifiable() string {
	if len(t.history.Answers()) == 0 {
		return ""
	}
	now := t.Now()
	if _, err := t.Gather(certificate.Choice{From: t.began().In(now.Location()), To: now}); err != nil {
		return prose.Worded(err)
	}
	return ""
}

// Evidence is what work amounts to.
func (t *Tutor) Evidence(c Certifiable) certificate.Evidence {
	c.Work.OwnCopies = t.copies.owned()
	return certificate.Weigh(c.Work, t.pack, t.Learner().Reader())
}

// Certify joins work with what the learner filled in. An error is a certificate.FieldError.
func (t *Tutor) Certify(c Certifiable, own certificate.Own) (certificate.Certificate, error) {
	return certificate.Make(t.Evidence(c), own, t.Learner().Reader(), t.opt.Program)
}

// Seed is a draft for work, from an earlier draft: name and number are kept, and what was written about other work is not.
// The reflection begins with what was written at the time.
func (t *Tutor) Seed(c Certifiable, earlier certificate.Draft) certificate.Draft {
	if earlier.For == c.Name {
		return earlier
	}
	d := certificate.Draft{For: c.Name, Own: certificate.Own{
		Name: earlier.Own.Name, Registration: earlier.Own.Registration, Reflection: certificate.Seeds(t.history, c.Work, t.pack.Bank),
	}}
	var from []string
	for _, r := range certificate.SeededFrom(t.history, c.Work) {
		from = append(from, r.ID())
	}
	d.From = strings.Join(from, " ")
	return d
}

// SavedDraft is the draft of a certificate as it lies beside the record: an empty one where there is none.
type SavedDraft struct {
	certificate.Draft
	Err error // why the draft that is there cannot be read; it is left alone
}

// ReadDraft is the task of reading the draft of a certificate.
func (t *Tutor) ReadDraft() Task[SavedDraft] {
	record := t.record
	return looking(func() SavedDraft {
		draft, err := readDraft(record)
		return SavedDraft{draft, err}
	})
}

func readDraft(record *folder.Folder) (certificate.Draft, error) {
	if record == nil {
		return certificate.Draft{}, nil
	}
	file, err := record.ReadBeside(folder.CertificateDraft)
	if err != nil {
		return certificate.Draft{}, err
	}
	draft, err := certificate.ReadDraft(file)
	if err != nil {
		return certificate.Draft{}, fmt.Errorf("the draft of your certificate, %s in the data folder, could not be read, and is left as it is; mend it in an editor, or move it away",
			folder.CertificateDraft)
	}
	return draft, nil
}

// SaveDraft is the task of saving a draft beside the record, where anything is saved. A draft that cannot be read is not replaced:
// the error says why.
func (t *Tutor) SaveDraft(d certificate.Draft) Task[error] {
	if !t.Kept() {
		return looking(func() error { return nil })
	}
	record := t.record
	return surely(&t.tasks, looking(func() error { return saveDraft(record, d) }))
}

func saveDraft(record *folder.Folder, d certificate.Draft) error {
	if _, err := readDraft(record); err != nil {
		return err
	}
	file, err := d.Encode()
	if err == nil {
		err = stillThere(record, strings.Fields(d.From))
	}
	if err != nil {
		return err
	}
	return record.WriteBeside(folder.CertificateDraft, file)
}

// errQuotesErased says that a draft would bring back what was erased.
var errQuotesErased = errors.New("this draft was begun with a reflection that has been erased in another window, so it is not kept: " +
	"close Probity here and start it again")

// stillThere returns an error if one of some reflections, by their ids, was erased: in another window, as this one waits.
func stillThere(record *folder.Folder, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	there := map[string]bool{}
	reading, err := record.Reading()
	if err != nil {
		return err
	}
	defer reading.Close()
	err = reading.Each(func(f progress.Fact) error {
		if r, ok := f.(progress.Reflection); ok {
			there[r.ID()] = true
		}
		return nil
	})
	for _, id := range ids {
		if err == nil && !there[id] {
			err = errQuotesErased
		}
	}
	return err
}

// Export is a certificate on its way to a file.
type Export struct {
	Certificate certificate.Certificate
	Format      string           // one of CertificateFormats
	Path        string           // "" for the folder the program runs in, under a name of its own
	Force       bool             // a file that is there is replaced
	Key         *certificate.Key // nil for the learner's own, made on first use
}

// Exported is what came of it.
type Exported struct {
	Path   string
	File   []byte // of an export to "-", which goes to no file
	Number string
	Digest string
	Err    error
}

// CertificateFormats are the media a certificate can be exported to.
func CertificateFormats() []string { return []string{"pdf", "html", "md", "json"} }

// Export is the task of signing a certificate and writing it. The record notes that it was made.
func (t *Tutor) Export(e Export) Task[Exported] {
	record, kept := t.record, t.Kept()
	return surely(&t.tasks, Task[Exported]{
		Run: func() Exported {
			key, err := signingKey(e.Key, record, kept)
			if err != nil {
				return Exported{Err: err}
			}
			return export(e, key)
		},
		Done: t.note,
	})
}

func export(e Export, key certificate.Key) Exported {
	signed, err := certificate.Sign(e.Certificate, key)
	if err != nil {
		return Exported{Err: err}
	}
	out := Exported{Number: e.Certificate.Number, Digest: signed.Digest()}
	file, err := OnMedium(signed, e.Format)
	if err != nil {
		return Exported{Err: err}
	}
	if e.Path == "-" {
		out.File = file
		return out
	}
	out.Path, out.Err = Place(e.Path, "probity-certificate-"+e.Certificate.Evidence.Activity.To+"."+e.Format, e.Force, Holding(file))
	return out
}

// OnMedium is a signed certificate on one of CertificateFormats.
func OnMedium(s certificate.Signed, format string) (file []byte, err error) {
	switch format {
	case "html":
		return s.HTML(), nil
	case "md":
		return s.Markdown(), nil
	case "json":
		return s.JSON(), nil
	}
	if file, err = s.PDF(); err != nil {
		return nil, fmt.Errorf("making the PDF: %w", err)
	}
	return file, nil
}

// OwnKey is the key beside a record, which is made when it is first needed.
func OwnKey(record *folder.Folder) (certificate.Key, error) {
	_, readOnly := record.ReadOnly()
	return signingKey(nil, record, !readOnly)
}

// signingKey is the key given, else the learner's own, which is made when it is first needed. Where nothing is kept, one that is
// made lasts for this certificate.
func signingKey(given *certificate.Key, record *folder.Folder, kept bool) (certificate.Key, error) {
	if given != nil {
		return *given, nil
	}
	if record != nil {
		if file, err := record.ReadBeside(folder.SigningKey); err != nil {
			return certificate.Key{}, err
		} else if file != nil {
			return certificate.ParseKey(file)
		}
	}
	key, err := certificate.NewKey(rand.Reader, "")
	if err != nil || !kept {
		return key, err
	}
	file, err := key.Marshal()
	if err != nil {
		return key, err
	}
	return key, record.WriteBeside(folder.SigningKey, file)
}

// note notes in the record that a certificate was made, once for each.
func (t *Tutor) note(e Exported) {
	if e.Err == nil && !t.History().Certified(e.Digest) {
		t.save(progress.Certified{Number: e.Number, Digest: e.Digest})
	}
}

// Attend notes that the learner took part in a session of so many people; false when that is noted already.
func (t *Tutor) Attend(session induction.Began, size int, work certificate.Work) bool {
	for _, a := range t.History().Attended() {
		if a.Session == session.ID {
			return false
		}
	}
	t.save(progress.Attended{
		Session: session.ID, Title: session.Title, Situations: work.Situations, Minutes: work.Minutes, Size: size,
		Library: session.Library, Held: session.At,
	})
	return true
}
