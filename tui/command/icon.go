// Started by a double click, the program has a window of its own.

package command

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// Cobra sends who double-clicks away, to type the program's name at a prompt. Here the first screen is what they want.
func init() { cobra.MousetrapHelpText = "" }

// linger keeps a window until somebody has read what went wrong: it closes with the program.
func linger(in io.Reader, out io.Writer) {
	fmt.Fprint(out, "Press enter to close this window.")
	_, _ = fmt.Fscanln(in)
}
