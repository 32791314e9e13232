package command

import (
	"slices"
	"strings"

	"probity/scenarios"
	"probity/scenarios/pack"
)

// taught is the pack in a folder together with what it is merged into, and the situations that are to be given out: those of the folder's
// own, or, without a folder, all that the learner has. Topics, if any are named, narrow them.
func (c *cli) taught(args, topics []string) (*pack.Pack, []*scenarios.Situation, error) {
	p, own, err := c.authored(args)
	if err != nil {
		return nil, nil, err
	}
	ids, err := topicIDs(p, topics)
	if err != nil {
		return nil, nil, err
	}
	var out []*scenarios.Situation
	for _, s := range p.Bank.All() {
		if strings.HasPrefix(s.ID, own) && (len(ids) == 0 || slices.Contains(ids, s.Topic)) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return nil, nil, misused("there is no situation to give out: name a folder with a pack, or other topics")
	}
	return p, out, nil
}

// authored is the pack in a folder, merged into the built-in library, and how the ids of its own situations begin; without a folder it
// is the whole library, with "".
func (c *cli) authored(args []string) (p *pack.Pack, own string, err error) {
	if len(args) == 0 {
		p, _, err = c.library()
		return p, "", err
	}
	base, err := c.sys.base()
	if err != nil {
		return nil, "", err
	}
	if p, err = c.loadNamed(args[0], base, "given out"); err != nil {
		return nil, "", err
	}
	return p, p.Merged[len(p.Merged)-1].ID + ":", nil
}
