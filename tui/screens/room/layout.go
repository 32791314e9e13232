package room

// layout is how a step is laid out. Nothing is left out of it: what does not fit is scrolled to, or stands a key away.
type layout struct {
	apart  bool // a blank line between choices
	wide   bool // lines as long as the window
	thick  bool // bars of two lines
	short  bool // bars on the line of their choice, which has its text below all bars or not at all
	most   int  // lines of a choice that is not at the cursor; 0 for all of them
	bare   bool // without what stands above and below the choices
	panes  bool // two of them side by side, which stand where they are from step to step
	unseen bool // the situation is a key away
}

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

func gap(apart bool) string {
	if apart {
		return "\n\n"
	}
	return "\n"
}
