package pack

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// house is a pack as a trust would write it: one situation on a principle of the library, one on its own.
var house = map[string]string{
	"pack.toml": "schema = 1\nid = \"trust-x\"\ntitle = \"Our house rules\"\nversion = \"0.3\"\njurisdictions = [\"uk\"]\n",
	"guidance/house.toml": `schema = 1
[source]
id = "house"
title = "House rules"
publisher = "A trust"
jurisdiction = "uk"
published = "2025"
status = "advice"
applies_to = ["doctor"]
checked = 2026-11-22
[[clause]]
id = "house/1"
locator = "rule 1"
force = "should"
topic = "nights"
text = "You should sleep on it."
`,
	"scenarios/topics.toml":                  "[[topic]]\nid = \"nights\"\ntitle = \"Nights\"\ncovers = \"late posts\"\n",
	"scenarios/principles.toml":              "[[principle]]\nid = \"sleep\"\ntopic = \"nights\"\nlesson = \"Sleep on it.\"\n",
	"scenarios/nights/late-post.toml":        situationText("late-post", "sleep", "house/1"),
	"scenarios/boundaries/friend-again.toml": situationText("friend-again", "friend-requests", "gmc-social-2024/boundaries-3"),
}

func situationText(id, principle, clause string) string {
	text := "schema = 1\nid = \"" + id + "\"\nrevision = 1\nprinciple = \"" + principle + "\"\nformat = \"best\"\ntitle = \"A title\"\nlevel = 1\nsetting = \"doctor\"\n" +
		"jurisdictions = [\"uk\"]\nminutes = 1\nstem = \"You are a doctor.\"\nask = \"What now?\"\nkey = [\"a\"]\nreflect = \"And you?\"\ntalk = []\n"
	for _, o := range []string{"a", "b", "c", "d"} {
		text += "[[option]]\nid = \"" + o + "\"\ntext = \"Do " + o + "\"\nwhy = \"Because " + o + ".\"\ncites = [\"" + clause + "\"]\n"
	}
	return text
}

func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAPackIsMergedUnderItsOwnID(t *testing.T) {
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	merged, err := LoadDir(write(t, house), base)
	if err != nil {
		t.Fatal(err)
	}
	own, ok := merged.Bank.Situation("trust-x:late-post")
	if !ok || own.Topic != "trust-x:nights" || own.Principle != "trust-x:sleep" {
		t.Errorf("the pack's own situation is %+v", own)
	}
	sibling, ok := merged.Bank.Situation("trust-x:friend-again")
	if !ok || sibling.Topic != "boundaries" || sibling.Principle != "friend-requests" {
		t.Errorf("a sibling of the library's is %+v", sibling)
	}
	if len(merged.Bank.All()) != len(base.Bank.All())+2 || len(merged.Guidance.Sources()) != 6 || merged.Version != base.Version+" with trust-x 0.3" {
		t.Errorf("%d situations, %d sources, version %s", len(merged.Bank.All()), len(merged.Guidance.Sources()), merged.Version)
	}
	if n := len(merged.Guidance.ByTopic("trust-x:nights")); n != 1 {
		t.Errorf("%d clauses on the pack's own topic", n)
	}
}

// TestWhatAPackMayNotHold is faults 18 and 19 for a folder of the disk.
func TestWhatAPackMayNotHold(t *testing.T) {
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	outside := filepath.Join(t.TempDir(), "outside.toml")
	if err := os.WriteFile(outside, []byte(house["guidance/house.toml"]), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T, dir string)
		want  string
	}{
		{"a link out of it", link("guidance/out.toml", outside), "guidance/out.toml: is a link or a device"},
		{"a link that climbs", link("guidance/out.toml", "../../../etc/hostname"), "is a link or a device"},
		{"a link within it", link("guidance/in.toml", "house.toml"), "is a link or a device"},
		{"a folder that is a link", link("scenarios/other", filepath.Dir(outside)), "is a link or a device"},
		{"a device", func(t *testing.T, dir string) { link("guidance/null.toml", "/dev/null")(t, dir) }, "is a link or a device"},
		{"the library's id", put("pack.toml", strings.Replace(house["pack.toml"], "trust-x", "probity", 1)), "is the built-in library's"},
		{"an id of other characters", put("pack.toml", strings.Replace(house["pack.toml"], "trust-x", "Trust X", 1)), "pack.toml:2: Trust X: id: has 'T'"},
		{"an id that climbs", put("pack.toml", strings.Replace(house["pack.toml"], "trust-x", "../trust-x", 1)), "pack.toml:2: ../trust-x: id: has '.'"},
		{"a situation's id that climbs", put("scenarios/nights/late-post.toml", situationText("../late-post", "sleep", "house/1")), "late-post.toml:2: ../late-post: id: has '.'"},
		{"an absolute path for a topic", put("scenarios/topics.toml", "[[topic]]\nid = \"/etc\"\ntitle = \"Nights\"\ncovers = \"late posts\"\n"), "topics.toml:2: /etc: id: has '/'"},
		{"a clause of the library's", put("guidance/house.toml", strings.ReplaceAll(strings.ReplaceAll(house["guidance/house.toml"], "house/1", "bma-2024/privacy-1"), "\"house\"", "\"bma-2024\"")), "is the id of a source in the built-in library"},
		{"a large file", put("guidance/house.toml", "# "+strings.Repeat("x", 300<<10)), "larger than 256 KiB"},
		{"no manifest", func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, "pack.toml")); err != nil {
				t.Fatal(err)
			}
		}, "pack.toml: is missing, so this is no pack: name the folder that holds pack.toml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, house)
			c.spoil(t, dir)
			if _, err := LoadDir(dir, base); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	if _, err := LoadDir(filepath.Join(t.TempDir(), "nowhere"), base); err == nil {
		t.Error("a folder that is not there was loaded")
	}
}

func link(name, to string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here:", err)
		}
	}
}

func put(name, text string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAPackIsMergedOnce(t *testing.T) {
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	dir := write(t, house)
	once, err := LoadDir(dir, base)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := LoadDir(dir, once); err == nil || !strings.Contains(err.Error(), "is that of a pack that is merged already") {
		t.Errorf("got %v", err)
	}
}
