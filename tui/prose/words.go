package prose

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"probity/guidance"
)

// Number writes marks as people do: to two decimals at most, and without them where there are none.
func Number(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

// Count writes so many of a thing: 1 mark, 4.5 marks.
func Count(v float64, thing string) string {
	if v == 1 {
		return "1 " + thing
	}
	return Number(v) + " " + thing + "s"
}

// Several is so many of a thing to begin a sentence with: One answer, 171 answers.
func Several(n int, thing string) string {
	if n == 1 {
		return "One " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}

// Capital is s with a capital letter to begin with.
func Capital(s string) string { return guidance.Capital(s) }

// Worded is an error as a clinician reads it: what its Message says, or the error itself, without the system's own terms.
func Worded(err error) string {
	var m interface{ Message() string }
	if errors.As(err, &m) {
		return Line(plainly(m.Message(), err))
	}
	return Line(plainly(err.Error(), err))
}

// Sentence is an error as Worded says it, as a sentence that can stand alone: on a screen, where no word says before it whose it is.
func Sentence(err error) string {
	text := Capital(Worded(err))
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") {
		return text
	}
	return text + "."
}

// Minutes says a time given in seconds.
func Minutes(seconds int) string {
	switch minutes := (seconds + 30) / 60; {
	case minutes == 0:
		return "less than a minute"
	case minutes == 1:
		return "1 minute"
	case minutes < 120:
		return strconv.Itoa(minutes) + " minutes"
	default:
		return strconv.Itoa(minutes/60) + " h " + strconv.Itoa(minutes%60) + " min"
	}
}

// About says about how long something takes.
func About(d time.Duration) string {
	said := Minutes(int(d.Seconds()))
	if said == Minutes(0) {
		return said
	}
	return "about " + said
}

// Join puts a comma between what there is.
func Join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}
