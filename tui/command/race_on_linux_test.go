// How much slower the program is in a test: with the race detector.

//go:build race

package command_test

const slowness = 3
