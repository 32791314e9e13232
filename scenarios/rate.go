package scenarios

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"probity/guidance"
)

// rate judges each of four to eight actions by itself, on four steps. An exact rating earns four marks, the neighbour on
// the same side of the middle two, anything else none. Any constant answer, and one at random, brings 37.5 % of what can
// be had on average over keys. The scheme is the project's own.
type rate struct{ plain }

const (
	rateMark     = 4
	rateNearMark = 2
	rateLeast    = 4 // options
	rateMost     = 8
)

// RatingName says a step of the rating scale, from 1 to 4, in words; "" for anything else.
func RatingName(n int) string {
	switch n {
	case 4:
		return "very appropriate"
	case 3:
		return "appropriate but not ideal"
	case 2:
		return "inappropriate but not awful"
	case 1:
		return "very inappropriate"
	}
	return ""
}

func (rate) Name() string                   { return "rate" }
func (rate) Title() string                  { return "Rating" }
func (rate) Available(s *Situation) float64 { return rateMark * float64(len(s.Options)) }
func (rate) Chance(*Situation) float64      { return 0.375 }

func (rate) Instruction(*Situation) string {
	return "Rate each: 4 very appropriate, 3 appropriate but not ideal, 2 inappropriate but not awful, 1 very inappropriate."
}

func (rate) Input() Input { return GiveNumbers }

func (rate) Note() string { return "This way of marking a rating is Probity's own." }

func (rate) Check(s *Situation) []Flaw {
	out := uniqueOptions(s)
	if n := len(s.Options); n < rateLeast || n > rateMost {
		out = append(out, Flaw{0, "option", fmt.Sprintf("there are %d", n), "a rating has four to eight options"})
	}
	const mend = `rate every option once, from 4 to 1: key = ["a=4", "b=1", …]`
	key := ratings(s.Key)
	if len(key) != len(s.Key) {
		return append(out, Flaw{0, "key", "has an entry that is no rating, or rates an option twice", mend})
	}
	var left []string
	for _, o := range s.Options {
		if key[o.ID] == 0 {
			left = append(left, strconv.Quote(o.ID))
		}
	}
	if len(left) > 0 {
		out = append(out, Flaw{0, "key", "does not rate option " + strings.Join(left, ", "), mend})
	}
	for _, entry := range s.Key {
		id, _, _ := strings.Cut(entry, "=")
		if _, ok := s.Option(id); !ok {
			out = append(out, Flaw{0, "key", fmt.Sprintf("rates %q, which is not an option", id), mend})
		}
	}
	return out
}

// ratings reads the notation of keys and answers, "a=4"; what is not in it is left out.
func ratings(entries []string) map[string]int {
	out := map[string]int{}
	for _, e := range entries {
		id, number, _ := strings.Cut(e, "=")
		if n, err := strconv.Atoi(number); err == nil && RatingName(n) != "" {
			out[id] = n
		}
	}
	return out
}

func (rate) Begin(_ *Situation, order []string) Attempt {
	return &rated{board: board{order}, values: make([]int, len(order))}
}

func (rate) Mark(s *Situation, chosen []string) Marking {
	m := Marking{Of: rate{}.Available(s), Chance: rate{}.Chance(s)}
	yours, key := ratings(chosen), ratings(s.Key)
	for _, o := range s.Options {
		y, k := yours[o.ID], key[o.ID]
		mark := OptionMark{ID: o.ID, Key: RatingName(k), Right: y == k, Marks: ratingMarks(y, k)}
		if y != 0 {
			mark.Yours = RatingName(y)
		}
		m.Marks += mark.Marks
		m.Options = append(m.Options, mark)
	}
	return m
}

func (r rate) Scales() []Scale {
	var out []Scale
	for n := rateLeast; n <= rateMost; n++ {
		out = append(out, Scale{Of: rateMark * float64(n), Step: rateNearMark, Chance: r.Chance(nil)})
	}
	return out
}

func ratingMarks(yours, key int) float64 {
	const middle = 2 // 1 and 2 are on one side, 3 and 4 on the other
	switch {
	case yours == 0:
		return 0
	case yours == key:
		return rateMark
	case (yours > middle) == (key > middle):
		return rateNearMark
	}
	return 0
}

func (rate) Outright() bool { return false }

func (rate) KeyOf(s *Situation, id string) string { return RatingName(ratings(s.Key)[id]) }

