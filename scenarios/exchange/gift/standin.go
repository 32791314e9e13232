package gift

import "strings"

// fromPlain stands in for markup.FromPlain.
func fromPlain(s string) string { return plainEscapes.Replace(s) }

// fromHTML stands in for markup.FromHTML.
func fromHTML(s string) (markdown string, lost []string) { return s, nil }

var plainEscapes = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "#", `\#`, "~", `\~`)
