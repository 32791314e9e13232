//go:build !race

package pack

// slow is how many times slower than usual a test may run.
const slow = 1
