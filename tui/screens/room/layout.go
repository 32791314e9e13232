package room

// layout is how a step is laid out. Nothing is left out of it: what does not fit is scrolled to.
type layout struct {
	apart bool // a blank line between choices
	wide  bool // lines as long as the window
	clock int  // the size of the countdown; smallest is a line of text
}

// smallest is the countdown as a line of text, like any other.
const smallest = -1

// way is one way to lay a step out.
type way func() string

// in is a way that shows a step in a layout.
func (r *Screen) in(l layout, text func() string) way {
	return func() string {
		r.layout = l
		return text()
	}
}

// fit is the first way that fits, or else the last.
func (r *Screen) fit(ways []way, height int) (text string) {
	for _, way := range ways {
		r.layout = layout{}
		if text = way(); lines(text) <= height {
			break
		}
	}
	return text
}

// roomy is the layouts of a step with choices, the roomiest first.
func roomy() []layout { return []layout{{apart: true}, {}, {wide: true}} }

// roomiest is a step in each of them.
func (r *Screen) roomiest(text func() string) []way {
	var ways []way
	for _, l := range roomy() {
		ways = append(ways, r.in(l, text))
	}
	return ways
}

// timed is a step under its countdown, which is as large as there is room for.
func (r *Screen) timed(text func() string) []way {
	var ways []way
	for _, l := range roomy() {
		for l.clock = 2; l.clock >= smallest; l.clock-- {
			ways = append(ways, r.in(l, func() string { return stack(r.countdown(), text()) }))
		}
	}
	return ways
}

func gap(apart bool) string {
	if apart {
		return "\n\n"
	}
	return "\n"
}
