// Package tutor is what every front end stands on: the library, the learner, the record, and the sitting under way.
// Screens and linear mode show it and call it; it knows neither. All of it belongs to one goroutine; what takes time
// (loading, reading, writing) is a Task. Rescue alone may be called from another goroutine.
package tutor

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"probity/guidance"
	"probity/progress"
	"probity/progress/folder"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// Learner is who is learning, and where.
type Learner struct {
	Role         guidance.Role
	Jurisdiction guidance.Jurisdiction
}

// Complete tells whether nothing has to be asked.
func (l Learner) Complete() bool { return l.Role.Known() && l.Jurisdiction.Known() }

// Reader is the learner as guidance labels extracts for.
func (l Learner) Reader() guidance.Reader {
	return guidance.Reader{Role: l.Role, Jurisdiction: l.Jurisdiction}
}

// Options are what a run of the tutor is started with.
type Options struct {
	Dir     string  // the folder of the record
	Flags   Learner // --role and --jurisdiction; on an existing record they hold for this run only
	Seed    *int64  // --seed; nil for chance
	Count   int     // how many situations make a practice
	Now     func() time.Time
	Load    func() (*pack.Pack, error) // loads the library; nil for the built-in one
	Notices []string                   // what there is to say once
	Program string                     // name and version, for certificates
}

// Tutor holds the state of one run.
type Tutor struct {
	opt     Options
	record  *folder.Folder // nil: nothing can be kept
	behind  bool           // another window saved something that the history lacks
	pending bool           // the record is damaged or gone, and the learner has not decided yet what to do
	settled Learner        // what a first run decided; a record that another window made first says otherwise
	notices []string
	pack    *pack.Pack
	history *progress.History
	copies  Copies
	changed map[string]string // settings made in this run
	tasks   Tasks
	rooms   []*Room    // induction sessions that are led, or have something waiting
	holding sync.Mutex // held while rooms are changed, for Rescue to read them

	outbox   *Outbox[progress.Fact]
	make     atomic.Pointer[progress.Learner] // whose record a write is to make first; nil for nobody's
	found    atomic.Bool                      // a record was to be made, and another window had made one
	early    []progress.Fact                  // written while the record was being read
	memory   int64                            // numbers facts when there is no record to number them
	renumber bool                             // what waits names facts by numbers that they no longer have
}

// lockWait is how long a save waits for another window's: far longer than one takes, and short enough to leave in.
const lockWait = 400 * time.Millisecond

// Open is a tutor on the record in a folder; its library is still to be loaded and the record still to be read. A record that
// is damaged or gone comes back as a *file.CorruptError or *folder.LostError beside the tutor: see Salvage. One that can't
// be read is a *file.UnreadableError.
func Open(o Options) (*Tutor, error) {
	if o.Load == nil {
		o.Load = pack.Builtin
	}
	t := &Tutor{opt: o, changed: map[string]string{}, notices: o.Notices}
	t.outbox = NewOutbox(t.append, t.appended)
	record, err := folder.Open(folder.Options{Dir: o.Dir, Now: o.Now, LockWait: lockWait})
	t.record = record
	if err == nil && !t.HasRecord() {
		err = record.Lost()
	}
	t.pending = err != nil
	if why, yes := t.record.ReadOnly(); yes {
		t.notices = append(t.notices, why)
	}
	if err == nil {
		t.notices = append(t.notices, lyingBeside(record)...)
	}
	return t, err
}

// lyingBeside says what lies beside the record that was not said before.
func lyingBeside(record *folder.Folder) (said []string) {
	if damaged := record.NewDamaged(); len(damaged) > 0 {
		said = append(said, damagedFound(damaged))
	}
	if copies := record.NewCopies(); len(copies) > 0 {
		said = append(said, copiesFound(copies))
	}
	return said
}

// damagedFound says where a damaged record is that was set aside, and how it is read and removed. The folder may be long and
// comes last.
func damagedFound(paths []string) string {
	first, more, folder := filepath.Base(paths[0]), len(paths)-1, filepath.Dir(paths[0])
	if more == 0 {
		return fmt.Sprintf("A damaged record was set aside: %s. To read or remove it: probity data aside. It lies in %s.", first, folder)
	}
	return fmt.Sprintf("%d damaged records were set aside: %s and %d more. To read or remove them: probity data aside. They lie in %s.",
		more+1, first, more, folder)
}

// copiesFound says that copies of the record lie beside it, and what to do with them.
func copiesFound(paths []string) string {
	first, more := filepath.Base(paths[0]), len(paths)-1
	if more == 0 {
		return "A copy of your record lies beside it, perhaps from a sync program: " + first +
			". It may hold answers that yours lacks: probity data import FILE merges it."
	}
	return fmt.Sprintf("%d copies of your record lie beside it, perhaps from a sync program: %s and %d more. "+
		"They may hold answers that yours lacks: probity data import FILE merges one.", more+1, first, more)
}

// Now is the time.
func (t *Tutor) Now() time.Time { return t.opt.Now() }

// Count is how many situations make a practice.
func (t *Tutor) Count() int { return t.opt.Count }

// Pack is the library; nil while it is being loaded.
func (t *Tutor) Pack() *pack.Pack { return t.pack }

// Load is the task of loading the library. Its error says why that could not be done.
func (t *Tutor) Load() Task[error] {
	var p *pack.Pack
	return Task[error]{
		Run: func() (err error) {
			p, err = t.opt.Load()
			return err
		},
		Done: func(err error) {
			if err == nil {
				t.pack = p
			}
		},
	}
}

