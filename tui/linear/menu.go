package linear

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"probity/guidance"
	"probity/tui/prose"
)

// Choice is a line that can be chosen, by its number or the first letters of its name.
type Choice struct {
	Name, Note string
	Do         func() error // its error is said, and what can be chosen is there again
}

// picked is the choice that a line calls; where it calls none, or more than one, what would do is said.
func (c *Console) picked(line string, choices []Choice) (at int, ok bool) {
	at, fits := called(line, choices)
	switch len(fits) {
	case 1:
		return at, true
	case 0:
		c.refuse(line, fmt.Sprintf("That is none of these: give %s, or the first letters of a name.", upTo(len(choices))), lower(names(choices))...)
	default:
		const named = 5
		if more := len(fits) - named; more > 0 {
			fits = append(fits[:named:named], fmt.Sprintf("and %d more", more))
		}
		c.say("That begins more than one: %s. Give some letters more, or a number.", strings.Join(fits, ", "))
	}
	return 0, false
}

// upTo says which numbers can be typed.
func upTo(n int) string {
	if n == 1 {
		return "the number 1"
	}
	return fmt.Sprintf("a number from 1 to %d", n)
}

// number says what can be chosen below a title, a line each.
func (c *Console) number(title string, choices []Choice) {
	c.say("%s", title)
	c.numberFrom(1, choices)
}

// numberFrom says choices, a line each; the first has a number.
func (c *Console) numberFrom(first int, choices []Choice) {
	for i, one := range choices {
		said := prose.Line(one.Name)
		if one.Note != "" {
			said = headed(said) + plainly(one.Note)
		}
		c.say("%d. %s", first+i, said)
	}
}

// called is the choice that a line calls by number or name, a country by what it is called elsewhere too; fits names all that it may mean.
func called(line string, choices []Choice) (at int, fits []string) {
	if at, fits = calledAs(line, choices); len(fits) == 0 {
		if at, fits = calledBy(line, choices); len(fits) > 0 {
			return at, fits
		}
		if country, ok := guidance.Country(line); ok {
			return calledAs(country.Name(), choices)
		}
	}
	return at, fits
}

// calledBy is the choice that a line calls by a word of its name, or by the first letters of all of them: "portfolio", "PA".
func calledBy(line string, choices []Choice) (at int, fits []string) {
	line = strings.ToLower(strings.TrimSuffix(line, "."))
	for i, one := range choices {
		letters, named := "", false
		for _, word := range strings.FieldsFunc(strings.ToLower(one.Name), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
			first, _ := utf8.DecodeRuneInString(word)
			letters += string(first)
			named = named || len(line) > 2 && strings.HasPrefix(word, line)
		}
		if named || len(line) > 1 && letters == line {
			at, fits = i, append(fits, one.Name)
		}
	}
	return at, fits
}

// calledAs is the choice that a line calls by its number, by its name or by the first letters of that.
func calledAs(line string, choices []Choice) (at int, fits []string) {
	if n, err := strconv.Atoi(strings.TrimSuffix(line, ".")); err == nil {
		if n < 1 || n > len(choices) {
			return 0, nil
		}
		return n - 1, []string{choices[n-1].Name}
	}
	line = strings.ToLower(strings.TrimSuffix(line, "."))
	for i, one := range choices {
		switch name := strings.ToLower(one.Name); {
		case name == line:
			return i, []string{one.Name}
		case strings.HasPrefix(name, line):
			at, fits = i, append(fits, one.Name)
		}
	}
	return at, fits
}

// begins is as much of a text as makes a line: all of it, or its first words and how many more there are. No word is broken off.
func begins(text string) string {
	const most = 140
	words := strings.Fields(prose.Line(text))
	length := 0
	for i, word := range words {
		if length += utf8.RuneCountInString(word) + 1; length > most && i > 0 {
			return fmt.Sprintf("%s (and %s)", strings.Join(words[:i], " "), prose.Count(float64(len(words)-i), "more word"))
		}
	}
	return strings.Join(words, " ")
}

func names(choices []Choice) (all []string) {
	for _, one := range choices {
		all = append(all, one.Name)
	}
	return all
}

func lower(all []string) []string {
	for i := range all {
		all[i] = strings.ToLower(all[i])
	}
	return all
}

// choose asks for one of several names until it gets one, or the learner goes back or leaves.
func (c *Console) choose(question string, names ...string) (at int, r reply) {
	choices := make([]Choice, len(names))
	for i, name := range names {
		choices[i].Name = name
	}
	asks := fmt.Sprintf("Type %s, or the first letters of a line.", upTo(len(names)))
	p := prompt{
		says:    func() { c.number(question, choices); c.say("%s", asks) },
		options: func() { c.number(question, choices) },
		help:    asks, asks: question,
	}
	p.says()
	for {
		line, r := c.ask(p)
		if r != given {
			return 0, r
		}
		if at, fits := called(line, choices); line != "" && len(fits) == 1 {
			return at, given
		}
		c.refuse(line, fmt.Sprintf("Please answer with %s, or the first letters of a line.", upTo(len(names))))
	}
}
