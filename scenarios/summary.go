package scenarios

import "slices"

// Summary is what a sitting amounted to.
type Summary struct {
	Situations int // families; a turn belongs to the situation that it is a turn of
	Answers    int // that stand
	TakenBack  int // that were a slip, and count nowhere
	Total      Score
	Topics     []TopicScore // in the order first met
	Again      []Outcome    // what to look at again, each situation once: not right, confident mistakes first
}

// TopicScore is the score in one topic.
type TopicScore struct {
	Topic string
	Score Score
}

// Summarise adds up outcomes.
func Summarise(outcomes []Outcome) Summary {
	sum, met := Summary{}, map[string]bool{}
	for _, o := range outcomes {
		if o.Undone {
			sum.TakenBack++
			continue
		}
		sum.Answers++
		met[o.Situation.Family] = true
	}
	sum.Situations = len(met)
	at := map[string]int{}
	for _, o := range outcomes {
		topic, score := o.Situation.Topic, ScoreOf(o.Situation.Format.Name(), o.Marking)
		if score.Answers == 0 || o.Undone { // unscored, or taken back
			continue
		}
		sum.Total = sum.Total.Add(score)
		i, known := at[topic]
		if !known {
			i = len(sum.Topics)
			at[topic] = i
			sum.Topics = append(sum.Topics, TopicScore{Topic: topic})
		}
		sum.Topics[i].Score = sum.Topics[i].Score.Add(score)
	}
	sum.Again = again(outcomes)
	return sum
}

// again lists what was not right, confident mistakes first.
func again(outcomes []Outcome) []Outcome {
	var list []Outcome
	for sure := VerySure; sure >= NotAsked; sure-- {
		for _, o := range outcomes {
			wrong := o.Sure == sure && o.Marking.Of > 0 && !o.Undone && !o.Marking.Right()
			if wrong && !slices.ContainsFunc(list, func(a Outcome) bool { return a.Situation.Family == o.Situation.Family }) {
				list = append(list, o)
			}
		}
	}
	return list
}
