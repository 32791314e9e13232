// The index: who has which certificate, on a page for whoever keeps the register.

package attendance

import (
	"fmt"

	"probity/progress/certificate"
	"probity/progress/paper"
)

// Made is one certificate and the file that it was written to.
type Made struct {
	Certificate certificate.Certificate
	File        string // its name, without the folder
}

// Index is the page that says who has which certificate of a session. The lines of the list that may be people stand on it as well, so that
// nobody is forgotten. led is who led the session, and where.
func Index(s Session, led certificate.Facilitated, made []Made, list List, program string) paper.Document {
	blocks := []paper.Block{paper.Title{Text: "Attendance", Sub: s.Title}, s.facts(led, len(made)), register(made)}
	blocks = append(blocks, doubts(list)...)
	return paper.Document{Blocks: blocks, Meta: paper.Meta{
		Title: "Attendance: " + s.Title, Subject: s.Title, Language: s.Jurisdiction.Language(), Date: s.Began, Program: program,
		Footer: "Session " + s.ID + " · has names · made with " + program,
	}}
}

// facts are the session as those who were there know it. The room is as it was seated.
func (s Session) facts(led certificate.Facilitated, made int) paper.Facts {
	seated := counted(s.Size, "person was", "people were") + " in the room"
	switch missing := s.Size - made; {
	case missing > 0:
		seated += fmt.Sprintf("; %d without a certificate", missing)
	case missing < 0:
		seated += fmt.Sprintf("; %s more than that", counted(-missing, "certificate", "certificates"))
	}
	return paper.Facts{
		{Label: "Held", Value: fmt.Sprintf("%s at %s, %s", s.Began.Format("2 January 2006"), s.Began.Format("15:04"), counted(s.Minutes, "minute", "minutes"))},
		{Label: "Led by", Value: led.Facilitator},
		{Label: "Place", Value: led.Place},
		{Label: "Seated", Value: seated},
		{Label: "Certificates", Value: fmt.Sprint(made)},
	}
}

// register is the table of people in the order of their certificates.
func register(made []Made) paper.Block {
	t := paper.Table{Head: []string{"Name", "Certificate", "File"},
		Caption: "A certificate is checked with probity verify; its number stands on it."}
	for _, m := range made {
		t.Rows = append(t.Rows, []string{m.Certificate.Own.Name, m.Certificate.Number, m.File})
	}
	return t
}

// doubts are the lines of the list that may be people, and got nothing.
func doubts(list List) []paper.Block {
	var items []string
	for _, o := range list.LeftOut {
		if o.Doubtful {
			items = append(items, fmt.Sprintf("Line %d: %s (%s)", o.Line, o.Text, o.Why))
		}
	}
	if items == nil {
		return nil
	}
	return []paper.Block{paper.Together{paper.Heading{Level: 1, Text: "On the list without a certificate"},
		paper.Small("These lines may be people. Whoever of them was there still needs a certificate: put the name right in the list."), paper.List{Items: items}}}
}
