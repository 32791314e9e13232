package command

import (
	"strings"

	"probity/guidance/text"
	"probity/scenarios/pack"
	"probity/tui/prose"
)

// named finds what a practice is asked for by a name: a topic, or a situation by its id, as its author wants it.
func (c *cli) named(name string) (topic, situation string, err error) {
	p, _, err := c.library()
	if err != nil {
		return "", "", err
	}
	_, one := p.Bank.Situation(name)
	if _, family := p.Bank.Family(name); one || family {
		return "", name, nil
	}
	if topic = topicCalled(p, name); topic != "" {
		return topic, "", nil
	}
	if of, id, is := strings.Cut(name, ":"); is && !strings.Contains(of, " ") {
		return "", "", c.unknownInPack(p, of, id)
	}
	return "", "", c.unknownTopic(p, name)
}

// topicsCalled are the ids of topics with an id or a title, and those of packs' own topics with that id without the pack's.
func topicsCalled(p *pack.Pack, name string) (whole, own []string) {
	for _, t := range p.Bank.Topics() {
		_, tail, _ := strings.Cut(t.ID, ":")
		switch {
		case strings.EqualFold(name, t.ID), strings.EqualFold(name, t.Title):
			whole = append(whole, t.ID)
		case tail != "" && strings.EqualFold(name, tail):
			own = append(own, t.ID)
		}
	}
	return whole, own
}

// topicCalled is the one topic that a name is of: a pack's own only where no other pack's is called so; "" for none.
func topicCalled(p *pack.Pack, name string) (id string) {
	switch whole, own := topicsCalled(p, name); {
	case len(whole) > 0:
		return whole[0]
	case len(own) == 1:
		return own[0]
	}
	return ""
}

// topicIDs are all topics that some names are of.
func topicIDs(p *pack.Pack, names []string) ([]string, error) {
	var ids []string
	for _, name := range names {
		whole, own := topicsCalled(p, strings.TrimSpace(name))
		if len(whole)+len(own) == 0 {
			return nil, misused("there is no topic %q: use one of %s", name, strings.Join(topicsOf(p), ", "))
		}
		ids = append(append(ids, whole...), own...)
	}
	return ids, nil
}

// topicsOf are the ids of all topics.
func topicsOf(p *pack.Pack) (ids []string) {
	for _, t := range p.Bank.Topics() {
		ids = append(ids, prose.Line(t.ID))
	}
	return ids
}

// unknownTopic says which topics there are, and how one of a pack comes to be there.
func (c *cli) unknownTopic(p *pack.Pack, name string) error {
	ids, of := topicsOf(p), ""
	switch {
	case len(c.refused) > 0:
		of = ". " + strings.Join(c.refused, " ")
	case len(c.packs) == 0 && c.sys.Host == nil:
		of = ". What a pack adds is there with the folder of the pack, as in --pack house"
	}
	if id := c.topicLike(name); id != "" {
		return misused("there is no topic %q: did you mean %s? The topics are %s%s", name, id, strings.Join(ids, ", "), of)
	}
	return misused("there is no topic %q: use one of %s%s", name, strings.Join(ids, ", "), of)
}

// unknownInPack says what is wrong with the id of a situation of a pack: whether the pack is not there, or was left out, or has no such situation.
func (c *cli) unknownInPack(p *pack.Pack, of, id string) error {
	var own []string
	there := false
	for _, o := range p.Merged {
		there = there || o.ID == of
	}
	for _, f := range p.Bank.Families() {
		if tail, is := strings.CutPrefix(f.ID, of+":"); is {
			own = append(own, tail)
		}
	}
	near := text.Nearest(id, own)
	elsewhere := "" // people name the topic's folder in the place of the pack
	for _, f := range p.Bank.Families() {
		if _, tail, _ := strings.Cut(f.ID, ":"); tail == id {
			elsewhere = f.ID
		}
	}
	switch {
	case !there && elsewhere != "":
		return misused("there is no situation %q: did you mean %s?", of+":"+id, elsewhere)
	case there && near != "":
		return misused("the pack %s has no situation %q: did you mean %s:%s?", prose.Line(of), id, of, near)
	case there:
		return misused("the pack %s has no situation %q: it has %s", prose.Line(of), id, text.Series(own))
	case len(c.refused) > 0:
		return misused("there is no situation %q, since its pack is not there. %s", of+":"+id, strings.Join(c.refused, " "))
	case c.sys.Host != nil:
		return misused("there is no situation %q, since no pack with the id %s is there", of+":"+id, of)
	}
	return misused("there is no situation %q, since no pack with the id %s is there: add it by its folder, as in --pack house", of+":"+id, of)
}
