package sshd

import "time"

// Limits are what a host allows. Each is a setting of its own, so that a small machine and a large one can both be kept from being overrun.
type Limits struct {
	// Before anybody is known.
	Strangers     int           // connections at once that have not authenticated
	StrangersEach int           // of those, from one address: the rest is for others
	Burst         int           // connections from one address at once: everybody behind one router has the same
	PerSecond     float64       // connections from one address, in the long run
	Handshake     time.Duration // until keys are exchanged
	Authenticate  time.Duration // until it is known who it is, the handshake included

	// Of those who are known.
	Connections int           // of one learner
	Channels    int           // of one connection
	Sessions    int           // of all learners
	PerLearner  int           // sessions of one learner
	Start       time.Duration // until a connection has a session, and a session is asked for something

	// Of a session.
	Width, Height int           // of a terminal, in cells; a larger one is used in part
	ResizeEvery   time.Duration // a terminal's size is taken up no more often
	Idle          time.Duration // without a key
	Total         time.Duration
	Warning       time.Duration // before a session ends by Idle or Total
	Buffer        int           // bytes that wait for a client to read them
	Stall         time.Duration // for a client to read any of them, once the buffer is full

	// Of a host that is to end.
	Drain  time.Duration // for sessions to be ended by those who have them
	Settle time.Duration // for a session to save what there is, once it has to end
}

// DefaultLimits are those of one host for a trust: two hundred learners, a lecture theatre behind one router among them.
func DefaultLimits() Limits {
	return Limits{
		Strangers: 200, StrangersEach: 100, Burst: 150, PerSecond: 5, Handshake: 10 * time.Second, Authenticate: time.Minute,
		Connections: 8, Channels: 8, Sessions: 250, PerLearner: 4, Start: 30 * time.Second,
		Width: 240, Height: 70, ResizeEvery: 100 * time.Millisecond,
		Idle: 30 * time.Minute, Total: 12 * time.Hour, Warning: time.Minute, Buffer: 1 << 20, Stall: 30 * time.Second,
		Drain: time.Minute, Settle: 40 * time.Second,
	}
}
