// Package styles keeps the styles that are registered.
package styles

import "github.com/alecthomas/chroma/v2"

// Registry is the styles by their names.
var Registry = map[string]*chroma.Style{}

// Register keeps a style.
func Register(s *chroma.Style) *chroma.Style {
	Registry[s.Name] = s
	return s
}
