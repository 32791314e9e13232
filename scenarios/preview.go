package scenarios

// Previewed lists the answers on which an author wants to see the feedback: the key, and with each all options, where one is chosen and each so has
// feedback of its own. Of what has no key it is the first option.
func Previewed(s *Situation, each bool) [][]string {
	switch {
	case !s.Format.Scored():
		return [][]string{s.OptionIDs()[:1]}
	case !each || s.Format.Input() != PickOne:
		return [][]string{s.Key}
	}
	var all [][]string
	for _, id := range s.OptionIDs() {
		all = append(all, []string{id})
	}
	return all
}

// Answered is the outcome of an answer, in the record's notation, to a situation whose options stand in the file's order, and the answer as
// lines.
func Answered(s *Situation, chosen []string) (Outcome, []Line) {
	attempt := s.Format.Begin(s, s.OptionIDs())
	attempt.Take(chosen)
	return Outcome{Situation: s, Chosen: chosen, Marking: s.Format.Mark(s, chosen)}, attempt.Lines()
}

// PreviewTitle is the heading over the feedback on an answer that an author is shown.
func PreviewTitle(s *Situation, chosen []string) string {
	switch {
	case !s.Format.Scored():
		return "To whoever takes the position " + s.letters(chosen)
	case s.Format.Input() == PickOne:
		return "To whoever answers " + s.letters(chosen)
	}
	return "To whoever answers as the key has it: " + s.Format.WholeKey(s)
}
