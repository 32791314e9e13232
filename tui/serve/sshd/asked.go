// What a session was asked for.

package sshd

import (
	"context"
	"errors"
	"slices"

	"github.com/anmitsu/go-shlex"

	"probity/tui/serve/transfer"
)

// mostCommand is the greatest length of a command, in bytes.
const mostCommand = 16 << 10

// words are the arguments of a command, split as a shell would. A -- in front, which some clients send on, is none.
func words(command string) ([]string, error) {
	if len(command) > mostCommand {
		return nil, errors.New("probity: this command is too long")
	}
	args, err := shlex.Split(command, true)
	if err != nil {
		return nil, errors.New("probity: a quotation mark in this command has no second one: put it in quotes as a whole")
	}
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	return args, nil
}

// copying reports whether a command is the other end of scp's old protocol.
func copying(args []string) bool {
	return len(args) > 1 && args[0] == "scp" && (slices.Contains(args, "-t") || slices.Contains(args, "-f"))
}

// noSCP refuses that protocol in its own terms. It gives names of paths to a shell of the host, which there is none of.
const noSCP = "\x01scp: this host copies by the sftp protocol: use scp -s, or sftp. From OpenSSH 9 on, scp does so by itself.\n"

// files serves the learner's own folder.
func (st *stay) files(ctx context.Context) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(ctx, func() { _ = st.sess.Close() })()
	st.s.owned.Go(func() {
		select {
		case <-st.leaving:
			cancel()
		case <-ctx.Done():
		}
	})
	if err := transfer.Serve(ctx, stream{input{st}, st.out}, st.s.o.Files(st.learner)); err != nil && ctx.Err() == nil {
		st.s.o.Log.Warn("copying failed", "session", st.number, "error", err)
		return 1
	}
	return 0
}

// stream is the two ways of a session as one.
type stream struct {
	input
	*output
}

// Close does nothing: the session is closed when all is written.
func (stream) Close() error { return nil }
