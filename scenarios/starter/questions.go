package starter

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance"
	"probity/guidance/text"
)

// Question is one of those that are asked before a pack is made.
type Question struct {
	Name     string                              // in a word, such as a flag has
	Asks     string                              // in a line
	Explains string                              // what the answer is for, in a line
	Suggests func(a Answers) string              // by what was answered before
	Take     func(a *Answers, line string) error // its error says what is wrong with the line
	Of       func(a Answers) string              // the answer that was given; "" for none
}

// Questions lists them in the order in which they are asked.
func Questions() []Question {
	return []Question{
		{
			Name: "title", Asks: "What is your pack called?", Explains: "Learners see it where they choose what to practise.",
			Suggests: func(Answers) string { return Example },
			Take:     func(a *Answers, line string) error { return takeLine(&a.Title, line) },
			Of:       func(a Answers) string { return a.Title },
		},
		{
			Name: "id", Asks: "What is its id?", Explains: "Answers are recorded under it for good: a short name in small letters, digits and hyphens.",
			Suggests: func(a Answers) string { return shortened(a.Title) },
			Take:     takeID,
			Of:       func(a Answers) string { return a.ID },
		},
		{
			Name: "owner", Asks: "Whose pack is it?", Explains: "Your hospital, practice or department, as it signs its letters.",
			Suggests: func(Answers) string { return "Anytown Hospital" },
			Take:     func(a *Answers, line string) error { return takeLine(&a.Owner, line) },
			Of:       func(a Answers) string { return a.Owner },
		},
		{
			Name: "jurisdiction", Asks: "In which country is it for learners, uk or ie?", Explains: "It decides who is offered its situations. Another can be added later.",
			Suggests: func(Answers) string { return string(guidance.UK) },
			Take:     takeCountry,
			Of:       func(a Answers) string { return string(a.Country) },
		},
		{
			Name: "document", Asks: "Which document decides?", Explains: "A policy or guideline of yours, by its title. The notes in the pack say how to put it in your own words.",
			Suggests: func(Answers) string { return "Messaging policy" },
			Take:     func(a *Answers, line string) error { return takeLine(&a.Document, line) },
			Of:       func(a Answers) string { return a.Document },
		},
	}
}

// Example is what the situations of a new pack are about, until its author has put others in their place.
const Example = "Messages at work"

// Bounds of an answer, in characters.
const (
	longestLine = 80
	longestID   = 40
)

// takeLine takes a title or a name.
func takeLine(to *string, line string) error {
	if r, _ := text.Deceptive(line); r != 0 {
		return fmt.Errorf("it has the invisible character U+%04X: type it anew", r)
	}
	switch line = text.Line(line); {
	case line == "":
		return errors.New("it is empty")
	case utf8.RuneCountInString(line) > longestLine:
		return fmt.Errorf("it has %d characters, and %d are the most", utf8.RuneCountInString(line), longestLine)
	}
	*to = line
	return nil
}

// takeID takes an id as a pack may have one.
func takeID(a *Answers, line string) error {
	line = text.Line(line)
	switch slug := text.Slug(line, longestID); {
	case line == "":
		return errors.New("it is empty")
	case len(line) > longestID:
		return fmt.Errorf("it has more than %d characters, and it stands before each situation's name", longestID)
	case slug != line && slug == "":
		return errors.New("it has none of the letters a to z and no digit")
	case slug != line:
		return fmt.Errorf("it may have small letters, digits and hyphens between them: %s would do", slug)
	}
	a.ID = line
	return nil
}

// takeCountry takes a country by its letters or by what people call it.
func takeCountry(a *Answers, line string) error {
	country := guidance.Jurisdiction(strings.ToLower(text.Line(line)))
	if known, ok := guidance.Country(text.Line(line)); !country.Known() && ok {
		country = known
	}
	if !country.Known() {
		return errors.New("it is neither the United Kingdom nor Ireland, whose guidance Probity teaches: give uk or ie")
	}
	a.Country = country
	return nil
}

// shortID is how long an id is that is suggested.
const shortID = 24

// shortened is an id made of a title: as many of its words as make a short one, and none at the end that leads to a word which is cut off.
func shortened(title string) string {
	id := text.Slug(title, shortID)
	if id != text.Slug(title, math.MaxInt) {
		for i := strings.LastIndexByte(id, '-'); i > 0 && leads(id[i+1:]); i = strings.LastIndexByte(id, '-') {
			id = id[:i]
		}
	}
	return cmp.Or(id, "my-pack")
}

// leads reports whether a word leads to another, as "on" and "your" do.
func leads(word string) bool {
	return slices.Contains(strings.Fields("a an and at by for from in my of on or our the their to when with your"), word)
}
