// Whose records there are.

package stream

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/nats-io/nats.go/jetstream"
)

// Learners lists the learners of whom anything is kept, by their tokens: those first whose records have the most messages. It is for who asks
// about all of them at once; nobody's session does.
func (e *Engine) Learners(ctx context.Context) ([]string, error) {
	messages := map[string]uint64{}
	for shard := range e.streams {
		subjects, err := e.subjects(ctx, recordStream(shard))
		if err != nil {
			return nil, notDone("listing the records", err)
		}
		for subject, n := range subjects {
			part := strings.Split(subject, ".")
			if len(part) < 3 || part[2] == noLearner {
				continue
			}
			if part[0] != "record" {
				n = 0
			}
			messages[part[2]] += n
		}
	}
	return slices.SortedFunc(maps.Keys(messages), func(x, y string) int {
		return cmp.Or(cmp.Compare(messages[y], messages[x]), cmp.Compare(x, y))
	}), nil
}

// subjects are those of a stream, with the number of messages of each.
func (e *Engine) subjects(ctx context.Context, name string) (found map[string]uint64, err error) {
	err = retry(ctx, e.wait, madeWithin, func(ctx context.Context) error {
		in, err := e.js.Stream(ctx, name)
		if err != nil {
			return fmt.Errorf("asking for %s: %w", name, err)
		}
		info, err := in.Info(ctx, jetstream.WithSubjectFilter(">"))
		if err != nil {
			return fmt.Errorf("asking for whom there is in %s: %w", name, err)
		}
		found = info.State.Subjects
		return nil
	})
	return found, err
}
