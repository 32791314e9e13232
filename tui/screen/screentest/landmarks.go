package screentest

// Landmarks is every screen, and its stages that are screens to whoever looks at them, with what only it shows. The monkey has to come to each,
// and each has to be left in every way.
func Landmarks() map[string]string {
	return map[string]string{
		"home": "documents · search", "setup, role": "What is your role?", "setup, country": "Where do you practise?", "settings": "asked after each answer",
		"the choice of topics": "All topics", "a single best answer": "Single best answer ·", "a choice of several": "Choose several ·",
		"a ranking": "Ranking ·", "a rating": "Rating ·", "a discussion": "There is no right answer here", "how sure": "How sure are you?",
		"feedback": "· Saved.", "every option": "Chance alone brings", "what changed": "What changed since 2013", "a report": "Does something seem wrong here?",
		"a turn": "Now one thing is different", "a reflection": "Leave out anything that could identify", "the second situation": "Situation 2 of", "the summary": " Summary ",
		"nothing due": "is due", "a review": "Review 1 of", "the choice of an assessment": "the blueprint", "an assessment": "Assessment 1 of",
		"the overview": "When you are done", "a result": "By format", "progress": "Topics: ", "guidance": "Documents",
		"a clause": "Situations that teach it", "a search": "Search:", "the UK and Ireland": "UK and Ireland", "a certificate's work": "What do you want it for?",
		"a certificate's form": "Yours to check and fill in", "a certificate's preview": "Certificate · preview", "a certificate's export": "Certificate · export",
		"agendas": "Build a plan", "a plan": "to keep, edit and pass on", "a room that fills": "space begins", "a room's situation": "· The situation", "a room's vote": "· Vote",
		"a room's spread": "How the room voted", "a room's answer": "✓ The answer:", "notes": "minutes gone", "recovery": "Your record could not be read.",
		"keys": "Keys that work here", "a window too small": "too small",
	}
}
