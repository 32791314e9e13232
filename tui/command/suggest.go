package command

import (
	"strings"

	"probity/guidance/text"

	"github.com/spf13/cobra"
)

// unknown is that there is no command of a name under another, with the one that was perhaps meant; on the first level, topics
// are suggested as well.
func (c *cli) unknown(under *cobra.Command, name string) error {
	lists := "probity --help lists what there is"
	if near := nearest(name, commandNames(under)); near != "" {
		return misused("there is no command %q; did you mean %s %s? %s", name, under.CommandPath(), near, lists)
	}
	if !under.HasParent() {
		if id := c.topicLike(name); id != "" {
			return misused("there is no command %q; did you mean probity practise %s? %s", name, id, lists)
		}
	}
	return misused("there is no command %q; %s", name, lists)
}

// commandNames are the names of the commands under another, other spellings included.
func commandNames(under *cobra.Command) (all []string) {
	for _, sub := range under.Commands() {
		if !sub.Hidden {
			all = append(append(all, sub.Name()), sub.Aliases...)
		}
	}
	return all
}

// topicLike is the id of the topic that was perhaps meant; "" for none.
func (c *cli) topicLike(name string) string {
	p, _, err := c.library()
	if err != nil {
		return ""
	}
	ids := map[string]string{}
	var all []string
	for _, t := range p.Bank.Topics() {
		for _, called := range []string{t.ID, strings.ToLower(t.Title)} {
			ids[called], all = t.ID, append(all, called)
		}
	}
	return ids[nearest(name, all)]
}

// nearest is the one of some names that a mistyped name is closest to, or begins; "" if none is close.
func nearest(name string, names []string) string {
	name = strings.ToLower(name)
	best, least := "", 1+max(1, len([]rune(name))/3)
	for _, n := range names {
		if d := text.Slips(name, n); d < least {
			best, least = n, d
		}
	}
	for _, n := range names {
		if best == "" && len(name) >= 3 && strings.HasPrefix(n, name) {
			best = n
		}
	}
	return best
}
