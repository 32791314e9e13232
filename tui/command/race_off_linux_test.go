// How much slower the program is in a test: without the race detector, not at all.

//go:build !race

package command_test

const slowness = 1
