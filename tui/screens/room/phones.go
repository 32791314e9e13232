package room

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"probity/scenarios/induction"
	"probity/tui/parts/pane"
	"probity/tui/parts/qr"
	"probity/tui/phones"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// The messages of phones: that they may vote, what they say, that they no longer may, and that it is time to wonder why none has come. Those of
// phones that others have taken the place of are nobody's.
type (
	connectedMsg struct{ tutor.Connection }
	newsMsg      struct {
		phones *tutor.Phones
		news   tutor.News
	}
	endedMsg struct {
		phones *tutor.Phones
		err    error
	}
	lonelyMsg struct{ phones *tutor.Phones }
)

// lonely is how long a room is given to join before the screen says what may be in the way.
const lonely = 30 * time.Second

// byPhone reports whether phones vote.
func (r *Screen) byPhone() bool { return r.phones != nil }

// connect asks for phones, as the facilitator did or the session that is carried on had. Where there are, it shows how to join.
func (r *Screen) connect() tea.Cmd {
	switch {
	case r.byPhone():
		if r.room != nil { // before it begins, how to join is shown anyway
			r.mode = joining
		}
		return nil
	case r.connecting:
		return nil
	}
	people, before := r.to.People, r.was
	if r.room != nil {
		people = r.session().Room()
		if at, ok := r.session().Phones(); ok {
			before = at
		}
	}
	r.connecting = true
	return screen.Run(r.tutor.Rooms.Connect(r.to.Votes.Host, people, before, r.to.Votes.Slips), r.came)
}

// came is the message of what came of connecting. Where the room was left meanwhile, the port is closed again.
func (r *Screen) came(c tutor.Connection) tea.Msg {
	if r.left && c.Phones != nil {
		c.Phones.Close()
	}
	if r.left {
		return nil
	}
	return connectedMsg{c}
}

// connected goes on once phones may vote, or may not.
func (r *Screen) connected(c tutor.Connection) tea.Cmd {
	r.connecting = false
	if c.Err != nil {
		return r.env.Failed(c.Err)
	}
	phones := c.Phones
	r.phones, r.was, r.found, r.moved, r.waited = phones, phones.At(), tutor.Reached, c.Moved, false
	if r.room != nil {
		r.mode = joining
		if err := r.room.Attach(r.phones); err != nil {
			return r.env.Failed(err)
		}
	}
	return tea.Batch(
		r.env.Await(screen.Run(phones.Serve(), func(err error) tea.Msg { return endedMsg{phones, err} })),
		r.hear(), r.look(), r.env.After(lonely, lonelyMsg{phones}),
	)
}

// heard takes a message of phones. It reports whether it is one.
func (r *Screen) heard(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	switch msg := msg.(type) {
	case connectedMsg:
		return r.connected(msg.Connection), true
	case newsMsg:
		return r.said(msg), true
	case endedMsg:
		return r.ended(msg), true
	case lookMsg:
		if msg.phones != r.phones || !r.byPhone() {
			return nil, true
		}
		return screen.Run(r.phones.Reach(), func(at tutor.Reach) tea.Msg { return lookedMsg{msg.phones, at} }), true
	case lookedMsg:
		return r.looked(msg), true
	case lonelyMsg:
		r.waited = r.waited || msg.phones == r.phones
		return nil, true
	}
	return nil, false
}

// hear waits for the next that phones say.
func (r *Screen) hear() tea.Cmd {
	phones := r.phones
	return r.env.Await(screen.Run(phones.News(), func(n tutor.News) tea.Msg { return newsMsg{phones, n} }))
}

// said is what phones say: that there is something to draw anew, or what the facilitator's own asks for.
func (r *Screen) said(msg newsMsg) tea.Cmd {
	if !msg.news.More || !r.byPhone() || msg.phones != r.phones {
		return nil
	}
	if r.room != nil && (r.mode == leading || r.mode == peeking || r.mode == joining) {
		r.led(r.phones.Wants(msg.news))
	}
	return r.hear()
}

// led does what the facilitator's phone asks for, as the keys of a presenter's clicker do.
func (r *Screen) led(by phones.Command) {
	if by != 0 {
		r.mode = leading
	}
	switch by {
	case phones.Next:
		if !r.explain(+1) {
			r.forward()
		}
	case phones.CloseVote:
		r.closeVote()
	case phones.Back:
		if !r.explain(-1) {
			r.goes((*induction.Session).Back)
		}
	}
}

