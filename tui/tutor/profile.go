package tutor

import (
	"fmt"
	"strings"

	"probity/guidance"
)

// Learner is who is learning, and where.
type Learner struct {
	Role         guidance.Role
	Jurisdiction guidance.Jurisdiction
}

// Complete reports whether nothing has to be asked.
func (l Learner) Complete() bool { return l.Role.Known() && l.Jurisdiction.Known() }

// Reader is the learner as guidance and situations are chosen for.
func (l Learner) Reader() guidance.Reader {
	return l.Role.In(l.Jurisdiction)
}

// Profile is who is learning, and how they have the tutor set.
type Profile struct {
	clock   *Clock
	record  *Record
	notices *notices
	flags   Learner           // what was given for this run; it goes before what is set
	settled Learner           // what a first run decided; a record that another window made first says otherwise
	changed map[string]string // settings made in this run, until the record has them
}

// Learner is who is learning: as the flags say, else as the settings, else as the record has it, else as a first run decided.
func (p *Profile) Learner() Learner {
	l := p.settled
	if in, ok := p.record.learner(); ok {
		l = Learner{guidance.Role(in.Role), guidance.Jurisdiction(in.Jurisdiction)}
	}
	if v := p.Setting(SettingRole); v != "" {
		l.Role = guidance.Role(v)
	}
	if v := p.Setting(SettingJurisdiction); v != "" {
		l.Jurisdiction = guidance.Jurisdiction(v)
	}
	if p.flags.Role != "" {
		l.Role = p.flags.Role
	}
	if p.flags.Jurisdiction != "" {
		l.Jurisdiction = p.flags.Jurisdiction
	}
	return l
}

// Settle is what a first run decided: from now on the learner is this one. The next write makes the record, or, where there
// is one that says something this program does not know, puts it right.
func (p *Profile) Settle(l Learner) {
	if p.record.Exists() {
		p.Change(SettingRole, string(l.Role))
		p.Change(SettingJurisdiction, string(l.Jurisdiction))
		return
	}
	p.settled = l
}

// reconcile sets the clock as the record says, and compares what a first run decided with it, once that is there and read. Where
// another window had made it first, what it says stands, and the learner is told.
func (p *Profile) reconcile() {
	if p.record.Known() && p.record.Waiting() == 0 { // the record has them, and may have what another window set later
		clear(p.changed)
	}
	p.clock.move(p.Setting(SettingTimezone))
	if !p.settled.Complete() || !p.record.Exists() || p.record.Stale() {
		return
	}
	if l := p.Learner(); l != p.settled {
		p.notices.add(fmt.Sprintf("Another window had made your record already. This one goes on with it, as %s, %s, "+
			"and not as you chose just now. Settings change it.", strings.ToLower(l.Role.Name()), l.Jurisdiction.Name()))
	}
	p.settled = Learner{}
}
