// From JSON to its lists.

package attendance

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// fromJSON is every list in a JSON document: texts one a line, objects as a table with their keys for headings.
func fromJSON(text string) (string, error) {
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return "", fmt.Errorf("%w: save the list as CSV or text", err)
	}
	var out []string
	lists(v, &out)
	return strings.Join(out, "\n"), nil
}

func lists(v any, out *[]string) {
	switch v := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			if title := normal(k); absences.has(title) || leaders.has(title) {
				*out = append(*out, "", k+":")
			}
			lists(v[k], out)
		}
	case []any:
		*out = append(*out, objects(v)...)
		for _, e := range v {
			if s, ok := e.(string); ok {
				*out = append(*out, cellText(s))
			}
		}
		for _, e := range v {
			lists(e, out)
		}
	}
}

// objects is the table of those elements that are objects.
func objects(list []any) []string {
	var rows []map[string]string
	keys := map[string]bool{}
	for _, e := range list {
		if m, ok := e.(map[string]any); ok {
			row := map[string]string{}
			flatten("", m, row)
			for k := range row {
				keys[k] = true
			}
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	head := slices.Sorted(maps.Keys(keys))
	line := func(cell func(key string) string) string {
		var cells []string
		for _, k := range head {
			cells = append(cells, cellText(cell(k)))
		}
		return strings.Join(cells, "\t")
	}
	out := []string{"", line(func(k string) string { return k })}
	for _, row := range rows {
		out = append(out, line(func(k string) string { return row[k] }))
	}
	return out
}

// flatten gives every simple value of an object, those of objects within it by the path of their keys.
func flatten(path string, m map[string]any, row map[string]string) {
	for k, v := range m {
		switch v := v.(type) {
		case map[string]any:
			flatten(path+k+" ", v, row)
		case []any, nil:
		default:
			row[path+k] = fmt.Sprint(v)
		}
	}
}
