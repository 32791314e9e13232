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
	if near := text.Nearest(name, commandNames(under)); near != "" {
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
	return ids[text.Nearest(name, all)]
}
