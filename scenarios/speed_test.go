package scenarios_test

import (
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// BenchmarkDraw is the draw of a practice from the built-in library, when half of it was met.
func BenchmarkDraw(b *testing.B) {
	library, err := pack.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	past := scenarios.Past{Seen: map[string]int64{}, Families: map[string]int64{}}
	for i, f := range library.Bank.Families() {
		if i%2 == 0 {
			past.Families[f.ID], past.Seen[f.Variants[0].ID] = int64(i+1), int64(i+1)
		}
	}
	request := scenarios.Request{Reader: guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.UK}, Count: 10}
	for b.Loop() {
		request.Seed++
		if drawn := library.Bank.Draw(request, past); len(drawn) != request.Count {
			b.Fatalf("%d were drawn", len(drawn))
		}
	}
}

// BenchmarkMark marks every situation of the built-in library, answered as its key has it.
func BenchmarkMark(b *testing.B) {
	library, err := pack.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for _, s := range library.Bank.All() {
			s.Format.Mark(s, s.Key)
		}
	}
}
