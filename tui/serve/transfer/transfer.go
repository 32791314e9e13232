// Package transfer is files in and out of a learner's own folder by sftp: certificates and exports that go home, plans and own copies that come.
// The folder is flat, small and no part of the host's own files; scp from OpenSSH 9 on speaks the same protocol.
package transfer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/pkg/sftp"

	"probity/guidance/text"
)

// Limits of a learner's folder.
const (
	MostFiles   = 64
	LargestFile = 8 << 20 // bytes
	LongestName = 120     // bytes

	mostOpen = 4 // files that are open at once on one connection: each is in memory
)

// File is what is known of a file beside what is in it.
type File struct {
	Name     string
	Size     int64     // bytes
	Modified time.Time // zero if that is not known
}

// Files is a learner's own folder. Names are such as Name lets through. A file that is not there is fs.ErrNotExist, one that has no room ErrFull.
// To list the folder may cost as much as to read all that is in it. The methods may be called from several goroutines at once.
type Files interface {
	List(ctx context.Context) ([]File, error)
	Stat(ctx context.Context, name string) (File, error)
	Read(ctx context.Context, name string) ([]byte, error)
	Write(ctx context.Context, name string, data []byte) error // in the place of what was there, whole or not at all
	Remove(ctx context.Context, name string) error
}

// Why a file is not taken.
var (
	ErrFull  = fmt.Errorf("the folder holds %d files: remove one first", MostFiles)
	ErrLarge = fmt.Errorf("the file is larger than %d MB", LargestFile>>20)
)

// Name is the name of a file in a folder, from a path of the client's. The folder has no others in it.
func Name(p string) (string, error) {
	name := strings.TrimPrefix(path.Clean("/"+p), "/")
	switch {
	case strings.Contains(name, "/"):
		return "", fmt.Errorf("this folder has no others in it: %w", fs.ErrNotExist)
	case name == "", strings.HasPrefix(name, "."), strings.Contains(name, `\`), len(name) > LongestName, !utf8.ValidString(name), text.Line(name) != name,
		strings.ContainsFunc(name, func(r rune) bool { return text.Acts(r) || text.Hidden(r) }):
		return "", fmt.Errorf("no file can have this name here: %w", fs.ErrInvalid)
	}
	return name, nil
}

// Serve answers requests until the client ends or ctx does.
func Serve(ctx context.Context, client io.ReadWriteCloser, files Files) error {
	f := &folder{ctx: ctx, files: files}
	err := sftp.NewRequestServer(client, sftp.Handlers{FileGet: f, FilePut: f, FileCmd: f, FileList: f}).Serve()
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) { // the client is gone
		return nil
	}
	return err
}

// folder answers the requests of one client.
type folder struct {
	ctx   context.Context
	files Files
	open  atomic.Int32 // files that are open
}

// Filecmd removes and renames. What a client wants to be true of a file's time and rights is heard and not kept.
func (f *folder) Filecmd(r *sftp.Request) error {
	switch r.Method {
	case "Setstat":
		return nil
	case "Remove":
		name, err := Name(r.Filepath)
		if err != nil {
			return err
		}
		return f.files.Remove(f.ctx, name)
	case "Rename":
		return f.rename(r.Filepath, r.Target)
	}
	return sftp.ErrSSHFxOpUnsupported
}

// PosixRename renames in the place of what has the name already.
func (f *folder) PosixRename(r *sftp.Request) error { return f.rename(r.Filepath, r.Target) }

// rename gives a file another name, as clients do that send a file under a name of its own first. Should it end half-way, there are two.
func (f *folder) rename(from, to string) error {
	old, err := Name(from)
	if err != nil {
		return err
	}
	name, err := Name(to)
	if err != nil || old == name {
		return err
	}
	data, err := f.files.Read(f.ctx, old)
	if err != nil {
		return err
	}
	if err := f.files.Write(f.ctx, name, data); err != nil {
		return err
	}
	return f.files.Remove(f.ctx, old)
}

// Filelist lists the folder, or says what there is to say of one thing in it.
func (f *folder) Filelist(r *sftp.Request) (sftp.ListerAt, error) {
	whole := path.Clean("/"+r.Filepath) == "/"
	switch {
	case r.Method == "Stat" && whole:
		return infos{about{dir: true}}, nil
	case r.Method == "Stat":
		return f.stat(r.Filepath)
	case r.Method != "List" || !whole:
		return nil, sftp.ErrSSHFxOpUnsupported
	}
	there, err := f.files.List(f.ctx)
	if err != nil {
		return nil, err
	}
	var all infos
	for _, file := range there {
		all = append(all, about{File: file})
	}
	return all, nil
}

// stat says what is known of one file. The others are left alone: clients ask this of each file in turn.
func (f *folder) stat(p string) (sftp.ListerAt, error) {
	name, err := Name(p)
	if err != nil {
		return nil, err
	}
	file, err := f.files.Stat(f.ctx, name)
	if err != nil {
		return nil, err
	}
	return infos{about{File: file}}, nil
}

// infos is what a listing gives.
type infos []fs.FileInfo

// ListAt gives those from a number on.
func (all infos) ListAt(to []fs.FileInfo, at int64) (int, error) {
	if at >= int64(len(all)) {
		return 0, io.EOF
	}
	n := copy(to, all[at:])
	if n < len(to) {
		return n, io.EOF
	}
	return n, nil
}

// about is a file, or the folder itself, as a client is told of it.
type about struct {
	File
	dir bool
}

func (a about) Name() string {
	if a.dir {
		return "."
	}
	return a.File.Name
}
func (a about) Size() int64 { return a.File.Size }
func (a about) ModTime() time.Time {
	if a.Modified.IsZero() {
		return time.Unix(0, 0) // the protocol knows no earlier one
	}
	return a.Modified
}
func (a about) IsDir() bool { return a.dir }
func (a about) Sys() any    { return nil }
func (a about) Mode() fs.FileMode {
	if a.dir {
		return fs.ModeDir | 0o700
	}
	return 0o600
}
