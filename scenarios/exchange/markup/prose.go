// Package markup turns the texts of learning platforms into Markdown that does nothing, and Markdown into HTML and plain text. No HTML,
// script or picture comes through; what is not kept is named.
package markup

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"probity/guidance/text"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// Form is how a text of a file is written.
type Form int

// The forms that platforms have.
const (
	HTML Form = iota
	Markdown
	Plain   // lines are as they are broken
	Breaks  // HTML in which a line break is one that is shown
	OldWiki // Moodle's own of long ago
)

// Note is called for what of a text is not kept, with the line that it stands in. It may be nil.
type Note func(line int, says string)

func (n Note) add(line int, format string, of ...any) {
	if n != nil {
		n(line, fmt.Sprintf(format, of...))
	}
}

// Deceits notes characters that deceive, before they are cleaned away.
func (n Note) Deceits(source string, line int) {
	if r, at := text.Deceptive(source); at > 0 {
		n.add(line, "characters that make a text read other than it is written are taken out (U+%04X)", r)
	}
}

// Reader turns texts of a file into Markdown, and Markdown into HTML. The zero value is ready. It is for one goroutine at a time.
type Reader struct {
	strict  goldmark.Markdown // what a reader of Markdown takes it for, HTML and all
	foreign goldmark.Markdown // lets HTML through, to be read as such
	writing goldmark.Markdown // takes HTML for text
}

// How many changes of style a paragraph may have, and how many paragraphs a text. With more it is no text but a puzzle, and its words
// are kept.
const (
	mostRuns   = 300
	mostBlocks = 500
)

// Read is a text of a file as Markdown, which begins in a line of it. Where its marks cannot be written so that they are seen, the words
// alone are kept.
func (p *Reader) Read(source string, form Form, line int, n Note) string {
	if strings.TrimSpace(source) == "" {
		return ""
	}
	if form == Markdown {
		if _, excess := text.Excess(source); excess == "" {
			p.begin()
			n.Deceits(source, line)
			var out bytes.Buffer
			_ = p.foreign.Convert([]byte(text.Block(source)), &out) // a buffer takes everything
			return p.markdown(blocks(out.String(), line, n), line, n)
		}
		n.add(line, "a text has more marks than a screen can draw at once: it is kept as plain text")
		form = Plain
	}
	switch form {
	case Plain:
		source = asHTML(source)
	case OldWiki:
		n.add(line, "a text is written in Moodle's old wiki form, and is kept as plain text")
		source = asHTML(source)
	case Breaks:
		source = lines(source)
	}
	return p.markdown(blocks(source, line, n), line, n)
}

// asHTML is plain text as HTML.
func asHTML(source string) string {
	return lines(strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(source))
}

// lines is HTML in which a line break is one that is shown. The breaks stay, so that lines are counted.
func lines(source string) string {
	return strings.ReplaceAll(strings.TrimSpace(source), "\n", "<br>\n")
}

// markdown is blocks as Markdown that is read as the same blocks.
func (p *Reader) markdown(all []block, line int, n Note) string {
	if len(all) == 0 {
		return ""
	}
	if out, ok := p.settled(all); ok {
		return out
	}
	if dressed(all) {
		n.add(line, "the bold, italics, links or lists of a text are left out, and its words are kept: they cannot be written in Markdown as they stand")
	}
	bald := unmarked(all)
	if out, ok := p.settled(bald); ok {
		return out
	}
	for i := range bald {
		bald[i].within, bald[i].heading = nil, 0
	}
	if out, ok := p.settled(bald); ok {
		return out
	}
	return markdown(bald, plain)
}

// dressed reports whether there is more to blocks than their words.
func dressed(all []block) bool {
	return slices.ContainsFunc(all, func(b block) bool {
		return len(b.within) > 0 || b.heading > 0 || slices.ContainsFunc(b.runs, func(r run) bool { return r.style != 0 || r.href != "" })
	})
}

