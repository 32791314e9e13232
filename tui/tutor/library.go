package tutor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/find"
	"probity/scenarios/pack"
)

// Library is what is taught: the guidance and the situations, once they are loaded.
type Library struct {
	load func() (*pack.Pack, error)
	pack *pack.Pack // nil while it is being loaded

	make  func(*pack.Pack) *find.Index
	index *find.Index // nil until somebody searches
}

// newLibrary is a library still to be loaded, by load or else the built-in one, and still to be indexed, by index or else by itself.
func newLibrary(load func() (*pack.Pack, error), index func(*pack.Pack) *find.Index) *Library {
	if load == nil {
		load = pack.Builtin
	}
	if index == nil {
		index = func(p *pack.Pack) *find.Index { return find.New(p.Guidance, p.Bank) }
	}
	return &Library{load: load, make: index}
}

// Pack is what was loaded; nil while it is being loaded.
func (l *Library) Pack() *pack.Pack { return l.pack }

// Load is the task of loading the library. Its error says why that could not be done.
func (l *Library) Load() Task[error] {
	var p *pack.Pack
	return Task[error]{
		Run: func() (err error) {
			p, err = l.load()
			return err
		},
		Done: func(err error) {
			if err == nil {
				l.pack, l.index = p, nil
			}
		},
	}
}

// TitleOf is what a family or a situation is called, by its id, and whether the library no longer has it.
func (l *Library) TitleOf(id string) string { return l.pack.Bank.TitleOf(id) }

// TopicTitle is the title of a topic, or its id when the library no longer has it.
func (l *Library) TopicTitle(id string) string {
	if topic, ok := l.pack.Bank.Topic(id); ok {
		return topic.Title
	}
	return id
}

// Reworded says that a situation has changed since it was answered; "" when it has not.
func (l *Library) Reworded(a progress.Answer) string {
	if s, ok := l.pack.Bank.Situation(a.Situation()); ok && s.Revision != a.Revision {
		return fmt.Sprintf("It has been reworded since: you see revision %d, and the marks are those of revision %d.", s.Revision, a.Revision)
	}
	return ""
}

// Report is a short text for a learner to send to the author of a situation that seems wrong. It says what was on the screen: how the
// facts begin, how the options stood, and by their letters there the answer and the key.
func (l *Library) Report(out scenarios.Outcome, shown []scenarios.Line) string {
	s := out.Situation
	report := fmt.Sprintf("Situation %s, revision %d, library %s.", s.ID, s.Revision, l.pack.Version)
	if s.Facts != "" {
		report += " Its facts: “" + opening(s.Facts) + "”."
	}
	byLetter := scenarios.ByLetter(shown)
	options := make([]string, len(byLetter))
	for i, line := range byLetter {
		options[i] = line.Letter + " (" + line.ID + ")"
	}
	report += fmt.Sprintf(" The options as I saw them, each with its id in the file: %s. My answer: %s", strings.Join(options, ", "), lettered(s, out.Chosen, byLetter))
	if len(s.Key) > 0 {
		report += "; the key: " + lettered(s, s.Key, byLetter)
	}
	return report + ". What seems wrong to me: …"
}

// opening is the first words of a text, to stand between quotation marks: its own become single ones.
func opening(text string) string {
	const most = 8
	words := strings.Fields(strings.NewReplacer("“", "‘", "”", "’").Replace(text))
	if len(words) <= most {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:most], " ") + " …"
}

// lettered is an answer or a key in the record's notation, with the letters of the screen in place of the options' ids, and in their
// order unless an order is what it says.
func lettered(s *scenarios.Situation, entries []string, shown []scenarios.Line) string {
	letters := map[string]string{}
	for _, line := range shown {
		letters[line.ID] = line.Letter
	}
	said := make([]string, len(entries))
	for i, entry := range entries {
		id, rating, rated := strings.Cut(entry, "=")
		if said[i] = letters[id]; rated {
			said[i] += "=" + rating
		}
	}
	if s.Format.Input() != scenarios.PutInOrder {
		slices.Sort(said)
	}
	return strings.Join(said, " ")
}

// Compared says of an answer that is not scored why it isn't, and what it is worth where the learner practises. Where that country is known by
// commentary alone, which is silent on much, it says that silence allows nothing.
func (l *Library) Compared(s *scenarios.Situation, country guidance.Jurisdiction) (verdict, worth string) {
	if s.For(country) {
		return "Not scored", "You practised elsewhere when you answered it, and there it was only to compare."
	}
	verdict = "To compare, not scored: what counts in " + guidance.The(s.Jurisdictions[0])
	if l.pack.Guidance.Reported(country) {
		return verdict, "Where the article on " + guidance.The(country) + " is silent, nothing is allowed by that."
	}
	return verdict, "Where you practise, your own country's guidance counts."
}

// Silence says how much of a country's guidance is taught; "" where it is more than what an article reports.
func (l *Library) Silence(country guidance.Jurisdiction) string {
	if !l.pack.Guidance.Reported(country) {
		return ""
	}
	return "What is taught for " + guidance.The(country) + " is an article, which reports parts of the guidance there: silence is no permission. "
}

// Cited is the clauses that a situation's rationales rest on, as Situation.Clauses has them.
func (l *Library) Cited(country guidance.Jurisdiction, s *scenarios.Situation) (deciding, also []*guidance.Clause) {
	return s.Clauses(l.pack.Guidance, country)
}

// Deciding is the first clause that an option of a situation cites that holds in a country, since what decides it is named first; else the first of
// their country, else any. Where the option cites none it is chosen among those that decide the key. It is nil where none is cited at all.
func (l *Library) Deciding(country guidance.Jurisdiction, s *scenarios.Situation, o scenarios.Option) *guidance.Clause {
	clauses := l.pack.Guidance.Clauses(o.Cites)
	if len(clauses) == 0 {
		clauses = l.pack.Guidance.Clauses(s.Decides())
	}
	if len(clauses) == 0 {
		return nil
	}
	return slices.MinFunc(clauses, func(x, y *guidance.Clause) int { return cmp.Compare(remote(x, country), remote(y, country)) })
}

// remote is how far a clause is from being what somebody in a country goes by.
func remote(c *guidance.Clause, country guidance.Jurisdiction) int {
	switch {
	case c.Source.Jurisdiction != country:
		return 2
	case c.Source.Status == guidance.Superseded:
		return 1
	}
	return 0
}

// CitedIn is all those clauses for a session held in a country: first what the country says, and of that first what decides the
// key.
func (l *Library) CitedIn(country guidance.Jurisdiction, s *scenarios.Situation) []*guidance.Clause {
	deciding, also := l.Cited(country, s)
	return guidance.OwnFirst(country, append(deciding, also...))
}
