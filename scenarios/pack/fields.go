package pack

import (
	"strings"

	"github.com/BurntSushi/toml"

	"probity/guidance/text"
)

// unknown notes the fields that nothing is decoded from, but not what stands within one that is noted itself.
func (f *file) unknown(keys []toml.Key) {
	told := map[string]bool{}
	for _, key := range keys {
		if told[key.String()] = true; !told[key[:len(key)-1].String()] {
			f.note(placed(key), "", key.String(), "is not a field that Probity knows", "check its spelling, or take it out")
		}
	}
}

// twofold notes the fields that are spelled in two ways, as key and Key are. To the TOML reader both are the same field: which of them it
// takes would be left to chance.
func (f *file) twofold(keys []toml.Key) {
	spelled := map[string]toml.Key{}
	for _, key := range keys {
		folded := text.Fold(strings.Join(key, "\x00"))
		was, seen := spelled[folded]
		switch {
		case !seen:
			spelled[folded] = key
		case strings.Join(was, "\x00") != strings.Join(key, "\x00"):
			f.note(placed(key), "", key.String(), "is there in another spelling too, as "+text.Quoted(strings.Join(was, ".")), "keep one of the two")
		}
	}
}

// placed is where a field stands, as far as its name says: in which of several tables of a name, it does not.
func placed(key toml.Key) position {
	table, last := strings.Join(key[:len(key)-1], "."), key[len(key)-1]
	if table == "" {
		return position{key: last}
	}
	return position{table, anywhere, last}
}
