package linear

import (
	"fmt"
	"strconv"
	"strings"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// lookingBack is where the learner looks back: how it stands, and each further question as a line.
func (c *Console) lookingBack(t *tutor.Tutor) error {
	s := t.Progress.Overview()
	if s.Answers == 0 {
		c.say("%s", s.Nothing())
	} else {
		c.say("%s.", s.Headline())
		c.say("%s", tutor.Working(s.Score))
		if verdict := s.Verdict(); verdict != "" {
			c.say("%s", verdict)
		}
	}
	return c.browse("Progress", "", func() []Choice {
		t.CatchUp()
		s := t.Progress.Overview()
		next, ask := s.Next()
		return []Choice{
			{"Next", next, func() error { return c.begin(t, ask) }},
			{"Topics", fmt.Sprintf("all %d, the weakest first", len(s.Topics)), func() error { return c.topics(t) }},
			{"Over time", "how it has gone, by week", func() error { return c.overTime(t) }},
			{"How sure", fmt.Sprintf("very sure and missed: %d", len(s.Mistakes)), func() error { return c.howSure(t) }},
			{"History", "missed, flagged, bookmarked", func() error { return c.history(t) }},
			{"Reflections", "what you wrote: " + strconv.Itoa(len(t.Record.Reflections())), func() error { return c.reflections(t) }},
			{"Activity", "time by month", func() error { return c.timePutIn(t) }},
		}
	})
}

// topics lists the topics, each to be practised.
func (c *Console) topics(t *tutor.Tutor) error {
	return c.browse(topicsHeard+"; one that is chosen is practised", "The library has no topics.", func() (all []Choice) {
		for _, topic := range t.Progress.Overview().Topics {
			all = append(all, Choice{topic.Title, lately(topic), func() error { return c.begin(t, tutor.Selection{Topic: topic.ID}) }})
		}
		return all
	})
}

// overTime says how it went, week by week.
func (c *Console) overTime(t *tutor.Tutor) error {
	s := t.Progress.Overview()
	if len(s.Weeks) == 0 {
		c.say("%s", s.Nothing())
	}
	c.weeks(t, s)
	return c.fault()
}

// howSure says how certainty and being right go together, and lists the confident mistakes to be looked at again.
func (c *Console) howSure(t *tutor.Tutor) error {
	s := t.Progress.Overview()
	if len(s.Calibration()) == 0 {
		c.say("%s", t.Profile.NeverSure())
		return c.fault()
	}
	c.calibration(s)
	return c.browse(surelyMissed, "Nothing that you were very sure of was missed.", func() (all []Choice) {
		for _, a := range t.Progress.Overview().Mistakes {
			all = append(all, c.entry(t, tutor.EntryOf(&a), tutor.Every, true))
		}
		return all
	})
}

// timePutIn says when time was put in, and what there is to say of answers that are not as others are.
func (c *Console) timePutIn(t *tutor.Tutor) error {
	s := t.Progress.Overview()
	if s.Answers == 0 {
		c.say("%s", s.Nothing())
		return c.fault()
	}
	c.say("\n%s.", s.Headline())
	c.activity(t, s)
	for _, n := range s.Notes() {
		c.say("%s", n)
	}
	return c.fault()
}

// history lists the kinds of what was answered, and of one kind each answer.
func (c *Console) history(t *tutor.Tutor) error {
	return c.browse("History", "", func() (kinds []Choice) {
		for _, which := range tutor.Whiches() {
			n := len(t.Progress.Entries(which))
			kinds = append(kinds, Choice{prose.Capital(which.Name()), strconv.Itoa(n), func() error { return c.entries(t, which) }})
		}
		return kinds
	})
}

// entries lists the answers of a kind, the latest first.
func (c *Console) entries(t *tutor.Tutor, which tutor.Which) error {
	title, none := prose.Capital(which.Name())+", the latest first", t.Progress.Overview().None(which, "the word flag", "After a feedback b")
	if counts := which.Counts(); counts != "" {
		title += ". " + strings.TrimSuffix(counts, ".")
	}
	return c.browse(title, none, func() (all []Choice) {
		for _, e := range t.Progress.Entries(which) {
			if which != tutor.Bookmarked || t.Record.Bookmarked(e.Family) {
				all = append(all, c.entry(t, e, which, false))
			}
		}
		return all
	})
}

// entry is a line of the history: what it is called, when it was answered, and how.
func (c *Console) entry(t *tutor.Tutor, e tutor.Entry, in tutor.Which, allSure bool) Choice {
	of, said := e.Family, []string{t.Clock.Date(e.At)}
	if a := e.Answer; a != nil {
		of = a.Situation()
		if words := tutor.JudgeAnswer(*a).Words; words != "" && !a.Blank() {
			said = append(said, words)
		}
	}
	return Choice{
		Name: t.Library.TitleOf(of), Note: strings.Join(append(said, t.Progress.Noted(e, in, allSure)...), ", "),
		Do: func() error { return c.lookAt(t, e) },
	}
}

// goesBack stands where nothing else is asked below an entry.
const goesBack = "An empty line goes back."

// lookAt says the feedback on an entry again, and takes what can be done with it until the learner goes back.
func (c *Console) lookAt(t *tutor.Tutor, e tutor.Entry) error {
	_, there := t.Library.Pack().Bank.Family(e.Family)
	p := c.afterEntry(t, e, there)
	c.say("")
	p.says()
	for {
		p.help = c.afterEntry(t, e, there).help
		line, r := c.ask(p)
		switch what := beside(line); {
		case r != given || line == "":
			return c.fault()
		case what == "practise" && there:
			return c.begin(t, t.Progress.ToPractise(e))
		case what == "practise":
			c.say(tutor.Gone)
		case what == "bookmark":
			t.Record.Bookmark(e.Family)
			c.say("%s", t.Record.BookmarkSaid(e.Family))
			c.keep(t)
			c.say(goesBack)
		case what == "reflect" && e.Answer != nil:
			if r := c.reflectOn(t, *e.Answer); r == stopped {
				return c.fault()
			}
			c.say(goesBack)
		default:
			c.refuse(line, "Please answer with an empty line, more, practise, reflect or bookmark.", "practise", "reflect", "bookmark")
		}
	}
}

// afterEntry is the prompt below an entry of the history.
func (c *Console) afterEntry(t *tutor.Tutor, e tutor.Entry, there bool) prompt {
	if e.Answer == nil {
		const help = "practise practises it, bookmark takes the bookmark away or sets it again, an empty line goes back."
		return prompt{
			says: func() {
				c.say("%s: %s", prose.Line(t.Library.TitleOf(e.Family)), map[bool]string{true: "not answered yet.", false: tutor.Gone}[there])
				c.say(help)
			},
			help: help, asks: goesBack,
		}
	}
	a := *e.Answer
	whole := func(says func(scenarios.Outcome, []scenarios.Line)) func() {
		return func() {
			if out, lines, ok := t.Progress.Recall(a); ok {
				says(out, lines)
				return
			}
			c.say(tutor.Gone)
		}
	}
	return prompt{
		says: func() {
			c.say("%s, %s.", prose.Line(t.Library.TitleOf(a.Situation())), t.Clock.Date(a.At))
			if c.recall(t, a) {
				c.say("\nAn empty line goes back; more gives every option and all guidance; practise practises it again, reflect takes a reflection, %s.", bookmarking(t, e.Family))
			}
		},
		options: whole(c.everyOption), more: whole(func(out scenarios.Outcome, lines []scenarios.Line) { c.rest(t, out, lines) }),
		help: "An empty line goes back. more gives every option and all guidance, practise practises it again, reflect takes a reflection on it, " + bookmarking(t, e.Family) + ".",
		asks: goesBack,
	}
}

// reflectOn takes a reflection on an earlier answer, below what was written about it since.
func (c *Console) reflectOn(t *tutor.Tutor, a progress.Answer) reply {
	if t.Record.Reflecting(a.Scenario) {
		c.say(tutor.StillSaving)
		return given
	}
	kept, ok := t.Record.WrittenSince(a.Scenario, a.Seq)
	if !ok {
		kept = progress.Reflection{Scenario: a.Scenario}
	}
	written, r := c.reflection(reflects(t, a.Scenario), kept.Text)
	c.reword(t, kept, written)
	return r
}
