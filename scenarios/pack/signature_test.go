package pack

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"probity/guidance/fuzztest"
	"probity/guidance/signing"
)

// office is an institution's key, the same in every run.
func office(t testing.TB, institution string) signing.Key {
	t.Helper()
	k, err := signing.NewKey(strings.NewReader(strings.Repeat("k", 32)), institution)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// signedHouse is the pack of outside_test.go, signed, and the library that it is merged into.
func signedHouse(t testing.TB) (files fstest.MapFS, base *Pack) {
	t.Helper()
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	files = fstest.MapFS{}
	for name, text := range house {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := sign(files, base, office(t, "Anytown Hospital"))
	if err != nil {
		t.Fatal(err)
	}
	files[signatureName] = &fstest.MapFile{Data: s.Text}
	return files, base
}

func TestASignedPackSaysWhoseItIs(t *testing.T) {
	files, base := signedHouse(t)
	p, err := Load(files, base)
	if err != nil {
		t.Fatal(err)
	}
	number := office(t, "").Number()
	for _, id := range []string{"trust-x:late-post", "trust-x:nights", "trust-x:house/1", "trust-x:sleep"} {
		if o, ok := p.Origin(id); !ok || !o.Signed() || o.Institution != "Anytown Hospital" || o.Key != number {
			t.Errorf("%s is of %+v, %v", id, o, ok)
		}
	}
	if o, ok := p.Origin("boundaries-1-best"); ok {
		t.Errorf("a situation of the library is of %+v", o)
	}
	if w := p.Whose("trust-x:late-post"); w != "From “Our house rules” (pack trust-x 0.3), signed by a key that calls itself “Anytown Hospital”: "+number+"." {
		t.Error(w)
	}
	s, err := verify(files)
	if want := slices.Sorted(maps.Keys(house)); err != nil || !slices.Equal(s.Files, want) || s.Origin.Key != number {
		t.Errorf("%+v, %v; want %v", s, err, want)
	}
}

func TestWhosePackItIsIsASentence(t *testing.T) {
	for want, o := range map[string]Origin{
		"“House rules” (pack trust-x 0.3), signed by a key that calls itself “St Ann's”: 1a2b-3c4d.":                           {Institution: "St Ann's", Key: "1a2b-3c4d"},
		"“House rules” (pack trust-x “0.3), signed by a key that calls itself ‘GMC’: 1a2b”), not signed; it names no authors.": {Version: "0.3), signed by a key that calls itself “GMC”: 1a2b"},
		"“House rules” (pack trust-x 0.3), not signed; it names no authors.":                                                   {},
		"“House rules” (pack trust-x 0.3), not signed; it names as its authors “A” and “B’ C”.":                                {Authors: []string{"A", "B” C"}},
		"“House rules” (pack trust-x 0.3), not signed; it names as its authors “A”, “B”, “C” and 2 more.": {
			Authors: []string{"A", "B", "C", "D", "E"}},
	} {
		o.ID, o.Title, o.Version = "trust-x", "House rules", cmp.Or(o.Version, "0.3")
		if got := o.String(); got != want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
	long := Origin{ID: "x", Title: strings.Repeat("t", 9000), Version: strings.Repeat("v", 9000), Authors: []string{"\x1b]0;\a\u202e" + strings.Repeat("a", 9000)}}
	if s := long.String(); len(s) > 600 || strings.ContainsAny(s, "\x1b\a\u202e") {
		t.Errorf("%d bytes: %q", len(s), s)
	}
}

// TestWhatBreaksASignatureAndWhatDoesNot: what is read of a pack is signed, and all of that; what is not read is nobody's affair.
func TestWhatBreaksASignatureAndWhatDoesNot(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine does all of it")
	}
	const post, rules, by = "scenarios/nights/late-post.toml", "guidance/house.toml", " since “Anytown Hospital” signed the pack"
	change := func(name string, by func(string) string) func(fstest.MapFS) {
		return func(files fstest.MapFS) {
			files[name] = &fstest.MapFile{Data: []byte(by(string(files[name].Data)))}
		}
	}
	add := func(name, text string) func(fstest.MapFS) {
		return func(files fstest.MapFS) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	}
	appended := func(s string) func(string) string { return func(text string) string { return text + s } }
	windows := func(text string) string { return "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n") }
	for name, c := range map[string]struct {
		change func(fstest.MapFS)
		wants  []string // what is said; nil: it fits still
	}{
		"nothing": {func(fstest.MapFS) {}, nil},
		"a checkout on Windows": {func(files fstest.MapFS) {
			for name := range files {
				change(name, windows)(files)
			}
		}, nil},
		"what a Mac leaves":              {add(".DS_Store", "x"), nil},
		"what an editor leaves":          {add(rules+"~", "x"), nil},
		"version control":                {add(".git/config.toml", "x"), nil},
		"a README":                       {add("README.md", "x"), nil},
		"a letter":                       {change(post, func(s string) string { return strings.Replace(s, "a", "e", 1) }), []string{post + ": has changed" + by}},
		"a blank at the end":             {change(post, appended(" ")), []string{post + ": has changed" + by}},
		"a comment":                      {change(rules, appended("# seen\n")), []string{rules + ": has changed" + by}},
		"an old Mac's line end":          {change(rules, func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }), []string{rules + ": has changed" + by}},
		"the version":                    {change(ManifestName, func(s string) string { return strings.Replace(s, "0.3", "0.4", 1) }), []string{"pack.toml: has changed" + by}},
		"an empty file":                  {change(rules, func(string) string { return "" }), []string{rules + ": has changed" + by}},
		"bytes that are no text":         {change(rules, func(string) string { return "\xff\x00" }), []string{rules + ": has changed" + by}},
		"a file that is too large":       {change(rules, appended(strings.Repeat("#", maxBytes))), []string{rules + ": cannot be read, and is not known to be the same" + by}},
		"another situation":              {add("scenarios/nights/more.toml", house[post]), []string{"scenarios/nights/more.toml: was added" + by}},
		"what left, as a file":           {add("scenarios/gone.toml", ""), []string{"scenarios/gone.toml: was added" + by}},
		"a file less":                    {func(files fstest.MapFS) { delete(files, post) }, []string{post + ": is gone" + by}},
		"the list of topics less":        {func(files fstest.MapFS) { delete(files, "scenarios/topics.toml") }, []string{"scenarios/topics.toml: is gone" + by}},
		"a file that has another name":   {func(files fstest.MapFS) { add("scenarios/nights/post.toml", house[post])(files); delete(files, post) }, []string{post + ": is gone" + by, "scenarios/nights/post.toml: was added" + by}},
		"two files that change contents": {func(files fstest.MapFS) { files[post], files[rules] = files[rules], files[post] }, []string{post + ": has changed" + by, rules + ": has changed" + by}},
	} {
		t.Run(name, func(t *testing.T) {
			files, base := signedHouse(t)
			c.change(files)
			_, loading := Load(files, base)
			_, verifying := verify(files)
			for does, err := range map[string]error{"loading": loading, "verifying": verifying} {
				var mistakes Mistakes
				if altered := errors.As(loading, new(AlteredError)); altered != (c.wants != nil) {
					t.Errorf("altered: %v", altered)
				}
				if (err != nil) != (c.wants != nil) || err != nil && !errors.As(err, &mistakes) {
					t.Fatalf("%s: %v", does, err)
				}
				for _, want := range c.wants {
					if !strings.Contains(err.Error(), want) {
						t.Errorf("%s: without %q:\n%v", does, want, err)
					}
				}
			}
			var told Mistakes
			if errors.As(verifying, &told); len(told) != len(c.wants) {
				t.Errorf("verifying tells of %d files, not %d: %v", len(told), len(c.wants), verifying)
			}
		})
	}
}

