// Generations of backups: which are kept, by their dates alone.

package folder

import (
	"fmt"
	"slices"
	"time"

	"probity/progress"
)

// generations are the spans of time of which the newest backup is kept, and for how many of them. Spans without a backup
// are not counted: a month away from the tutor costs no backup.
var generations = []struct {
	kept int
	span func(time.Time) string
}{
	{7, func(t time.Time) string { return t.Format(time.DateOnly) }},
	{4, func(t time.Time) string { year, week := t.ISOWeek(); return fmt.Sprint(year, "-", week) }},
	{12, func(t time.Time) string { return t.Format("2006-01") }},
}

// dated is a backup's path and when it was made, as its name says.
type dated struct {
	path string
	at   time.Time
}

// surplus returns the backups that no generation keeps. Those of the newest day stay, and so does the one just made. What is
// dated more than a day after that is of a clock that was ahead, or this one is behind: it stays, and is in no generation, since it
// would take the place of days that come.
func surplus(backups []dated, made string) []dated {
	newest := slices.Clone(backups)
	if i := slices.IndexFunc(newest, func(b dated) bool { return b.path == made }); i >= 0 {
		latest := newest[i].at.Add(progress.Ahead)
		newest = slices.DeleteFunc(newest, func(b dated) bool { return b.at.After(latest) })
	}
	slices.SortStableFunc(newest, func(x, y dated) int { return y.at.Compare(x.at) })
	if len(newest) == 0 {
		return nil
	}
	kept, today := map[string]bool{made: true}, newest[0].at.Format(time.DateOnly)
	for _, generation := range generations {
		seen := map[string]bool{}
		for _, b := range newest {
			if span := generation.span(b.at); !seen[span] && len(seen) < generation.kept {
				seen[span], kept[b.path] = true, true
			}
		}
	}
	return slices.DeleteFunc(newest, func(b dated) bool {
		return kept[b.path] || b.at.Format(time.DateOnly) == today
	})
}
