package command

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"probity/scenarios/craft"
	"probity/scenarios/pack"
	"probity/tui/linear"
	"probity/tui/prose"
)

// packLookEvery is how often a pack that is watched is looked at. It is looked at and not listened to: a network drive or a folder that is kept in
// step with another tells nobody what was saved there.
const packLookEvery = 500 * time.Millisecond

// How much of a check is listed while a pack is watched. The whole is what a check by itself is for.
const (
	mistakesWatched = 6
	warningsWatched = 4
)

// packWatch is a pack that is checked whenever it has changed, and was left alone for the time between two looks: a file may be half saved.
type packWatch struct {
	dir   string                   // its folder, as it was named
	look  func() map[string]string // the state of its files
	check func() craft.Report
	tell  func(news string)

	seen, checked map[string]string // the state at the last look, and that which was checked last
	last          *craft.Report     // nil before the first check
}

// again looks, and checks where there is something new that has come to rest.
func (w *packWatch) again() {
	state := w.look()
	rest := maps.Equal(state, w.seen)
	w.seen = state
	if w.last != nil && (!rest || maps.Equal(state, w.checked)) {
		return
	}
	report := w.check()
	w.tell(newsText(w.dir, w.last, report, apart(w.checked, state)))
	w.last, w.checked = &report, state
}

// apart lists the files in which two states differ.
func apart(before, now map[string]string) []string {
	var out []string
	for name := range now {
		if before[name] != now[name] {
			out = append(out, name)
		}
	}
	for name := range before {
		if _, there := now[name]; !there {
			out = append(out, name+" (gone)")
		}
	}
	slices.Sort(out)
	return out
}

// watch checks a pack again and again, until somebody ends it or the input ends. It returns the last report.
func (c *cli) watch(dir string, check func() craft.Report) craft.Report {
	ctx, stop := c.signals()
	defer stop()
	ctx, cancel := context.WithCancel(ctx)
	var reading sync.WaitGroup
	defer reading.Wait()
	defer cancel()
	in, _ := c.sys.lines()
	in = linear.Interruptible(in, ctx.Done())
	reading.Go(func() {
		defer cancel()
		_ = attempt(func() error { _, err := io.Copy(io.Discard, in); return err }) // however the input ends, it has ended
	})
	ticks, done := c.sys.ticks(packLookEvery)
	defer done()
	w := &packWatch{dir: dir, look: func() map[string]string { return pack.StateDir(dir) }, check: check, tell: c.tellNews}
	for w.again(); ; {
		select {
		case <-ctx.Done():
			if !c.plain() {
				c.console().Say("") // below what ctrl+c left
			}
			return *w.last
		case <-ticks:
			w.again()
		}
	}
}

// ticks brings the time at intervals, until done is called.
func (sys System) ticks(every time.Duration) (ticks <-chan time.Time, done func()) {
	if sys.Ticks != nil {
		return sys.Ticks(every)
	}
	t := time.NewTicker(every)
	return t.C, t.Stop
}

// tellNews says the news of a check: on a terminal alone at the top, else below what came before.
func (c *cli) tellNews(news string) {
	if !c.plain() {
		c.sys.clear()
	}
	c.console().Say(c.sys.Now().Format("15:04:05") + " " + news + "\n")
}

// newsText is a check in short: mistakes first, what is new before what stays.
func newsText(dir string, before *craft.Report, now craft.Report, files []string) string {
	var b strings.Builder
	var was craft.Report
	if before != nil {
		was = *before
		fmt.Fprintf(&b, "changed: %s\n", prose.Line(fewOf(files, 3)))
	} else {
		fmt.Fprintf(&b, "watching; ctrl+c ends it\n")
	}
	if n := now.Situations; n > 0 {
		fmt.Fprintf(&b, "%s, %s.\n", prose.Count(float64(n), "situation"), prose.Count(float64(now.Variants), "variant"))
	}
	section := func(title string, was, now []craft.Finding, more, most int) {
		n := craft.Since(was, now)
		if fmt.Fprintf(&b, "%s: %d", title, len(now)+more); before != nil && len(n.New)+len(n.Gone) > 0 {
			fmt.Fprintf(&b, " (%d new, %d gone)", len(n.New), len(n.Gone))
		}
		b.WriteByte('\n')
		for i, f := range slices.Concat(n.New, n.Still) {
			switch {
			case i == most:
				fmt.Fprintf(&b, "  and %d more: probity pack check %s lists them\n", len(now)+more-most, asTyped(dir))
			case i < most && i < len(n.New) && before != nil:
				fmt.Fprintf(&b, "  new: %s\n", findingText(f))
			case i < most:
				fmt.Fprintf(&b, "  %s\n", findingText(f))
			}
		}
		for _, f := range n.Gone[:min(len(n.Gone), most)] {
			fmt.Fprintf(&b, "  gone: %s\n", findingText(f))
		}
	}
	section("Mistakes", was.Mistakes, now.Mistakes, now.More, mistakesWatched)
	if len(now.Mistakes) == 0 { // of what did not load nothing else is known
		section("Warnings of craft", was.Warnings, now.Warnings, 0, warningsWatched)
	}
	return strings.TrimRight(b.String(), "\n")
}

// fewOf is so many of a list, and how many more there are.
func fewOf(all []string, most int) string {
	if len(all) <= most {
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(all[:most], ", "), len(all)-most)
}
