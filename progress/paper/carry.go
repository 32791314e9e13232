// What a document carries inside: a file that a program finds again and a reader doesn't see.

package paper

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"probity/guidance/text"
)

// ErrCarriesNothing is given for a file that no attachment was found in.
var ErrCarriesNothing = errors.New("the file carries nothing that this program put into it")

// largest is the size in bytes of an attachment beyond which a file can't be one of ours.
const largest = 4 << 20

const (
	templateBegins = `<template id="carried"`
	templateEnds   = "</template>"
)

// htmlAttachment writes the attachment into a template, which a browser neither shows nor runs.
func htmlAttachment(b *strings.Builder, a Attachment) {
	fmt.Fprintf(b, "%s data-name=\"%s\" title=\"%s\">\n", templateBegins, safe(a.Name), safe(a.Says))
	text := base64.StdEncoding.EncodeToString(a.Data)
	for len(text) > 0 {
		n := min(len(text), 96)
		b.WriteString(text[:n] + "\n")
		text = text[n:]
	}
	b.WriteString(templateEnds + "\n")
}

// Carried finds the attachment in a PDF or an HTML page of this package's making.
func Carried(file []byte) ([]byte, error) {
	if bytes.HasPrefix(file, []byte("%PDF-")) {
		return carriedByPDF(file)
	}
	_, rest, found := bytes.Cut(file, []byte(templateBegins))
	if !found {
		return nil, ErrCarriesNothing
	}
	_, rest, _ = bytes.Cut(rest, []byte(">"))
	text, _, _ := bytes.Cut(rest, []byte(templateEnds))
	data, err := base64.StdEncoding.DecodeString(string(bytes.Join(bytes.Fields(text), nil)))
	if err != nil || len(data) > largest {
		return nil, fmt.Errorf("%w: what is in its place is damaged", ErrCarriesNothing)
	}
	return data, nil
}

// embedded is the object of an embedded file, as this package writes it or as a program that saved the PDF again does: its
// keys may stand in another order.
var embedded = text.Expression(`(?s)/Type\s*/EmbeddedFile\b.{0,600}?stream\r?\n`)

func carriedByPDF(file []byte) ([]byte, error) {
	at := embedded().FindIndex(file)
	if at == nil {
		return nil, ErrCarriesNothing
	}
	stream := file[at[1]:]
	if bytes.HasPrefix(stream, []byte("{")) { // saved again without compression
		data, _, _ := bytes.Cut(stream, []byte("endstream"))
		return data, nil
	}
	flate, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return nil, fmt.Errorf("%w: what is in its place is damaged", ErrCarriesNothing)
	}
	data, err := io.ReadAll(io.LimitReader(flate, largest+1))
	if err != nil || len(data) > largest {
		return nil, fmt.Errorf("%w: what is in its place is damaged", ErrCarriesNothing)
	}
	return data, nil
}
