// Cards on PDF pages: the largest letters that fit, and lines to cut along.

package paper

// cards are rows of cards that fill pages.
func (s *sheet) cards(c Cards) []row {
	across, down := max(c.Across, 1), max(c.Down, 1)
	wide, high := width/float64(across), room/float64(down)-slack
	big := s.bigFace(c.Cards, wide, high)
	var out []row
	for from := 0; from < len(c.Cards); from += across {
		beside := c.Cards[from:min(from+across, len(c.Cards))]
		out = append(out, row{height: high, draw: func(y float64) {
			for i, card := range beside {
				s.card(card, side+float64(i)*wide, y, wide, high, big)
			}
		}})
	}
	return out
}

// What is kept free around a card's text in millimetres, and how high the typeface's capitals are, as a share of its size.
const (
	cardPad  = 5.0
	capitals = 0.711
)

// bigFace is the largest face in which every card's Big has room above its small print.
func (s *sheet) bigFace(cards []Card, wide, high float64) face {
	const trial = 100.0
	size := 1000.0
	for _, c := range cards {
		below := float64(len(s.lines(c.Says, fine, wide-2*cardPad))) * fine.lead()
		size = min(size, (high-below-4*cardPad)/(point*capitals))
		if length := s.wide(c.Big, face{trial, true, plain.grey}); length > 0 {
			size = min(size, trial*(wide-2*cardPad)/length)
		}
	}
	return face{max(size, fine.size), true, plain.grey}
}

// card draws one card within its lines.
func (s *sheet) card(c Card, x, y, wide, high float64, big face) {
	s.SetDrawColor(140, 140, 140)
	s.SetLineWidth(0.2)
	s.SetDashPattern([]float64{1.5, 1.5}, 0)
	s.Rect(x, y, wide, high, "D")
	s.SetDashPattern(nil, 0)
	says := s.lines(c.Says, fine, wide-2*cardPad)
	below := float64(len(says)) * fine.lead()
	bigHigh := big.size * point * capitals
	s.text(x+(wide-s.wide(c.Big, big))/2, y+(high-below-cardPad+bigHigh)/2, c.Big, big)
	for i, l := range says {
		s.text(x+(wide-s.wide(l, fine))/2, y+high-cardPad-below+float64(i)*fine.lead()+fine.base(), l, fine)
	}
}