// unmarked are blocks without the marks of words. The address of a link stands behind it.
func unmarked(all []block) []block {
	out := make([]block, len(all))
	for i, b := range all {
		out[i] = block{within: b.within, heading: b.heading, loose: b.loose}
		for j, r := range b.runs {
			out[i].add(run{text: r.text})
			if r.href != "" && r.href != r.text && (j+1 == len(b.runs) || b.runs[j+1].href != r.href) {
				out[i].add(run{text: " (" + r.href + ")"})
			}
		}
		out[i].seal()
	}
	return out
}

// settled is the Markdown of blocks that is read as the same blocks and written as itself again; false when there is none. It may need
// a second look: where one item of a list has two paragraphs, all are set apart.
func (p *Reader) settled(all []block) (string, bool) {
	if len(all) > mostBlocks {
		return "", false
	}
	listed := false
	for i := range all {
		if len(all[i].runs) > mostRuns {
			return "", false
		}
		all[i].runs = outside(all[i].runs)
		listed = listed || len(all[i].within) > 0
	}
	out := markdown(all, marked)
	if len(all) == 1 && !strings.ContainsAny(out, "\\*_`[]<>&#~+-=|:!\n1234567890") {
		return out, true // there is nothing in it to be misread
	}
	p.begin()
	for range 4 {
		if _, excess := text.Excess(out); excess != "" {
			return "", false
		}
		var page bytes.Buffer
		_ = p.strict.Convert([]byte(out), &page) // a buffer takes everything
		now := blocks(page.String(), 0, nil)
		if !alike(now, all) {
			return "", false
		}
		if !listed {
			return out, true
		}
		next := markdown(now, marked)
		if next == out {
			return out, true
		}
		out = next
	}
	return "", false
}

// Write is Markdown as HTML without anything that runs.
func (p *Reader) Write(markdown string) string {
	p.begin()
	markdown = text.Block(markdown)
	if _, excess := text.Excess(markdown); excess != "" {
		return "<p>" + asHTML(markdown) + "</p>"
	}
	var out bytes.Buffer
	_ = p.writing.Convert([]byte(markdown), &out)      // a buffer takes everything
	return strings.TrimSpace(text.Block(out.String())) // references have become what they stand for
}

// Sealed is somebody else's Markdown as Markdown that a renderer may be given which lets everything through: words, and marks that run nothing
// and load nothing.
func Sealed(markdown string) string {
	var r Reader
	return r.Read(r.Write(markdown), HTML, 0, nil)
}

// Words is the words of a text in HTML, on one line.
func Words(html string) string { return words(blocks(html, 0, nil)) }

// FromPlain is a text as Markdown that shows it as it stands.
func FromPlain(s string) string {
	var r Reader
	return r.Read(s, Plain, 0, nil)
}

func words(all []block) string {
	var out []string
	for i := range all {
		out = append(out, all[i].said())
	}
	return text.Line(strings.Join(out, " "))
}

// begin makes the readers of Markdown.
func (p *Reader) begin() {
	if p.strict != nil {
		return
	}
	p.strict = goldmark.New()
	p.foreign = goldmark.New(goldmark.WithRendererOptions(html.WithUnsafe()))
	p.writing = goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(without(parser.DefaultBlockParsers(), parser.NewHTMLBlockParser())...),
			parser.WithInlineParsers(without(parser.DefaultInlineParsers(), parser.NewRawHTMLParser())...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(pictures{}, 1))))
}

// without are parsers but for one.
func without(all []util.PrioritizedValue, one any) []util.PrioritizedValue {
	var out []util.PrioritizedValue
	for _, v := range all {
		if v.Value != one {
			out = append(out, v)
		}
	}
	return out
}

// pictures writes what a picture is described as, in its place: one from elsewhere would tell its owner who reads.
type pictures struct{}

func (pictures) RegisterFuncs(to renderer.NodeRendererFuncRegisterer) {
	to.Register(ast.KindImage, func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) { return ast.WalkContinue, nil })
}
