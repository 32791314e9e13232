package app

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/tui/screen"
)

// TestCopyingSaysWhetherItIsCertain: no terminal says that it took a text, the computer's own clipboard does.
func TestCopyingSaysWhetherItIsCertain(t *testing.T) {
	const what = "A regulator, The new guidance, paragraph 2"
	copied := ""
	for _, c := range []struct {
		name      string
		clipboard func(string) error
		says      string
	}{
		{"from afar", nil, "Copied, if your terminal lets programs copy: " + what + ". Paste where"},
		{"none here", func(string) error { return errors.New("no xclip") }, "Copied, if your terminal lets programs copy: " + what + ". Paste where"},
		{"here", func(text string) error { copied = text; return nil }, "Copied: " + what + ". Paste where you write."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, given{learner: doctor, start: screen.ToGuidance{Clause: "new/2"}})
			d.app.app.opt.Clipboard = c.clipboard
			_, cmd := d.app.Update(tea.KeyPressMsg{Code: 'y', Text: "y"})
			if sent := toTerminal(cmd); !strings.HasPrefix(sent, "You must not mix the two.\n\nThe new guidance") {
				t.Errorf("the terminal is sent %q", sent)
			}
			d.run(cmd)
			if !strings.Contains(strings.Join(strings.Fields(d.screen()), " "), c.says) {
				t.Errorf("it does not say %q:\n%s", c.says, d.screen())
			}
		})
	}
	if !strings.HasSuffix(copied, "the original is what counts.") {
		t.Errorf("copied is %q", copied)
	}
}

// toTerminal is what a command asks the terminal to copy.
func toTerminal(cmd tea.Cmd) string {
	if cmd == nil {
		return ""
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			if sent := toTerminal(c); sent != "" {
				return sent
			}
		}
		return ""
	}
	if fmt.Sprintf("%T", msg) == fmt.Sprintf("%T", tea.SetClipboard("")()) {
		return fmt.Sprint(msg)
	}
	return ""
}
