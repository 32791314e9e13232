package tutor

import "probity/scenarios/find"

// Index is what a search looks in; nil until MakeIndex is done.
func (l *Library) Index() *find.Index { return l.index }

// MakeIndex is the task of making the index of what was loaded. It takes longer than a key press may, and a start does not wait for it: it
// is run when somebody first searches.
func (l *Library) MakeIndex() Task[*find.Index] {
	p := l.pack
	return Task[*find.Index]{
		Run: func() *find.Index { return l.make(p) },
		Done: func(made *find.Index) {
			if l.pack == p {
				l.index = made
			}
		},
	}
}
