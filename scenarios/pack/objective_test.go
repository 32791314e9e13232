// Objectives: in which topics each is worked on, and what an author is told of them.

package pack

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestObjectivesHaveTopics(t *testing.T) {
	for name, c := range map[string]struct {
		edit [3]string
		want []Objective
	}{
		"as packs had them": {[3]string{}, []Objective{{Text: "Try the tutor"}}},
		"with topics": {[3]string{manifest, `objectives = ["Try the tutor"]`, "[[objective]]\ntext = \"Sign\"\ntopics = [\"honesty\"]"},
			[]Objective{{"Sign", []string{"honesty"}}}},
		"both": {[3]string{manifest, `objectives = ["Try the tutor"]`, "objectives = [\"Try\"]\n[[objective]]\ntext = \"Sign\"\ntopics = [\"honesty\", \"boundaries\"]"},
			[]Objective{{Text: "Try"}, {"Sign", []string{"honesty", "boundaries"}}}},
		"none": {[3]string{manifest, `objectives = ["Try the tutor"]`, ""}, nil},
	} {
		edits := [][3]string{c.edit}
		if c.edit[0] == "" {
			edits = nil
		}
		p, err := Load(small(t, edits...), nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(c.want, p.Objectives); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestMistakesInObjectives(t *testing.T) {
	for text, want := range map[string]string{
		"[[objective]]\ntext = \"Sign\"\ntopics = [\"nowhere\"]":              `topics: "nowhere" is not in topics.toml`,
		"[[objective]]\ntext = \"Sign\"":                                      "topics: is missing or empty",
		"[[objective]]\ntopics = [\"honesty\"]":                               "text: is missing or empty",
		"[[objective]]\ntext = \"Sign\"\ntopics = [\"honesty\"]\nminutes = 1": "objective.minutes: is not a field",
		"[[objective]]\ntext = \"Si\u202egn\"\ntopics = [\"honesty\"]":        "has the invisible character U+202E",
		"objectives = [\" \"]":                                                "objectives: has an empty text, number 1",
		"objectives = 1":                                                      "objectives: has a value of the wrong kind",
	} {
		_, err := Load(small(t, [3]string{manifest, `objectives = ["Try the tutor"]`, text}), nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the author is told %v, want %s", text, err, want)
		}
	}
}

// The topics of a pack that is merged are recorded under its id, and its objectives name them so.
func TestObjectivesOfAMergedPack(t *testing.T) {
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	p, err := Load(small(t, [3]string{manifest, `objectives = ["Try the tutor"]`, "[[objective]]\ntext = \"Sign\"\ntopics = [\"concerns\", \"footprint\"]"},
		[3]string{"scenarios/topics.toml", "", "[[topic]]\nid = \"boundaries\"\ntitle = \"A\"\ncovers = \"a\"\n[[topic]]\nid = \"honesty\"\ntitle = \"B\"\ncovers = \"b\"\n[[topic]]\nid = \"footprint\"\ntitle = \"C\"\ncovers = \"c\"\n"}), base)
	if err != nil {
		t.Fatal(err)
	}
	last := p.Objectives[len(p.Objectives)-1]
	if want := []string{"concerns", "small:footprint"}; len(p.Objectives) != len(base.Objectives)+1 || !slices.Equal(last.Topics, want) {
		t.Errorf("%d objectives, the last in %v, want %v", len(p.Objectives), last.Topics, want)
	}
}

// Every topic of the built-in library is worked on for an objective.
func TestEveryTopicHasAnObjective(t *testing.T) {
	p, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, topic := range p.Bank.Topics() {
		if !slices.ContainsFunc(p.Objectives, func(o Objective) bool { return len(o.Topics) > 0 && o.In(topic.ID) }) {
			t.Errorf("%s is worked on for no objective", topic.ID)
		}
	}
}
