// Serve is the tutor over ssh: one host, or one of several, at which people practise by the ssh program that their computers have.
package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"probity/scenarios/pack"
	"probity/tui/prose"
)

func main() {
	asked := make(chan os.Signal, 2)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	os.Exit(run(world{Name: name, Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Ask: asked, Now: time.Now, Library: pack.Builtin}))
}

// world is what the program has of what is around it.
type world struct {
	Name     string // by which the program was called, such as probity-host
	Args     []string
	In       io.Reader // answers to what is asked
	Out, Err io.Writer
	Ask      <-chan os.Signal // to end: the first to drain, the second to end at once
	Now      func() time.Time
	Library  func() (*pack.Pack, error) // what is taught
}

// run does what the arguments ask for, and returns the exit code: 0, or 1 for what went wrong.
func run(w world) int {
	w.Name = cmp.Or(w.Name, "serve")
	s := &settings{world: w}
	root := s.command()
	root.SetArgs(w.Args)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	if err := root.Execute(); err != nil {
		fmt.Fprintln(w.Err, w.Name+": "+prose.Worded(err))
		return 1
	}
	return 0
}

// leaving are the two wishes to end: drain is done at the first signal, end at the second.
func leaving(asked <-chan os.Signal) (drain, end context.Context, stop func()) {
	drain, first := context.WithCancel(context.Background())
	end, second := context.WithCancel(context.Background())
	over := make(chan struct{})
	var waiting sync.WaitGroup
	waiting.Go(func() {
		for _, wish := range []context.CancelFunc{first, second} {
			select {
			case <-asked:
				wish()
			case <-over:
				return
			}
		}
	})
	return drain, end, func() {
		close(over)
		waiting.Wait()
		first()
		second()
	}
}

// examples are command lines, one below the other, with the name by which the program was called.
func (s *settings) examples(lines ...string) string {
	for i, line := range lines {
		lines[i] = "  " + s.Name + " " + line
	}
	return strings.Join(lines, "\n")
}

// command is the command line.
func (s *settings) command() *cobra.Command {
	root := &cobra.Command{
		Use:   s.Name,
		Short: "The tutor over ssh",
		Long: "Serve lets people practise by ssh on this host. Their keys say who they are: list them in a file (--authorized), have an authority\n" +
			"certify them (--ca), or invite people (" + s.Name + " invite). Without any of that, whoever sits at this computer can come in.",
		Example: s.examples("                                   for yourself: ssh -p 2222 localhost", "--listen :22 --authorized keys     for everybody whose key is in a file",
			"invite                             a code for one person"),
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(*cobra.Command, []string) error { return s.serve() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	s.flags(root)
	root.AddCommand(&cobra.Command{
		Use:   "invite",
		Short: "Make an invitation: a code that one person can come in with, within a week",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return s.invite() },
	}, s.withdraw(), s.erase(), s.cohort())
	return root
}
