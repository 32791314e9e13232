package attendance

import (
	"regexp"
	"sync"
)

// expression is a regular expression that is compiled when it is first used. This package has some forty, and most runs of the
// program read no list of names.
func expression(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
