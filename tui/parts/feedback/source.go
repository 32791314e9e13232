package feedback

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"probity/guidance"
	"probity/tui/parts/keymap"
	address "probity/tui/parts/original"
	"probity/tui/parts/pane"
	"probity/tui/tutor"
)

// inView are the extracts that are read: all of those that are shown, or the one that decides.
func (f *Feedback) inView() []*guidance.Clause {
	switch f.beside {
	case cited:
		return f.cited()
	case changes:
		if before := f.before(); len(before) > 0 {
			return before
		}
	case nothing, options, original, report: // the one that decides
	}
	if c := f.deciding(f.decider()); c != nil {
		return []*guidance.Clause{c}
	}
	return f.cited()[:min(1, len(f.cited()))]
}

// cited are all extracts that the situation cites, what decides first.
func (f *Feedback) cited() []*guidance.Clause {
	deciding, also := f.tutor.Library.Cited(f.tutor.Profile.Learner().Jurisdiction, f.shown.Outcome.Situation)
	return append(deciding, also...)
}

// copies reports whether there is something to copy: an extract, or what is to be sent to the author.
func (f *Feedback) copies() bool { return f.on && (f.beside == report || len(f.cited()) > 0) }

// copy copies what is read.
func (f *Feedback) copy() {
	if f.beside == report {
		f.env.Copy("what to send to the author", f.shown.Report)
		return
	}
	f.env.Copy(tutor.Quotations(f.inView()))
}

// originals is where the documents stand that the situation cites.
func (f *Feedback) originals() []pane.Block {
	th, width := f.frame.Theme, pane.Measure(f.frame.Width)
	blocks := []pane.Block{{Text: "\n" + pane.Hang("  ", "Where the original stands", width, th.Title)}}
	var said []*guidance.Source
	for _, c := range f.cited() {
		if s := c.Source; !slices.Contains(said, s) {
			said = append(said, s)
			blocks = append(blocks, pane.Block{Text: "\n" + address.Show(s, f.frame.Width, th)})
		}
	}
	return blocks
}

// Elsewhere are the bindings for what is used elsewhere: the extract, the original, and what to send to the author.
func (f *Feedback) Elsewhere() (keys []key.Binding) {
	if f.copies() && f.beside != report { // there it stands first
		keys = append(keys, keymap.Copy())
	}
	if f.on && len(f.cited()) > 0 && f.beside != original {
		keys = append(keys, keymap.Original())
	}
	if f.beside != report {
		keys = append(keys, keymap.Report())
	}
	return keys
}