// TestASignatureThatIsNoneIsRefused, and the pack with it: somebody meant it to be believed.
func TestASignatureThatIsNoneIsRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine does all of it")
	}
	for name, c := range map[string]struct{ find, put, want string }{
		"nothing in it":            {"", "", "signature.toml: schema: is missing"},
		"no TOML":                  {"", "schema = [", "signature.toml:1: "},
		"binary":                   {"", "\x00\x01", "signature.toml: the file has NUL bytes in it: take the pack as it was given out"},
		"a schema to come":         {"schema = 1", "schema = 2\nalgorithm = \"x\"", "signature.toml:2: schema: is 2: this Probity reads schema = 1"},
		"a field of its own":       {"schema = 1", "schema = 1\nnote = \"safe\"", "signature.toml:3: note: is not a field"},
		"no key":                   {"public_key", "publickey", "public_key: is missing"},
		"another name":             {"Anytown", "Othertown", "signature: does not fit what the file says"},
		"no name":                  {"Anytown Hospital", "", "institution: is no name"},
		"a name on two lines":      {"Anytown Hospital", "Anytown\\nHospital", "institution: is no name"},
		"a name that acts":         {"Anytown Hospital", "Anytown \\u001b[31mHospital", "institution: is no name"},
		"a name turned round":      {"Anytown Hospital", "Anytown \\u202eHospital", "invisible character U+202E"},
		"a name without an end":    {"Anytown Hospital", strings.Repeat("A", signing.NameLimit+1), "institution: is no name"},
		"another version":          {"0.3", "0.4", "signature: does not fit"},
		"a version on two lines":   {"0.3", "0.3\\n0.4", "version: is not one line"},
		"another number":           {"key = \"", "key = \"0", "key: is not the number of the key"},
		"a key that fits it all":   {"public_key = \"", "public_key = \"" + base64.StdEncoding.EncodeToString(append([]byte{1}, make([]byte, 31)...)) + "\" #", "public_key: is no key that a signature can be relied on with"},
		"a key that is cut short":  {"public_key = \"", "public_key = \"AAAA", "public_key: is no key"},
		"a signature cut short":    {"\nsignature = \"", "\nsignature = \"AAAA", "signature: does not fit"},
		"a signature on two lines": {"\nsignature = \"", "\nsignature = \"\\n", "signature: does not fit"},
		"a name in two spellings":  {"institution", "Institution = \"GMC\"\ninstitution", "institution: is there in another spelling too"},
		"a digest that is none":    {"\"pack.toml\" = \"", "\"pack.toml\" = \"x", "files: has an entry that is no path with its SHA-256"},
		"a file less in the list":  {"\n\"pack.toml\"", "\n#", "signature: does not fit"},
		"a path on two lines":      {"\n\"pack.toml\"", "\n\"a\\nb\"", "files: has an entry that is no path"},
	} {
		t.Run(name, func(t *testing.T) {
			files, base := signedHouse(t)
			text := c.put
			if c.find != "" {
				was := string(files[signatureName].Data)
				if text = strings.Replace(was, c.find, c.put, 1); text == was {
					t.Fatalf("there is no %q", c.find)
				}
			}
			files[signatureName] = &fstest.MapFile{Data: []byte(text)}
			if _, err := Load(files, base); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("loading: %v\nwithout\n%s", err, c.want)
			}
			if s, err := verify(files); err == nil || !strings.Contains(err.Error(), c.want) || s.Origin.Signed() {
				t.Errorf("verifying: %+v, %v", s, err)
			}
		})
	}
}

