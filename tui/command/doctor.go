package command

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"probity/progress/folder"
	"probity/tui/doctor"
	"probity/tui/phones"
	"probity/tui/prose"
)

// pageWidth is how wide the doctor's page is at most: it is sent in letters.
const pageWidth = 78

// typefacesLimit is how long this computer's typefaces are looked through.
const typefacesLimit = 10 * time.Second

func (c *cli) doctor() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "One page on this computer, to send to somebody who helps",
		Long: "Looks at the terminal, the folder of your record, the record, the typefaces and the network, and says what is and, where\n" +
			"something is not well, what to do. It names nobody, has nothing of what your record says, changes no record and makes no\n" +
			"connection. The exit code is 1 if something would stop the tutor. To keep the page: probity doctor > page.txt",
		Example: "  probity doctor\n  probity doctor > page.txt",
		Args:    c.noArguments,
		RunE: func(*cobra.Command, []string) error {
			page := c.examined()
			c.console().Say(page.Text(c.sys.atMost(pageWidth)))
			if page.Stopped() {
				return said{errors.New("something would stop the tutor")}
			}
			return nil
		},
	}
}

// examined looks at everything. The terminal comes first, while nothing is slow.
func (c *cli) examined() doctor.Page {
	v := c.veil()
	terminal := c.terminal().Section()
	kept := folder.Examine(folder.Options{Dir: c.dir(), Now: c.sys.Now})
	addresses, fault := phones.Addresses()
	return doctor.Page{Made: c.sys.Now(), Sections: []doctor.Section{
		c.programSeen(v).Section(), terminal, doctor.Folder(kept, c.namedBy(), v), doctor.Record(kept), c.typefacesSeen(),
		doctor.Network(addresses, fault), doctor.Environment(c.sys.Getenv, v),
	}}
}

// veil takes out of paths and variables who somebody is.
func (c *cli) veil() doctor.Veil {
	v := doctor.Veil{Home: c.sys.Getenv(homeVariable()), Names: map[string]string{}}
	for _, name := range []string{"USER", "LOGNAME", "USERNAME"} {
		v.Names[c.sys.Getenv(name)] = "(user)"
	}
	if home := filepath.Base(v.Home); v.Home != "" {
		v.Names[home] = "(user)"
	}
	if host, err := os.Hostname(); err == nil {
		v.Names[host] = "(computer)"
	}
	return v
}

// namedBy is how the data folder came to be the one that it is.
func (c *cli) namedBy() string {
	switch {
	case c.folder == "":
		return "the usual place"
	case c.folder == c.sys.Getenv(dataVariable):
		return "by " + dataVariable
	}
	return "by --data"
}

func (c *cli) programSeen(v doctor.Veil) doctor.Program {
	info, _ := debug.ReadBuildInfo()
	p := doctor.Program{Name: Program, Built: build(info), System: systemName()}
	library, refused, err := c.library()
	if err == nil {
		p.Library, err = content(library)
	}
	if err != nil {
		p.Fault = v.Over(prose.Worded(err))
		return p
	}
	for _, one := range refused {
		p.Refused = append(p.Refused, v.Over(one))
	}
	return p
}

// typefacesSeen looks for typefaces of this computer that have what the program's own lacks.
func (c *cli) typefacesSeen() doctor.Section {
	scripts := doctor.Scripts()
	find := c.sys.Typefaces
	if find == nil {
		return doctor.Typefaces(scripts, true)
	}
	var letters []string
	for _, s := range scripts {
		letters = append(letters, s.Letters)
	}
	seen := make([]bool, len(scripts))
	err := within(typefacesLimit, func() error {
		for _, t := range find(letters) {
			for i, s := range scripts {
				seen[i] = seen[i] || t.Shows(s.Letters)
			}
		}
		return nil
	})
	for i := range scripts {
		scripts[i].Shown = err == nil && seen[i]
	}
	return doctor.Typefaces(scripts, err == nil)
}

// terminal is what is known of the terminal, and what it says itself where it can be asked.
func (c *cli) terminal() doctor.Terminal {
	t := doctor.Terminal{
		There: c.sys.asks() || c.sys.shows(), Named: c.sys.Getenv("TERM"), Nameless: runtime.GOOS == "windows",
		Claims: c.sys.Getenv("COLORTERM"), Within: doctor.Through(c.sys.Getenv), Plainly: c.plainly(),
		Charset: c.sys.charset(), NoMouse: !c.sys.mouse(),
	}
	at, ok := cmp.Or(terminalFile(c.sys.Out), terminalFile(c.sys.In)), false
	if at == nil {
		return t
	}
	t.Width, t.Height = sizeOf(at)
	there := c.sys
	there.Out = at
	t.Uses = there.colours()
	if keys := terminalFile(c.sys.In); keys != nil && t.Named != "dumb" && t.Width >= leastAsked {
		t.Answers, ok = askTerminal(keys, at, c.sys.Now)
	}
	t.Asked = ok
	return t
}
