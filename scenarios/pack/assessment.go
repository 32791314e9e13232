package pack

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"probity/scenarios"
)

// assessmentTable is [assessment] in pack.toml: the pass rule and the blueprint.
type assessmentTable struct {
	Pass     float64
	PerTopic int `toml:"per_topic"`
	RestDays int `toml:"rest_days"`
	Minutes  int
	Formats  map[string]int
	Levels   map[string]int
}

// most is the largest number the table may hold: sums of such numbers stay numbers.
const most = 1000

func isPart(n int) bool { return n >= 0 && n <= most }

// inAssessment is where a field of the table stands: formats and levels are tables of their own, or on one line.
func (f *file) inAssessment(field string) position {
	table, name, within := strings.Cut(field, ".")
	if !within {
		return position{table: "assessment", key: field}
	}
	if at := (position{table: "assessment." + table, key: name}); f.line(at) > 0 {
		return at
	}
	return position{table: "assessment", key: table}
}

// blueprint checks the table and makes what it says; nil when the pack has none.
func (f *file) blueprint(t *assessmentTable) *scenarios.Blueprint {
	if t == nil {
		return nil
	}
	wrong := func(field, problem, mend string) {
		f.note(f.inAssessment(field), "", "assessment."+field, problem, mend)
	}
	if share := t.Pass > 0 && t.Pass <= 1; !share { // so put, it refuses what is no number too
		wrong("pass", fmt.Sprintf("is %v", t.Pass), "give the least score above chance as a share: pass = 0.6")
	}
	for _, n := range []struct {
		name         string
		value, least int
	}{{"per_topic", t.PerTopic, 1}, {"rest_days", t.RestDays, 0}, {"minutes", t.Minutes, 1}} {
		if n.value < n.least || n.value > most {
			wrong(n.name, fmt.Sprintf("is %d", n.value), fmt.Sprintf("give a number from %d to %d", n.least, most))
		}
	}
	noteFormats(t.Formats, wrong)
	levels := map[int]int{}
	for _, name := range slices.Sorted(maps.Keys(t.Levels)) {
		level, err := strconv.Atoi(name)
		if err != nil || level < 1 || level > 3 || !isPart(t.Levels[name]) {
			wrong("levels."+name, fmt.Sprintf("is %d", t.Levels[name]), "give the levels 1, 2 and 3 their parts of the whole, such as 2 = 2")
			continue
		}
		levels[level] = t.Levels[name]
	}
	return &scenarios.Blueprint{Pass: t.Pass, PerTopic: t.PerTopic, Rest: t.RestDays, Minutes: t.Minutes, Formats: t.Formats, Levels: levels}
}

// noteFormats checks the parts of the formats. Single best answers are at least half of them, as no paper is drawn with fewer.
func noteFormats(parts map[string]int, wrong func(field, problem, mend string)) {
	sound := true
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if format, ok := scenarios.FormatNamed(name); !ok || !format.Scored() || !isPart(parts[name]) {
			wrong("formats."+name, fmt.Sprintf("is %d", parts[name]), "give "+scored()+" their parts of the whole, such as best = 3")
			sound = false
		}
	}
	if single, others := scenarios.BestParts(parts); sound && single < others {
		wrong("formats.best", fmt.Sprintf("is %d of %d parts, less than half", single, single+others),
			fmt.Sprintf("give it at least as many parts as all others together: best = %d", others))
	}
}

// scored names the formats that an assessment can have: "best, choose, rank and rate".
func scored() string {
	var names []string
	for _, f := range scenarios.Formats() {
		if f.Scored() {
			names = append(names, f.Name())
		}
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
