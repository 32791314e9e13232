// Figures and dates in words.

package certificate

import (
	"math"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"
)

// figure is a number to two places at most.
func figure(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

func amount(v float64, thing string) string {
	if v == 1 {
		return "1 " + thing
	}
	return figure(v) + " " + thing + "s"
}

func uncapital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// date reads a date of the certificate; a zero time when it is none.
func date(s string) time.Time {
	t, err := time.Parse(dateForm, s)
	if err != nil {
		return time.Time{}
	}
	return t
}

// dated is a date as people write it; what is no date stays as it is.
func dated(s string) string {
	if t := date(s); !t.IsZero() {
		return shown(t)
	}
	return s
}

func shortDay(s string) string {
	if t := date(s); !t.IsZero() {
		return t.Format("2 Jan 2006")
	}
	return s
}

// shown is a date as people write it.
func shown(day time.Time) string { return day.Format("2 January 2006") }
