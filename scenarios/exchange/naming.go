package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/exchange/markup"
)

// written reports whether a question was made of a situation by Probity.
func (q Question) written() bool { return slices.Contains(q.Tags, ownTag) }

// tagged is what the first tag says that begins so, of a question that was made of a situation; "" for none.
func (q Question) tagged(with string) string {
	return append(q.allTagged(with), "")[0]
}

// allTagged is tagged for every tag that begins so.
func (q Question) allTagged(with string) (all []string) {
	for _, t := range q.Tags {
		if says, ok := strings.CutPrefix(t, with); ok && q.written() {
			all = append(all, text.Line(says))
		}
	}
	return all
}

// countries are those that a question was offered in as a situation: what is right in one may be wrong in another. They are the pack's where
// the question does not say.
func (q Question) countries(packs []guidance.Jurisdiction) (all []guidance.Jurisdiction) {
	for _, name := range q.allTagged(countryTag) {
		if j := guidance.Jurisdiction(name); j.Known() && !slices.Contains(all, j) {
			all = append(all, j)
		}
	}
	if len(all) == 0 {
		return packs
	}
	return all
}

// ownID is what the bank calls a question, without the pack that it came from.
func (q Question) ownID() string { return q.ID[strings.LastIndexByte(q.ID, ':')+1:] }

// deviceForm are the names that Windows keeps for itself, whatever ending they have: a file of that name is not kept there.
var deviceForm = text.Expression(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// unused is an id that nothing in the pack has, and that a file of any system can be named by.
func (in *incoming) unused(id string) string {
	if deviceForm().MatchString(id) {
		id += "-1"
	}
	in.ids[id]++
	if n := in.ids[id]; n > 1 {
		return in.unused(fmt.Sprintf("%s-%d", id, n))
	}
	return id
}

// nameAll gives the questions their ids: first those that have a name of their own in the bank, so that neither another question nor a
// topic takes it from them.
func (in *incoming) nameAll(questions []Question) {
	in.named = make([]string, len(questions))
	for i, q := range questions {
		if own := slug(q.ownID()); own != "" {
			in.named[i] = in.unused(own)
		}
	}
	for i, q := range questions {
		if in.named[i] == "" {
			in.named[i] = in.unused(cmp.Or(slug(q.Name), "question"))
		}
	}
}

// topic is the id of the topic that a category becomes. Platforms wrap categories of their own around those of their users.
func (in *incoming) topic(category []string) string {
	own := slices.DeleteFunc(slices.Clone(category), func(c string) bool {
		c = text.Line(c)
		return c == "" || c == "top" || strings.HasPrefix(c, "$") || strings.HasPrefix(c, "Default for ")
	})
	title := in.about.Title
	if n := len(own); n > 0 {
		title = text.Line(own[n-1])
	}
	path := strings.Join(own, "\x00") // a name may have strokes
	if id, known := in.topics[path]; known {
		return id
	}
	id := in.unused(cmp.Or(slug(title), "questions"))
	in.topics[path] = id
	in.draft.Topics = append(in.draft.Topics, scenarios.Topic{ID: id, Title: title, Covers: "Questions that came from elsewhere"})
	return id
}

// principle is the id of a lesson of a topic. Where a question has none, it is what the topic is called.
func (in *incoming) principle(topic, lesson string) string {
	if lesson == "" {
		at := slices.IndexFunc(in.draft.Topics, func(t scenarios.Topic) bool { return t.ID == topic })
		lesson = in.draft.Topics[at].Title
	}
	for _, p := range in.draft.Principles {
		if p.Topic == topic && p.Lesson == lesson {
			return p.ID
		}
	}
	id := in.unused(topic + "-lesson")
	in.draft.Principles = append(in.draft.Principles, scenarios.Principle{ID: id, Topic: topic, Lesson: lesson})
	return id
}

// mostOfID is how long an id is made from a text, in characters.
const mostOfID = 48

// slug is a text as an id of a pack.
func slug(s string) string { return text.Slug(s, mostOfID) }

// opening is the first words of a text, as a title.
func opening(s string) string {
	words := strings.Fields(markup.PlainLine(s))
	if len(words) > 6 {
		return strings.Join(words[:6], " ") + " …"
	}
	return strings.Join(words, " ")
}

// Named fills in what is not said of a pack from the name of its folder.
func (a About) Named(folder string) About {
	a.Title = cmp.Or(text.Line(a.Title), text.Line(folder), "Questions")
	a.ID = cmp.Or(a.ID, slug(folder), slug(a.Title), "questions")
	return a
}
