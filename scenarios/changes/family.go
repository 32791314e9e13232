package changes

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// families notes what came, what went, and what is different in those that stayed.
func (d *differences) families() {
	for _, f := range d.was.families {
		if now := d.is.family(f.ID); now != nil {
			d.family(f, now)
			continue
		}
		says := "is not in the pack any more: it is practised no longer, and answers to it stay in records"
		if !d.is.gone(f.ID) {
			d.note(Keep, f.ID, "is gone: add these lines to scenarios/gone.toml (begin that file, if there is none), so that records can name it")
			d.all[len(d.all)-1].Paste = pack.GoneLines(scenarios.Gone{ID: d.plain(f.ID), Title: f.Title, Principle: d.plain(f.Variants[0].Principle)})
		}
		d.note(Notice, f.ID, "%s", says)
	}
	for _, f := range d.is.families {
		switch {
		case d.was.family(f.ID) != nil:
		case d.was.gone(f.ID):
			d.note(Keep, f.ID, "has the id of one that left: give it another, or answers to the old one are taken for answers to it")
		default:
			d.note(Notice, f.ID, "is new: %s", variants(len(f.Variants)))
		}
	}
}

func variants(n int) string {
	if n == 1 {
		return "it is told alone"
	}
	return fmt.Sprintf("%d variants", n)
}

// family notes what is different in one.
func (d *differences) family(was, now *scenarios.Family) {
	a, b := was.Variants[0], now.Variants[0]
	meant, perhaps, slight := d.asked(was, now)
	if len(meant) > 0 || b.Revision != a.Revision {
		meant, perhaps = append(meant, perhaps...), nil
	}
	switch {
	case b.Revision < a.Revision:
		d.note(Raise, now.ID, "its revision went down from %d to %d: raise it to %d, since answers are recorded by it", a.Revision, b.Revision, a.Revision+1)
	case b.Revision == a.Revision && len(meant) > 0:
		d.note(Raise, now.ID, "raise its revision to %d: %s", a.Revision+1, strings.Join(meant, "; "))
	case b.Revision > a.Revision && len(meant) == 0:
		d.note(Notice, now.ID, "its revision was raised from %d to %d, and nothing that is answered means anything else: answers given before become “reworded since” for nothing", a.Revision, b.Revision)
	case b.Revision > a.Revision:
		d.note(Notice, now.ID, "revision %d: %s. Answers given before become “reworded since”: they count as they were marked, and figures of groups begin anew", b.Revision, strings.Join(meant, "; "))
	}
	for _, p := range perhaps {
		d.note(Look, now.ID, "%s: if that means something else, raise its revision to %d", p, a.Revision+1)
	}
	for _, s := range slight {
		d.note(Wording, now.ID, "%s: raise the revision only if that means something else", s)
	}
	d.head(now.ID, a, b)
	for _, v := range now.Variants {
		if old := variant(was, v.Variant); old != nil {
			d.key(old, v)
			d.rationales(old, v)
		}
	}
}

// variant finds one by its id within its family.
func variant(f *scenarios.Family, id string) *scenarios.Situation {
	if i := slices.IndexFunc(f.Variants, func(s *scenarios.Situation) bool { return s.Variant == id }); i >= 0 {
		return f.Variants[i]
	}
	return nil
}

// asked lists what a learner answers by that is different: what means something else, what may be another word by one letter, and what differs in
// spelling or signs alone.
func (d *differences) asked(was, now *scenarios.Family) (meant, perhaps, slight []string) {
	a, b := was.Variants[0], now.Variants[0]
	worded := func(what, x, y string) {
		switch compare(x, y) {
		case reworded:
			meant = append(meant, "other words in "+what)
		case doubtful:
			perhaps = append(perhaps, "one letter more, less or other in "+what)
		case respelt:
			slight = append(slight, "other spelling or signs in "+what)
		case same:
		}
	}
	if a.Format != b.Format {
		meant = append(meant, fmt.Sprintf("the format went from %s to %s", a.Format.Name(), b.Format.Name()))
	}
	if (a.Variant == "") != (b.Variant == "") {
		return append(meant, "it is told in variants, or no longer"), perhaps, slight
	}
	worded("the lead", a.Lead, b.Lead)
	worded("the ask", a.Ask, b.Ask)
	meant = append(meant, options(a, b, worded)...)
	for _, v := range now.Variants {
		old := variant(was, v.Variant)
		if old == nil {
			d.note(Notice, now.ID, "has a variant more: %s", v.Variant)
			continue
		}
		if v.Variant != "" {
			worded("the facts of "+v.Variant, old.Facts, v.Facts)
		}
		if a.Format == b.Format && !slices.Equal(old.Key, v.Key) {
			meant = append(meant, "the key"+of(v)+" has moved")
		}
	}
	for _, v := range was.Variants {
		if variant(now, v.Variant) == nil {
			d.note(Notice, now.ID, "lacks the variant %s: answers to it stay in records, and are called reworded", v.Variant)
		}
	}
	return meant, perhaps, slight
}

