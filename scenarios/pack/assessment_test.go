// The [assessment] table: what it says, and what an author is told of it.
package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"probity/guidance"
)

const manifest = "pack.toml"

func TestAPackMaySetAnAssessment(t *testing.T) {
	p, err := Load(small(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	b := p.Assessment
	if b.Pass != 0.6 || b.PerTopic != 2 || b.Rest != 30 || b.Minutes != 60 ||
		!maps.Equal(b.Formats, map[string]int{"best": 3, "choose": 1, "rank": 1, "rate": 1}) || !maps.Equal(b.Levels, map[int]int{1: 1, 2: 1, 3: 1}) {
		t.Errorf("the blueprint is %+v", b)
	}
	text, _, _ := strings.Cut(manifestText(t), "[assessment]")
	p, err = Load(small(t, [3]string{manifest, "", text}), nil)
	if err != nil || p.Assessment != nil {
		t.Errorf("without a table: %+v, %v", p, err)
	}
}

// TestACountryMayHaveABlueprintOfItsOwn: what it leaves out is as for everybody.
func TestACountryMayHaveABlueprintOfItsOwn(t *testing.T) {
	own := "\n[assessment.ie]\nper_topic = 1\nsituations = 12\nroles = [\"doctor\"]\n\n[assessment.ie.formats]\nbest = 1\n"
	p, err := Load(small(t, [3]string{manifest, "", manifestText(t) + own}), nil)
	if err != nil {
		t.Fatal(err)
	}
	uk, ie := p.Assessment.In(guidance.UK), p.Assessment.In(guidance.Ireland)
	if uk.PerTopic != 2 || uk.Situations != 0 || uk.Roles != nil || ie.PerTopic != 1 || ie.Situations != 12 || !slices.Equal(ie.Roles, []guidance.Role{guidance.Doctor}) {
		t.Errorf("the blueprints are %+v and %+v", uk, ie)
	}
	if ie.Pass != uk.Pass || ie.Rest != uk.Rest || ie.Minutes != uk.Minutes || !maps.Equal(ie.Levels, uk.Levels) || !maps.Equal(ie.Formats, map[string]int{"best": 1}) {
		t.Errorf("Ireland's has %+v, where everybody's has %+v", ie, uk)
	}
	for find, mistake := range map[string][2]string{
		"per_topic = 1":   {"per_topic = -1", "pack.toml:28: assessment.ie.per_topic: is -1: give"},
		"situations = 12": {"situations = -1", "pack.toml:29: assessment.ie.situations: is -1: give"},
		"per_topic = 1\n": {"per_topic = 0\n", "pack.toml:28: assessment.ie.per_topic: is 0: give"},
		`["doctor"]`:      {`["nurse"]`, "pack.toml:30: assessment.ie.roles: names \"nurse\": name roles"},
		"best = 1\n":      {"best = -1\n", "pack.toml:33: assessment.ie.formats.best: is -1: give"},
	} {
		_, err := Load(small(t, [3]string{manifest, "", manifestText(t) + strings.Replace(own, find, mistake[0], 1)}), nil)
		if err == nil || !strings.Contains(err.Error(), mistake[1]) {
			t.Errorf("with %q the author is told %v, want %q", mistake[0], err, mistake[1])
		}
	}
}

// TestAMistakeOfAnAssessmentIsToldOnce, where it stands, though the table of a country takes it over.
func TestAMistakeOfAnAssessmentIsToldOnce(t *testing.T) {
	text := strings.Replace(manifestText(t), "per_topic = 2", "per_topic = 0", 1) + "\n[assessment.ie]\nsituations = 12\n"
	_, err := Load(small(t, [3]string{manifest, "", text}), nil)
	var mistakes Mistakes
	if !errors.As(err, &mistakes) || len(mistakes) != 1 {
		t.Errorf("the author is told %v, want one mistake", err)
	}
}

// TestAPackMergedInMaySetItsOwnAssessment, and without a table leaves its base's.
func TestAPackMergedInMaySetItsOwnAssessment(t *testing.T) {
	base, err := Load(small(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	head := "schema = 1\nid = \"other\"\ntitle = \"Another pack\"\nversion = \"1\"\nauthors = [\"Nobody\"]\nlicence = \"CC0\"\njurisdictions = [\"uk\"]\n"
	for table, pass := range map[string]float64{"": 0.6, "[assessment]\npass = 0.8\nper_topic = 1\nminutes = 9\n": 0.8} {
		pack, err := Load(fstest.MapFS{
			manifest:                              {Data: []byte(head + table)},
			"scenarios/boundaries/late-post.toml": {Data: []byte(situationText("late-post", "apart", "new/2"))},
		}, base)
		if err != nil {
			t.Fatal(err)
		}
		if pack.Assessment.Pass != pass || base.Assessment.Pass != 0.6 {
			t.Errorf("with %q it passes at %v, its base at %v", table, pack.Assessment.Pass, base.Assessment.Pass)
		}
	}
}

// TestMistakesOfAnAssessment is a wrong value a row: the edit, and file, line, field and what to do as the author is told them.
func TestMistakesOfAnAssessment(t *testing.T) {
	for _, c := range []struct{ name, find, put, want string }{
		{"a pass rule of nothing", "pass = 0.6", "pass = 0", "pack.toml:11: assessment.pass: is 0: give the least score above chance as a share: pass = 0.6"},
		{"below chance", "pass = 0.6", "pass = -0.1", "pack.toml:11: assessment.pass: is -0.1: give"},
		{"a percentage", "pass = 0.6", "pass = 60.0", "pack.toml:11: assessment.pass: is 60: give"},
		{"no number", "pass = 0.6", "pass = nan", "pack.toml:11: assessment.pass: is NaN: give"},
		{"without end", "pass = 0.6", "pass = inf", "pack.toml:11: assessment.pass: is +Inf: give"},
		{"a word", "pass = 0.6", `pass = "60 %"`, "pack.toml:11: assessment.pass: has a value of the wrong kind"},
		{"missing", "pass = 0.6\n", "", "pack.toml:10: assessment.pass: is 0: give"},
		{"nothing of a topic", "per_topic = 2", "per_topic = 0", "pack.toml:12: assessment.per_topic: is 0: give a number from 1 to 1000"},
		{"too much of a topic", "per_topic = 2", "per_topic = 1001", "pack.toml:12: assessment.per_topic: is 1001: give a number from 1 to 1000"},
		{"rest before the answer", "rest_days = 30", "rest_days = -1", "pack.toml:13: assessment.rest_days: is -1: give a number from 0 to 1000"},
		{"no time", "minutes = 60", "minutes = 0", "pack.toml:14: assessment.minutes: is 0: give a number from 1 to 1000"},
		{"half a minute", "minutes = 60", "minutes = 0.5", "pack.toml:14: assessment.minutes: has a value of the wrong kind"},
		{"an unknown format", "best = 3", "quiz = 1", "pack.toml:17: assessment.formats.quiz: is 1: give best, choose, rank and rate"},
		{"what is not marked", "rate = 1", "discuss = 1", "pack.toml:20: assessment.formats.discuss: is 1: give best"},
		{"fewer than no part", "rank = 1", "rank = -1", "pack.toml:19: assessment.formats.rank: is -1: give best"},
		{"parts beyond counting", "best = 3", "best = 4611686018427387904", "pack.toml:17: assessment.formats.best: is 4611686018427387904: give best"},
		{"parts on one line", "[assessment.formats]\nbest = 3\nchoose = 1\nrank = 1\nrate = 1", "formats = { bets = 1 }",
			"pack.toml:16: assessment.formats.bets: is 1: give best"},
		{"fewer than half single best answers", "best = 3", "best = 2",
			"pack.toml:17: assessment.formats.best: is 2 of 5 parts, less than half: give it at least as many parts as all others together: best = 3"},
		{"no single best answers", "best = 3\n", "", "pack.toml:16: assessment.formats.best: is 0 of 3 parts, less than half"},
		{"fewer than half on one line", "[assessment.formats]\nbest = 3\nchoose = 1\nrank = 1\nrate = 1", "formats = { best = 1, rank = 2 }",
			"pack.toml:16: assessment.formats.best: is 1 of 3 parts, less than half"},
		{"a level that is none", "3 = 1", "4 = 1", "pack.toml:25: assessment.levels.4: is 1: give the levels 1, 2 and 3"},
		{"a level in words", "3 = 1", "hard = 1", "pack.toml:25: assessment.levels.hard: is 1: give the levels 1, 2 and 3"},
		{"a level below nothing", "2 = 1", "2 = -2", "pack.toml:24: assessment.levels.2: is -2: give the levels"},
		{"a misspelt field", "minutes = 60", "minuets = 60", "pack.toml:14: assessment.minuets: is not a field that Probity knows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(small(t, [3]string{manifest, c.find, c.put}), nil)
			var mistakes Mistakes
			if !errors.As(err, &mistakes) || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("the author is told:\n%v\nwithout:\n%s", err, c.want)
			}
			for _, m := range mistakes {
				if m.File == "" || m.Problem == "" || m.Mend == "" {
					t.Errorf("a mistake without file, problem or what to do: %+v", m)
				}
			}
		})
	}
}

func TestEveryMistakeOfAnAssessmentIsReportedAtOnce(t *testing.T) {
	text := manifestText(t)
	for _, number := range []string{"pass = 0.6", "per_topic = 2", "rest_days = 30", "minutes = 60", "rank = 1", "3 = 1"} {
		name, _, _ := strings.Cut(number, " ")
		text = strings.Replace(text, number, name+" = -5", 1)
	}
	_, err := Load(small(t, [3]string{manifest, "", text}), nil)
	for _, line := range []int{11, 12, 13, 14, 19, 25} {
		if want := fmt.Sprintf("pack.toml:%d: assessment.", line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the report lacks line %d:\n%v", line, err)
		}
	}
}

func manifestText(t *testing.T) string {
	t.Helper()
	text, err := fs.ReadFile(small(t), manifest)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
