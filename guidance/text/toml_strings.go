// The strings of a TOML file, for who has to say what is wrong with one.

package text

import "bytes"

// TOMLString is a string as it stands in TOML: from its first quote to behind its last.
type TOMLString struct {
	From, To int  // bytes of the file
	Long     bool // between three quotes: it may have several lines
	Closed   bool // it has quotes at its end, too
}

// TOMLStrings lists the strings of a TOML file, in order. Where its syntax is wrong it lists what its reader would take for strings.
func TOMLStrings(toml []byte) []TOMLString {
	var out []TOMLString
	for i := 0; i < len(toml); i++ {
		switch toml[i] {
		case '#':
			i += lineLength(toml[i:]) - 1
		case '"', '\'':
			n, edge := stringLength(toml[i:]), 1
			long := n >= 3 && toml[i+1] == toml[i] && toml[i+2] == toml[i]
			if long {
				edge = 3
			}
			out = append(out, TOMLString{From: i, To: i + n, Long: long, Closed: n >= 2*edge && bytes.HasSuffix(toml[i:i+n], toml[i:i+edge])})
			i += n - 1
		}
	}
	return out
}
