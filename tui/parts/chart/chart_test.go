// Charts as they stand in a terminal without colour, and the promise that they fit.
package chart

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"probity/scenarios"
	"probity/tui/parts/theme"
)

var none = math.NaN()

func plain() *theme.Theme { return theme.New(theme.Mono, true) }

// drawn compares a chart with what it should look like; spaces at the ends of lines are not seen, so do not count.
func drawn(t *testing.T, got, want string) {
	t.Helper()
	lines := strings.Split(got, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	if got = strings.Join(lines, "\n"); got != strings.Trim(want, "\n") {
		t.Errorf("drawn as\n%s\nwant\n%s", got, strings.Trim(want, "\n"))
	}
}

func TestBar(t *testing.T) {
	for _, c := range []struct {
		share float64
		width int
		want  string
	}{
		{0, 8, "░░░░░░░░"}, {1, 8, "████████"}, {0.5, 8, "████░░░░"}, {0.06, 8, "░░░░░░░░"}, {0.07, 8, "█░░░░░░░"},
		{-0.4, 8, "░░░░░░░░"}, {1.7, 8, "████████"}, {math.Inf(-1), 4, "░░░░"}, {math.Inf(1), 4, "████"}, {0.5, 1, "█"}, {0.5, 0, ""},
	} {
		drawn(t, Bar(c.share, c.width, plain()), c.want)
	}
}

func TestSpark(t *testing.T) {
	drawn(t, Spark(nil, plain()), "")
	drawn(t, Spark([]float64{0.5}, plain()), "▅")
	drawn(t, Spark([]float64{-1, 0, none, 0.25, 0.5, none, 0.75, 1, 2}, plain()), "▁▁ ▃▅ ▆██")
}

func TestColumns(t *testing.T) {
	for name, c := range map[string]struct {
		values      []float64
		labels      []string
		rows, width int
		want        string
	}{
		"one value": {[]float64{0.5}, []string{"Nov"}, 2, 40, `
 100 % ┤
  50 % ┤███
   0 % ┼────
        Nov
`},
		"rising, with a gap": {[]float64{0.1, 0.25, none, none, 0.75, 1}, []string{"Oct", "", "", "", "Nov", ""}, 4, 40, `
 100 % ┤                    ███
       │                ███ ███
  50 % ┤                ███ ███
       │▃▃▃ ███         ███ ███
   0 % ┼────────────────────────
        Oct             Nov
`},
		"below zero": {[]float64{-0.02, -0.1, -0.25, -0.4, -0.5, -3, 0.5}, make([]string, 7), 2, 40, `
 100 % ┤
  50 % ┤                        ███
   0 % ┼────────────────────────────
            ▀▀▀ ███ ███ ███ ███
                    ▀▀▀ ███ ███
`},
		"nothing but gaps": {[]float64{none, none}, []string{"Oct", ""}, 2, 40, `
 100 % ┤
  50 % ┤
   0 % ┼────────
        Oct
`},
		"more values than room: the latest": {[]float64{1, 1, 0, 0, 0.5, 0.5, 0, 1}, []string{"a", "", "", "b", "", "c", "", ""}, 2, 13, `
 100 % ┤    █
  50 % ┤ ██ █
   0 % ┼─────
        b c
`},
		"just room enough": {[]float64{1, 0, 1, 0, 1}, []string{"a", "", "", "", "b"}, 2, 13, `
 100 % ┤█ █ █
  50 % ┤█ █ █
   0 % ┼─────
        a   b
`},
		"too narrow": {[]float64{1, 0, 1, 0, 1}, []string{"a", "", "", "", "b"}, 2, 11, ""},
		"no values":  {nil, nil, 2, 40, ""},
		"labels without room: their first letters": {[]float64{1, 1, 1, 1, 1}, []string{"Octobers", "", "Nov", "", "December"}, 1, 29, `
 100 % ┤███ ███ ███ ███ ███
   0 % ┼────────────────────
        O       Nov     D
`},
	} {
		t.Run(name, func(t *testing.T) {
			chart := Columns{Values: c.values, Labels: c.labels, Rows: c.rows, Scale: scenarios.Percent}
			drawn(t, chart.Draw(c.width, plain()), c.want)
		})
	}
}

// TestNothingIsWiderThanTheRoom, whatever is drawn.
func TestNothingIsWiderThanTheRoom(t *testing.T) {
	share := rapid.OneOf(rapid.Float64Range(-3, 3), rapid.Just(none), rapid.Just(math.Inf(-1)), rapid.Just(math.Inf(1)))
	label := rapid.SampledFrom([]string{"", "", "", "Nov", "a long label", "日本"})
	rapid.Check(t, func(t *rapid.T) {
		width, th := rapid.IntRange(-3, 120).Draw(t, "width"), theme.New(theme.Dark, true)
		c := Columns{Values: rapid.SliceOfN(share, 0, 150).Draw(t, "values"), Rows: rapid.IntRange(1, 8).Draw(t, "rows"), Scale: scenarios.Percent}
		c.Labels = rapid.SliceOfN(label, len(c.Values), len(c.Values)).Draw(t, "labels")
		today := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "today"), 0).UTC()
		shade := func(day time.Time) int { return day.YearDay() % 7 }
		for name, text := range map[string]string{"columns": c.Draw(width, th), "calendar": Calendar(today, width, shade, th)} {
			if got := ansi.StringWidth(widest(text)); got > max(width, 0) {
				t.Fatalf("%s are %d wide where there is room for %d:\n%s", name, got, width, ansi.Strip(text))
			}
		}
		if got := Bar(rapid.Float64Range(-3, 3).Draw(t, "share"), max(width, 0), th); ansi.StringWidth(got) != max(width, 0) {
			t.Fatalf("a bar of %d is %d wide", width, ansi.StringWidth(got))
		}
		share := rapid.Float64Range(-3, 3).Draw(t, "on a scale")
		scale := Scale{rapid.IntRange(0, 9).Draw(t, "left"), rapid.IntRange(0, 20).Draw(t, "right")}
		if got, want := ansi.StringWidth(scale.Bar(share, th)), scale.right+scale.left+min(1, scale.left); got != want {
			t.Fatalf("a bar of %v is %d wide, want %d", scale, got, want)
		}
		if got := Spark(c.Values, th); ansi.StringWidth(got) != len(c.Values) {
			t.Fatalf("%d values take %d cells", len(c.Values), ansi.StringWidth(got))
		}
	})
}

