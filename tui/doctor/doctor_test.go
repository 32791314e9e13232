package doctor

import (
	"errors"
	"io/fs"
	"net/netip"
	"strings"
	"syscall"
	"testing"
	"time"

	"probity/progress/disk"
	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/phones"
)

// holds asserts that a section has lines with these words, and that one of them weighs so much and no other more.
func holds(t *testing.T, s Section, most Weight, words ...string) {
	t.Helper()
	var text strings.Builder
	heaviest := Well
	for _, l := range s.Lines {
		text.WriteString(l.String() + "\n")
		heaviest = max(heaviest, l.Weight)
		if l.Weight != Well && l.Do == "" && !strings.Contains(l.Says, ". ") {
			t.Errorf("what to do is not said: %s", l)
		}
	}
	for _, w := range words {
		if !strings.Contains(text.String(), w) {
			t.Errorf("%q is not in\n%s", w, text.String())
		}
	}
	if heaviest != most {
		t.Errorf("the weight is %d, not %d:\n%s", heaviest, most, text.String())
	}
}

// well is a folder with a record in which nothing is the matter.
func well() folder.Condition {
	return folder.Condition{
		Dir: "/home/anna/p", Real: "/home/anna/p", There: true, Private: true, Lock: folder.LockWorks, Volume: disk.Volume{Free: 20 << 30},
		Schema: 1, Entries: 1, Size: 5, Backups: 2,
	}
}

func TestFolderSaysWhatIsInTheWay(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*folder.Condition)
		weight Weight
		words  string
	}{
		"nothing":           {func(*folder.Condition) {}, Well, "2 backups, 0 files set aside"},
		"a file":            {func(c *folder.Condition) { c.Why, c.Blocked = syscall.ENOTDIR, "/home/anna/p" }, Stops, "~/p is a file"},
		"rights":            {func(c *folder.Condition) { c.Why, c.Blocked = fs.ErrPermission, "/home/anna/p" }, Stops, "~/p may not be written"},
		"a read-only disk":  {func(c *folder.Condition) { c.Why = syscall.EROFS }, Stops, "can be read and not written"},
		"a failing trial":   {func(c *folder.Condition) { c.Trial = errors.New("quota") }, Stops, "could not be written there: quota"},
		"a full disk":       {func(c *folder.Condition) { c.Volume.Free = 0 }, Stops, "disk is full"},
		"a nearly full one": {func(c *folder.Condition) { c.Volume.Free = 50 << 20 }, Better, "50 MB left"},
		"a remote one":      {func(c *folder.Condition) { c.Volume.Remote = true }, Better, "another computer's"},
		"a taken lock":      {func(c *folder.Condition) { c.Lock = folder.LockTaken }, Stops, "Close every other Probity window"},
		"no locks":          {func(c *folder.Condition) { c.Lock = folder.LockLacking }, Better, "one window at a time"},
		"a sync program":    {func(c *folder.Condition) { c.Sync = "Dropbox" }, Better, "Dropbox seems to keep"},
		"copies":            {func(c *folder.Condition) { c.Copies = 2 }, Better, "2 copies of the record"},
		"no folder":         {func(c *folder.Condition) { c.There, c.Lock = false, folder.LockUntried }, Well, "the tutor makes it"},
	} {
		t.Run(name, func(t *testing.T) {
			state := well()
			c.change(&state)
			holds(t, Folder(state, "by --data", Veil{Home: "/home/anna"}), c.weight, c.words)
		})
	}
}

func TestRecordSaysItsStateAndNothingOfItsContent(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*folder.Condition)
		weight Weight
		words  string
	}{
		"whole": {func(*folder.Condition) {}, Well, "version 1 of its format, 1 entry, 1 KB"},
		"none":  {func(c *folder.Condition) { c.Record = fs.ErrNotExist }, Well, "none yet"},
		"gone":  {func(c *folder.Condition) { c.Record, c.Aside = fs.ErrNotExist, 1 }, Better, "set aside"},
		"damaged": {func(c *folder.Condition) {
			c.Record = &file.CorruptError{Path: "/home/anna/p", Line: 7, Problem: errors.New("bed 12")}
		}, Stops, "damaged at line 7"},
		"empty": {func(c *folder.Condition) {
			c.Record = &file.CorruptError{Path: "/home/anna/p", Problem: errors.New("the file is empty")}
		}, Stops, "It is damaged: the file is empty."},
		"unreadable": {func(c *folder.Condition) { c.Record = file.Unreadable("/home/anna/p", fs.ErrPermission) }, Stops, "you may not read it"},
		"newer":      {func(c *folder.Condition) { c.Newer, c.Schema = true, 9 }, Stops, "newest Probity"},
		"torn":       {func(c *folder.Condition) { c.Torn = true }, Better, "broke off"},
	} {
		t.Run(name, func(t *testing.T) {
			state := well()
			c.change(&state)
			s := Record(state)
			holds(t, s, c.weight, c.words)
			for _, l := range s.Lines {
				if strings.Contains(l.String(), "bed 12") || strings.Contains(l.String(), "anna") {
					t.Errorf("it says %q", l)
				}
			}
		})
	}
}

