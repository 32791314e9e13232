//go:build !unix

package fuzztest

import "time"

var started = time.Now()

// spent is how long this process has been there, where its time on the processor is not asked for.
func spent() time.Duration { return time.Since(started) }
