//go:build race

package pack

// slow is how many times slower than usual a test may run: the race detector takes its time.
const slow = 20
