package transfer

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"path"
	"strings"
	"testing"
	"time"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
)

// FuzzName: what a client calls a file is one plain name in a flat folder, whoever looks at it, and its own name.
func FuzzName(f *testing.F) {
	for _, s := range []string{"plan.toml", "/plan.toml", "../../etc/passwd", "a/../b", "a/b", ".", "..", ".ssh", `a\b`, "a\x00b", "\u202etxt.exe", "a b", " a", "é\u0301", "C:", strings.Repeat("a", 121), "\xff"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, said string) {
		fuzztest.Within(t, len(said), 1)
		name, err := Name(said)
		if err != nil {
			return
		}
		if again, err := Name(name); err != nil || again != name {
			t.Errorf("%q is %q, and that %q, %v", said, name, again, err)
		}
		if name == "" || name[0] == '.' || path.Base(name) != name || strings.ContainsAny(name, "/\\\x00") || text.Line(name) != name || len(name) > LongestName {
			t.Errorf("%q is the file %q", said, name)
		}
	})
}

// packet is one of the protocol: its length, its kind, and what is in it.
func packet(kind byte, parts ...any) []byte {
	var body bytes.Buffer
	body.WriteByte(kind)
	for _, p := range parts {
		if s, ok := p.(string); ok {
			_ = binary.Write(&body, binary.BigEndian, uint32(len(s))) // a buffer takes everything
			body.WriteString(s)
			continue
		}
		_ = binary.Write(&body, binary.BigEndian, p) // likewise
	}
	return append(binary.BigEndian.AppendUint32(nil, uint32(body.Len())), body.Bytes()...)
}

// said is a client that has said all of it, and hears nothing.
type said struct {
	io.Reader
	io.Writer
}

func (said) Close() error { return nil }

// FuzzServe: whatever a client says, serving it ends, and what is in the folder then has names and sizes as they may be.
func FuzzServe(f *testing.F) {
	if testing.Short() {
		f.Skip("a client that guesses a handle before it is told meets a race within github.com/pkg/sftp, which touches its own session alone")
	}
	hello := packet(1, uint32(3))
	writes := func(name string, at uint64) []byte {
		return bytes.Join([][]byte{hello, packet(3, uint32(1), name, uint32(0x1a), uint32(0)), packet(6, uint32(2), "1", at, "words"), packet(4, uint32(3), "1")}, nil)
	}
	for _, s := range [][]byte{
		hello, writes("plan.toml", 0), writes("../../etc/passwd", 0), writes("a", 1<<63), writes("a", LargestFile-2), packet(11, uint32(1), "/"), {0xff, 0xff, 0xff, 0xff}, {0, 0, 0, 0},
		bytes.Join([][]byte{writes("a", 0), packet(18, uint32(4), "a", ".b"), packet(13, uint32(5), "a"), packet(17, uint32(6), "a"), packet(20, uint32(7), "a", "/x"), packet(200, uint32(8), "posix-rename@openssh.com", "a", "\x1b")}, nil),
		bytes.Repeat(packet(3, uint32(1), "a", uint32(0x1a), uint32(0)), mostOpen+2),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, comes []byte) {
		fuzztest.Within(t, len(comes), 2)
		folder := NewMemory(time.Now)
		_ = Serve(context.Background(), said{bytes.NewReader(comes), io.Discard}, folder) // what it says of a client that breaks the protocol
		there, err := folder.List(t.Context())
		if err != nil || len(there) > MostFiles {
			t.Fatalf("%d files, %v", len(there), err)
		}
		for _, file := range there {
			if name, err := Name(file.Name); err != nil || name != file.Name || file.Size > LargestFile {
				t.Errorf("there is %q of %d bytes", file.Name, file.Size)
			}
		}
	})
}
