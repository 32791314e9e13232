package app

import "testing"

// BenchmarkFrame is a key that moves a mark, and the frame that follows from it.
func BenchmarkFrame(b *testing.B) {
	for _, p := range []place{{"home", doctor, nil, ""}, {"question", doctor, choice, ""}, {"feedback", doctor, choice, "b d enter 3"}} {
		b.Run(p.name, func(b *testing.B) {
			d := drive(b, given{learner: p.learner, start: p.start}).keys(p.keys)
			for b.Loop() {
				d.keys("j")
				d.app.View()
			}
		})
	}
}
