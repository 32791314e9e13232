package tutor

import "probity/scenarios"

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
