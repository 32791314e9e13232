package tutor

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	mathrand "math/rand/v2"
	"net"
	"slices"
	"strings"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/induction/box"
	"probity/scenarios/induction/slips"
	"probity/tui/phones"
	"probity/tui/prose"
)

// Phones are the phones that vote in a room, from when somebody asks for them until the room is left. Until then no port is open.
type Phones struct {
	box      *box.Box
	server   *phones.Server
	at       induction.Connected
	listener net.Listener
	context  context.Context // done when the room is left
	stop     context.CancelFunc
	revision int // of the page that is up
}

// Connection is what came of connecting.
type Connection struct {
	Phones *Phones
	Moved  bool // phones were told another address or port before, and have to join anew
	Err    error
}

// Connect is the task of opening a port of this computer for a room's phones: at the address or the card that the host names, else the likeliest.
// A session that is carried on is at the port and the path that it was at. With a file of codes only whoever has the slip of one votes; so it is too
// where the session that is carried on had one.
func (r *Rooms) Connect(host string, people int, before induction.Connected, file string) Task[Connection] {
	return runOnly(func() Connection {
		before.Slips = cmp.Or(file, before.Slips)
		if before.Slips == "" {
			return connect(host, people, before)
		}
		codes, err := readCodes(before.Slips)
		if err == nil && len(codes) == 0 {
			err = fmt.Errorf("there is no file %s", before.Slips)
		}
		if err != nil {
			return Connection{Err: fmt.Errorf("phones cannot vote without the codes of the vote slips: %w. Put it back, or count hands", err)}
		}
		c := connect(host, people, before)
		if c.Err == nil {
			c.Phones.ask(codes)
		}
		return c
	})
}

func connect(host string, people int, before induction.Connected) Connection {
	all, err := phones.Addresses()
	if err != nil {
		return Connection{Err: err}
	}
	at, err := phones.Find(all, host)
	if err != nil {
		return Connection{Err: err}
	}
	l, err := phones.Listen(at.IP, before.Port)
	if err != nil {
		return Connection{Err: err}
	}
	now := induction.Connected{
		Host: at.IP.String(), Port: phones.Port(l), Code: cmp.Or(before.Code, newCode()), Secret: cmp.Or(before.Secret, rand.Text()[:secretLetters]),
		Slips: before.Slips,
	}
	moved := before.Port > 0 && (before.Host != now.Host || before.Port != now.Port)
	return Connection{Phones: NewPhones(l, now, people), Moved: moved}
}

// secretLetters are as many letters of five bits as nobody guesses, and as few as make a square that fits a window of 24 lines.
const secretLetters = 16

// newCode is a path of three letters that none is mistaken for another.
func newCode() string {
	const letters = "bcdfghjkmnpqrstvwxz"
	var code strings.Builder
	for range 3 {
		code.WriteByte(letters[mathrand.IntN(len(letters))])
	}
	return code.String()
}

// seats is for how many phones there is room: a tenth more than there are people, as some come with two.
func seats(people int) int { return people + (people+9)/10 }

// NewPhones are phones that a listener hears, for a room of so many people.
func NewPhones(l net.Listener, at induction.Connected, people int) *Phones {
	p := &Phones{box: box.New(seats(people)), at: at, listener: l}
	p.server = phones.New(p.box, at.Code, at.Secret)
	p.context, p.stop = context.WithCancel(context.Background())
	return p
}

// ask lets only those vote who have the slip of a code.
func (p *Phones) ask(codes slips.Codes) {
	p.server.Ask(func(typed string) (box.Token, bool) {
		code, ok := codes.Find(typed)
		return box.Token(code), ok
	})
}

// At is where the phones vote.
func (p *Phones) At() induction.Connected { return p.at }

// Address is what a phone opens to vote.
func (p *Phones) Address() string { return p.at.Address() }

// Turnout is how many phones have joined, and how many of them have voted in the vote that is open or was last.
func (p *Phones) Turnout() (joined, voted int) { return p.box.Turnout() }

// Serve is the task of answering phones. It ends when they are closed, and its error says why it ended before.
func (p *Phones) Serve() Task[error] {
	return runOnly(func() error {
		if err := p.server.Serve(p.context, p.listener); err != nil && p.context.Err() == nil {
			return fmt.Errorf("phones cannot vote any more: %w. Count hands", err)
		}
		return nil
	})
}

// News is the task of waiting until a phone joins, votes, or, as the facilitator's, asks for something. ok is false once they are closed.
func (p *Phones) News() Task[News] {
	return runOnly(func() News {
		asked, more := p.server.Wait(p.context)
		return News{asked, more}
	})
}

// News is what phones have to say to a room.
type News struct {
	asked phones.Asked
	More  bool // there may be more
}

// Wants is the command of the facilitator's phone, unless the room has gone on since it was given; 0 for none.
func (p *Phones) Wants(n News) phones.Command {
	if n.asked.Revision != p.revision {
		return 0
	}
	return n.asked.Command
}

// Close ends the phones: the port is closed.
func (p *Phones) Close() {
	p.stop()
	_ = p.listener.Close() // the server has done so, if it was begun
}

// Attach lets phones vote in the room from now on.
func (r *Room) Attach(p *Phones) error {
	if at, _ := r.session.Phones(); !at.Same(p.at) {
		if err := r.take(r.session.Connect(p.at, r.in.clock.Now())); err != nil {
			return err
		}
	}
	r.phones = p
	r.publish()
	return nil
}

