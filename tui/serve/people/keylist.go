// Lists of keys in the format of OpenSSH's authorized_keys.

package people

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/netip"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// mostKeys is the greatest size of a list of keys, in bytes: some twenty thousand keys.
const mostKeys = 8 << 20

// KeyList is a file of keys, a line each. It is looked at whenever somebody comes, and read again when it has changed. While it cannot be read
// it has no keys: a list that is gone lets nobody in.
type KeyList struct {
	path string
	log  *slog.Logger

	mu    sync.Mutex // held for what follows
	stamp string     // size and time of the file that was read; "" when it could not be
	fault string     // why it could not be read
	keys  map[string]keyLine
}

// keyLine is one line of a list.
type keyLine struct {
	sources string // addresses and networks that the key may come from, comma-separated
	limited bool   // sources counts
	until   time.Time
}

// OpenKeyList reads a list of keys. A line that cannot be kept to is left out and named in the log, by its number alone.
func OpenKeyList(path string, log *slog.Logger) (*KeyList, error) {
	l := &KeyList{path: path, log: log}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l, l.renew()
}

// find returns the line of a key that holds at a time.
func (l *KeyList) find(key ssh.PublicKey, now time.Time) (keyLine, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.renew(); err != nil {
		return keyLine{}, false // said when it was found
	}
	line, ok := l.keys[string(key.Marshal())]
	return line, ok && (line.until.IsZero() || now.Before(line.until))
}

// renew reads the list if it is another one than before. The caller holds mu.
func (l *KeyList) renew() error {
	stamp, err := l.look()
	if err == nil && stamp == l.stamp {
		return nil
	}
	var file []byte
	if err == nil {
		file, err = os.ReadFile(l.path)
	}
	l.stamp, l.keys = "", map[string]keyLine{}
	if err != nil {
		if fault := err.Error(); fault != l.fault {
			l.fault = fault
			l.log.Error("a list of keys cannot be read, and lets nobody in until it can", "file", l.path, "error", cause(err))
		}
		return err
	}
	l.stamp, l.fault = stamp, ""
	l.take(file)
	return nil
}

// look returns what tells one state of the file from another.
func (l *KeyList) look() (string, error) {
	info, err := os.Stat(l.path)
	if err != nil {
		return "", err
	}
	if info.Size() > mostKeys {
		return "", fmt.Errorf("it has %d MB: at most %d are read", info.Size()>>20, mostKeys>>20)
	}
	return fmt.Sprint(info.Size(), info.ModTime().UnixNano()), nil
}

// take reads lines.
func (l *KeyList) take(file []byte) {
	for i, raw := range bytes.Split(file, []byte("\n")) {
		raw = bytes.TrimSpace(raw)
		if len(raw) == 0 || raw[0] == '#' {
			continue
		}
		key, _, options, _, err := ssh.ParseAuthorizedKey(raw)
		var line keyLine
		if err == nil {
			line, err = readOptions(options)
		}
		if err != nil {
			l.log.Warn("a line in a list of keys is left out", "file", l.path, "line", i+1, "error", err)
			continue
		}
		l.keys[string(key.Marshal())] = line
	}
}

// harmless are options of a line that take away what nobody has here, or give back what nobody gets.
var harmless = []string{
	"restrict", "no-agent-forwarding", "no-port-forwarding", "no-pty", "no-user-rc", "no-X11-forwarding",
	"agent-forwarding", "port-forwarding", "pty", "user-rc", "X11-forwarding",
}

// readOptions reads what stands before a key. What would narrow its use in a way that is not known here is an error.
func readOptions(options []string) (keyLine, error) {
	var line keyLine
	for _, option := range options {
		name, value, _ := strings.Cut(option, "=")
		value = strings.Trim(value, `"`)
		switch {
		case strings.EqualFold(name, "from"):
			if err := addresses(value); err != nil {
				return line, err
			}
			line.sources, line.limited = value, true
		case strings.EqualFold(name, "expiry-time"):
			until, err := expiry(value)
			if err != nil {
				return line, err
			}
			line.until = until
		case !slices.ContainsFunc(harmless, func(h string) bool { return strings.EqualFold(h, name) }):
			return line, fmt.Errorf("its option %s is not known here", printable(name))
		}
	}
	return line, nil
}

// addresses checks that a list has addresses and networks alone: patterns and names of hosts are not looked up.
func addresses(list string) error {
	for a := range strings.SplitSeq(list, ",") {
		_, err := netip.ParseAddr(a)
		if _, network := netip.ParsePrefix(a); err != nil && network != nil {
			return errors.New("its option from has something else than addresses and networks")
		}
	}
	return nil
}

// expiry reads a time as OpenSSH writes it: YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, in the host's zone or, with a Z, in UTC.
func expiry(s string) (time.Time, error) {
	zone := time.Local
	if bare, utc := strings.CutSuffix(s, "Z"); utc {
		s, zone = bare, time.UTC
	}
	const layout = "20060102150405"
	if len(s) == 8 || len(s) == 12 || len(s) == 14 {
		if t, err := time.ParseInLocation(layout[:len(s)], s, zone); err == nil {
			return t, nil
		}
	}
	return time.Time{}, errors.New("its option expiry-time is no time")
}

// printable is a name from outside for a sentence: letters, digits and what stands between them.
func printable(name string) string {
	return strings.Map(func(r rune) rune {
		if r < '!' || r > '~' {
			return -1
		}
		return r
	}, name[:min(len(name), 60)])
}

// cause is an error without the path that it names, which stands beside it.
func cause(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
