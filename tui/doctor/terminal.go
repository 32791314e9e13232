package doctor

import (
	"fmt"
	"strings"
	"time"
)

// Terminal is what is known of the terminal, without having asked it and by its own answers.
type Terminal struct {
	There         bool   // somebody sits at one
	Named         string // TERM
	Nameless      bool   // terminals of this system need no TERM
	Width, Height int    // in cells; 0 where it does not say
	Claims        string // COLORTERM
	Charset       string // how the locale says that characters are written; "" for UTF-8, and where it does not say
	Uses          string // the colours that are used, in words
	Within        string // tmux, screen, ssh: what the terminal is reached through; "" for nothing
	NoMouse       bool   // a mouse is not asked for, whatever is set
	Plainly       string // why there are plain lines; "" where there are screens
	Asked         bool   // it was asked something
	Answers       Answers
}

// The smallest window with a screen in it, in cells.
const leastWidth, leastHeight = 24, 8

// slow is how long an answer may take before it is said to be late.
const slow = 300 * time.Millisecond

// Section is what is said of it.
func (t Terminal) Section() Section {
	s := Section{Title: "Terminal"}
	switch {
	case t.Named != "":
		s.say("TERM is %s.", t.Named)
	case t.There && !t.Nameless:
		s.better("TERM is not set, so that no colour is used.", "Start the terminal anew, or give TERM=xterm-256color before the command.")
	}
	if t.Named == "linux" {
		s.say("The console's fonts lack marks such as ✓ ✗ ⚑. Screens have + x ! in their place, with words beside them.")
	}
	if t.Within != "" {
		s.say("It is reached through %s.", t.Within)
	}
	if t.NoMouse {
		s.say("No mouse is asked for: GNU screen would hold the escape key back.")
	}
	t.size(&s)
	t.mode(&s)
	if !t.There {
		return s
	}
	s.say("Colours: COLORTERM says %s; used: %s.", orNothing(t.Claims), t.Uses)
	t.locale(&s)
	if t.Asked {
		t.answers(&s)
	}
	return s
}

// locale is what follows from a locale that is not of UTF-8.
func (t Terminal) locale(s *Section) {
	w := t.Answers.Widths
	switch {
	case t.Charset == "":
	case len(w) == len(samples()) && w[accented] == 1:
		s.better(fmt.Sprintf("The locale says %s, so that screens have ASCII signs alone and letters no accents. The terminal reads UTF-8 all the same.", t.Charset),
			"Give LC_ALL=C.UTF-8 before the command, or set a locale of UTF-8.")
	default:
		s.better(fmt.Sprintf("The locale says %s, so that screens have ASCII signs alone and letters no accents; what is typed with an accent is left out.", t.Charset),
			"Set the terminal's character encoding to UTF-8, and a locale of UTF-8. GNU screen and tmux are then to be started anew.")
	}
}

func orNothing(said string) string {
	if said == "" {
		return "nothing"
	}
	return said
}

func (t Terminal) size(s *Section) {
	switch {
	case !t.There:
	case t.Width == 0:
		s.better("The terminal does not say how large it is; 80 by 24 is taken.", "If lines run over, start the tutor with --linear.")
	case t.Width < leastWidth || t.Height < leastHeight:
		s.better(fmt.Sprintf("Size: %d columns by %d lines. Screens need %d by %d.", t.Width, t.Height, leastWidth, leastHeight), "Make the window larger or its letters smaller, or start the tutor with --linear.")
	default:
		s.say("Size: %d columns by %d lines.", t.Width, t.Height)
	}
}

func (t Terminal) mode(s *Section) {
	if t.Plainly != "" {
		s.say("The tutor would be in plain lines: %s.", t.Plainly)
		return
	}
	s.say("The tutor would be in screens; --linear gives plain lines.")
}

// answers is what the terminal said itself.
func (t Terminal) answers(s *Section) {
	a := t.Answers
	if !a.Any {
		s.better("It answered none of what it was asked, so that a dark background is taken, and how wide it draws characters is not known.", "If the colours are hard to read, start the tutor with --theme light, or --theme mono.")
		return
	}
	text := fmt.Sprintf("It answers, after %d ms.", a.After.Milliseconds())
	if a.After > slow {
		s.better(text+" That is late: keys and screens may lag, and the background may be taken for dark at first.", "Look whether the connection is slow. --theme light or --theme dark says at once what the background is.")
	} else {
		s.say("%s", text)
	}
	if a.Background == "" {
		s.say("It does not say whether its background is light or dark; dark is taken. --theme light or dark says it.")
	} else {
		s.say("Its background is %s.", a.Background)
	}
	t.widths(s)
}

// widths is how wide it draws characters.
func (t Terminal) widths(s *Section) {
	w := t.Answers.Widths
	if len(w) != len(samples()) {
		s.say("It did not say how wide it draws characters.")
		return
	}
	const settings = " Start the tutor with --linear meanwhile."
	if w[accented] != 1 {
		s.better(fmt.Sprintf("An é takes %s: the terminal does not read UTF-8, and letters and marks come out wrong.", inCells(w[accented])), "Set the terminal's character encoding, or that of the connection, to UTF-8."+settings)
		return
	}
	if w[ambiguous] != 4 || w[drawn] != 4 {
		s.better(fmt.Sprintf("Marks such as · … “ › take %s for four of them, and screens count one each: lines run over.", inCells(max(w[ambiguous], w[drawn]))), "In the settings of the terminal, have characters of ambiguous width drawn narrow."+settings)
	} else {
		s.say("Marks such as · … “ › take 1 cell each.")
	}
	if w[wide] != 2 {
		s.better(fmt.Sprintf("A Chinese character takes %s, and screens count 2: lines with such names are out of place.", inCells(w[wide])), "Another terminal draws them right; nothing is lost.")
	} else {
		s.say("A Chinese character takes 2 cells, an emoji %d, one of several people %d, a heart with a colour %d%s.", w[emoji], w[family], w[heart], t.counting())
	}
}

// counting is by what the terminal counts cells, as it says.
func (t Terminal) counting() string {
	if t.Answers.Graphemes {
		return ", counted as they are seen"
	}
	return ""
}

func inCells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", n)
}

// Through names what a terminal is reached through, by the variables that say so.
func Through(getenv func(string) string) string {
	var through []string
	for _, t := range []struct{ variable, name string }{{"TMUX", "tmux"}, {"STY", "GNU screen"}, {"SSH_CONNECTION", "ssh"}, {"WSL_DISTRO_NAME", "Windows Subsystem for Linux"}} {
		if getenv(t.variable) != "" {
			through = append(through, t.name)
		}
	}
	return strings.Join(through, " and ")
}
