package scorm

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// made is a course that has to be possible.
func made(t *testing.T, make func(Course) (*Package, error), c Course) *Package {
	t.Helper()
	p, err := make(c)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// files are the files of a package by their names.
func files(t *testing.T, p *Package) map[string][]byte {
	t.Helper()
	text, err := p.Zip()
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestTheSameCourseGivesTheSameBytes(t *testing.T) {
	var all [][]byte
	for _, seed := range []int64{1, 1, 2} {
		text, err := made(t, Practice, everything(scenariostest.Families(t), guidance.Doctor.In(guidance.UK), seed)).Zip()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, text)
	}
	if !bytes.Equal(all[0], all[1]) || bytes.Equal(all[0], all[2]) {
		t.Error("the bytes are not those of the course and its seed")
	}
}

// TestEachAttemptAtAPracticeHasEachFamilyWithItsTurn, and all of them together have every variant that is offered in the reader's country.
func TestEachAttemptAtAPracticeHasEachFamilyWithItsTurn(t *testing.T) {
	p := packs(t)[0]
	c := made(t, Practice, everything(p, guidance.AnyRole.In(guidance.UK), 3)).content
	left := map[string]*scenarios.Situation{}
	for _, s := range p.Bank.Offered(guidance.UK, "") {
		left[identifier(s.ID)] = s
	}
	families, ids, all := len(p.Bank.FamiliesFor(guidance.UK, "")), maps.Clone(left), len(left)
	for _, paper := range c.Papers {
		firsts := map[string]bool{}
		for n, at := range paper.Items {
			i, s := c.Items[at], ids[c.Items[at].ID]
			switch {
			case s == nil:
				t.Fatalf("%s is not offered in the country", i.ID)
			case i.Before == 0:
				firsts[s.Family] = true
			case i.Before != paper.Items[n-1]+1 || ids[c.Items[i.Before-1].ID].Family != s.Family || i.Difference == "":
				t.Errorf("%s is a turn of number %d", i.ID, i.Before)
			}
			delete(left, i.ID)
		}
		if len(firsts) != families {
			t.Errorf("an attempt has %d situations, and there are %d", len(firsts), families)
		}
	}
	if len(left) > 0 || c.Situations != families || c.Variants != all {
		t.Errorf("no attempt asks %v; it is said to have %d situations and %d variants", slices.Collect(maps.Keys(left)), c.Situations, c.Variants)
	}
}

// TestAnAssessmentHasSeveralPapers: each as the blueprint has it, and no family in two while there are others.
func TestAnAssessmentHasSeveralPapers(t *testing.T) {
	p := packs(t)[0]
	c := made(t, Assessment, everything(p, guidance.Doctor.In(guidance.UK), 5)).content
	if len(c.Papers) != papers {
		t.Fatalf("there are %d papers", len(c.Papers))
	}
	for _, paper := range c.Papers {
		if len(paper.Items) != len(c.Papers[0].Items) || paper.Within == "" {
			t.Errorf("a paper has %d situations, and its score is %q", len(paper.Items), paper.Within)
		}
	}
	for _, i := range c.Papers[0].Items {
		if slices.Contains(c.Papers[1].Items, i) {
			t.Errorf("%s is in the first two papers", c.Items[i].ID)
		}
	}
}

func TestWhatCannotBeMadeSaysWhy(t *testing.T) {
	p := scenariostest.Pack(t) // for the UK, and sets no assessment
	if _, err := Practice(everything(p, guidance.Doctor.In(guidance.Ireland), 0)); err == nil || !strings.Contains(err.Error(), "Ireland") {
		t.Errorf("for another country: %v", err)
	}
	p.Assessment = nil
	if _, err := Assessment(everything(p, guidance.Doctor.In(guidance.UK), 0)); err == nil || !strings.Contains(err.Error(), "sets no assessment") {
		t.Errorf("without a blueprint: %v", err)
	}
}

// hostile is a pack in which every text would run or load something in a page, if it could.
func hostile(t *testing.T) *pack.Pack {
	p := scenariostest.Families(t)
	const bad = `</script><script>hurt()</script><img src=x onerror=hurt()> [go](javascript:hurt()) ![p](//x.example/p.png) <!-- "'&`
	p.Title, p.Authors, p.Licence = bad, []string{bad}, bad
	for _, s := range p.Bank.All() {
		s.Title, s.Stem, s.Ask, s.Turns = bad, bad, bad, bad
		s.Lead, s.Facts = bad+"\n\n<script>hurt()</script>\n", bad
		for i := range s.Options {
			s.Options[i].Text, s.Options[i].Why = bad, bad
			s.Options[i].Stated = []string{bad}
		}
	}
	for _, s := range p.Guidance.Sources() {
		s.Title = bad
		for _, c := range s.Clauses {
			c.Text, c.Locator = bad, bad
		}
	}
	return p
}

// TestNoTextEndsWhatItStandsIn: there is one script and one table of data in the page, whatever a pack says.
func TestNoTextEndsWhatItStandsIn(t *testing.T) {
	page := string(files(t, made(t, Practice, everything(hostile(t), guidance.Doctor.In(guidance.UK), 1)))[pageName])
	_, body, _ := strings.Cut(page, `<script type="application/json" id="content">`)
	data, rest, _ := strings.Cut(body, "</script>")
	if strings.ContainsAny(data, "<>") || strings.Count(rest, "</script>") != 1 || strings.Contains(page, "javascript:hurt()\"") {
		t.Error("a text of the pack ends the data it stands in")
	}
	var c content
	if err := json.Unmarshal([]byte(data), &c); err != nil {
		t.Errorf("the data: %v", err)
	}
	for _, html := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "student_id", "student_name"} {
		if strings.Contains(rest, html) {
			t.Errorf("the script uses %s", html)
		}
	}
	if newer := regexp.MustCompile("=>|`|\\b(let|const|class|async) \\w|\\.\\.\\.").FindString(rest); newer != "" {
		t.Errorf("the script has %q, which old browsers do not know", newer)
	}
}

