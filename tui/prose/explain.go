package prose

// Explanation says what one of the tutor's words means, with an example in figures.
type Explanation struct {
	Word string
	Text string // paragraphs, with a blank line between them
}

// Explanations are the words that help explains, in the order of their keys. None knows of a situation, so none gives an answer away.
func Explanations() []Explanation {
	return []Explanation{
		{"Marks", `Every answer earns marks, and none are ever taken away. A single best answer brings 1 or 0. Choosing brings 4 for each right option. A ranking brings 4 for each option, less 1 for every place that it is away. A rating brings 4 when it is exact, 2 for the neighbour on the same side of the middle, otherwise 0.

Example: a ranking of five with two neighbours the wrong way round brings 18 of 20.

In a score a single best answer counts once and every other format twice. Below 6 scored answers there is no percentage.`},
		{"Chance", `Guessing earns marks too: 25 % with one best of four, 37.5 % when you choose three of eight, 60 % in a ranking and 37.5 % in a rating. So what counts is how far you are above chance: of the marks that guessing does not bring, how many you had.

Example: a ranking with 16 of 20. Guessing brings 12, which leaves 8; you had 4 of them: 50 % above chance. With 12 of 20 it is 0 %, and with fewer it falls below.`},
		{"Force", `Guidance does not bind equally everywhere. Each extract keeps the force of its document: "must" and "must not" bind; "should" and "should usually" ask for a good reason to do otherwise; "consider" and "aware" leave it to your judgement. Others state a principle or a scope.

Example: of 2 extracts beside an answer, one may say must and one consider. The first is a duty. The second is something to weigh.

Extracts help you learn. The original is what you are held to.`},
		{"Certainty", `After an answer you say whether it was a guess, or you were fairly sure or very sure. That never changes your marks: it shows how well you know what you know. An answer counts as right from 75 % of its marks.

Example: in a ranking 15 of 20 is right, and 14 is not. "When very sure, right 6 of 11" means that 5 of those answers were mistakes you would not have looked up.`},
		{"Review", `What you practise comes back before it is forgotten, by principle and where it can with other facts, so that you learn the reason and not the answer. The days between grow while you answer well; they are set so that you would still know 90 % of it.

Example: a mistake when you were very sure comes back after 1 day, however well you knew the principle before. All answers to a principle on one day are one review.`},
	}
}
