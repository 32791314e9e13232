package prose

// Welcome says, before anything else, what this is, how long it takes, and where what is answered stays, on a host or not: a line each.
func Welcome(hosted bool) []string {
	stays := "What you answer stays in one file on this computer. There is no account."
	if hosted {
		stays = "What you answer stays on this server, and others see sums of many people alone: data export takes it home, data erase removes it."
	}
	return []string{
		"You meet situations on social media, decide, and see which guidance counts.",
		"Five minutes is enough for a situation or two. Stop and carry on any time.",
		stays,
	}
}

// WelcomeBriefly is Welcome where there is little room.
func WelcomeBriefly(hosted bool) []string {
	stays := "All in one file on this computer."
	if hosted {
		stays = "On this server. Others see sums alone."
	}
	return []string{"Situations on social media: decide.", "Five minutes is enough to begin.", stays}
}
