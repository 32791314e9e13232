package command

import (
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// TestAWindowThatIsClosedEndsTheProgram, and not the process, which Windows leaves some seconds: what is not saved yet is saved then. Windows
// tells of it by a thread of its own, and so does the test.
func TestAWindowThatIsClosedEndsTheProgram(t *testing.T) {
	const ctrlClose = 2 // as Windows numbers the events of a console
	routine := windows.NewLazySystemDLL("kernelbase.dll").NewProc("CtrlRoutine")
	if err := routine.Find(); err != nil {
		t.Skip(err)
	}
	ctx, stop := (&cli{}).signals()
	defer stop()
	thread, _, err := windows.NewLazySystemDLL("kernel32.dll").NewProc("CreateThread").Call(0, 0, routine.Addr(), ctrlClose, 0, 0)
	if thread == 0 {
		t.Fatal(err)
	}
	defer windows.CloseHandle(windows.Handle(thread))
	select {
	case <-ctx.Done():
	case <-time.After(10 * time.Second):
		t.Error("the program goes on")
	}
}
