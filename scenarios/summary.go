package scenarios

// Summary is what a sitting amounted to.
type Summary struct {
	Total  Score
	Topics []TopicScore // in the order first met
	Again  []Outcome    // what to look at again: not right, confident mistakes first
}

// TopicScore is the score in one topic.
type TopicScore struct {
	Topic string
	Score Score
}

// Summarise adds up outcomes.
func Summarise(outcomes []Outcome) Summary {
	var sum Summary
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
	for sure := VerySure; sure >= NotAsked; sure-- {
		for _, o := range outcomes {
			if o.Sure == sure && o.Marking.Of > 0 && !o.Undone && !o.Marking.Right() {
				sum.Again = append(sum.Again, o)
			}
		}
	}
	return sum
}
