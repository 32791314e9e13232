// The commands that scripts have beside testscript's own.
package command_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

// wants ends a script whose command was given the wrong number of arguments, or that said it should fail.
func wants(ts *testscript.TestScript, neg bool, args []string, least int, usage string) {
	if neg || len(args) < least {
		ts.Fatalf("usage: %s", usage)
	}
}

// exits runs a program and asserts its exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 2, "exits CODE PROGRAM [ARGUMENT…]")
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("running %s: %v", args[1], err)
		}
		code = exit.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, not %s", code, args[0])
	}
}

// misused runs the program with arguments it must refuse: exit code 2, one line on stderr, nothing on stdout, and no
// word of how the program is built.
func misused(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 1, "misused ARGUMENT…")
	exits(ts, false, append([]string{"2", "probity"}, args...))
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("stdout is not empty: %q", out)
	}
	said := ts.ReadFile("stderr")
	if !strings.HasPrefix(said, "probity: ") || strings.Index(said, "\n") != len(said)-1 {
		ts.Fatalf("stderr is not one line of probity's: %q", said)
	}
	if jargon := regexp.MustCompile(`strconv|Parse[A-Z]|arg\(s\)|panic|goroutine|%!`).FindString(said); jargon != "" {
		ts.Fatalf("stderr speaks of %q: %q", jargon, said)
	}
}

// noEscape asserts that files (or stdout, or stderr) hold no byte that acts on a terminal: no control but line breaks,
// no C1 control, no DEL.
func noEscape(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 1, "noescape FILE…")
	for _, file := range args {
		for i, r := range ts.ReadFile(file) {
			if r < 0x20 && r != '\n' || r >= 0x7f && r <= 0x9f {
				ts.Fatalf("%s: %U at byte %d", file, r, i)
			}
		}
	}
}

// writeBytes makes a file from a string as Go quotes it, for what a script cannot hold.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 2, `bytes FILE "QUOTED"`)
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

// question copies the nth question of what was last put out to a file.
func question(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 2, "question N FILE")
	pattern := regexp.MustCompile(`(?s)\n?(Situation ` + args[0] + ` of .*?\nYour answer:)\n`)
	found := pattern.FindStringSubmatch(ts.ReadFile("stdout"))
	if found == nil {
		ts.Fatalf("question %s is not there", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(found[1]), 0o600))
}

// permissions asserts the permissions of a file.
func permissions(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 2, "permissions MODE FILE")
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if *programs != "" {
		return // built for a system without them
	}
	if mode := fmt.Sprintf("%04o", info.Mode().Perm()); mode != args[0] {
		ts.Fatalf("the permissions of %s are %s, not %s", args[1], mode, args[0])
	}
}

// damage ruins a record in one of the ways that disks, editors and version control have.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 2, "damage empty|nul|utf16|merge|torn|unended FILE")
	path := ts.MkAbs(args[1])
	text, err := os.ReadFile(path)
	ts.Check(err)
	ways := map[string]func([]byte) []byte{"empty": emptied, "nul": zeroed, "utf16": widened, "merge": merged, "torn": torn, "unended": unended}
	way, ok := ways[args[0]]
	if !ok {
		ts.Fatalf("no way to damage a file is called %q", args[0])
	}
	ts.Check(os.WriteFile(path, way(text), 0o600))
}

func emptied([]byte) []byte { return nil }

// zeroed has NUL bytes where the first answer was.
func zeroed(text []byte) []byte {
	at := max(0, bytes.Index(text, []byte("[[answer]]")))
	return append(append(bytes.Clone(text[:at]), make([]byte, 64)...), text[at+64:]...)
}

// torn has the beginning of an entry at its end, as a write leaves that was cut off.
func torn(text []byte) []byte { return append(text, "\n[[answer]]\nseq = 9\nsit"...) }

// unended lacks the last line break, as some editors save.
func unended(text []byte) []byte { return bytes.TrimRight(text, "\n") }

// widened is what some editors save: UTF-16 with a byte-order mark.
func widened(text []byte) []byte {
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(string(text))) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}

// merged is what version control leaves when two computers wrote.
func merged(text []byte) []byte {
	at := max(0, bytes.Index(text, []byte("[[answer]]")))
	return []byte(string(text[:at]) + "<<<<<<< HEAD\n" + string(text[at:]) + "=======\n" + string(text[at:]) + ">>>>>>> laptop\n")
}

// visitor runs the program as someone who may not write to the script's folder: as nobody, where we are root.
func visitor(ts *testscript.TestScript, neg bool, args []string) {
	binary, err := os.Executable()
	ts.Check(err)
	program := ts.MkAbs(filepath.Join("visitor", "probity"))
	ts.Check(os.MkdirAll(filepath.Dir(program), 0o755))
	if _, err := os.Stat(program); errors.Is(err, fs.ErrNotExist) {
		ts.Check(exec.Command("cp", binary, program).Run())
	}
	openWay(ts, program)
	coverage := ts.MkAbs(filepath.Join("visitor", "coverage")) // else a run with -cover says that it has nowhere to write
	ts.Check(os.MkdirAll(coverage, 0o755))
	ts.Check(os.Chmod(coverage, 0o777))
	c := exec.Command(program, args...)
	c.Dir, c.Stdout, c.Stderr = "/", ts.Stdout(), ts.Stderr()
	c.Env = []string{"GOCOVERDIR=" + coverage}
	for _, name := range []string{"PROBITY_DATA", "HOME", clockVariable, libraryVariable} {
		c.Env = append(c.Env, name+"="+ts.Getenv(name))
	}
	answers := ts.ReadFile(ts.MkAbs("visitor.txt"))
	c.Stdin = strings.NewReader(answers)
	asNobody(c)
	if err := c.Run(); (err != nil) != neg {
		ts.Fatalf("the visitor's run ended with %v", err)
	}
}

// openWay lets everyone pass to a path below the temporary folder.
func openWay(ts *testscript.TestScript, path string) {
	for ; path != filepath.Clean(os.TempDir()) && path != "/"; path = filepath.Dir(path) {
		ts.Check(os.Chmod(path, 0o755))
	}
}

// refuses imports each file alone, with a pack, and asserts that it is refused with one line of its own that names it.
func refuses(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 2, "refuses PACK FILE…")
	for _, file := range args[1:] {
		exits(ts, false, []string{"1", "probity", "guidance", "import", file, "--pack", args[0]})
		said := strings.Split(strings.TrimSuffix(ts.ReadFile("stderr"), "\n"), "\n")
		if out := ts.ReadFile("stdout"); out != "" || len(said) != 2 || !strings.Contains(said[0], filepath.Base(ts.MkAbs(file))) {
			ts.Fatalf("importing %s says %q and %q", file, out, said)
		}
		noEscape(ts, false, []string{"stderr"})
	}
}