// of names a variant.
func of(s *scenarios.Situation) string {
	if s.Variant == "" {
		return ""
	}
	return " of " + s.Variant
}

// options lists what means something else in the options: which there are, and what each says.
func options(a, b *scenarios.Situation, worded func(what, x, y string)) (meant []string) {
	for _, o := range b.Options {
		old, there := a.Option(o.ID)
		if there && compare(old.Text, o.Text) == reworded {
			if i := slices.IndexFunc(a.Options, func(x scenarios.Option) bool { return compare(x.Text, o.Text) != reworded }); i >= 0 {
				meant = append(meant, fmt.Sprintf("what was option %s is option %s now (give it back its letter: answers are recorded by letters)", a.Options[i].ID, o.ID))
				continue
			}
		}
		if there {
			worded("option "+o.ID, old.Text, o.Text)
			continue
		}
		meant = append(meant, "option "+o.ID+" was added")
	}
	for _, o := range a.Options {
		if _, there := b.Option(o.ID); !there {
			meant = append(meant, "option "+o.ID+" was taken out")
		}
	}
	return meant
}

// head notes what a learner sees above and around the question.
func (d *differences) head(id string, a, b *scenarios.Situation) {
	say := func(what string, x, y any) {
		if x != y {
			d.note(Notice, id, "%s went from %v to %v", what, x, y)
		}
	}
	say("the title", quoted(a.Title), quoted(b.Title))
	say("the principle", d.plain(a.Principle), d.plain(b.Principle))
	say("the topic", d.plain(a.Topic), d.plain(b.Topic))
	say("the level", a.Level, b.Level)
	say("whose shoes it is in", a.Setting, b.Setting)
	say("the minutes", a.Minutes, b.Minutes)
	if a.Reflect != b.Reflect || !slices.Equal(a.Talk, b.Talk) {
		d.note(Wording, id, "what is asked afterwards (reflect, talk) is worded otherwise")
	}
}

func quoted(s string) string { return "“" + s + "”" }

// key notes where the key of a situation has moved, and where it is offered in other countries.
func (d *differences) key(was, now *scenarios.Situation) {
	if was.Format == now.Format && !slices.Equal(was.Key, now.Key) {
		d.note(Key, now.ID, "from %s to %s", spelt(was.Key), spelt(now.Key))
	}
	if x, y := countries(was), countries(now); x != y {
		d.note(Notice, now.ID, "the countries went from %s to %s", x, y)
	}
}

// spelt is a key as its file has it.
func spelt(key []string) string {
	if len(key) == 0 {
		return "none"
	}
	return strings.Join(key, ", ")
}

func countries(s *scenarios.Situation) string {
	var out []string
	for _, j := range guidance.Jurisdictions() {
		if s.For(j) {
			out = append(out, j.Short())
		}
	}
	return strings.Join(out, " and ")
}

// rationales notes what is said of the options afterwards.
func (d *differences) rationales(was, now *scenarios.Situation) {
	var reasons []string
	for _, o := range now.Options {
		old, there := was.Option(o.ID)
		if !there {
			continue
		}
		x, y := slices.Concat(old.Stated, old.Cites), slices.Concat(o.Stated, o.Cites)
		if !slices.Equal(x, y) {
			d.note(Notice, now.ID, "option %s cited %s, and cites %s", o.ID, d.ids(x), d.ids(y))
		}
		if old.Why != o.Why {
			reasons = append(reasons, o.ID)
		}
	}
	if len(reasons) > 0 {
		d.note(Wording, now.ID, "the rationale of %s", strings.Join(reasons, ", "))
	}
	if was.Turns != now.Turns {
		d.note(Wording, now.ID, "what makes the difference (turns)")
	}
}