// Phones are those of the room; nil for none.
func (r *Room) Phones() *Phones { return r.phones }

// Go carries an act out that may leave the vote: what phones voted is counted first. Where the act can't be done, the vote goes on. The error of
// more votes than people is the count's.
func (r *Room) Go(act Act) error {
	before := r.round()
	if r.phones != nil && before.Number > 0 {
		if err := r.collect(before); err != nil {
			r.publish()
			return err
		}
	}
	return r.Do(act)
}

// Forward goes on by a step, from a vote once nobody is missing. Until then no vote by phone is counted: the facts of single votes, with their
// times, would tell who voted for what.
func (r *Room) Forward() error {
	if n := r.missing(); n > 0 {
		return r.session.Awaits(n)
	}
	return r.Go((*induction.Session).Forward)
}

// missing is how many people are missing from the vote that is open, with the phones' votes as they are now.
func (r *Room) missing() int {
	n := r.session.NotVoted()
	if r.phones == nil || r.round().Number == 0 {
		return n
	}
	if ready := r.phones.box.Ready(); ready > 0 { // else what was counted before stands
		n += r.session.PhonesCounted() - ready
	}
	return n
}

// collect closes the vote of the phones and counts it. Where a vote was gone back to and the box no longer has it, as after the program was started
// again, what was counted stands unless phones vote again.
func (r *Room) collect(round box.Round) error {
	now := r.in.clock.Now()
	sums := induction.Votes(r.phones.box.Close())
	if len(sums) == 0 && r.session.PhonesCounted() > 0 {
		return nil
	}
	if err := r.take(r.session.CountPhones(sums, now)); err != nil {
		return err
	}
	if round.Number == 2 {
		return r.take(r.session.Move(r.phones.box.Flow(), now))
	}
	return nil
}

// round is the vote that is open; its number is 0 where none is.
func (r *Room) round() box.Round {
	s := r.session
	if s.IsClosing() {
		return box.Round{Situation: induction.FistID, Number: s.Round()}
	}
	return box.Round{Situation: s.Situation().ID, Action: s.Ballot().Action, Number: s.Round()}
}

// publish shows the phones what the room is at, and opens the vote that is on.
func (r *Room) publish() {
	if r.phones == nil {
		return
	}
	round, ballot := r.round(), r.session.Ballot()
	switch {
	case round.Number > 0:
		var choices []string
		for _, c := range ballot.Choices {
			choices = append(choices, c.ID)
		}
		r.phones.box.Open(round, choices)
	case r.session.Step() == induction.Situation || r.session.Step() == induction.Lessons:
		r.phones.box.Leave()
	}
	r.phones.box.Seat(seats(r.session.Room()))
	r.phones.revision = r.phones.server.Publish(r.page(ballot))
}

// page is what the phones show. The key and the rationales come with the reveal, and how the room voted never: that is for the screen in front.
func (r *Room) page(ballot scenarios.Ballot) phones.Page {
	s := r.session
	n, of := s.Place()
	page := phones.Page{Session: s.Plan().Title, Place: fmt.Sprintf("Situation %d of %d", n, of), Notes: r.notes()}
	switch {
	case s.HasEnded():
		page.Place, page.Ask, page.Over = "", cmp.Or(s.Plan().Closing, "Thank you."), true
		return page
	case s.IsBlank():
		page.Ask = "Look up"
		return page
	}
	page.Story = paragraphs(s.Situation())
	switch s.Step() {
	case induction.Lessons:
		page.Place, page.Story, page.Ask = "", s.Lessons(), s.Doing()
		return page
	case induction.Fist:
		page.Place, page.Story = "", nil
	}
	page.Ask, page.Hand, page.Round = prose.Line(ballot.Question), ballot.Vote(), r.round()
	if action, ok := s.Situation().Option(ballot.Action); ok {
		page.Matter = prose.Line(action.Text)
	}
	page.Open = page.Round.Number > 0
	page.Coming = slices.Contains([]induction.Step{induction.Situation, induction.Think, induction.Spread, induction.Discuss}, s.Step())
	for _, c := range ballot.Choices {
		page.Choices = append(page.Choices, phones.Choice{ID: c.ID, Label: c.Label, Text: prose.Line(c.Text), Key: c.Key})
	}
	if key := ballot.KeyLabels(); key != "" {
		page.Answer = ballot.Reveal + ": " + key
	}
	return page
}

// notes is what the facilitator's own phone shows. The counts of an open vote are not there: a phone is easily seen by others.
func (r *Room) notes() phones.Notes {
	notes := r.in.NotesOn(r.session)
	if n := r.Unexplained(); n > 0 {
		notes.Next = fmt.Sprintf("Why, %d of %d", r.why+1, r.why+n)
	}
	says := append([]string{notes.Step}, notes.Prompts...)
	if r.session.Step() == induction.Discuss {
		for _, a := range notes.Arguments {
			says = append(says, a.Letter+", "+prose.Line(a.Text)+": "+prose.Line(a.Why))
		}
	}
	return phones.Notes{Cue: notes.Cue, Next: notes.Next, Says: says, Clock: drift(r.session.Drift(r.in.clock.Now()))}
}

// paragraphs are what a situation tells, in plain words.
func paragraphs(s *scenarios.Situation) []string {
	var all []string
	for p := range strings.SplitSeq(prose.FromMarkdown(s.Stem).Plain(), "\n\n") {
		if line := prose.Line(p); line != "" {
			all = append(all, line)
		}
	}
	return all
}