// widest is the line that takes most room.
func widest(text string) string {
	return slices.MaxFunc(strings.Split(text, "\n"), func(x, y string) int { return ansi.StringWidth(x) - ansi.StringWidth(y) })
}

// on is a shade that marks some days, by their dates, and fails for any that is not asked at its midnight.
func on(t *testing.T, dates map[string]int) func(day time.Time) int {
	return func(day time.Time) int {
		if h, m, s := day.Clock(); h+m+s > 0 {
			t.Errorf("asked of %v, which is no midnight", day)
		}
		return dates[day.Format(time.DateOnly)]
	}
}

func TestCalendar(t *testing.T) {
	dates := map[string]int{"2026-10-26": 1, "2026-11-03": 2, "2026-11-15": 3, "2026-11-18": 4, "2026-11-22": 9, "2026-11-25": 4}
	drawn(t, Calendar(time.Date(2026, 11, 22, 9, 28, 0, 0, time.UTC), 14, on(t, dates), plain()), `
      Oct Nov
  Mon ····░···
      ·····▒··
  Wed ·······█
      ········
  Fri ········
      ········
  Sun ······▓█
`)
	drawn(t, Calendar(time.Date(2026, 11, 18, 23, 59, 0, 0, time.UTC), 11, on(t, dates), plain()), `
       Nov
  Mon ·░···
      ··▒··
  Wed ····█
      ····
  Fri ····
      ····
  Sun ···▓
`)
	drawn(t, Calendar(time.Date(2026, 11, 18, 9, 28, 0, 0, time.UTC), 9, on(t, dates), plain()), "")
}

// TestTheLastDayOfACalendarIsToday, on each day of the week, before midnight and after, through a change of the clocks.
func TestTheLastDayOfACalendarIsToday(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	for date := range 14 {
		today := time.Date(2026, 3, 23+date, 23*(date%2), 30, 0, 0, london)
		lines := strings.Split(Calendar(today, 20, func(time.Time) int { return 4 }, plain()), "\n")
		weekday := (int(today.Weekday()) + 6) % 7
		for row, line := range lines[1:] {
			want := 14
			if row > weekday {
				want--
			}
			if got := strings.Count(line, "█"); got != want {
				t.Errorf("on %v %d weeks are drawn in row %d, want %d", today, got, row, want)
			}
		}
	}
}

func TestACalendarIsOfAYearAtTheMost(t *testing.T) {
	text := Calendar(time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC), 300, func(time.Time) int { return 0 }, plain())
	if got := strings.Count(text, "·"); got != 53*7 {
		t.Errorf("%d days", got)
	}
	drawn(t, strings.Split(text, "\n")[0], "      N Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov")
}

// TestEveryMonthIsNamed, by a letter where there is no room for three, in whichever week the window ends.
func TestEveryMonthIsNamed(t *testing.T) {
	for day := range 400 {
		today := time.Date(2026, 1, 1+day, 9, 0, 0, 0, time.UTC)
		for _, width := range []int{40, 59, 80} {
			line := months(today, min(year, width-margin), width-margin)
			at := time.Date(today.Year(), today.Month(), 1, 0, 0, 0, 0, time.UTC)
			for _, name := range slices.Backward(strings.Fields(line)) {
				if !strings.HasPrefix(at.Format("Jan"), name) {
					t.Fatalf("on %v with room for %d, the months are %q", today.Format(time.DateOnly), width, line)
				}
				at = at.AddDate(0, -1, 0)
			}
		}
	}
}
