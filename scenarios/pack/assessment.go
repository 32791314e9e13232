package pack

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
)

// assessmentTable is [assessment] in pack.toml: the pass rule and the blueprint, and what differs by country.
type assessmentTable struct {
	Pass     float64
	RestDays int `toml:"rest_days"`
	paperTable
	UK *paperTable
	IE *paperTable
}

// paperTable is what a paper is made of. In the table of a country what is left out is as in [assessment].
type paperTable struct {
	PerTopic   *int `toml:"per_topic"`
	Situations *int
	Minutes    *int
	Formats    map[string]int
	Levels     map[string]int
	Roles      []guidance.Role
}

// most is the largest number the table may hold: sums of such numbers stay numbers.
const most = 1000

func isPart(n int) bool { return n >= 0 && n <= most }

// inAssessment is where a field of the table stands: formats, levels and countries are tables of their own, or on one line.
func (f *file) inAssessment(field string) position {
	table, key := "assessment", field
	if i := strings.LastIndex(field, "."); i >= 0 {
		table, key = table+"."+field[:i], field[i+1:]
		if at := (position{table: table, key: key}); f.line(at) > 0 {
			return at
		}
		return f.inAssessment(field[:i])
	}
	return position{table: table, key: key}
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
	if t.RestDays < 0 || t.RestDays > most {
		wrong("rest_days", fmt.Sprintf("is %d", t.RestDays), fmt.Sprintf("give a number from 0 to %d", most))
	}
	b := t.paperTable.blueprint(wrong)
	b.Pass, b.Rest = t.Pass, t.RestDays
	for country, own := range map[guidance.Jurisdiction]*paperTable{guidance.UK: t.UK, guidance.Ireland: t.IE} {
		if own == nil {
			continue
		}
		differs := own.over(t.paperTable).blueprint(func(field, problem, mend string) {
			if own.gives(field) { // what it leaves out is noted where it stands
				wrong(string(country)+"."+field, problem, mend)
			}
		})
		differs.Pass, differs.Rest = b.Pass, b.Rest
		if b.Countries == nil {
			b.Countries = map[guidance.Jurisdiction]scenarios.Blueprint{}
		}
		b.Countries[country] = differs
	}
	return &b
}

// gives reports whether a field of the table is there.
func (t paperTable) gives(field string) bool {
	name, _, _ := strings.Cut(field, ".")
	return map[string]bool{
		"per_topic": t.PerTopic != nil, "situations": t.Situations != nil, "minutes": t.Minutes != nil,
		"formats": t.Formats != nil, "levels": t.Levels != nil, "roles": t.Roles != nil,
	}[name]
}

// over is the table of a country with what it leaves out as another has it.
func (t paperTable) over(general paperTable) paperTable {
	t.PerTopic, t.Situations = cmp.Or(t.PerTopic, general.PerTopic), cmp.Or(t.Situations, general.Situations)
	t.Minutes = cmp.Or(t.Minutes, general.Minutes) // pointers: a nought that is given is one
	if t.Formats == nil {
		t.Formats = general.Formats
	}
	if t.Levels == nil {
		t.Levels = general.Levels
	}
	if t.Roles == nil {
		t.Roles = general.Roles
	}
	return t
}

// blueprint checks what a paper is made of and makes what it says.
func (t paperTable) blueprint(wrong func(field, problem, mend string)) scenarios.Blueprint {
	for _, n := range []struct {
		name         string
		value, least int
	}{{"per_topic", given(t.PerTopic), 1}, {"situations", given(t.Situations), 0}, {"minutes", given(t.Minutes), 1}} {
		if n.value < n.least || n.value > most {
			wrong(n.name, fmt.Sprintf("is %d", n.value), fmt.Sprintf("give a number from %d to %d", n.least, most))
		}
	}
	for _, r := range t.Roles {
		if !r.Known() {
			wrong("roles", fmt.Sprintf("names %q", r), "name roles, such as doctor or student, or leave it out: then everybody is assessed")
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
	return scenarios.Blueprint{
		PerTopic: given(t.PerTopic), Situations: given(t.Situations), Minutes: given(t.Minutes), Formats: t.Formats, Levels: levels, Roles: t.Roles,
	}
}

// given is a number of the table; 0 for one that is left out.
func given(n *int) int {
	if n == nil {
		return 0
	}
	return *n
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
	return text.Series(names)
}
