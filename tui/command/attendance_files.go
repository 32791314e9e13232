// The files of an attendance: each certificate, and the index of them, on a medium that can show them.

package command

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"probity/progress/attendance"
	domain "probity/progress/certificate"
	"probity/progress/paper"
	"probity/tui/tutor"
)

// lacks says what of some texts would be lost if a certificate with them were a PDF; "" where nothing would, or none is to be one.
func (o attendees) lacks(texts ...string) string {
	var missing *paper.MissingError
	if o.format != "pdf" || !errors.As(paper.Missing(paper.Document{Blocks: []paper.Block{paper.List{Items: texts}}}), &missing) {
		return ""
	}
	return unshown(missing)
}

func unshown(missing *paper.MissingError) string {
	return "the PDF's typeface can't show " + missing.Named()
}

// leaf is one person's certificate, or the index of them, as it will be written.
type leaf struct {
	path string
	text []byte
}

// leaves puts every certificate on its medium.
func (o attendees) leaves(signed []domain.Signed) ([]leaf, error) {
	files := make([]leaf, len(signed))
	for i, s := range signed {
		var err error
		if files[i], err = o.leaf(s, i+1); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// index is who has which certificate, on a page: as HTML where a PDF can't show a name, and where JSON was asked for, which is no page.
func (o attendees) index(session attendance.Session, led domain.Facilitated, list attendance.List, signed []domain.Signed, files []leaf) (leaf, error) {
	made := make([]attendance.Made, len(signed))
	for i, s := range signed {
		made[i] = attendance.Made{Certificate: s.Certificate, File: filepath.Base(files[i].path)}
	}
	page := attendance.Index(session, led, made, list, Program)
	p := printed{format: o.format}
	if !slices.Contains(paperFormats(), p.format) {
		p.format = "html"
	}
	text, err := p.bytes(page)
	var missing *paper.MissingError
	if errors.As(err, &missing) {
		p.format = "html"
		text, err = p.bytes(page)
	}
	return leaf{filepath.Join(o.folder, "attendance-index."+p.format), text}, err
}

// leaf puts one person's certificate on its medium: as HTML, and said, where a PDF can't show a name or a place.
func (o attendees) leaf(s domain.Signed, n int) (leaf, error) {
	format := o.format
	text, err := tutor.OnMedium(s, format)
	var missing *paper.MissingError
	if errors.As(err, &missing) {
		format = "html"
		text, err = tutor.OnMedium(s, format)
		o.console().Say(fmt.Sprintf("%s: as HTML, since %s.", s.Certificate.Own.Name, unshown(missing)))
	}
	return leaf{filepath.Join(o.folder, fmt.Sprintf("attendance-%03d.%s", n, tutor.Extension(format))), text}, err
}
