package command

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestADoubleClickBeginsTheTutor: nobody is sent to a prompt.
func TestADoubleClickBeginsTheTutor(t *testing.T) {
	if cobra.MousetrapHelpText != "" {
		t.Errorf("who double-clicks reads %q", cobra.MousetrapHelpText)
	}
}

// TestAWindowOfItsOwnStaysUntilTheFaultIsRead, for one line and no more.
func TestAWindowOfItsOwnStaysUntilTheFaultIsRead(t *testing.T) {
	for _, typed := range []string{"\n", "anything at all\n", ""} {
		var out strings.Builder
		linger(strings.NewReader(typed), &out)
		if got := out.String(); got != "Press enter to close this window." {
			t.Errorf("after %q it says %q", typed, got)
		}
	}
}
