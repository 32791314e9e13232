package screen

import (
	tea "charm.land/bubbletea/v2"

	"probity/tui/tutor"
)

// Run is the command that runs a task. When it has run the app calls the task's Done, whatever screen is up by then, and gives that
// screen the message that then makes of the result. Without then, or where that returns nil, there is no message.
func Run[T any](task tutor.Task[T], then func(T) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		result := task.Run()
		return RanMsg{func() tea.Msg {
			task.Done(result)
			if then == nil {
				return nil
			}
			return then(result)
		}}
	}
}

// RanMsg brings the app a task that has run. The app calls Done, on the program's goroutine, and passes on the message it returns.
type RanMsg struct{ Done func() tea.Msg }
