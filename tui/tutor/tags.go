package tutor

import (
	"probity/scenarios"
	"probity/tui/prose"
)

// Tags are what the learner and the key said of an option of a situation, for a line beside it; what says nothing is left out.
func Tags(s *scenarios.Situation, m scenarios.OptionMark) []string {
	var out []string
	if m.Yours != "" {
		out = append(out, whose("you: ", s, m.Yours))
	}
	if m.Key != "" {
		out = append(out, whose("key: ", s, m.Key))
	}
	return out
}

// whose puts before a word whose it is, unless the word itself says so, as it does where the key only names options.
func whose(who string, s *scenarios.Situation, said string) string {
	if said == "" || s.Format.Outright() {
		return said
	}
	return who + said
}

// Stated says in words what else an option's rationale rests on than guidance.
func Stated(o scenarios.Option) []string {
	var out []string
	for _, on := range o.Stated {
		switch on {
		case scenarios.TheLead:
			out = append(out, "What decides it is said in the situation itself, such as a policy.")
		case scenarios.Uncited:
			out = append(out, scenarios.NotCited)
		default:
			out = append(out, "What decides it is a law that the situation names: "+prose.Line(on)+".")
		}
	}
	return out
}
