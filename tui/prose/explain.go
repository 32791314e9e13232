package prose

// Explanation says what one of the tutor's words means, with an example in figures.
type Explanation struct {
	Word string
	Text string // paragraphs, with a blank line between them
}

// Explanations are the words that help explains, in the order of their keys. None knows of a situation, so none gives an answer away.
func Explanations() []Explanation {
	return []Explanation{
		{"Marks", `Marks are earned and never taken away. A single best answer earns 1 or 0. Choosing earns 4 for each right option. A ranking earns 4 for each option, less 1 for each place by which it is out. A rating earns 4 when it is exact, 2 when it is the next one on the same side of the middle, otherwise 0.

Example: a ranking of five with two options that change places with each other earns 18 of 20.

Over several situations a single best answer counts once, and every other format twice. With fewer than 6 scored answers there is no percentage.`},
		{"Chance", `Guessing earns marks too: 25 % with one best of four, 37.5 % when you choose three of eight, 60 % in a ranking and 37.5 % in a rating. So a score says how far you are above chance: how much you earned of the marks that guessing does not bring. 100 % is full marks, 0 % is what guessing brings.

Example: a ranking with 16 of 20. Guessing brings 12. Of the 8 that are left you earned 4: 50 % above chance. With fewer than 12 you are below what guessing brings.`},
		{"Force", `Not all guidance binds equally. Each extract keeps the force of its document: "must" and "must not" bind; "should" and "should usually" ask for a good reason to do otherwise; "consider" and "aware" leave it to your judgement. Others state a principle or a scope.

Example: of 2 extracts beside an answer, one may say must and one consider. The first is a duty. The second is something to weigh.

Extracts help you learn. The original is what you are held to.`},
		{"Certainty", `After an answer you say whether it was a guess, or you were fairly sure or very sure. That never changes your marks: it shows how well you know what you know. An answer counts as right from 75 % of its marks.

Example: in a ranking 15 of 20 is right, and 14 is not. "When very sure, right 6 of 11" means that 5 of those answers were mistakes you would not have looked up.`},
		{"Review", `What you practise comes back before it is forgotten, by principle and where it can with other facts, so that you learn the reason and not the answer. The days between grow while you answer well; they are set so that you would still know 90 % of it.

Example: a mistake when you were very sure comes back after 1 day, however well you knew the principle before. All answers to a principle on one day are one review.`},
	}
}