// Read is the task of reading the record. Its error says why that could not be done; then what was known before still stands.
func (t *Tutor) Read() Task[error] {
	r := t.record
	var h *progress.History
	return Task[error]{
		Run: func() (err error) {
			h, err = readHistory(r)
			return err
		},
		Done: func(err error) {
			if err == nil {
				t.know(h)
			}
		},
	}
}

func readHistory(r *folder.Folder) (*progress.History, error) {
	if r == nil {
		return progress.NewHistory(), nil
	}
	if _, exists := r.Learner(); !exists {
		return progress.NewHistory(), nil
	}
	return r.History()
}

// know takes what the record says.
func (t *Tutor) know(h *progress.History) {
	if t.renumber && t.history != nil {
		t.amend(h)
	}
	t.history, t.behind = h, false
	h.Apply(t.early...)
	t.early = nil
	t.agree()
}

// agree says so where a first run decided something, and another window had made the record first: what that says is kept.
func (t *Tutor) agree() {
	if !t.HasRecord() || !t.settled.Complete() {
		return
	}
	if kept := t.Learner(); kept != t.settled {
		t.notices = append(t.notices, fmt.Sprintf("Another window had made your record already. This one goes on with it, as %s, %s, "+
			"and not as you chose just now. Settings change it.", strings.ToLower(kept.Role.Name()), kept.Jurisdiction.Name()))
	}
	t.settled = Learner{}
}

// Knows tells whether the record has been read.
func (t *Tutor) Knows() bool { return t.history != nil }

// Ready tells whether the library is loaded and the record read, so that a practice can begin.
func (t *Tutor) Ready() bool { return t.pack != nil && t.history != nil }

// History is what the record says; empty while it is being read.
func (t *Tutor) History() *progress.History {
	if t.history == nil {
		return progress.NewHistory()
	}
	return t.history
}

// Learner is who is learning: as the flags say, else as the settings, else as the record has it, else as a first run decided.
func (t *Tutor) Learner() Learner {
	l := t.settled
	if t.record != nil {
		if kept, ok := t.record.Learner(); ok {
			l = Learner{guidance.Role(kept.Role), guidance.Jurisdiction(kept.Jurisdiction)}
		}
	}
	if v := t.Setting(SettingRole); v != "" {
		l.Role = guidance.Role(v)
	}
	if v := t.Setting(SettingJurisdiction); v != "" {
		l.Jurisdiction = guidance.Jurisdiction(v)
	}
	if t.opt.Flags.Role != "" {
		l.Role = t.opt.Flags.Role
	}
	if t.opt.Flags.Jurisdiction != "" {
		l.Jurisdiction = t.opt.Flags.Jurisdiction
	}
	return l
}

// HasRecord tells whether there is a record already.
func (t *Tutor) HasRecord() bool {
	if t.record == nil {
		return false
	}
	_, ok := t.record.Learner()
	return ok
}

// Settle is what a first run decided: from now on the learner is this one. The next write makes the record, or, where there
// is one that says something this program does not know, puts it right.
func (t *Tutor) Settle(l Learner) {
	if t.HasRecord() {
		t.Change(SettingRole, string(l.Role))
		t.Change(SettingJurisdiction, string(l.Jurisdiction))
		return
	}
	t.settled = l
}

// Kept tells whether progress is kept.
func (t *Tutor) Kept() bool {
	if t.record == nil {
		return false
	}
	_, readOnly := t.record.ReadOnly()
	return !readOnly
}

// Notices are what there is to say once about the record: each is given one time.
func (t *Tutor) Notices() []string {
	said := t.notices
	t.notices = nil
	if t.record != nil {
		said = append(said, t.record.Notices()...)
	}
	return said
}

// past is the record as a draw needs it.
func (t *Tutor) past() scenarios.Past {
	h := t.History()
	past := scenarios.Past{Seen: map[string]int64{}, Topics: h.Topics()}
	for _, a := range h.Answers() {
		past.Seen[a.Scenario] = a.Seq
	}
	return past
}

// seed is --seed, or chance.
func (t *Tutor) seed() int64 {
	if t.opt.Seed != nil {
		return *t.opt.Seed
	}
	return rand.Int64N(1 << 31)
}

// ErrNothing is returned when there is nothing to practise: no situation of that topic for that country.
var ErrNothing = errors.New("there are no situations on this topic where you practise: choose another topic")

// Cited is the clauses that a situation's rationales rest on, those of the learner's country first: the ones that decide the
// key, then the others.
func (t *Tutor) Cited(s *scenarios.Situation) (deciding, also []*guidance.Clause) {
	country := t.Learner().Jurisdiction
	deciding = t.pack.Guidance.Clauses(s.Decides())
	for _, c := range t.pack.Guidance.Clauses(s.Cites()) {
		if !slices.Contains(deciding, c) {
			also = append(also, c)
		}
	}
	return ofFirst(country, deciding), ofFirst(country, also)
}

// CitedIn is all those clauses for a session held in a country, whoever leads it: first what the country says, and of that first
// what decides the key.
func (t *Tutor) CitedIn(country guidance.Jurisdiction, s *scenarios.Situation) []*guidance.Clause {
	deciding, also := t.Cited(s)
	return ofFirst(country, append(deciding, also...))
}

// ofFirst brings the clauses of a country forward.
func ofFirst(country guidance.Jurisdiction, clauses []*guidance.Clause) []*guidance.Clause {
	slices.SortStableFunc(clauses, func(a, b *guidance.Clause) int {
		return cmp.Compare(abroad(a, country), abroad(b, country))
	})
	return clauses
}

func abroad(c *guidance.Clause, own guidance.Jurisdiction) int {
	if c.Source.Jurisdiction == own {
		return 0
	}
	return 1
}
