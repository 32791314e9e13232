// The first screen among the records of many.

package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"

	"probity/progress"
	"probity/progress/hosted"
	"probity/progress/journal"
	"probity/progress/journal/stream"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/tui/serve/people"
)

// samples is how many learners' first screens are timed.
const samples = 30

// Of each learner in a full store.
const (
	factsEach = 50
	sittings  = 5
)

// home is the bar of a store with many learners: it makes nobody wait.
func (b *bench) home(ctx context.Context) error {
	timed := make([]person, samples+1) // the first is not counted: the library is loaded for them
	for i := range timed {
		p, err := newPerson()
		if err != nil {
			return err
		}
		timed[i] = p
	}
	many, facts, err := b.filled(ctx, b.path("many"), timed, b.learners)
	if err != nil {
		return err
	}
	defer many.end(sigterm)
	few, _, err := b.filled(ctx, b.path("few"), timed, 0)
	if err != nil {
		return err
	}
	defer few.end(sigterm)
	var full, empty []time.Duration
	for i, p := range timed {
		for _, at := range []struct {
			host *process
			took *[]time.Duration
		}{{many, &full}, {few, &empty}} {
			took, err := p.comesHome(ctx, at.host.address)
			if err != nil {
				return err
			}
			if i > 0 {
				*at.took = append(*at.took, took)
			}
		}
	}
	ratio := float64(part(full, 0.5)) / float64(part(empty, 0.5))
	b.row(fmt.Sprintf("home among %d learners, %d facts", b.learners+len(timed), facts), "<= 1.5 x of a store without them",
		fmt.Sprintf("%.2f x: p50 %v, most %v; without the %d others p50 %v, most %v (from the shell to the whole screen; %d learners)",
			ratio, part(full, 0.5), part(full, 1), b.learners, part(empty, 0.5), part(empty, 1), samples), ratio <= 1.5)
	return nil
}

// comesHome is how long it takes from asking for a session until home is there.
func (p person) comesHome(ctx context.Context, address string) (time.Duration, error) {
	begun := time.Now()
	s, err := p.sit(address, "")
	if err != nil {
		return 0, err
	}
	defer s.leave()
	_, err = s.sees(ctx, patience, atHome)
	return time.Since(begun), err
}

// filled is a host with the records of some people and of others, and how many facts it has.
func (b *bench) filled(ctx context.Context, folder string, some []person, others int) (host *process, facts int, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, 0, err
	}
	var tokens []string
	for _, p := range some {
		token, err := p.token(ctx, filepath.Join(folder, "secret"))
		if err != nil {
			return nil, 0, err
		}
		tokens = append(tokens, token)
	}
	for i := range others {
		tokens = append(tokens, fmt.Sprintf("learner-%d", i))
	}
	if err := fill(ctx, filepath.Join(folder, "records"), tokens); err != nil {
		return nil, 0, fmt.Errorf("filling a store: %w", err)
	}
	host, err = b.host(folder)
	return host, factsEach * len(tokens), err
}

// token is a learner's name in the store of a host with a secret.
func (p person) token(ctx context.Context, secret string) (string, error) {
	text, err := people.SecretFile(secret)
	if err != nil {
		return "", err
	}
	who, err := people.New(people.Options{Secret: text, Directory: people.NewMemory(), Open: true, Now: time.Now})
	if err != nil {
		return "", err
	}
	grant, err := who.Offer(ctx, people.Candidate{Key: p.signer.PublicKey(), From: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}})
	return grant.Learner, err
}

// fill keeps the facts of learners in a folder, in sittings that many have at once, without waiting for the disk.
func fill(ctx context.Context, folder string, tokens []string) error {
	library, err := pack.Builtin()
	if err != nil {
		return err
	}
	e, _, stop, err := engine(ctx, folder, false)
	if err != nil {
		return err
	}
	defer stop()
	const atOnce = 32
	stores := make([]*stream.Store, len(tokens))
	for i, token := range tokens {
		if stores[i], err = e.Store(token, kinds()); err != nil {
			return err
		}
	}
	failed := make([]error, atOnce)
	for k := range sittings {
		var all sync.WaitGroup
		for w := range atOnce {
			all.Go(func() {
				for i := w; i < len(stores) && failed[w] == nil; i += atOnce {
					if k == 0 {
						failed[w] = begun(stores[i])
					}
					if failed[w] != nil {
						return
					}
					_, failed[w] = stores[i].Append(ctx, journal.Any, sitting(library.Bank, i, k)...)
				}
			})
		}
		all.Wait()
	}
	return errors.Join(failed...)
}

// begun says whose a record is.
func begun(of *stream.Store) error {
	record, err := hosted.Open(hosted.Options{Facts: of, Beside: of, Now: time.Now})
	if err == nil {
		err = record.Create(progress.Learner{Role: "doctor", Jurisdiction: "uk"})
	}
	return err
}

// sitting is one of a learner's: that it began, and the answers.
func sitting(bank *scenarios.Bank, learner, nth int) (facts []progress.Fact) {
	all := bank.All()
	id := fmt.Sprintf("202611%02d-093000-%04d", nth+1, learner%10000)
	began := time.Date(2026, 11, nth+1, 9, 30, 0, 0, time.UTC)
	begins := progress.Sitting{ID: id, Kind: progress.Practice, Seed: int64(learner), Library: "1", At: began}
	for n := range factsEach/sittings - 1 {
		s := all[(learner*7+nth*10+n)%len(all)]
		begins.Drawn = append(begins.Drawn, s.ID)
		a := progress.Answer{
			Sitting: id, Scenario: s.Family, Variant: s.Variant, Revision: s.Revision, Topic: s.Topic, Principle: s.Principle, Format: s.Format.Name(),
			Chosen: s.Key, Marks: 1, Of: 1, Chance: 0.2, Sure: 1 + n%3, Seconds: 40, At: began.Add(time.Duration(n) * time.Minute),
		}
		facts = append(facts, a)
	}
	return append([]progress.Fact{begins}, facts...)
}
