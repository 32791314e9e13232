// Package paper prints: it has one model of a document, and three media to put it on, PDF, Markdown and HTML; and it says one in plain lines. A document is data.
// Its text, which may come from learners and packs, can't act on any of the media. The same document gives the same bytes every
// time. The package knows nothing of certificates or of any other kind of document.
package paper

import "time"

// Document is what is to be printed.
type Document struct {
	Meta   Meta
	Blocks []Block
}

// Meta is what a document says about itself.
type Meta struct {
	Title    string // shown in the window's title and at the head of the second and later pages
	Subject  string
	Author   string
	Language string    // a language tag: "en-GB", "en-IE"
	Date     time.Time // when the document's content was complete; the file's dates are set to it
	Program  string    // what made it, with its version
	Footer   string    // at the foot of every page
	Carries  *Attachment
	Roomy    bool // an HTML page is printed as earlier versions did
	Screen   bool // an HTML page is for a screen first: it fits a narrow one, and is dark where its reader's are
	Narrow   bool // a PDF says these as earlier versions did, who mistook characters above U+FFFF
}

// Attachment is a file that travels inside a PDF or an HTML page. Markdown can't carry one.
type Attachment struct {
	Name string // as a reader of the document is shown it
	Says string // what it is, in a few words
	Data []byte
}

// Block is one part of a document: a struct of this file.
type Block interface {
	// mapped is the block with every text in it put through f.
	mapped(f func(string) string) Block
}

// Title begins a document, or each of several that are printed together.
type Title struct{ Text, Sub string }

// Heading names a section. Level is 1 to 3, below the title.
type Heading struct {
	Level int
	Text  string
}

// Run is a stretch of text in one weight.
type Run struct {
	Text string
	Bold bool
}

// Paragraph is running text. Small is for fine print.
type Paragraph struct {
	Runs  []Run
	Small bool
}

// Text is a paragraph of plain text.
func Text(s string) Paragraph { return Paragraph{Runs: []Run{{Text: s}}} }

// Small is a paragraph of fine print.
func Small(s string) Paragraph { return Paragraph{Runs: []Run{{Text: s}}, Small: true} }

// Fact is one thing known, and what it is called.
type Fact struct{ Label, Value string }

// Facts are things known, one to a line.
type Facts []Fact

// Table has a caption, a row of column headings and rows; the first cell of a row names the row.
type Table struct {
	Caption string // "" for none
	Head    []string
	Rows    [][]string
	Right   []int // columns of figures, from 0, set to the right
	Tall    bool  // rows high enough to write in by hand
}

// Chart is a horizontal bar chart. What its bars show is also said in words, so that it needs no colour and no eyes.
type Chart struct {
	Caption string
	Bars    []Bar
}

// Bar is one bar of a chart, or two when there is a value from before to compare with.
type Bar struct {
	Label  string
	Value  float64 // the share of the full length, 0 to 1; what is beyond is drawn as the nearest
	Text   string  // the value in words
	Before *Mark   // nil when there is nothing to compare with
}

// Mark is a value and its words.
type Mark struct {
	Value float64
	Text  string
}

// List is a list of short texts.
type List struct {
	Items   []string
	Ordered bool
}

// Cards are cut out of pages, along dashed lines: so many beside and below one another on each page. Their Big is as large as the largest of them
// has room for.
type Cards struct {
	Across, Down int
	Cards        []Card
}

// Card is one card: what is to be read from afar, and small print below it.
type Card struct{ Big, Says string }

// Quote is somebody's own words. Line breaks are kept.
type Quote struct{ Text string }

// Notice is a sentence that nobody should miss.
type Notice struct{ Text string }

// Together holds blocks that a page break should not part. What is longer than a page begins a new one and
// is parted there.
type Together []Block

// PageBreak begins a new page.
type PageBreak struct{}

func (b Title) mapped(f func(string) string) Block     { return Title{f(b.Text), f(b.Sub)} }
func (b Heading) mapped(f func(string) string) Block   { return Heading{b.Level, f(b.Text)} }
func (b Quote) mapped(f func(string) string) Block     { return Quote{f(b.Text)} }
func (b Notice) mapped(f func(string) string) Block    { return Notice{f(b.Text)} }
func (b PageBreak) mapped(f func(string) string) Block { return b }

func (b Paragraph) mapped(f func(string) string) Block {
	return Paragraph{each(b.Runs, func(r Run) Run { return Run{f(r.Text), r.Bold} }), b.Small}
}

func (b Facts) mapped(f func(string) string) Block {
	return Facts(each(b, func(x Fact) Fact { return Fact{f(x.Label), f(x.Value)} }))
}

func (b List) mapped(f func(string) string) Block { return List{each(b.Items, f), b.Ordered} }

func (b Cards) mapped(f func(string) string) Block {
	b.Cards = each(b.Cards, func(c Card) Card { return Card{f(c.Big), f(c.Says)} })
	return b
}

func (b Table) mapped(f func(string) string) Block {
	b.Caption, b.Head = f(b.Caption), each(b.Head, f)
	b.Rows = each(b.Rows, func(row []string) []string { return each(row, f) })
	return b
}

func (b Chart) mapped(f func(string) string) Block {
	return Chart{f(b.Caption), each(b.Bars, func(bar Bar) Bar {
		bar.Label, bar.Text = f(bar.Label), f(bar.Text)
		if bar.Before != nil {
			bar.Before = &Mark{bar.Before.Value, f(bar.Before.Text)}
		}
		return bar
	})}
}

func (b Together) mapped(f func(string) string) Block {
	return Together(each(b, func(inner Block) Block { return inner.mapped(f) }))
}

// mapped is the document with every text in it put through f.
func (d Document) mapped(f func(string) string) Document {
	d.Blocks = each(d.Blocks, func(b Block) Block { return b.mapped(f) })
	for _, s := range []*string{&d.Meta.Title, &d.Meta.Subject, &d.Meta.Author, &d.Meta.Program, &d.Meta.Footer} {
		*s = f(*s)
	}
	return d
}

func each[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}
