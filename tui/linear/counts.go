package linear

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// oneChoice is a single choice by its letter or its number, with how many hands it has: "b 12", "3: 12".
var oneChoice = text.Expression(`^(?:([a-z])[ :=]*|(\d) ?[:=] ?)(\d{1,3})$`)

// example says in which order the counts are typed, and gives some that fit the room.
func (l *leader) example() string {
	var labels, parts []string
	choices := l.room.Session().Ballot().Choices
	for i, c := range choices {
		labels = append(labels, c.Label)
		parts = append(parts, fmt.Sprint(share(l.people(), len(choices), i)))
	}
	return fmt.Sprintf("in the order %s, such as %s", strings.Join(labels, ", "), strings.Join(parts, " "))
}

// share is how many of some people one of several choices has, where each has about as many.
func share(people, choices, at int) int { return (people + choices - 1 - at) / choices }

// howToCount says how hands are typed.
func (l *leader) howToCount() string {
	choices := l.room.Session().Ballot().Choices
	second := min(1, len(choices)-1)
	return fmt.Sprintf("Type the counts one after the other, %s: a further number is who abstains, and the word rest gives the others to that choice, "+
		"alone to the last. %s: %d counts one choice again.", l.example(), choices[second].Label, share(l.people(), len(choices), second))
}

// counted are the counts of the vote that is open, in the ballot's order, and last who abstains. Who voted by phone is in none of them.
func (l *leader) counted() (now []int) {
	s := l.room.Session()
	for _, c := range s.Ballot().Choices {
		now = append(now, s.HandsFor(c.ID))
	}
	return append(now, s.Abstained())
}

// counts reads a line of counts: one after the other in the ballot's order, with who abstains behind the last, or one choice alone. What is not named
// stays as it was; the word rest is whoever is left of so many people, and by itself gives them to the last choice.
func counts(line string, b scenarios.Ballot, now []int, people int) (set []int, ok bool) {
	set = slices.Clone(now)
	if m := oneChoice().FindStringSubmatch(line); m != nil {
		at := slices.IndexFunc(b.Choices, func(c scenarios.Choice) bool { return c.Label == m[1]+m[2] })
		if at < 0 {
			return nil, false
		}
		set[at], _ = strconv.Atoi(m[3])
		return set, true
	}
	words := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' })
	if len(words) == 0 || len(words) > len(set) {
		return nil, false
	}
	rest := -1
	if len(words) == 1 && words[0] == "rest" {
		words, rest = nil, len(b.Choices)-1
	}
	for i, word := range words {
		n, err := strconv.Atoi(word)
		switch {
		case word == "rest" && rest < 0:
			rest = i
		case err != nil || n < 0:
			return nil, false
		default:
			set[i] = n
		}
	}
	if rest >= 0 {
		set[rest] = people
		for i, n := range set {
			if i != rest {
				set[rest] -= n
			}
		}
		set[rest] = max(0, set[rest])
	}
	return set, true
}

// set counts the hands of a vote, those first that become fewer, so that there are never more than people.
func (l *leader) set(b scenarios.Ballot, to []int) {
	for _, fewer := range []bool{true, false} {
		for i, was := range l.counted() {
			if n := to[i]; n != was && n < was == fewer {
				err := l.room.Do(func(s *induction.Session, now time.Time) (induction.Fact, error) {
					if i == len(b.Choices) {
						return s.Abstain(n, now)
					}
					return s.Count(b.Choices[i].ID, n, now)
				})
				if err != nil {
					l.console.say("%s", prose.Sentence(err))
					return
				}
			}
		}
	}
}

// people is how many hands there can be in the vote that is open, beside the votes of phones.
func (l *leader) people() int {
	s := l.room.Session()
	return s.Hands() + s.NotVoted() + s.Abstained() - s.PhonesCounted()
}

// count takes the counts of a vote; false where the line has none.
func (l *leader) count(line string) bool {
	b := l.room.Session().Ballot()
	set, ok := counts(line, b, l.counted(), l.people())
	if !ok {
		return false
	}
	sum := 0
	for _, n := range set {
		sum += n
	}
	if over := sum - l.people(); over > 0 {
		l.console.say("%s, or change the room with people and a number. Nothing is changed.", l.room.TooMany(over))
		return true
	}
	l.set(b, set)
	l.save()
	said := l.room.Voted()
	l.console.say("Counted: %s.", tutor.Hands(b, l.room.Session().HandsFor))
	switch n := l.room.Missing(); {
	case n > 0:
		said += fmt.Sprintf(", %d to go", n)
	case n == 0:
		said += ". That is everybody: an empty line goes on"
	}
	l.console.say("%s.", said)
	return true
}
