// Package moodle reads and writes banks of questions in Moodle's XML, the format that its question bank exports and imports.
//
// What is read is Markdown that does nothing: no HTML, script or picture comes through. Whatever of a file is not kept is named, with
// its line. Names, categories, numbers and tags are plain text on one line.
package moodle

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"

	"probity/scenarios/exchange"
)

// How much a file may hold. Banks of a department have some hundred questions; most of a large file are its pictures.
const (
	largest       = 50 << 20 // bytes
	mostQuestions = 10_000
	mostElements  = 20_000   // of one question
	longestText   = 10 << 20 // bytes of one text, as it stands in the file
	longestTag    = 16_000   // bytes
	deepest       = 50       // elements within one another; Moodle's own have up to seven
)

// Read returns the questions of a file in Moodle's XML, in its order, and what of them is not kept. A question that cannot be read at
// all is among what is lost, by its name and with the reason. The error says what is wrong with the file as a whole.
func Read(file []byte) (questions []exchange.Question, lost []exchange.Loss, err error) {
	if len(file) > largest {
		return nil, nil, fmt.Errorf("the file has %d MB, and more than %d are not read: export one category after the other", len(file)>>20, largest>>20)
	}
	decoded, lost, err := decode(file)
	if err != nil {
		return nil, nil, err
	}
	if err := scan(decoded); err != nil {
		return nil, nil, err
	}
	r := reader{xml: xml.NewDecoder(bytes.NewReader(decoded)), lost: lost}
	r.xml.CharsetReader = already
	if err := r.file(); err != nil {
		return nil, nil, r.words(err)
	}
	if r.read == 0 {
		return nil, nil, errors.New("there are no questions in the file: in Moodle, export the category that they are in")
	}
	return r.questions, r.lost, nil
}
