// From the bytes of a file to text that is safe to parse.

package moodle

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance/text"
	"probity/scenarios/exchange"
)

// export is how one comes by a file that is read.
const export = "in Moodle, open the question bank, choose Export, then “Moodle XML format”"

// decode is a file as UTF-8, with LF at the end of its lines. What encoding a file says it has is believed only where its bytes
// leave it open.
func decode(file []byte) ([]byte, []exchange.Loss, error) {
	if what := exchange.Foreign(file); what != "" {
		return nil, nil, fmt.Errorf("this is %s, and no file of Moodle's XML: %s", what, export)
	}
	decoded := text.FromUnicode(file)
	if len(bytes.TrimSpace(decoded)) == 0 {
		return nil, nil, errors.New("the file is empty: " + export)
	}
	said := declared(decoded)
	bad, beyond := firstBad(decoded)
	var lost []exchange.Loss
	switch {
	case bad < 0 && beyond && !inUnicode(said):
		lost = []exchange.Loss{{Line: 1, Says: fmt.Sprintf("the file says that it is in %s, and is in UTF-8: it was read as UTF-8", text.Brief(said))}}
	case bad < 0:
	case inLatin(said):
		decoded = []byte(text.Decode(decoded))
	case !inUnicode(said):
		return nil, nil, fmt.Errorf("the file is in %s, which is not read: save it as UTF-8", text.Brief(said))
	case beyond:
		return nil, nil, fmt.Errorf("line %d: there is a broken character here (the file is in UTF-8 before it): the file is damaged, export it again", lineAt(decoded, bad))
	default:
		lost = []exchange.Loss{{Line: lineAt(decoded, bad), Says: "the file is not in UTF-8, as it says: it was read as Windows-1252, and letters with accents may be wrong"}}
		decoded = []byte(text.Decode(decoded))
	}
	if bytes.IndexByte(decoded, '\r') >= 0 {
		decoded = bytes.ReplaceAll(bytes.ReplaceAll(decoded, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	return decoded, lost, nil
}

// inUnicode reports whether the name of an encoding, in small letters, is one of Unicode's, or there is none.
func inUnicode(encoding string) bool {
	return slices.Contains([]string{"", "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "utf-32", "us-ascii"}, encoding)
}

// inLatin reports whether it is one of Western Europe's.
func inLatin(encoding string) bool {
	return slices.Contains([]string{"iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252"}, encoding)
}

// declared is the encoding that the first line of XML names, in small letters; "" when it names none.
func declared(file []byte) string {
	begin := string(bytes.TrimSpace(file[:min(len(file), 300)]))
	head, _, ok := strings.Cut(begin, "?>")
	if !ok || !strings.HasPrefix(begin, "<?xml") {
		return ""
	}
	_, after, ok := strings.Cut(head, "encoding")
	after = strings.TrimLeft(after, " =\t\r\n")
	if !ok || after == "" || after[0] != '"' && after[0] != '\'' {
		return ""
	}
	name, _, _ := strings.Cut(after[1:], after[:1])
	return strings.ToLower(name)
}

// firstBad is where bytes are no UTF-8, or -1, and whether a character beyond ASCII stands before that place, or anywhere.
func firstBad(file []byte) (at int, beyond bool) {
	for i := 0; i < len(file); {
		if file[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(file[i:])
		if r == utf8.RuneError && n == 1 {
			return i, beyond
		}
		beyond = true
		i += n
	}
	return -1, beyond
}

func lineAt(file []byte, at int) int { return 1 + bytes.Count(file[:at], []byte("\n")) }

// already is for the parser of XML: the text is UTF-8, whatever its first line says.
func already(_ string, r io.Reader) (io.Reader, error) { return r, nil }

// scan refuses what a parser should not even see: declarations of documents and entities, which can blow a text up or fetch others,
// and tags that are longer than any of Moodle's. Where the text is no XML it stops, and leaves that to the parser.
func scan(file []byte) error {
	for at := 0; ; {
		next := bytes.IndexByte(file[at:], '<')
		if next < 0 {
			return nil
		}
		at += next
		end := 0
		switch rest := file[at:]; {
		case bytes.HasPrefix(rest, []byte("<!--")):
			end = after(rest, "-->")
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			end = after(rest, "]]>")
		case bytes.HasPrefix(rest, []byte("<?")):
			end = after(rest, "?>")
		case bytes.HasPrefix([]byte("<![CDATA["), rest), bytes.HasPrefix([]byte("<!--"), rest): // it breaks off here
		case bytes.HasPrefix(rest, []byte("<!")):
			return fmt.Errorf("line %d: the file defines document types or entities (<!DOCTYPE …>), which Moodle never does and which can do harm: %s", lineAt(file, at), export)
		default:
			end = tag(rest)
		}
		if end > longestTag && file[at+1] != '!' && file[at+1] != '?' {
			return fmt.Errorf("line %d: a tag has more than %d characters: this is not how Moodle writes", lineAt(file, at), longestTag)
		}
		if end == 0 {
			return nil
		}
		at += end
	}
}

// after is where something that ends with a mark ends; 0 when it does not.
func after(rest []byte, mark string) int {
	if i := bytes.Index(rest, []byte(mark)); i >= 0 {
		return i + len(mark)
	}
	return 0
}

// tag is the length of the tag that rest begins with; 0 when it is none, and more than longestTag when it is longer.
func tag(rest []byte) int {
	quote := byte(0)
	for i := 1; i < len(rest); i++ {
		switch b := rest[i]; {
		case i > longestTag:
			return i
		case b == '<':
			return 0
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return i + 1
		}
	}
	return 0
}
