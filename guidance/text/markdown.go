package text

import "html"

// escapes are what stands for a character of its own in Markdown: a sign behind a backslash, and a reference such as &amp;.
var escapes = Expression("\\\\[!-/:-@\\[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]+);")

// Unescaped is text that stands between the marks of Markdown, with the characters that its backslashes and references stand for. What acts or
// hides is not among them.
func Unescaped(markdown string) string {
	return escapes().ReplaceAllStringFunc(markdown, func(found string) string {
		if found[0] == '\\' {
			return found[1:]
		}
		return Piece(html.UnescapeString(found))
	})
}