func (rate) WholeKey(s *Situation) string {
	key := ratings(s.Key)
	var out []string
	for _, entry := range s.Key {
		id, _, _ := strings.Cut(entry, "=")
		out = append(out, fmt.Sprintf("%s %d", s.Letter(id), key[id]))
	}
	return strings.Join(out, ", ") + ", from 4 very appropriate to 1 very inappropriate"
}

// Contested is the first action whose key lies in the middle, where a room differs most.
func (rate) Contested(s *Situation) string {
	key := ratings(s.Key)
	for _, o := range s.Options {
		if key[o.ID] == 3 || key[o.ID] == 2 {
			return o.ID
		}
	}
	if len(s.Options) == 0 {
		return ""
	}
	return s.Options[0].ID
}

// Ballot puts one action to the room, to be judged on the four steps.
func (rate) Ballot(s *Situation, action string) Ballot {
	b := Ballot{Question: "How appropriate is this?", For: "for how appropriate you find it", Action: action, Reveal: "How appropriate"}
	key := ratings(s.Key)[action]
	for n := 4; n >= 1; n-- {
		number := strconv.Itoa(n)
		b.Choices = append(b.Choices, Choice{number, number, RatingName(n), n == key})
	}
	return b
}

// Picked lists the options that an answer rates as the key does.
func (rate) Picked(s *Situation, chosen []string) []string {
	given, key := ratings(chosen), ratings(s.Key)
	var out []string
	for _, o := range s.Options {
		if given[o.ID] == key[o.ID] {
			out = append(out, o.ID)
		}
	}
	return out
}

func (rate) PickedMeans() string { return "of a rating, who rated it as the key has it" }

// Guess spreads the options over the four steps.
func (rate) Guess(_ *Situation, order []string) []string {
	var out []string
	for place, id := range order {
		out = append(out, fmt.Sprintf("%s=%d", id, 4-place*4/len(order)))
	}
	return out
}

func (rate) Interaction() string { return matchingInteraction }

// rated is an answer that rates each option.
type rated struct {
	board
	values []int // 0: not yet
}

func (r *rated) Lines() []Line {
	lines := r.lines(func(i int) (mark, said string) {
		if r.values[i] == 0 {
			return "[ ]", ""
		}
		return fmt.Sprintf("[%d]", r.values[i]), RatingName(r.values[i])
	})
	for i, value := range r.values {
		lines[i].Number = value
	}
	return lines
}

// Number rates an option, and goes on to the next that has no rating.
func (r *rated) Number(i, n int) int {
	if i < 0 || i >= len(r.values) || RatingName(n) == "" {
		return i
	}
	r.values[i] = n
	for step := range r.values {
		if next := (i + step) % len(r.values); r.values[next] == 0 {
			return next
		}
	}
	return i
}

// Read takes a number for each option in the order shown, "431242", or letters with numbers, "a4 b3 …".
func (r *rated) Read(line string) error {
	values, next := make([]int, len(r.values)), 0
	for _, c := range line {
		if strings.ContainsRune(" ,=\t", c) {
			continue
		}
		if i, ok := place(c, len(r.values)); ok {
			next = i
			continue
		}
		n := int(c - '0')
		if RatingName(n) == "" || next >= len(values) {
			return r.wanted()
		}
		values[next], next = n, next+1
	}
	if slices.Contains(values, 0) {
		return r.wanted()
	}
	r.values = values
	return nil
}

func (r *rated) wanted() error {
	n := len(r.values)
	return fmt.Errorf("a rating takes %s numbers from 4 to 1, in the order shown, such as %s", number(n), strings.Repeat("4312", 2)[:n])
}

func (r *rated) Take(chosen []string) {
	values := ratings(chosen)
	for i, id := range r.order {
		r.values[i] = values[id]
	}
}

func (r *rated) Missing() string {
	left := 0
	for _, v := range r.values {
		if v == 0 {
			left++
		}
	}
	switch left {
	case 0:
		return ""
	case 1:
		return "One is not rated yet: give it a number from 4 to 1."
	}
	return fmt.Sprintf("%s are not rated yet: give each a number from 4 to 1.", guidance.Capital(number(left)))
}

func (r *rated) Chosen() []string {
	var out []string
	for i, id := range r.order {
		if r.values[i] != 0 {
			out = append(out, fmt.Sprintf("%s=%d", id, r.values[i]))
		}
	}
	slices.Sort(out)
	return out
}
