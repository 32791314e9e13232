// Package parallel makes something of each of many things, on all cores, and keeps their order.
package parallel

import (
	"cmp"
	"runtime"
	"sync"
)

// InOrder makes something of everything that source hands over, and gives it to take in the order of the source. So many are made at a time,
// and no more are held. The first error of source, made or take ends it; what came before it is taken.
func InOrder[A, B any](many int, source func(deliver func(A) error) error, made func(A) (B, error), take func(B) error) error {
	waiting := make([]A, 0, many)
	var failed error // of made or take
	flush := func() error {
		failed = takeAll(waiting, made, take)
		waiting = waiting[:0]
		return failed
	}
	err := source(func(a A) error {
		if waiting = append(waiting, a); len(waiting) < many {
			return nil
		}
		return flush()
	})
	if failed != nil {
		return failed
	}
	return cmp.Or(flush(), err)
}

// takeAll makes something of all at once and takes it in order.
func takeAll[A, B any](all []A, made func(A) (B, error), take func(B) error) error {
	failures := make([]error, len(all))
	results := eachAt(all, func(i int, a A) (b B) {
		b, failures[i] = made(a)
		return b
	})
	for i, result := range results {
		if failures[i] != nil {
			return failures[i]
		}
		if err := take(result); err != nil {
			return err
		}
	}
	return nil
}

// All is what is made of all of them, in their order.
func All[A, B any](all []A, made func(A) B) []B {
	return eachAt(all, func(_ int, a A) B { return made(a) })
}

// eachAt is All for whoever needs to know the place of each.
func eachAt[A, B any](all []A, made func(int, A) B) []B {
	results := make([]B, len(all))
	cores := min(runtime.GOMAXPROCS(0), len(all))
	var wait sync.WaitGroup
	for core := range cores {
		from, to := core*len(all)/cores, (core+1)*len(all)/cores
		wait.Go(func() {
			for i := from; i < to; i++ {
				results[i] = made(i, all[i])
			}
		})
	}
	wait.Wait()
	return results
}
