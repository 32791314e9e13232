// Package quick writes a program as it is.
package quick

import "io"

// Highlight writes the source without colours, whatever its language.
func Highlight(w io.Writer, source, _, _, _ string) error {
	_, err := io.WriteString(w, source)
	return err
}
