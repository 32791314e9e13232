// Files that are open: each is in memory, whole, until it is closed.

package transfer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"github.com/pkg/sftp"
)

// opens counts a file that is about to be open. After an error it is not.
func (f *folder) opens() error {
	if f.open.Add(1) > mostOpen {
		f.closes()
		return fmt.Errorf("%d files are open already: close one first", mostOpen)
	}
	return nil
}

func (f *folder) closes() { f.open.Add(-1) }

// Fileread opens a file to be read.
func (f *folder) Fileread(r *sftp.Request) (io.ReaderAt, error) {
	name, err := Name(r.Filepath)
	if err != nil {
		return nil, err
	}
	if err := f.opens(); err != nil {
		return nil, err
	}
	data, err := f.files.Read(f.ctx, name)
	if err != nil {
		f.closes()
		return nil, err
	}
	return reading{bytes.NewReader(data), f}, nil
}

// reading is a file as it was when it was opened.
type reading struct {
	io.ReaderAt
	folder *folder
}

// Close ends it.
func (r reading) Close() error {
	r.folder.closes()
	return nil
}

// Filewrite opens a file to be written.
func (f *folder) Filewrite(r *sftp.Request) (io.WriterAt, error) {
	name, err := Name(r.Filepath)
	if err != nil {
		return nil, err
	}
	if err := f.opens(); err != nil {
		return nil, err
	}
	data, err := f.before(name, r.Pflags())
	if err != nil {
		f.closes()
		return nil, err
	}
	return &writing{folder: f, name: name, data: data}, nil
}

// before is what a file that is about to be written has in it already.
func (f *folder) before(name string, how sftp.FileOpenFlags) ([]byte, error) {
	if how.Trunc && !(how.Creat && how.Excl) {
		return nil, nil
	}
	data, err := f.files.Read(f.ctx, name)
	switch {
	case err == nil && how.Creat && how.Excl:
		return nil, fs.ErrExist
	case how.Creat && errors.Is(err, fs.ErrNotExist):
		return nil, nil
	}
	return data, err
}

// writing is a file until it is closed. Only then it is kept.
type writing struct {
	folder *folder
	name   string

	mu   sync.Mutex // held for what follows
	data []byte
	err  error // why it is not kept
}

// WriteAt takes a piece of the file.
func (w *writing) WriteAt(p []byte, at int64) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if at < 0 || at > LargestFile || at+int64(len(p)) > LargestFile {
		w.err = ErrLarge
		return 0, w.err
	}
	if end := int(at) + len(p); end > len(w.data) {
		w.data = append(w.data, make([]byte, end-len(w.data))...)
	}
	return copy(w.data[at:], p), nil
}

// TransferError is told of a connection that ended before the file did.
func (w *writing) TransferError(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.err = err
}

// Close keeps the file.
func (w *writing) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.folder.closes()
	if w.err != nil {
		return w.err
	}
	w.err = fs.ErrClosed
	return w.folder.files.Write(w.folder.ctx, w.name, w.data)
}
