package doctor

import (
	"fmt"
	"strings"

	"probity/guidance/text"
	"probity/tui/phones"
)

// Script is letters that the typeface of PDFs lacks, and whether this computer has one that shows them.
type Script struct {
	Name, Letters string
	Shown         bool
}

// Scripts are those looked for, with letters of each.
func Scripts() []Script {
	return []Script{{Name: "Arabic", Letters: "ع"}, {Name: "Bengali", Letters: "ক"}, {Name: "Chinese", Letters: "明"}, {Name: "Devanagari", Letters: "न"}, {Name: "Hebrew", Letters: "א"}, {Name: "Japanese", Letters: "の"}, {Name: "Korean", Letters: "한"}, {Name: "Tamil", Letters: "த"}, {Name: "Thai", Letters: "ก"}}
}

// Typefaces is what is said of them. looked is false where they could not be looked through in time.
func Typefaces(scripts []Script, looked bool) Section {
	s := Section{Title: "Typefaces"}
	s.say("PDFs have a typeface of their own, for Latin, Greek and Cyrillic letters.")
	var shown, lost []string
	for _, one := range scripts {
		if one.Shown {
			shown = append(shown, one.Name)
		} else {
			lost = append(lost, one.Name)
		}
	}
	switch {
	case !looked:
		s.better("This computer's typefaces could not be looked through in time.", "If a certificate takes long, choose HTML.")
	case len(lost) == 0:
		s.say("This computer has typefaces for the rest that was looked for: %s.", text.Series(shown))
	case len(shown) == 0:
		s.say("This computer has none for other letters (%s): names in them need a certificate in HTML.", text.Series(lost))
	default:
		s.say("This computer has typefaces for %s, and none for %s: names in those need a certificate in HTML.", text.Series(shown), text.Series(lost))
	}
	return s
}

// Network is what is said of the ways on which phones could come to a room. Addresses of the internet, which say where somebody is, are counted.
func Network(all []phones.Address, fault error) Section {
	s := Section{Title: "Network, for the phones of a room"}
	if fault != nil {
		s.say("This computer's networks could not be listed: hands can be counted all the same.")
		return s
	}
	var local []string
	public, lost := 0, 0
	for _, a := range all {
		switch {
		case a.Kind == phones.Local:
			local = append(local, a.IP.String())
		case a.Kind == phones.Virtual && a.IP.IsPrivate():
			s.say("%s is no address for them: %s.", a.IP, a.Kind.Remark())
		case a.Kind == phones.Lost:
			lost++
		default:
			public++
		}
	}
	if len(local) > 0 {
		s.Lines = append([]Line{{Says: fmt.Sprintf("Phones in the same wifi could reach %s.", strings.Join(local, ", "))}}, s.Lines...)
	} else {
		s.say("This computer has no address that phones of a room could reach. To have them vote, join the wifi that they are in; hands can be counted without.")
	}
	if public > 0 {
		s.say("%s of the internet, or of a VPN, not told here: phones may not reach it.", addresses(public))
	}
	if lost > 0 {
		s.say("%s that no network gave: this computer is not connected there.", addresses(lost))
	}
	s.say("No port was opened. Whether a firewall lets phones in shows when a room is led.")
	return s
}

func addresses(n int) string {
	if n == 1 {
		return "1 address"
	}
	return fmt.Sprintf("%d addresses", n)
}

// told are the variables whose value is told; set those of which it is told only that they are set, since they have addresses or numbers in them.
func told() []string {
	return []string{"PROBITY_DATA", "XDG_DATA_HOME", "TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TTY_FORCE", "LC_ALL", "LC_CTYPE", "LANG", "TZ", "GOMEMLIMIT", "GOGC"}
}

func set() []string {
	return []string{"TMUX", "STY", "WT_SESSION", "ConEmuANSI", "SSH_CONNECTION", "SSH_TTY", "WSL_DISTRO_NAME", "CI"}
}

// Environment is what is said of the variables that matter.
func Environment(getenv func(string) string, v Veil) Section {
	s := Section{Title: "Environment"}
	var values, others []string
	for _, name := range told() {
		if value := getenv(name); value != "" {
			values = append(values, name+"="+v.Over(value))
		}
	}
	for _, name := range set() {
		if getenv(name) != "" {
			others = append(others, name)
		}
	}
	if len(values) > 0 {
		s.say("%s.", strings.Join(values, ", "))
	}
	if len(others) > 0 {
		s.say("Set too: %s.", strings.Join(others, ", "))
	}
	if len(values)+len(others) == 0 {
		s.say("None of the variables is set that the tutor goes by.")
	}
	return s
}
