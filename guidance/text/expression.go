package text

import (
	"regexp"
	"sync"
)

// Expression is a regular expression that is compiled when it is first used. Most runs of the program use few of them, and what is compiled
// before main runs keeps the first screen waiting. It panics then, if the expression is not one.
func Expression(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
