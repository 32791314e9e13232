// Copies that other programs laid out afresh: compared by what they say, and accused of nothing more than is known.

package certificate

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// escaped is JSON with every character that is not ASCII as a \u escape.
func escaped(file []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(file) {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		for _, u := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04X`, u)
		}
	}
	return b.Bytes()
}

// utf16le is text as Windows' shell writes it into a file.
func utf16le(text []byte) []byte {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(string(text))) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func crlf(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")) }

// reordered is JSON compacted, with its keys in the order of the alphabet.
func reordered(t *testing.T, file []byte) []byte {
	t.Helper()
	var tree map[string]any
	d := json.NewDecoder(bytes.NewReader(file))
	d.UseNumber()
	if err := d.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	return must(json.Marshal(tree))(t)
}

var whole = regexp.MustCompile(`(: )(\d+)(,?\n)`)

func TestJSONIsComparedByContent(t *testing.T) {
	own := siobhan
	own.Name = "Siobhán and/or <b> 👩‍⚕️ & \u2028"
	for _, s := range []Signed{signed(t, own, ireland, "Ospidéal"), signed(t, own, uk, "")} {
		file := s.JSON()
		var compact, indented bytes.Buffer
		if json.Compact(&compact, file) != nil || json.Indent(&indented, file, "", "\t") != nil {
			t.Fatal("not JSON")
		}
		for name, c := range map[string]struct {
			file []byte
			says string
		}{
			"compacted":            {compact.Bytes(), "blanks"},
			"indented":             {indented.Bytes(), "blanks"},
			"reordered":            {reordered(t, file), "order of keys"},
			"CR LF":                {crlf(file), "the line ends"},
			"CR":                   {bytes.ReplaceAll(file, []byte("\n"), []byte("\r")), "the line ends"},
			"a byte-order mark":    {append([]byte("\ufeff"), file...), "byte-order mark"},
			"UTF-16":               {utf16le(crlf(file)), "UTF-16"},
			"escapes":              {escaped(file), "spelling of characters"},
			"solidus escaped":      {bytes.ReplaceAll(file, []byte("/"), []byte(`\/`)), "spelling of characters"},
			"no newline":           {bytes.TrimRight(file, "\n"), "blanks"},
			"a newline more":       {append(bytes.Clone(file), "\n\n"...), "blanks"},
			"17 digits":            {bytes.Replace(file, []byte("0.3333"), []byte("0.33329999999999999"), 1), "numbers"},
			"1 as 1.0":             {whole.ReplaceAll(file, []byte("$1$2.0$3")), "numbers"},
			"1 as 1e0":             {whole.ReplaceAll(file, []byte("$1${2}E+0$3")), "numbers"},
			"all that at one time": {append([]byte("\ufeff"), escaped(whole.ReplaceAll(crlf(file), []byte("$1$2.0$3")))...), "byte-order mark"},
		} {
			v, err := Verify(c.file, program)
			if err != nil || !v.Unchanged || !strings.Contains(v.Says, "laid out afresh") || !strings.Contains(v.Says, c.says) {
				t.Errorf("%s: %+v, %v", name, v, err)
			}
			changed := strings.Replace(strings.Replace(string(c.file), "Probity 1.0.0", "Probity 1.0.1", 1), "P\x00r\x00o\x00b", "Q\x00r\x00o\x00b", 1)
			if v, err := Verify([]byte(changed), program); err == nil && (v.Unchanged || !strings.Contains(v.Says, "CHANGED") && !strings.Contains(v.Says, "signature does not fit")) {
				t.Errorf("%s, and then changed: %+v, %v", name, v, err)
			}
		}
	}
}

// What is added, taken away or doubled is named, wherever it stands.
func TestJSONWithMoreOrLess(t *testing.T) {
	file := signed(t, ann, uk, "").JSON()
	for name, c := range map[string]struct{ old, new, says string }{
		"a name twice":                {`"name": "`, `"name": "Somebody Else", "name": "`, "“name” stands twice"},
		"the payload twice":           {`"payload": {`, `"payload": {}, "payload": {`, "“payload” stands twice"},
		"a key spelt in two ways":     {`"name": "`, `"n\u0061me": "Else", "name": "`, "“name” stands twice"},
		"an award in the content":     {`"schema": 3,`, `"schema": 3, "accredited": true,`, "“accredited” is added"},
		"a name in capitals":          {`"name": "`, `"NAME": "Somebody Else", "name": "`, "“NAME” is added"},
		"an award beside it":          {`"public_key"`, `"accredited": true, "public_key"`, "“accredited” is added"},
		"a score without marks":       {`"marks": 28,`, ``, "CHANGED"},
		"a text for a number":         {`"schema": 3,`, `"schema": "1",`, "can no longer be read"},
		"a fraction of a whole":       {`"schema": 3,`, `"schema": 1.5,`, "can no longer be read"},
		"all but a whole":             {`"schema": 3,`, `"schema": 2.99999999999999999999,`, "“schema” is another"},
		"a little more than a whole":  {`"schema": 3,`, `"schema": 3.00000000000000000001e0,`, "“schema” is another"},
		"hardly anything":             {`"marks": 28,`, `"marks": 28.000000000000000000001,`, "“marks” is another"},
		"less than anything":          {`"claimed_hours": 1.5,`, `"claimed_hours": 1e-400,`, "CHANGED"},
		"a number of another size":    {`"marks": 28,`, `"marks": 28.0000001,`, "CHANGED"},
		"a signature spelt otherwise": {`=="` + "\n}", `\u003d="` + "\n}", "laid out afresh"},
	} {
		v, err := Verify(replaced(t, file, c.old, c.new), program)
		if err != nil || v.Unchanged != (c.says == "laid out afresh") || !strings.Contains(v.Says, c.says) {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
}

// A page that lost nothing but its line ends is unchanged; with other blanks it has the same words; and line 1 is never what
// it should be.
func TestPagesLaidOutAfresh(t *testing.T) {
	file := signed(t, siobhan, uk, "An institution").HTML()
	for name, c := range map[string]struct {
		file      []byte
		unchanged bool
		says      string
	}{
		"CR LF":              {crlf(file), true, "changed the line ends"},
		"a byte-order mark":  {append([]byte("\ufeff"), file...), true, "byte-order mark"},
		"UTF-16 with CR LF":  {utf16le(crlf(file)), true, "UTF-16"},
		"blanks at the ends": {bytes.ReplaceAll(file, []byte("\n"), []byte(" \n")), false, "only blanks or line ends differ"},
		"a newline more":     {append(bytes.Clone(file), '\n'), false, "only blanks or line ends differ"},
		"one line":           {bytes.ReplaceAll(file, []byte("\n"), []byte(" ")), false, "only blanks or line ends differ"},
		"a hidden letter":    {bytes.Replace(file, []byte("<h1>C"), []byte("<h1>\u200bC"), 1), false, "characters that don't show"},
		"far into a line":    {bytes.Replace(file, []byte("Certificate "), []byte("Diploma "), 1), false, "and should be"},
	} {
		v, err := Verify(c.file, program)
		if err != nil || v.Unchanged != c.unchanged || !v.Signed || !strings.Contains(v.Says, c.says) {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
		if accused := strings.Contains(v.Says, "CHANGED"); accused && (c.unchanged || strings.Contains(c.says, "only blanks")) {
			t.Errorf("%s is accused: %s", name, v.Says)
		}
		if is := regexp.MustCompile(`is (“.*”) and should be (“.*”)\.`).FindStringSubmatch(v.Says); is != nil && is[1] == is[2] {
			t.Errorf("%s: %s", name, v.Says)
		}
		if len(v.About) == 0 {
			t.Errorf("%s: it does not say whose it is", name)
		}
	}
}

// resaved is a PDF as another program might write it: objects in another order, the attachment found by its kind.
func resaved(file []byte) []byte {
	begin := bytes.Index(file, []byte("<< /Type /EmbeddedFile"))
	end := begin + bytes.Index(file[begin:], []byte("endstream"))
	object := file[begin:end]
	head, stream, _ := bytes.Cut(object, []byte("stream\n"))
	length := regexp.MustCompile(`/Length \d+`).Find(head)
	return fmt.Appendf(nil, "%%PDF-1.7\n%%\xbf\xf7\xa2\xfe\n1 0 obj\n<< /Filter /FlateDecode %s /Subtype /text#2fjson /Type /EmbeddedFile >>\nstream\r\n%sendstream\nendobj\n%%%%EOF\n", length, stream)
}

func TestPDFsOfOtherPrograms(t *testing.T) {
	s := signed(t, ann, uk, "")
	file := must(s.PDF())(t)
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"saved again":  {resaved(file), "was written by another program"},
		"written upon": {append(bytes.Clone(file), "1 0 obj\n<< /Type /Annot >>\nendobj\n"...), "more at its end"},
		"sent as text": {crlf(file), "line ends of the file were changed"},
	} {
		v, err := Verify(c.file, program)
		if err != nil || v.Unchanged || !v.Signed || !strings.Contains(v.Says, c.says) || len(v.About) == 0 {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
	for name, file := range map[string][]byte{"saved again": resaved(file), "sent as text": crlf(file)} {
		if v := must(Verify(file, program))(t); strings.Contains(v.Says, "CHANGED") {
			t.Errorf("%s is accused: %s", name, v.Says)
		}
	}
}
