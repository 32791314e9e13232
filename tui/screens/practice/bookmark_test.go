package practice

import "testing"

func TestAFamilyIsBookmarkedWhileAskedAndAfterwards(t *testing.T) {
	d := practising(t, "a-request").Titled("Situation 1 of 1 · about 1 minute left · Boundaries").Offers("bookmark")
	d.Keys("b").Sees("(•) b").Lacks("Bookmarked") // b is an option
	d.Keys("*").Sees("Bookmarked: it is listed under progress").Titled("Situation 1 of 1 · bookmarked · about 1 minute left · Boundaries")
	d.Keys("enter 1").Titled("Situation 1 of 1 · bookmarked · Boundaries").Offers("bookmark")
	d.Keys("b").Sees("The bookmark is taken away.").Titled("Situation 1 of 1 · Boundaries")
	for _, k := range d.Screen().Keys() { // as at the question
		if k.Help().Desc == "bookmark" && k.Help().Key != "*" {
			t.Errorf("in the feedback it is spelt %q", k.Help().Key)
		}
	}
	d.Keys("* *").RecordHas("[[bookmark]]", 4)
	d.Keys("b").Saved("[[bookmark]]", `scenario = "a-request"`, "on = 1", "on = 0")
	d.RecordHas("[[bookmark]]", 5)
}
