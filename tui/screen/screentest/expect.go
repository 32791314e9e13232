package screentest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"

	"probity/tui/screen"
)

// Sees fails unless every text is on the screen, or in the notice at its foot.
func (d *Driver) Sees(texts ...string) *Driver {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.View()+"\n"+d.notice, text) {
			d.t.Errorf("%q is not on the screen:\n%s\n%s", text, d.View(), d.notice)
		}
	}
	return d
}

// Lacks fails if any text is on the screen, or in the notice at its foot.
func (d *Driver) Lacks(texts ...string) *Driver {
	d.t.Helper()
	for _, text := range texts {
		if strings.Contains(d.View()+"\n"+d.notice, text) {
			d.t.Errorf("%q is on the screen:\n%s\n%s", text, d.View(), d.notice)
		}
	}
	return d
}

// Titled fails unless the screen has the title.
func (d *Driver) Titled(title string) *Driver {
	d.t.Helper()
	if got := d.screen.Title(); got != title {
		d.t.Errorf("the title is %q, want %q", got, title)
	}
	return d
}

// Requests fails unless the screen has requested just these actions since the last call. Notices do not count.
func (d *Driver) Requests(want ...screen.Action) *Driver {
	d.t.Helper()
	if diff := cmp.Diff(want, d.requested); diff != "" {
		d.t.Errorf("other actions were requested (-want +got):\n%s", diff)
	}
	d.requested = nil
	return d
}

// Opened is the screen that was asked for since the last call, for one that Requests can't compare, and whether it takes the place of this one. It
// fails unless just such a screen was asked for.
func Opened[T screen.Route](d *Driver) (to T, replaces bool) {
	d.t.Helper()
	var open screen.Open
	if len(d.requested) == 1 {
		open, _ = d.requested[0].(screen.Open)
	}
	to, ok := open.To.(T)
	if !ok {
		d.t.Fatalf("requested are %#v, and not %T alone:\n%s", d.requested, to, d.View())
	}
	d.requested = nil
	return to, open.Replace
}

// Quits fails unless the screen has ended the program.
func (d *Driver) Quits() *Driver {
	d.t.Helper()
	if !d.quit {
		d.t.Error("the program goes on")
	}
	return d
}

// Offers fails unless a key that does this works now.
func (d *Driver) Offers(does string) *Driver {
	d.t.Helper()
	if !d.offers(does) {
		d.t.Errorf("no key does %q", does)
	}
	return d
}

// Denies fails if a key that does this works now.
func (d *Driver) Denies(does string) *Driver {
	d.t.Helper()
	if d.offers(does) {
		d.t.Errorf("a key does %q", does)
	}
	return d
}

// Until goes down until a key that does this works.
func (d *Driver) Until(does string) *Driver {
	d.t.Helper()
	for range 200 {
		if d.offers(does) {
			return d
		}
		d.Keys("down")
	}
	d.t.Fatalf("no key that does %q was reached:\n%s", does, d.View())
	return d
}

func (d *Driver) offers(does string) bool {
	for _, k := range d.screen.Keys() {
		if k.Help().Desc == does {
			return true
		}
	}
	return false
}

// More fails unless there is more above and below as said.
func (d *Driver) More(above, below bool) *Driver {
	d.t.Helper()
	s, ok := d.screen.(screen.Scroller)
	if !ok {
		d.t.Fatal("the screen has no More")
	}
	if a, b := s.More(); a != above || b != below {
		d.t.Errorf("there is more above: %v, and below: %v", a, b)
	}
	return d
}

// Session is the newest induction session as it stands on the disk; "" for none.
func (d *Driver) Session() string {
	d.t.Helper()
	paths, err := filepath.Glob(filepath.Join(d.Dir, "sessions", "*.toml"))
	d.must(err)
	if len(paths) == 0 {
		return ""
	}
	text, err := os.ReadFile(slices.Max(paths))
	d.must(err)
	return string(text)
}

// SessionHas fails unless the newest induction session has a text so many times.
func (d *Driver) SessionHas(text string, times int) *Driver {
	d.t.Helper()
	if n := strings.Count(d.Session(), text); n != times {
		d.t.Errorf("the session has %q %d times, want %d:\n%s", text, n, times, d.Session())
	}
	return d
}

// Record is the record as it stands on the disk.
func (d *Driver) Record() string {
	d.t.Helper()
	text, err := os.ReadFile(filepath.Join(d.Dir, "progress.toml"))
	d.must(err)
	return string(text)
}

// Saved fails unless the record on the disk has every text.
func (d *Driver) Saved(texts ...string) *Driver {
	d.t.Helper()
	record := d.Record()
	if missing := slices.DeleteFunc(texts, func(text string) bool { return strings.Contains(record, text) }); len(missing) > 0 {
		d.t.Errorf("the record lacks %q:\n%s", missing, record)
	}
	return d
}

// RecordHas fails unless the record on the disk has a text so many times.
func (d *Driver) RecordHas(text string, times int) *Driver {
	d.t.Helper()
	if n := strings.Count(d.Record(), text); n != times {
		d.t.Errorf("the record has %q %d times, want %d:\n%s", text, n, times, d.Record())
	}
	return d
}
