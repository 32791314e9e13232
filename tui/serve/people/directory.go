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
	// Redeem uses up an invitation and enrols the learner. An invitation that another learner used is ErrUsed; the same one may come with it
	// again. Of two who come at once one is enrolled.
	Redeem(ctx context.Context, invitation, learner string) error

	// Enrolled reports whether the learner came with an invitation once.
	Enrolled(ctx context.Context, learner string) (bool, error)
}

// ErrUsed is the cause when an invitation was used by somebody else.
var ErrUsed = errors.New("the invitation was used before")

// Memory is a directory that lasts as long as its host.
type Memory struct {
	mu       sync.Mutex
	used     map[string]string // invitations, and who came with them
	enrolled map[string]bool   // learners
}

// NewMemory returns a directory in which nobody is.
func NewMemory() *Memory {
	return &Memory{used: map[string]string{}, enrolled: map[string]bool{}}
}

// Redeem uses up an invitation.
func (m *Memory) Redeem(_ context.Context, invitation, learner string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if by, used := m.used[invitation]; used && by != learner {
		return ErrUsed
	}
	m.used[invitation], m.enrolled[learner] = learner, true
	return nil
}

// Enrolled reports whether the learner came with an invitation.
func (m *Memory) Enrolled(_ context.Context, learner string) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.enrolled[learner], nil
}
