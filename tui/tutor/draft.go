package tutor

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"probity/progress"
	"probity/progress/certificate"
	"probity/progress/folder"
	"probity/tui/prose"
)

// StartDraft is a draft for work, from an earlier draft: name and number are kept, and what was written about other work, or was begun with what
// has been erased since, is not. The reflection begins with what was done, in a sentence; what was written at the time is the learner's, and comes
// in by Quoting alone.
func (c *Certificates) StartDraft(of Certifiable, earlier certificate.Draft) certificate.Draft {
	if earlier.For == of.Name && !c.QuotesErased(earlier) {
		return earlier
	}
	return certificate.Draft{For: of.Name, Own: certificate.Own{
		Name: earlier.Own.Name, Registration: earlier.Own.Registration, Reflection: certificate.Reflection{What: certificate.Seeds(c.record.history, of.Work, c.library.pack.Bank).What},
	}}
}

// QuotesErased reports whether a draft was begun with a reflection that the record has no more, as far as is known here.
func (c *Certificates) QuotesErased(d certificate.Draft) bool {
	return slices.ContainsFunc(strings.Fields(d.From), func(id string) bool { return !c.record.History().HasReflection(id) })
}

// Quotable is how many reflections were written at the time about the situations of some work.
func (c *Certificates) Quotable(of Certifiable) int {
	return len(certificate.SeededFrom(c.record.history, of.Work))
}

// Quoting is a draft for work with what was written at the time under "So what?", below what stands there, unless that has it already.
func (c *Certificates) Quoting(of Certifiable, d certificate.Draft) certificate.Draft {
	var from []string
	for _, r := range certificate.SeededFrom(c.record.history, of.Work) {
		from = append(from, r.ID())
	}
	written, there := certificate.Seeds(c.record.history, of.Work, c.library.pack.Bank).SoWhat, d.Own.Reflection.SoWhat
	if strings.Contains(there, written) {
		return d
	}
	d.From, d.Own.Reflection.SoWhat = strings.Join(from, " "), strings.TrimPrefix(there+"\n"+written, "\n")
	return d
}

// SavedDraft is the draft of a certificate as it lies beside the record: an empty one where there is none.
type SavedDraft struct {
	certificate.Draft
	Err error // why the draft that is there cannot be read; it is left alone
}

// ReadDraft is the task of reading the draft of a certificate: the one of this run where that is not saved yet, else the one beside the record.
func (c *Certificates) ReadDraft() Task[SavedDraft] {
	if waiting := c.drafts.Facts(); len(waiting) > 0 {
		return runOnly(func() SavedDraft { return SavedDraft{Draft: waiting[len(waiting)-1].Draft} })
	}
	file := c.record.file
	return Task[SavedDraft]{
		Run: func() SavedDraft {
			draft, err := readDraft(file)
			return SavedDraft{draft, err}
		},
		Done: func(read SavedDraft) { c.lastDraft = read.Draft },
	}
}

// filled is a draft on its way to the file beside the record, with what this window knew as the draft before.
type filled struct {
	certificate.Draft
	before certificate.Draft
}

func readDraft(record File) (certificate.Draft, error) {
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

// KeepDraft puts a draft on its way to the file beside the record, where anything is saved. What can't be saved is tried again, as facts are, and
// is the draft of this run meanwhile. A draft that cannot be read is not replaced: the error says why.
func (c *Certificates) KeepDraft(d certificate.Draft) {
	if c.record.SavingEnabled() {
		c.drafts.Add(filled{d, c.lastDraft})
		c.lastDraft = d
	}
}

// savingDraft is how drafts are saved: the last of them alone. One that would bring back what was erased is not tried again.
func (c *Certificates) savingDraft() save[filled] {
	file := c.record.file
	return func(batch []filled) (settle func(), err error) {
		err = saveDraft(file, batch)
		if !errors.Is(err, errQuotesErased) {
			return nil, err
		}
		return func() {
			c.drafts.Amend(func(d filled) (filled, bool) { return d, d.From != batch[len(batch)-1].From })
		}, err
	}
}

// rescue saves a draft that waits, from any goroutine, as Tutor.Rescue does.
func (c *Certificates) rescue() error {
	if !c.record.SavingEnabled() {
		return nil
	}
	return c.drafts.Rescue(func(batch []filled) (func(), error) { return nil, saveDraft(c.record.file, batch) })
}

// draftUnsaved reports whether a draft could not be saved when that was last tried.
func (c *Certificates) draftUnsaved() bool {
	return c.drafts.Trouble() != nil && c.drafts.Waiting() > 0
}

// BackFromField is what going back from a field of the draft does, in a few words: it says kept where that is so.
func (c *Certificates) BackFromField() string {
	if c.draftUnsaved() {
		return "back, not saved yet"
	}
	return c.IfKept("back, kept", "back")
}

// LeaveOut notes that the draft can't have what was filled in last in a field, as it stands: leaving says so, as it does of a draft that cannot be
// saved.
func (c *Certificates) LeaveOut(field string, unfit error) {
	_ = mustFinish(c.tasks, runOnly(func() error { return leftOutError{field, unfit} }))
}

// leftOutError is a field that the draft can't have, as it stands.
type leftOutError struct {
	field string
	error
}

// Message says it to a clinician.
func (e leftOutError) Message() string {
	return fmt.Sprintf("The draft of your certificate keeps what was there before under “%s”, not what you were filling in: %s",
		e.field, prose.Sentence(e.error))
}

// saveDraft saves the last of some drafts over the one that is there, which another window may have filled in since.
func saveDraft(record File, batch []filled) error {
	there, err := readDraft(record)
	if err != nil {
		return err
	}
	d := batch[len(batch)-1].Draft
	d = d.Over(there, batch[0].before)
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
func stillThere(record File, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	there := map[string]bool{}
	_, err := record.Read(context.Background(), 0, func(f progress.Fact) error {
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
