package tutor

import (
	"cmp"
	"slices"

	"probity/progress"
)

// apart is facts as they stand in a file of their own. What a reflection said before it was edited goes before all else, as in the record, and is
// named by it, so that a merge finds what it replaces. What is nothing without what it names is left out.
func (r *Record) apart(batch []progress.Fact) (facts []progress.Fact) {
	numbers := map[int64]int64{0: 0} // in the file, of earlier wordings, by those in the record
	for i, earlier := range r.earlier(batch) {
		numbers[earlier.Seq] = int64(i + 1)
		earlier.Replaces = numbers[earlier.Replaces]
		facts = append(facts, earlier)
	}
	for _, fact := range batch {
		switch f := fact.(type) {
		case progress.Undo:
		case progress.Reflection:
			f.Replaces = numbers[f.Replaces]
			facts = append(facts, f)
		default:
			facts = append(facts, f)
		}
	}
	return facts
}

// earlier is what the reflections of a batch replace, what that replaced, and so on, in the order of the record.
func (r *Record) earlier(batch []progress.Fact) (all []progress.Reflection) {
	for _, fact := range batch {
		f, _ := fact.(progress.Reflection)
		for seq := f.Replaces; seq > 0; {
			was, there := r.History().Wording(seq)
			if !there || slices.Contains(all, was) {
				break
			}
			all = append(all, was)
			if was.Replaces >= seq { // it names nothing
				break
			}
			seq = was.Replaces
		}
	}
	slices.SortFunc(all, func(x, y progress.Reflection) int { return cmp.Compare(x.Seq, y.Seq) })
	return all
}
