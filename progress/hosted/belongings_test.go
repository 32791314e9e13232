package hosted_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/progress"
	"probity/progress/journal"
	"probity/scenarios/induction"
)

// TestWhatThereIsManyPiecesOf is counted where it is listed: nobody reads hundreds of lines before they agree.
func TestWhatThereIsManyPiecesOf(t *testing.T) {
	_, r := begun(t, progress.Reflection{Text: "what I thought"}, progress.Reflection{Text: "and what I wrote"})
	for _, id := range []string{"20261122-120000-abcd", "20261123-120000-efgh"} {
		led := r.Sessions().New(id)
		for n := range 3 {
			if err := led.Append(t.Context(), journal.Any, induction.Began{ID: id, At: noon.Add(time.Duration(n) * time.Second)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	h, err := r.History()
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range h.Reflections() {
		if _, err := r.ForgetReflection(one); err != nil {
			t.Fatal(err)
		}
	}
	all, err := r.Belongings()
	var got []string
	for _, b := range all {
		got = append(got, b.Path+": "+b.What)
	}
	want := []string{"progress: your record", "sessions: 2 facilitated sessions", "erased: marks of 2 reflections that you erased, so that none comes back"}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v, %s", err, diff)
	}
}
