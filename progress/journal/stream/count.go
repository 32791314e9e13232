// How much is kept of one learner.

package stream

import "context"

// Count says how many facts are kept for the learner, and how many files beside the record. It goes by what messages say openly, and opens none:
// what was left of a record whose erasing was broken off counts as well.
func (s *Store) Count(ctx context.Context) (facts, files int, err error) {
	if facts, err = s.count(ctx); err != nil {
		return 0, 0, notDone("counting what is kept", err)
	}
	names, err := s.besides(ctx)
	return facts, len(names), notDone("counting what is kept", err)
}

func (s *Store) count(ctx context.Context) (facts int, err error) {
	m, there, err := s.engine.last(ctx, s.stream, s.subject)
	if err != nil || !there {
		return 0, err
	}
	found, err := s.engine.all(ctx, s.stream, s.subject, 1, m.place)
	for _, m := range found {
		if as, _, wrong := decodeLabel(m.data); wrong == nil && as.kind == fact {
			facts++
		}
	}
	return facts, err
}
