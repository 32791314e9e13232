// What the framework needs itself: the least program there is, in sessions of the same server.

package main

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	gossh "golang.org/x/crypto/ssh"

	"probity/tui/serve/people"
	"probity/tui/serve/sshd"
	"probity/tui/serve/web"
)

// asLeast is set where this program is to be a host of the least program.
const asLeast = "PROBITY_BENCH_LEAST"

// least is a host of the least program, as a child of this one.
func (b *bench) least() (*process, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	child := exec.Command(program)
	child.Env = append(os.Environ(), asLeast+"=1")
	return begin(child, b.path("least.log"))
}

// lettered is a screen full of text, which changes with each key.
type lettered struct{ at int }

func (m lettered) Init() tea.Cmd { return nil }

func (m lettered) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, typed := msg.(tea.KeyPressMsg); typed {
		m.at++
	}
	return m, nil
}

func (m lettered) View() tea.View {
	line := strings.Repeat(string(rune('a'+m.at%26)), width-1)
	v := tea.NewView(strings.Repeat(line+"\n", height-1) + fmt.Sprint("Key ", m.at))
	v.AltScreen = true
	return v
}

// beLeast serves the least program until it is told to end.
func beLeast() error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		return err
	}
	secret := make([]byte, 32)
	_, _ = rand.Read(secret) // never fails
	who, err := people.New(people.Options{Secret: secret, Directory: people.NewMemory(), Open: true, Now: time.Now})
	if err != nil {
		return err
	}
	limits := sshd.DefaultLimits()
	limits.Burst, limits.PerSecond, limits.Strangers, limits.StrangersEach, limits.Sessions = 1000, 1000, 1000, 1000, 1000
	door := sshd.New(sshd.Options{
		People: who, HostKey: signer, Limits: limits, Figures: web.NewFigures(), Log: slog.New(slog.DiscardHandler), Program: play,
	})
	port, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Printf("ssh -p %d localhost\n", port.Addr().(*net.TCPAddr).Port)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, func() { os.Exit(0) })()
	return door.Serve(port)
}

// play runs the least program in a session.
func play(ctx context.Context, s sshd.Session) int {
	if s.Terminal == nil {
		return 1
	}
	p := tea.NewProgram(lettered{}, tea.WithContext(ctx), tea.WithInput(s.In), tea.WithOutput(s.Out), tea.WithFPS(60), tea.WithoutSignalHandler(),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithWindowSize(s.Terminal.Width, s.Terminal.Height))
	if _, err := p.Run(); err != nil && !errors.Is(err, tea.ErrProgramKilled) {
		return 1
	}
	return 0
}

// pressesOn presses keys until ctx ends.
func (s *seat) pressesOn(ctx context.Context, pause time.Duration) (int, error) {
	if _, err := s.sees(ctx, patience, "Key "); err != nil {
		return 0, err
	}
	for n := 0; ; n++ {
		if err := s.press(ctx, pause, "x"); err != nil {
			return n, err
		}
	}
}
