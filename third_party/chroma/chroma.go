// Package chroma stands in for the highlighter of code that Glamour is built against. Nothing in Probity's texts is a program, so nothing is
// to be coloured by a language's grammar; the highlighter itself sets some 250 languages up at each start of the program, before main, which
// costs more than all else that happens until the first screen is there. go.mod puts this module in its place.
//
// It has what Glamour's package ansi names, and no more: should a later Glamour name something else, the build says so.
package chroma

// TokenType is a kind of word in a program.
type TokenType int

// The kinds that Glamour names.
const (
	Background TokenType = iota
	Text
	Error
	Comment
	CommentPreproc
	Keyword
	KeywordReserved
	KeywordNamespace
	KeywordType
	Operator
	Punctuation
	Name
	NameBuiltin
	NameTag
	NameAttribute
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	Literal
	LiteralNumber
	LiteralDate
	LiteralString
	LiteralStringEscape
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
)

// StyleEntries are the looks of the kinds.
type StyleEntries map[TokenType]string

// Style is a look of programs under a name.
type Style struct{ Name string }

// MustNewStyle is a style.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{Name: name} }
