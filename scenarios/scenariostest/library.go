package scenariostest

import (
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"

	guidancelibrary "probity/guidance/library"
	scenariolibrary "probity/scenarios/library"
	"probity/scenarios/pack"
)

// manifest is the pack.toml of Library. Half of an assessment are single best answers.
const manifest = `
schema = 1
id = "tests"
title = "Situations told alone"
version = "1.0.0"
jurisdictions = ["uk", "ie"]
[assessment]
pass = 0.6
per_topic = 2
rest_days = 30
minutes = 60
[assessment.formats]
best = 3
choose = 1
rank = 1
rate = 1
`

// The countries, as a file has them.
const (
	british = `["uk"]`
	both    = `["uk", "ie"]`
)

// taught is what Library has on each topic, by format. Each topic has one principle.
var taught = []struct{ topic, principle, jurisdictions, formats string }{
	{"boundaries", "friend-requests", both, "best best rank discuss"}, // the principle is one that packs in tests add to
	{"confidentiality", "confidentiality", both, "best best rank"},
	{"images", "images", both, "best best rate discuss"},
	{"anonymity", "anonymity", both, "best best choose"},
	{"honesty", "honesty", british, "best best choose discuss"},
	{"promotion", "promotion", british, "best best rate"},
	{"advice", "advice", both, "best best choose discuss"},
	{"respect", "respect", both, "best best rank"},
	{"private-channels", "private-channels", both, "best best rate discuss"},
	{"footprint", "footprint", both, "best best choose"},
	{"public-trust", "public-trust", both, "best best rank discuss"},
	{"concerns", "concerns", both, "best best best rate"},
}

// Library is what tests of the whole program work with, so that they hold whatever the built-in library has. It has the built-in
// guidance and topics, and on each topic some of the situations of Pack, all told alone: "boundaries-2-best" is the second one on
// boundaries, a single best answer.
func Library() (*pack.Pack, error) {
	files := fstest.MapFS{"pack.toml": {Data: []byte(manifest)}}
	lessons := ""
	for _, t := range taught {
		lessons += fmt.Sprintf("[[principle]]\nid = %q\ntopic = %q\nlesson = \"What is to be learnt on %s.\"\n", t.principle, t.topic, t.topic)
		for i, format := range strings.Fields(t.formats) {
			id := fmt.Sprintf("%s-%d-%s", t.topic, i+1, format)
			text, err := fs.ReadFile(folder, "formats/scenarios/names/"+format+".toml")
			if err != nil {
				return nil, err
			}
			again := strings.NewReplacer(
				`id = "`+format+`"`, `id = "`+id+`"`, "asked for as "+format, "asked for as "+id, `"named"`, `"`+t.principle+`"`,
				british, t.jurisdictions, `["rules/1"]`, `["gmc-social-2024/trust-3", "mps-ie-2024/personal-1"]`,
			)
			files["scenarios/"+t.topic+"/"+id+".toml"] = &fstest.MapFile{Data: []byte(again.Replace(string(text)))}
		}
	}
	files["scenarios/principles.toml"] = &fstest.MapFile{Data: []byte(lessons)}
	if err := builtin(files); err != nil {
		return nil, err
	}
	return pack.Load(files, nil)
}

// builtin adds the guidance and the topics of the built-in library.
func builtin(files fstest.MapFS) error {
	for _, in := range []struct {
		fs.FS
		files, to string
	}{{guidancelibrary.FS, "*", "guidance/"}, {scenariolibrary.FS, "topics.toml", "scenarios/"}} {
		names, err := fs.Glob(in, in.files)
		if err != nil {
			return err
		}
		for _, name := range names {
			text, err := fs.ReadFile(in, name)
			if err != nil {
				return err
			}
			files[in.to+name] = &fstest.MapFile{Data: text}
		}
	}
	return nil
}