// ended says that phones can vote no more: hands go on.
func (r *Screen) ended(msg endedMsg) tea.Cmd {
	if msg.err == nil || !r.byPhone() || msg.phones != r.phones {
		return nil
	}
	r.phones.Close()
	r.phones = nil
	return r.env.Failed(msg.err)
}

// join is how a phone joins, below what stands above, the roomiest first: the square, with the address and what to do beside or below it.
func (r *Screen) join(aboves ...way) (ways []way) {
	text := r.phones.Address()
	if r.onto {
		text = qr.Wifi(r.to.Votes.Wifi, r.to.Votes.Password)
	}
	square, err := qr.Draw(text, qr.For(r.frame.Theme))
	if err != nil {
		return []way{func() string { return stack(aboves[0](), r.block("", prose.Sentence(err), r.frame.Theme.Warn)) }}
	}
	for _, above := range aboves {
		ways = append(ways, r.in(layout{wide: true}, func() string { return r.beside(square, above) }),
			r.in(layout{}, func() string { return stack(above(), r.how("scan the square, or "), square) }))
	}
	return append(ways, r.in(layout{wide: true}, func() string { return stack(aboves[len(aboves)-1](), r.how("")) }))
}

// beside sets the square to the right of what there is to read.
func (r *Screen) beside(square string, above way) string {
	room := r.frame.Width - 4
	left := room - lipgloss.Width(square) - 3
	if left < leastBeside {
		return strings.Repeat("\n", r.frame.Height) // it has no room there
	}
	r.narrow = left
	defer func() { r.narrow = 0 }()
	return pane.Columns(stack(above(), r.how("scan the square, or ")), left, square, 3)
}

// leastBeside is the room in which the words beside a square can be read.
const leastBeside = 30

// how says how to join: by the square first, where there is room for it.
func (r *Screen) how(square string) string {
	th := r.frame.Theme
	joined, _ := r.phones.Turnout()
	people := r.to.People
	if r.room != nil {
		people = r.session().Room()
	}
	if r.onto {
		return r.wifi(square)
	}
	var lines []string
	if r.moved {
		lines = append(lines, r.block("", "The address is another than before: everybody scans the square once more, and votes again in a vote that is open.", th.Warn))
	}
	where := "on the same wifi as this computer"
	switch {
	case r.hosted():
		where = "from any network"
	case r.to.Votes.Wifi != "":
		where = "on the wifi " + r.to.Votes.Wifi + " (w shows how)"
	}
	lines = append(lines,
		r.block("", "Vote by phone, "+where+": "+square+"type", th.Text),
		r.block("", strings.TrimPrefix(r.phones.Address(), "http://"), th.Brand),
		r.block("", fmt.Sprintf("%d of %d joined. Hands count too.", joined, people), th.Strong),
	)
	if r.phones.At().Slips != "" {
		lines = append(lines, r.block("", "Have your slip ready: the page asks for its code.", th.Text))
	}
	if r.room != nil {
		lines = append(lines, r.block("", "space goes back to the session", th.Faint))
	}
	if r.waited && joined == 0 {
		lines = append(lines, r.block("", r.apart(), th.Faint))
	}
	return strings.Join(lines, "\n\n")
}

// hosted reports whether phones vote on the pages of a host.
func (r *Screen) hosted() bool { return r.phones.At().Web != "" }

// apart says what may keep phones from coming.
func (r *Screen) apart() string {
	if r.hosted() {
		return "Nobody yet? Try the square on your own phone, without wifi too: a guest wifi may keep pages away that mobile data reaches. Hands always work."
	}
	return "Nobody yet? Phones may be on another wifi, or a guest wifi or this laptop's firewall keeps them apart. A phone's hotspot works; hands always do."
}

// wifi says how a phone gets onto the wifi.
func (r *Screen) wifi(square string) string {
	th := r.frame.Theme
	lines := []string{r.block("", "First onto the wifi: "+square+"join", th.Text), r.block("", r.to.Votes.Wifi, th.Brand)}
	if password := r.to.Votes.Password; password != "" {
		lines = append(lines, r.block("", "with the password "+password, th.Text))
	}
	return strings.Join(append(lines, r.block("", "Then w shows where to vote.", th.Strong)), "\n\n")
}

// hasWifi reports whether how to get onto the wifi can be shown now.
func (r *Screen) hasWifi() bool {
	return r.to.Votes.Wifi != "" && r.byPhone() && (r.mode == joining || r.room == nil && r.mode == leading)
}
