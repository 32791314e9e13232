package tutor

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"net"
	"strings"

	"probity/scenarios/induction"
	"probity/scenarios/induction/box"
	"probity/scenarios/induction/slips"
	"probity/tui/phones"
)

// Phones are the phones that vote in a room, from when somebody asks for them until the room is left. Until then no port is open.
type Phones struct {
	box      *box.Box
	server   *phones.Server
	at       induction.Connected
	line     phones.Line
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

// Connect is the task of letting a room's phones vote: at a port of this computer, at the address or the card that the host names, else the
// likeliest; or, where the program runs on a host, by its web servers. A session that is carried on is at the port and the path that it was at. With
// a file of codes only whoever has the slip of one votes; so it is too where the session that is carried on had one.
func (r *Rooms) Connect(host string, people int, before induction.Connected, file string) Task[Connection] {
	door, open := r.door, func(before induction.Connected) Connection { return connect(host, people, before) }
	if r.hosted {
		network := r.network
		open = func(before induction.Connected) Connection { return connectHosted(network, people, before) }
	}
	return runOnly(func() Connection {
		before.Slips = cmp.Or(file, before.Slips)
		if before.Slips == "" {
			return open(before)
		}
		codes, err := door.readCodes(before.Slips)
		if err == nil && len(codes) == 0 {
			err = fmt.Errorf("there is no file %s", before.Slips)
		}
		if err != nil {
			return Connection{Err: fmt.Errorf("phones cannot vote without the codes of the vote slips: %w. Put it back, or count hands", err)}
		}
		c := open(before)
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
		Host: at.IP.String(), Port: phones.Port(l), Code: cmp.Or(before.Code, newCode(wifiLetters)), Secret: cmp.Or(before.Secret, rand.Text()[:secretLetters]),
		Slips: before.Slips,
	}
	return Connection{Phones: NewPhones(l, now, people), Moved: moved(before, now)}
}

// secretLetters are as many letters of five bits as nobody guesses, and as few as make a square that fits a window of 24 lines.
const secretLetters = 16

// moved reports whether phones were told another address before.
func moved(before, now induction.Connected) bool {
	return before.Code != "" && before.Address() != now.Address()
}

// How many letters a code has: on a wifi as few as can be, as nobody else is there; on a host, where everybody may try, seven, of which there are
// nine hundred million.
const (
	wifiLetters = 3
	hostLetters = 7
)

// newCode is a path of so many letters that none is mistaken for another.
func newCode(letters int) string {
	const alphabet = "bcdfghjkmnpqrstvwxz"
	var code strings.Builder
	for range letters {
		code.WriteByte(alphabet[mathrand.IntN(len(alphabet))])
	}
	return code.String()
}

// seats is for how many phones there is room: a tenth more than there are people, as some come with two.
func seats(people int) int { return people + (people+9)/10 }

// NewPhones are phones that a listener hears, for a room of so many people.
func NewPhones(l net.Listener, at induction.Connected, people int) *Phones {
	return newPhones(people, at, port{l}, phones.New)
}

func newPhones(people int, at induction.Connected, line phones.Line, serve func(b *box.Box, code, secret string) *phones.Server) *Phones {
	p := &Phones{box: box.New(seats(people)), at: at, line: line}
	p.server = serve(p.box, at.Code, at.Secret)
	p.context, p.stop = context.WithCancel(context.Background())
	return p
}

// port is a port of this computer, at which phones come.
type port struct{ net.Listener }

// Serve answers phones.
func (p port) Serve(ctx context.Context, s *phones.Server) error { return s.Serve(ctx, p.Listener) }

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
		switch err := p.line.Serve(p.context, p.server); {
		case p.context.Err() != nil:
		case errors.Is(err, phones.ErrElsewhere):
			return fmt.Errorf("%w, and its phones vote there: go on there", err)
		case err != nil:
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

// Close ends the phones: the port is closed, or no host finds the room any more.
func (p *Phones) Close() {
	p.stop()
	_ = p.line.Close() // the server has done so, if it was begun
}
