// What hosts keep of people together.

package people

import (
	"context"
	"errors"
	"sync"
)

// Directory keeps who was enrolled by an invitation, for all hosts that have it. It knows learners by their tokens alone: no key, no name
// and no address is in it. The methods may be called from several goroutines at once.
type Directory interface {
	// Redeem uses up an invitation and enrols the learner. An invitation that another learner used is ErrUsed, one that was withdrawn
	// ErrWithdrawn; the same one may come with it again. Of two who come at once one is enrolled.
	Redeem(ctx context.Context, invitation, learner string) error

	// Enrolled reports whether the learner came with an invitation once that was not withdrawn since.
	Enrolled(ctx context.Context, learner string) (bool, error)

	// Withdraw has an invitation hold no more, and whoever came with it be enrolled no more, unless they come with another.
	Withdraw(ctx context.Context, invitation string) error

	// Used says who came with an invitation, "" for nobody, and whether it was withdrawn.
	Used(ctx context.Context, invitation string) (learner string, withdrawn bool, err error)
}

// Why an invitation leads in no more.
var (
	ErrUsed      = errors.New("the invitation was used before")
	ErrWithdrawn = errors.New("the invitation was withdrawn")
)

// Memory is a directory that lasts as long as its host.
type Memory struct {
	mu        sync.Mutex
	used      map[string]string // invitations, and who came with them
	enrolled  map[string]string // learners, and the invitations that they came with last
	withdrawn map[string]bool   // invitations
}

// NewMemory returns a directory in which nobody is.
func NewMemory() *Memory {
	return &Memory{used: map[string]string{}, enrolled: map[string]string{}, withdrawn: map[string]bool{}}
}

// Redeem uses up an invitation.
func (m *Memory) Redeem(_ context.Context, invitation, learner string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.withdrawn[invitation] {
		return ErrWithdrawn
	}
	if by, used := m.used[invitation]; used && by != learner {
		return ErrUsed
	}
	m.used[invitation], m.enrolled[learner] = learner, invitation
	return nil
}

// Enrolled reports whether the learner came with an invitation that holds.
func (m *Memory) Enrolled(_ context.Context, learner string) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	invitation, came := m.enrolled[learner]
	return came && !m.withdrawn[invitation], nil
}

// Withdraw has an invitation hold no more.
func (m *Memory) Withdraw(_ context.Context, invitation string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.withdrawn[invitation] = true
	return nil
}

// Used says who came with an invitation.
func (m *Memory) Used(_ context.Context, invitation string) (learner string, withdrawn bool, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.used[invitation], m.withdrawn[invitation], nil
}