func TestVeilNamesNobody(t *testing.T) {
	v := Veil{Home: "/home/anna", Names: map[string]string{"anna": "(user)", "ward-7": "(computer)", "ab": "(user)", "": "(user)"}}
	got := v.Over("/home/anna/x, /home/anna-records/x and /media/Anna/USB on ward-7, about a cab in /home/anna")
	if want := "~/x, /home/(user)-records/x and /media/(user)/USB on (computer), about a cab in ~"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestPageSaysFirstWhetherAllIsWell(t *testing.T) {
	var s Section
	s.Title = "Things"
	s.say("Fine.")
	p := Page{Made: time.Date(2026, 11, 29, 9, 5, 0, 0, time.UTC), Sections: []Section{s}}
	says := func(stopped bool, words ...string) {
		t.Helper()
		text := p.Text(40)
		for _, w := range words {
			if !strings.Contains(text, w) {
				t.Errorf("%q is not in\n%s", w, text)
			}
		}
		for l := range strings.Lines(text) {
			if len([]rune(strings.TrimSuffix(l, "\n"))) > 40 {
				t.Errorf("a line is too long: %q", l)
			}
		}
		if p.Stopped() != stopped {
			t.Errorf("stopped: %v", !stopped)
		}
	}
	says(false, "Nothing here would stop the tutor.\n", "\nThings\n  Fine.")
	p.Sections[0].better("Slow.", "Wait.")
	says(false, "1\nthing could be better.", "  Could be better: Slow. What to do:\n    Wait.")
	p.Sections[0].stops("Broken.", "Mend it.")
	says(true, "1 thing would stop the tutor", "Stops the tutor: Broken.")
}

func TestTerminalIsToldByWhatItIs(t *testing.T) {
	at := Terminal{There: true, Named: "xterm", Width: 80, Height: 24, Uses: "256", Asked: true}
	at.Answers = Answers{Any: true, Background: "light", Widths: []int{1, 4, 4, 2, 2, 6, 1}}
	holds(t, at.Section(), Well, "after 0 ms", "background is light", "80 columns by 24 lines", "in screens")
	for words, change := range map[string]func(*Terminal){
		"answered none":            func(t *Terminal) { t.Answers = Answers{} },
		"That is late":             func(t *Terminal) { t.Answers.After = time.Second },
		"does not read UTF-8":      func(t *Terminal) { t.Answers.Widths = []int{2, 12, 12, 3, 4, 18, 6} },
		"drawn narrow":             func(t *Terminal) { t.Answers.Widths = []int{1, 8, 4, 2, 2, 6, 1} },
		"A Chinese character":      func(t *Terminal) { t.Answers.Widths = []int{1, 4, 4, 1, 2, 6, 1} },
		"Screens need 24":          func(t *Terminal) { t.Width = 20 },
		"how large it is":          func(t *Terminal) { t.Width = 0 },
		"TERM is not set":          func(t *Terminal) { t.Named = "" },
		"reads UTF-8 all the same": func(t *Terminal) { t.Charset = "ISO-8859-1" },
		"an accent is left out":    func(t *Terminal) { t.Charset, t.Answers = "ISO-8859-1", Answers{} },
	} {
		other := at
		change(&other)
		holds(t, other.Section(), Better, words)
	}
	at.Named = "linux"
	holds(t, at.Section(), Well, "Screens have + x ! in their place")
	holds(t, Terminal{Plainly: "it is a pipe"}.Section(), Well, "in plain lines: it is a pipe")
}

func TestNetworkTellsNoAddressOfTheInternet(t *testing.T) {
	s := Network([]phones.Address{
		{IP: netip.MustParseAddr("192.168.1.7"), Kind: phones.Local}, {IP: netip.MustParseAddr("81.2.69.142"), Kind: phones.Public},
		{IP: netip.MustParseAddr("172.17.0.1"), Kind: phones.Virtual}, {IP: netip.MustParseAddr("169.254.3.4"), Kind: phones.Lost},
	}, nil)
	holds(t, s, Well, "could reach 192.168.1.7.", "1 address of the internet", "172.17.0.1 is no address for them", "1 address that no network gave")
	for _, l := range s.Lines {
		if strings.Contains(l.String(), "81.2") {
			t.Errorf("it says %q", l)
		}
	}
	holds(t, Network(nil, nil), Well, "join the wifi")
	holds(t, Network(nil, errors.New("no")), Well, "could not be listed")
}

func TestEnvironmentTellsValuesThatAreNobodys(t *testing.T) {
	env := map[string]string{"PROBITY_DATA": "/home/anna/x", "SSH_CONNECTION": "81.2.69.142 22", "TERM": "xterm"}
	s := Environment(func(name string) string { return env[name] }, Veil{Home: "/home/anna"})
	holds(t, s, Well, "PROBITY_DATA=~/x, TERM=xterm.", "Set too: SSH_CONNECTION.")
	holds(t, Environment(func(string) string { return "" }, Veil{}), Well, "None of the variables")
}
