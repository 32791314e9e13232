package craft

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"probity/guidance"
	"probity/scenarios/pack"
)

// Figure is a figure on the families of a library, beside its bar.
type Figure struct {
	Key     string  `json:"key"` // its bars are called the same, with _least and _most
	Country string  `json:"country,omitempty"`
	Format  string  `json:"format,omitempty"`
	Says    string  `json:"says"`
	Value   float64 `json:"value"`
	Unit    string  `json:"unit,omitempty"`
	Of      int     `json:"of"` // families, or what else it was found in
	Bar
	Verdict Verdict `json:"verdict"`
}

// Bar is what a figure should be at least, or at most, or both.
type Bar struct {
	Least *float64 `json:"least,omitempty"`
	Most  *float64 `json:"most,omitempty"`
}

func atLeast(n float64) Bar           { return Bar{Least: &n} }
func atMost(n float64) Bar            { return Bar{Most: &n} }
func between(least, most float64) Bar { return Bar{&least, &most} }

// met reports whether a value is where it should be.
func (b Bar) met(v float64) bool {
	return (b.Least == nil || v >= *b.Least) && (b.Most == nil || v <= *b.Most)
}

// Verdict is what a figure says beside its bar.
type Verdict string

// The verdicts.
const (
	Met    Verdict = "met"
	Missed Verdict = "missed"
	TooFew Verdict = "too few" // there are too few families for the figure to mean much
)

// How many families a figure on all, or on those of one format, needs before it means anything.
const (
	EnoughFamilies = 8
	EnoughOfFormat = 4
)

// The units of figures.
const (
	percent    = "%"
	points     = "points"
	characters = "characters"
	words      = "words"
)

// Measured is the value with its unit: "30 %".
func (f Figure) Measured() string { return measured(number(f.Value), f.Unit) }

// Wanted is the bar with its unit: "20–45 %", "≤ 60 %".
func (f Figure) Wanted() string {
	switch {
	case f.Least == nil:
		return measured("≤ "+number(*f.Most), f.Unit)
	case f.Most == nil:
		return measured("≥ "+number(*f.Least), f.Unit)
	}
	return measured(number(*f.Least)+"–"+number(*f.Most), f.Unit)
}

func measured(n, unit string) string {
	if unit == percent {
		return n + " " + unit
	}
	return n
}

// number writes a number with a minus sign and as many decimals as it has.
func number(n float64) string {
	return strings.Replace(strconv.FormatFloat(n, 'f', -1, 64), "-", "−", 1)
}

// whole rounds to a whole number, which is never below nought by a sign alone.
func whole(n float64) float64 { return math.Round(n) + 0 }

// tenths rounds to one decimal.
func tenths(n float64) float64 { return math.Round(10*n)/10 + 0 }

// sheet collects figures, and a warning for each bar that is missed.
type sheet struct {
	bars     pack.Bars
	guidance *guidance.Library // whose clauses have topics
	figures  []Figure
	warnings []Finding
}

// item is one thing that is held to a bar by itself, and what to say of it where it misses the bar.
type item struct {
	subject string
	value   float64
	says    string
}

// judge adds a figure on many things together. Where fewer than enough were counted there is no verdict. why says more where the
// bar is missed.
func (sh *sheet) judge(f Figure, enough int, why string) {
	switch {
	case f.Of == 0:
		return
	case f.Of < enough:
		f.Verdict = TooFew
	case f.met(f.Value):
		f.Verdict = Met
	default:
		f.Verdict = Missed
		sh.warn(f.where(), fmt.Sprintf("%s: %s, where %s is wanted%s", lower(f.Says), f.Measured(), f.Wanted(), why))
	}
	sh.figures = append(sh.figures, f)
}

// each adds a figure that is that of the item furthest from its bar, and a warning for each item that misses it.
func (sh *sheet) each(f Figure, items []item) {
	if len(items) == 0 {
		return
	}
	f.Of, f.Value, f.Verdict = len(items), items[0].value, Met
	for _, it := range items {
		if f.Most != nil {
			f.Value = max(f.Value, it.value)
		} else {
			f.Value = min(f.Value, it.value)
		}
		if !f.met(it.value) {
			f.Verdict = Missed
			sh.warn(it.subject, fmt.Sprintf("%s (%s is wanted)", it.says, f.Wanted()))
		}
	}
	sh.figures = append(sh.figures, f)
}

// warn adds a warning. What was said for one country is not said again for another.
func (sh *sheet) warn(subject, says string) {
	if w := (Finding{subject, says}); !slices.Contains(sh.warnings, w) {
		sh.warnings = append(sh.warnings, w)
	}
}

// where says what a figure is of.
func (f Figure) where() string {
	parts := slices.DeleteFunc([]string{guidance.Jurisdiction(f.Country).Short(), f.Format}, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return "families"
	}
	return strings.Join(parts, ", ")
}

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }
