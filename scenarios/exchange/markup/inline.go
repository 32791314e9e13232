// From runs of words to Markdown: emphasis, code, links, and signs that are none of them.

package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// marked is the text of a block with its marks.
func marked(b *block) string {
	var out strings.Builder
	runs := outside(b.runs)
	words := newWording(b.said(), runs)
	at := 0
	for i := 0; i < len(runs); {
		n := 1
		for i+n < len(runs) && runs[i+n].href == runs[i].href {
			n++
		}
		link := runs[i].href
		alone := link != "" && n == 1 && runs[i].style == 0 && runs[i].text == link
		switch {
		case alone:
			out.WriteString("<" + link + ">")
		case link != "":
			out.WriteByte('[')
		}
		if !alone {
			emphasised(&out, runs[i:i+n], words, at)
		}
		if link != "" && !alone {
			out.WriteString("](" + link + ")")
		}
		for _, r := range runs[i : i+n] {
			at += len(r.text)
		}
		i += n
	}
	return out.String()
}

// emphasised writes runs of one link, or one that stands outside of any. The first of them is at a place in what the block says.
func emphasised(out *strings.Builder, runs []run, words wording, at int) {
	var open []style
	shut := func(to style) {
		keep := 0
		for keep < len(open) && to&open[keep] != 0 {
			keep++
		}
		for len(open) > keep {
			out.WriteString(sign(open[len(open)-1]))
			open = open[:len(open)-1]
		}
	}
	for i, r := range runs {
		shut(r.style)
		for _, s := range longest(runs[i:], r.style) {
			if !slices.Contains(open, s) {
				out.WriteString(sign(s))
				open = append(open, s)
			}
		}
		switch {
		case r.text == breaks:
			lineBreak(out)
		case r.style&code != 0:
			out.WriteString(fenced(r.text))
		default:
			words.escape(out, at, at+len(r.text), r.href != "")
		}
		at += len(r.text)
	}
	shut(0)
}

// lineBreak ends a line within a paragraph. Behind a backslash, which is text there, blanks say so.
func lineBreak(out *strings.Builder) {
	if strings.HasSuffix(out.String(), `\`) {
		out.WriteString("  \n")
		return
	}
	out.WriteString("\\\n")
}

// longest are the kinds of emphasis of the first run, that which lasts longest first.
func longest(runs []run, of style) []style {
	last := func(s style) int {
		n := 0
		for n < len(runs) && runs[n].style&s != 0 {
			n++
		}
		return n
	}
	var out []style
	for _, s := range []style{strong, em} {
		if of&s != 0 {
			out = append(out, s)
		}
	}
	if len(out) == 2 && last(em) > last(strong) {
		out[0], out[1] = out[1], out[0]
	}
	return out
}

func sign(s style) string {
	if s == strong {
		return "**"
	}
	return "*"
}

// fenced is text as code, between more backquotes than stand in it.
func fenced(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// outside puts signs at the ends of what is emphasised outside of it, where a letter stands beside them: Markdown does not see the
// emphasis otherwise. Only bold or italic words between words without marks are looked at.
func outside(runs []run) []run {
	var b block
	for i, r := range runs {
		if r.style&(strong|em) == 0 || r.style&code != 0 || r.text == breaks {
			b.add(r)
			continue
		}
		before, after := "", ""
		if i > 0 && runs[i-1].style == 0 && runs[i-1].href == r.href && beside(runs[i-1].text, true) {
			core := strings.TrimLeftFunc(r.text, punctuation)
			before, r.text = r.text[:len(r.text)-len(core)], core
		}
		if i+1 < len(runs) && runs[i+1].style == 0 && runs[i+1].href == r.href && beside(runs[i+1].text, false) {
			core := strings.TrimRightFunc(r.text, punctuation)
			r.text, after = core, r.text[len(core):]
		}
		for _, part := range []run{{text: before, href: r.href}, r, {text: after, href: r.href}} {
			if part.text != "" {
				b.add(part)
			}
		}
	}
	b.seal()
	return b.runs
}

// beside reports whether text has a letter or a digit where it ends, or begins.
func beside(s string, end bool) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if end {
		r, _ = utf8.DecodeLastRuneInString(s)
	}
	return !unicode.IsSpace(r) && !punctuation(r) && s != breaks
}

func punctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
