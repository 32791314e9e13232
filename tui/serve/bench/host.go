// A host: the program itself, in a process of its own.

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
)

// process is a child that people connect to.
type process struct {
	address string
	running *exec.Cmd
	log     *os.File
}

// build makes the host's program in a folder.
func build(ctx context.Context, folder string) (program string, err error) {
	program = filepath.Join(folder, "serve")
	made := exec.CommandContext(ctx, "go", "build", "-o", program, "probity/tui/serve")
	made.Stderr = os.Stderr
	if err := made.Run(); err != nil {
		return "", fmt.Errorf("building the host: %w", err)
	}
	return program, nil
}

// generous are limits that many connections from one address stay within, and little time for them to leave in.
func generous() []string {
	return []string{"--address-burst", "1000", "--address-rate", "1000", "--strangers", "1000", "--strangers-each", "1000", "--sessions", "1000", "--drain", "1s"}
}

// host starts a host that keeps what it has in a folder.
func (b *bench) host(folder string, args ...string) (*process, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	args = append([]string{"--data", folder, "--listen", "127.0.0.1:0", "--metrics", "none"}, args...)
	return begin(exec.Command(b.program, append(args, generous()...)...), folder+".log")
}

var whereItIs = regexp.MustCompile(`ssh -p (\d+) `)

// begin starts a child and waits until it says where it is.
func begin(child *exec.Cmd, log string) (p *process, err error) {
	p = &process{running: child}
	if p.log, err = os.OpenFile(log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err != nil {
		return nil, err
	}
	child.Stderr = p.log
	out, err := child.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := child.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	found := whereItIs.FindStringSubmatch(line)
	if err != nil || found == nil {
		p.end(syscall.SIGKILL)
		said, _ := os.ReadFile(log)
		return nil, errors.Join(fmt.Errorf("a host said %q and %q", line, said), err)
	}
	p.address = "127.0.0.1:" + found[1]
	return p, nil
}

// end ends the host and waits for that.
func (p *process) end(by syscall.Signal) {
	_ = p.running.Process.Signal(by)
	_ = p.running.Wait() // it may say that it was killed
	_ = p.log.Close()
}

// resident is how much memory of the machine the process has now, and the most that it has had, in MB. Linux says it.
func (p *process) resident() (now, most float64, err error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.running.Process.Pid))
	if err != nil {
		return 0, 0, fmt.Errorf("asking for the memory of a process: %w", err)
	}
	for line := range strings.Lines(string(text)) {
		field := strings.Fields(line)
		if len(field) < 2 {
			continue
		}
		kilobytes, _ := strconv.ParseFloat(field[1], 64)
		switch field[0] {
		case "VmRSS:":
			now = kilobytes / 1024
		case "VmHWM:":
			most = kilobytes / 1024
		}
	}
	return now, most, nil
}