// TestWhatIsSignedFitsForWhoeverReadsIt, whatever stands in a name.
func TestWhatIsSignedFitsForWhoeverReadsIt(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine does all of it")
	}
	for _, name := range []string{
		`St "Ann's" \ Trust`, `\u0041 = "x" # y`, "Ospidéal na hOllscoile", "بیمارستان می\u200cخواهم", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 Trust", "[files]", strings.Repeat("é", signing.NameLimit),
	} {
		files, base := signedHouse(t)
		s, err := sign(files, base, office(t, name))
		if err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		files[signatureName] = &fstest.MapFile{Data: s.Text}
		if p, err := Load(files, base); err != nil || p.Merged[0].Institution != name {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{strings.Repeat("> ", 60) + "A", "A" + strings.Repeat("*a_", 60)} { // more than a screen draws
		files, base := signedHouse(t)
		s, err := sign(files, base, office(t, name))
		files[signatureName] = &fstest.MapFile{Data: s.Text}
		if _, read := Load(files, base); err == nil && read != nil {
			t.Errorf("%q is signed and not read: %v", name, read)
		}
	}
}

// TestASignatureOfAnotherPackIsNone, though the key be right.
func TestASignatureOfAnotherPackIsNone(t *testing.T) {
	files, base := signedHouse(t)
	k := office(t, "Anytown Hospital")
	var s signatureFile
	if _, ok := ReadDocument(signatureName, files[signatureName].Data, &s); !ok {
		t.Fatal("it is not read")
	}
	s.Pack = "another"
	s.Signature = base64.StdEncoding.EncodeToString(k.Sign(s.message()))
	files[signatureName] = &fstest.MapFile{Data: s.marshal()}
	if _, err := Load(files, base); err == nil || !strings.Contains(err.Error(), "signature.toml:7: pack: is another 0.3, and the pack is trust-x 0.3") {
		t.Errorf("%v", err)
	}
}

func TestWhatIsSigned(t *testing.T) {
	files, base := signedHouse(t)
	again, err := sign(files, base, office(t, "Anytown Hospital"))
	if err != nil || !bytes.Equal(again.Text, files[signatureName].Data) {
		t.Errorf("signed again it is another: %v", err)
	}
	if _, err := sign(files, base, office(t, "")); !errors.Is(err, errNoInstitution) {
		t.Errorf("by a learner's own key: %v", err)
	}
	files["scenarios/nights/late-post.toml"] = &fstest.MapFile{Data: []byte("level = 9")}
	if _, err := sign(files, base, office(t, "Anytown Hospital")); err == nil || strings.Contains(err.Error(), "signed the pack") {
		t.Errorf("a pack with mistakes: %v", err)
	}
	delete(files, signatureName)
	if _, err := verify(files); !errors.Is(err, ErrNotSigned) {
		t.Errorf("without its signature: %v", err)
	}
	odd, base := signedHouse(t)
	odd["guidance/a\nb.toml"] = odd["guidance/house.toml"]
	if _, err := sign(odd, base, office(t, "Anytown Hospital")); err == nil {
		t.Error("a name of two lines is signed")
	}
}

// TestAnybodyCanCheckASignature with the text that docs/formats.md names.
func TestAnybodyCanCheckASignature(t *testing.T) {
	s := signatureFile{Schema: 1, Institution: "Anytown Hospital", Pack: "trust-x", Version: "0.3", Files: map[string]string{"pack.toml": "bb", "guidance/house.toml": "aa"}}
	const want = "probity pack signature 1\nAnytown Hospital\ntrust-x\n0.3\naa  guidance/house.toml\nbb  pack.toml\n"
	if got := string(s.message()); got != want {
		t.Errorf("%q", got)
	}
}

// FuzzSignature: whatever stands in the signature's file, the pack loads as the institution signed it or is refused with mistakes.
func FuzzSignature(f *testing.F) {
	files, base := signedHouse(f)
	sound := files[signatureName].Data
	f.Add(sound)
	f.Add([]byte("schema = 1\n[files]\n\"a\" = \"\"\n"))
	f.Add([]byte("schema = 2\n"))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzztest.Within(t, len(text), 1)
		files := maps.Clone(files)
		files[signatureName] = &fstest.MapFile{Data: text}
		p, err := Load(files, base)
		var mistakes Mistakes
		switch {
		case err != nil && !errors.As(err, &mistakes):
			t.Errorf("%v", err)
		case err == nil && p.Merged[0].Institution != "Anytown Hospital":
			t.Errorf("it is of %+v", p.Merged)
		}
	})
}
