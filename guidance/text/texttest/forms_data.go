package texttest

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"probity/guidance/text"
)

// JSON is one document of JSON, or several in lines, and the names of its keys. What hides is escaped.
func JSON(out []byte) (parts, faults []string) {
	parts, err := keysOf(out)
	if err != nil {
		faults = append(faults, err.Error())
	}
	return parts, append(faults, escaping(out, text.Hidden)...)
}

// keysOf are the names of the keys of JSON.
func keysOf(out []byte) (keys []string, err error) {
	for in := json.NewDecoder(bytes.NewReader(out)); ; {
		var v any
		if err := in.Decode(&v); errors.Is(err, io.EOF) {
			return keys, nil
		} else if err != nil {
			return keys, err
		}
		keys = append(keys, named(v)...)
	}
}

// named are the keys of a value and of what it holds.
func named(v any) (keys []string) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			keys = append(keys, named(e)...)
		}
	case []map[string]any:
		for _, e := range v {
			keys = append(keys, named(e)...)
		}
	case map[string]any:
		for k, e := range v {
			keys = append(append(keys, k), named(e)...)
		}
	}
	return keys
}

// TOML is what its reader reads, and the names of its keys.
func TOML(out []byte) (parts, faults []string) {
	var v map[string]any
	if err := toml.Unmarshal(out, &v); err != nil {
		faults = append(faults, err.Error())
	}
	return named(v), append(faults, escaping(out, text.Acts)...)
}

// XML is elements, attributes and instructions. A text that says that it is HTML is a page of its own.
func XML(out []byte) (parts, faults []string) {
	in, isHTML := xml.NewDecoder(bytes.NewReader(out)), false
	for {
		token, err := in.Token()
		switch token := token.(type) {
		case xml.StartElement:
			parts = append(parts, "<"+token.Name.Local+">")
			for _, a := range token.Attr {
				parts = append(parts, "<"+token.Name.Local+" "+a.Name.Local+">")
			}
			isHTML = token.Name.Local == "text" && isHTML || slices.ContainsFunc(token.Attr, func(a xml.Attr) bool { return a.Value == "html" })
		case xml.ProcInst:
			parts = append(parts, "<?"+token.Target)
		case xml.Directive:
			parts = append(parts, "<! "+sum(string(token)))
		case xml.CharData:
			if isHTML {
				inner, wrong := Page(bytes.Clone(token))
				parts, faults = append(parts, inner...), append(faults, wrong...)
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			faults = append(faults, err.Error())
			break
		}
	}
	return parts, append(faults, acting(out, "\n")...)
}

// Calendar is iCalendar: lines that end with CR LF and are no longer than 75 bytes, and the names of its properties.
func Calendar(out []byte) (parts, faults []string) {
	for _, line := range strings.SplitAfter(string(out), "\r\n") {
		if len(line) > 77 || line != "" && !strings.HasSuffix(line, "\r\n") {
			faults = append(faults, fmt.Sprintf("a line of %d bytes, %q", len(line), line))
		}
	}
	for _, line := range strings.Split(strings.ReplaceAll(string(out), "\r\n ", ""), "\r\n") {
		name, value, _ := strings.Cut(line, ":")
		parts = append(parts, name)
		if name == "BEGIN" || name == "END" {
			parts = append(parts, line)
		}
		if strings.ContainsAny(value, "\r\n") {
			faults = append(faults, fmt.Sprintf("a line breaks: %q", line))
		}
	}
	return parts, append(faults, acting(out, "\r\n")...)
}