func TestProseHasNothingThatActs(t *testing.T) {
	for markdown, want := range map[string]string{
		"one *two* **three**":                 `[["p","one ",["em","two"]," ",["strong","three"]]]`,
		"- a\n- b":                            `[["ul",["li","a"],["li","b"]]]`,
		"1. a\n2. b":                          `[["ol",["li","a"],["li","b"]]]`,
		"> said":                              `[["blockquote",["p","said"]]]`,
		"[words](javascript:x) ![of it](u)":   `[["p","words"," ","of it"]]`,
		"<script>x</script>":                  `[]`,
		"a <b onclick=x>b</b>":                `[["p","a ","b"]]`,
		"# heading":                           `[["p","heading"]]`,
		"    code <i>":                        `[["p","code \u003ci\u003e"]]`,
		"<https://x.example> a\u202eb & &lt;": `[["p","https://x.example"," ab \u0026 \u003c"]]`,
		`\*not\* &amp; &#x202e;&#60;b>`:       `[["p","*not* \u0026 \u003cb\u003e"]]`,
	} {
		got, err := json.Marshal(prose(markdown))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%q is %s, want %s", markdown, got, want)
		}
	}
}

// TestTheManifestNamesEveryFile, and the score that passes where there is one.
func TestTheManifestNamesEveryFile(t *testing.T) {
	p := packs(t)[0]
	for _, c := range []struct {
		make    func(Course) (*Package, error)
		mastery string
	}{{Practice, ""}, {Assessment, "60"}} {
		all := files(t, made(t, c.make, everything(p, guidance.Doctor.In(guidance.UK), 1)))
		manifest := string(all[manifestName])
		for name := range all {
			if name != manifestName && !strings.Contains(manifest, `<file href="`+name+`">`) {
				t.Errorf("%s is not in the manifest", name)
			}
		}
		found := regexp.MustCompile(`masteryscore>([^<]*)<`).FindStringSubmatch(manifest)
		if found == nil && c.mastery != "" || found != nil && found[1] != c.mastery {
			t.Errorf("the score that passes is %q, want %q", found, c.mastery)
		}
	}
}

// schemas is the variable that names the folder of the published schemas of SCORM 1.2. The gate fetches them, and needs the test under needed.
const (
	schemas = "PROBITY_SCORM_SCHEMAS"
	needed  = "PROBITY_SCORM_NEEDED"
)

// TestTheManifestIsOfThePublishedSchema: IMS Content Packaging, its metadata, and ADL's elements, by a validator that others wrote.
func TestTheManifestIsOfThePublishedSchema(t *testing.T) {
	folder := os.Getenv(schemas)
	xmllint, err := exec.LookPath("xmllint")
	if folder == "" || err != nil {
		if os.Getenv(needed) != "" {
			t.Fatalf("no schemas in %q, or no xmllint: %v", folder, err)
		}
		t.Skip("no schemas, or no xmllint")
	}
	dir := t.TempDir()
	driver := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">`
	for space, file := range map[string]string{"http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
		"http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd", "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1": "imsmd_rootv1p2p1.xsd"} {
		driver += `<xs:import namespace="` + space + `" schemaLocation="` + filepath.ToSlash(filepath.Join(folder, file)) + `"/>`
	}
	put(t, filepath.Join(dir, "all.xsd"), []byte(driver+`</xs:schema>`))
	library := packs(t)[0]
	for name, p := range map[string]*Package{
		"practice":   made(t, Practice, everything(library, guidance.Doctor.In(guidance.UK), 1)),
		"assessment": made(t, Assessment, everything(library, guidance.Doctor.In(guidance.UK), 1)),
		"hostile":    made(t, Practice, everything(hostile(t), guidance.Doctor.In(guidance.UK), 1)),
	} {
		put(t, filepath.Join(dir, name+".xml"), files(t, p)[manifestName])
		if out, err := exec.Command(xmllint, "--nonet", "--noout", "--schema", filepath.Join(dir, "all.xsd"), filepath.Join(dir, name+".xml")).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func put(t *testing.T, path string, text []byte) {
	t.Helper()
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
}
