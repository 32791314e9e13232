package texttest

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// zipped is a file of that name in an archive.
func zipped(t *testing.T, name, content string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	f, err := z.Create(name)
	if err == nil {
		_, err = f.Write([]byte(content))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestEachFormSeesWhatGotThrough: what is as it should be has no fault beside what the same words give, and what got through has one.
func TestEachFormSeesWhatGotThrough(t *testing.T) {
	for _, c := range []struct {
		name       string
		form       Form
		sound, bad string
		says       string
	}{
		{"an escape sequence", Lines, "words\nmore", "words\x1b[2J", "acts or hides"},
		{"an override", Lines, "words", "w\u202ex", "acts or hides"},
		{"a tag character", Lines, "words", "w\U000e0041x", "acts or hides"},
		{"no UTF-8", Lines, "words", "w\xff", "no UTF-8"},
		{"an element", Page, "<p>words</p>", "<p>w<script>x</script></p>", "made <script>"},
		{"an attribute", Page, `<p title="a">w</p>`, `<p title="a" onclick="x">w</p>`, "made <p onclick>"},
		{"another script", Page, "<script>a()</script>", "<script>b()</script>", "made script"},
		{"a link to a script", Page, `<a href="https://a.example">w</a>`, "<a href='java\nscript:x'>w</a>", "href=javascript"},
		{"a comment", Page, "<p>w</p>", "<p>w</p><!-- x -->", "made a comment"},
		{"data that ends early", Page, `<script type="application/json">{"a": 1}</script>`, `<script type="application/json">{"a": </script>`, "unexpected EOF"},
		{"HTML in Markdown", Markdown, "words", "<img src=x onerror=y>", "made <img>"},
		{"a link in Markdown", Markdown, "[w](https://a.example)", "[w](file:///x)", "href=file"},
		{"a heading", Markdown, "words", "# words", "made <h1>"},
		{"a formula", Table, "a,b\n-1,2\n", "a,b\n=1+1,2\n", "begins a formula"},
		{"a formula behind a blank", Table, "a,b\n", "a,\" @x\"\n", "begins a formula"},
		{"a row of another length", Table, "a,b\nc,d\n", "a,b\nc\n", "wrong number of fields"},
		{"a key of JSON", JSON, `{"a": "b"}`, `{"a": "b", "c": "d"}`, "made c"},
		{"what hides in JSON", JSON, `{"a": "\u200b"}`, "{\"a\": \"\u200b\"}", "not escaped"},
		{"JSON that is none", JSON, `{"a": "b"}`, `{"a": "b}`, "unexpected EOF"},
		{"a key of TOML", TOML, `a = "b"`, "a = \"b\"\nc = \"d\"", "made c"},
		{"what acts in TOML", TOML, `a = "\u009b"`, "a = \"\u009b\"", "not escaped"},
		{"an element of XML", XML, "<a>w</a>", "<a>w<b></b></a>", "made <b>"},
		{"a document type", XML, "<a>w</a>", "<!DOCTYPE a><a>w</a>", "made <!"},
		{"HTML in XML", XML, `<a format="html"><text>&lt;p&gt;w&lt;/p&gt;</text></a>`, `<a format="html"><text>&lt;p onclick="x"&gt;w&lt;/p&gt;</text></a>`, "made <p onclick>"},
		{"XML that is none", XML, "<a>w</a>", "<a>\x1b</a>", "illegal character"},
		{"a component", Calendar, "BEGIN:A\r\nSUMMARY:w\r\nEND:A\r\n", "BEGIN:A\r\nSUMMARY:w\r\nATTACH:x\r\nEND:A\r\n", "made ATTACH"},
		{"a bare line break", Calendar, "SUMMARY:w\r\n", "SUMMARY:w\nx\r\n", "breaks"},
		{"a long line", Calendar, "SUMMARY:w\r\n", "SUMMARY:" + strings.Repeat("w", 80) + "\r\n", "a line of"},
		{"an action", Paper, "%PDF-1.4\n1 0 obj << /Title (a \\) /JS b) >> endobj", "%PDF-1.4\n1 0 obj << /Title (a ) /JS (b) >> endobj", "the PDF has /JS"},
		{"an entry of a PDF", Paper, "%PDF-1.4\n<< /Title (a) >>", "%PDF-1.4\n<< /Title (a) /OpenAction 3 >>", "made /OpenAction"},
		{"a file in an archive", Zip, zipped(t, "a.txt", "w"), zipped(t, "../a.txt", "w"), "made file ../a.txt"},
		{"a page in an archive", Zip, zipped(t, "a.html", "<p>w</p>"), zipped(t, "a.html", "<p>w</p><script>x</script>"), "made <script>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			shape := Shape{}
			shape.Learn(c.form, []byte(c.sound))
			if faults := shape.Judge(c.form, []byte(c.sound)); faults != nil {
				t.Errorf("what is sound has %q", faults)
			}
			if faults := strings.Join(shape.Judge(c.form, []byte(c.bad)), "; "); !strings.Contains(faults, c.says) {
				t.Errorf("it has %q, which does not say %q", faults, c.says)
			}
		})
	}
}

// TestAScreenHasItsOwnStylesAlone, and links to pages.
func TestAScreenHasItsOwnStylesAlone(t *testing.T) {
	if faults := Styled("\x1b[1;38;2;1;2;3mw\x1b[m \x1b]8;;https://a.example\x07w\x1b]8;;\x07"); faults != nil {
		t.Error(faults)
	}
	for _, bad := range []string{"\x1b[4;9;53mw", "\x1b[2J", "\x1b]8;;file:///x\x07w", "\x1b]52;c;aGk=\x07", "w\u202e", "w\u009b5m"} {
		if Styled(bad) == nil {
			t.Errorf("%q is let through", bad)
		}
	}
}

type sample struct {
	Name  string
	List  []string
	Inner *inner
	Table map[string]inner
	count int
}

type inner struct {
	Kind string
	N    int
}

// TestFillingReachesEveryText of a value, and leaves those that tie it together.
func TestFillingReachesEveryText(t *testing.T) {
	v := sample{Table: map[string]inner{"a": {}}, count: 1}
	Whole(&v)
	places := strings.Join(Fill(&v, Plain().Except("inner.Kind")), " ")
	if places != "inner.Kind sample.List sample.Name" || v.Name == "" || v.List[0] == "" || v.Inner.Kind != "" {
		t.Errorf("filled are %s: %+v", places, v)
	}
	if each := Each(v, Harmless()); len(each) != 4 || each[0].Name == v.Name || each[0].List[0] != v.List[0] || each[1].List[0] == v.List[0] {
		t.Errorf("each text alone: %+v", each)
	}
}

// TestFillingAFile leaves keys, numbers and comments, and gives what TOML reads back.
func TestFillingAFile(t *testing.T) {
	const file = "# \"c\"\nid = \"a\" # b\n[[t]]\nx = [\"1\", '2']\n\"y z\" = \"\"\"\n3\n\"\"\"\nn = 4\n"
	got, places := FillTOML([]byte(file), func(place, was string) string {
		if place == "id" {
			return was
		}
		return "\x1b\"\\" + was
	})
	const want = "# \"c\"\nid = \"a\" # b\n[[t]]\nx = [\"\\U0000001b\\\"\\\\1\", \"\\U0000001b\\\"\\\\2\"]\n\"y z\" = \"\\U0000001b\\\"\\\\3\\U0000000a\"\nn = 4\n"
	if string(got) != want || strings.Join(places, " ") != "id t.x t.x t.y z" {
		t.Errorf("%q\n%q\nplaces %q", got, want, places)
	}
}
