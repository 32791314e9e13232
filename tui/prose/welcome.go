package prose

// Welcome says, before anything else, what this is, how long it takes, and where what is answered stays: a line each.
func Welcome() []string {
	return []string{
		"You meet situations on social media, decide, and see which guidance counts.",
		"Five minutes is enough for a situation or two. Stop and carry on any time.",
		"What you answer stays in one file on this computer. There is no account.",
	}
}

// WelcomeBriefly is Welcome where there is little room.
func WelcomeBriefly() []string {
	return []string{"Situations on social media: decide.", "Five minutes is enough to begin.", "All in one file on this computer."}
}
