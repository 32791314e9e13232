// What a certificate would rest on, and the media that it comes in, in words.

package tutor

import (
	"fmt"
	"strconv"

	"probity/progress/certificate"
	"probity/tui/prose"
)

// Amounts is what work amounts to, in a few words.
func Amounts(e certificate.Evidence) string {
	a := e.Activity
	text, sessions := prose.Several(a.Answers-a.Blank, "answer"), prose.Count(float64(a.Sessions), "session")
	if a.Blank > 0 {
		text += ", " + strconv.Itoa(a.Blank) + " left blank"
	}
	switch { // sessions leave no answers
	case a.Kind == certificate.Attendance:
		text = prose.Count(float64(a.Situations), "situation")
	case a.Sessions > 0 && a.Answers == 0:
		text = sessions
	case a.Sessions > 0:
		text += ", " + sessions
	}
	text += ", " + prose.Minutes(60*e.Minutes)
	if e.Score != nil {
		text += ", " + e.Words()
	}
	if e.Assessment != nil {
		text += ", " + PassedOrNot(e.Assessment.Passed)
	}
	if e.LeftOut > 0 {
		text += ", " + prose.Count(float64(e.LeftOut), "answer") + " left out"
	}
	return text
}

// ReliedOn says how much guidance work rests on, and what a certificate of it is and is not.
func ReliedOn(e certificate.Evidence) string {
	return prose.Count(float64(len(e.Guidance)), "document") + " relied on. " + certificate.Statement
}

// LeftOut names the answers that a certificate does not rest on, the first few of many, and says where it has not their time.
func (c Certifiable) LeftOut() (lines []string) {
	const named = 3
	out := c.Work.LeftOut
	for i, one := range out {
		if i == named {
			lines = append(lines, fmt.Sprintf("And %d more.", len(out)-named))
			break
		}
		lines = append(lines, "Left out: "+one.String()+".")
	}
	if note := c.Work.TimesLeftOut(); note != "" {
		lines = append(lines, note+".")
	}
	return lines
}

// Pastes is the format of the fields that a portfolio asks for.
const Pastes = "txt"

// Medium is one of the CertificateFormats as it is offered.
type Medium struct{ Format, Name, Note string }

// Media lists them, the usual one first.
func Media() []Medium {
	return []Medium{
		{"pdf", "PDF", "for the appraisal folder; can be verified"},
		{"html", "HTML", "for a browser or a screen reader; can be verified"},
		{"md", "Markdown", "plain text; cannot be verified"},
		{Pastes, "For a portfolio", "its fields, each to be copied by itself"},
		{"json", "JSON", "for another program; can be verified"},
		{Credential, "Credential", "for a wallet or an institution's system; can be verified"},
	}
}

// WrittenWhere says where a certificate is put.
func (c *Certificates) WrittenWhere() string {
	return "It is written to " + c.Here() + ", for you alone until you pass it on."
}

// Said is where it went, where it was written to a file.
func (e Exported) Said() string { return fmt.Sprintf("Written to %s, in %s.", e.Path, e.Folder) }

// Note says beside a PDF what it would lose, or show in another typeface; "" where there is nothing to say.
func (l Letters) Note() string {
	note := l.Says()
	if note != "" && l.Lost == nil {
		note += "; its page can't be verified, HTML's can"
	}
	return note
}
