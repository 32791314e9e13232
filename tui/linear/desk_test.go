package linear

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/tutor"
)

// The learners that tests have.
var (
	doctor  = tutor.Learner{Role: guidance.Doctor, Jurisdiction: guidance.UK}
	student = tutor.Learner{Role: guidance.Student, Jurisdiction: guidance.Ireland}
)

// started is when the clocks of tests start: a Sunday.
var started = time.Date(2026, 11, 22, 9, 28, 11, 0, time.UTC)

// desk is a tutor for a console to work with, on the small library and a record in a folder.
type desk struct {
	*tutor.Tutor
	*disk
	t   *testing.T
	now time.Time
	dir string // of the record, and of the sessions that are led
}

// disk is the record's folder. While it has a fault nothing can be written; with a reason it is for reading only. It has notices to
// give with the next save.
type disk struct {
	*folder.Folder
	fault   error
	reason  string
	notices []string
}

func (d *disk) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if d.fault != nil {
		return nil, &file.NotSavedError{What: facts[0].Table(), Err: d.fault}
	}
	return d.Folder.Append(ctx, after, facts...)
}

func (d *disk) Notices() []string {
	given := d.notices
	d.notices = nil
	return given
}

func (d *disk) ReadOnly() (reason string, yes bool) { return d.reason, d.reason != "" }

// open is the desk of a learner whose record has these facts.
func open(t *testing.T, learner tutor.Learner, facts ...progress.Fact) *desk {
	t.Helper()
	d := &desk{t: t, now: started, dir: t.TempDir()}
	now := func() time.Time { return d.now }
	in, err := folder.Open(folder.Options{Dir: d.dir, Now: now})
	d.must(err)
	d.must(in.Create(progress.Learner{Role: string(learner.Role), Jurisdiction: string(learner.Jurisdiction)}))
	if len(facts) > 0 {
		_, err = in.Append(t.Context(), journal.Any, facts...)
		d.must(err)
	}
	d.disk = &disk{Folder: in}
	d.Tutor = d.another()
	return d
}

// another is the tutor of another window on the record.
func (d *desk) another() *tutor.Tutor {
	d.t.Helper()
	seed := int64(7)
	other, err := tutor.Open(tutor.Options{File: d.disk, Sessions: folder.SessionsIn(folder.Options{Dir: d.dir, Now: func() time.Time { return d.now }}), Seed: &seed, Now: func() time.Time { return d.now }, Load: small})
	d.must(err)
	d.must(errors.Join(other.Library.Load().Do(), other.Read().Do()))
	return other
}

func small() (*pack.Pack, error) {
	return scenariostest.Small("../../scenarios/pack/testdata/small")
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// saved is the record as it stands on the disk.
func (d *desk) saved() *progress.History {
	d.t.Helper()
	h, err := d.History()
	d.must(err)
	return h
}

// practice begins the practice that was asked for.
func (d *desk) practice(of tutor.Selection) *tutor.Practice {
	d.t.Helper()
	p, err := d.Practices.Begin(of)
	d.must(err)
	return p
}

// practise leads through the practice of one situation, and returns what is said.
func (d *desk) practise(situation, typed string) string {
	d.t.Helper()
	p := d.practice(tutor.Selection{Only: situation})
	return hear(d.t, lettered(p, typed), func(c *Console) error { return c.Practise(d.Tutor, p) })
}

// lettered is what is typed with {b} in place of the letter that option b has in the first situation.
func lettered(p *tutor.Practice, typed string) string {
	for _, line := range p.Sitting.Attempt().Lines() {
		typed = strings.ReplaceAll(typed, "{"+line.ID+"}", line.Letter)
	}
	return typed
}

// hear is what a console says while lines are typed.
func hear(t *testing.T, typed string, do func(*Console) error) string {
	t.Helper()
	var out strings.Builder
	if err := do(New(strings.NewReader(typed), &out)); err != nil {
		t.Errorf("it ends with: %v", err)
	}
	return out.String()
}

// meanwhile is a part of the input that types nothing: something happens when it is the next to be read.
type meanwhile func()

func (m meanwhile) Read([]byte) (int, error) {
	m()
	return 0, io.EOF
}

// says fails unless the texts were said, in this order.
func says(t *testing.T, said string, texts ...string) {
	t.Helper()
	rest := said
	for _, text := range texts {
		_, after, found := strings.Cut(rest, text)
		if !found {
			t.Errorf("%q is not said, or not in its place:\n%s", text, said)
			return
		}
		rest = after
	}
}

// lacks fails if any text was said.
func lacks(t *testing.T, said string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(said, text) {
			t.Errorf("%q is said:\n%s", text, said)
		}
	}
}
