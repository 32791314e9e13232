package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Archives have their files in the order of their names, of one time and owner, so that the same files make the same bytes.

// ordered are files in the order of their names.
func ordered(files []file) []file {
	return slices.SortedFunc(slices.Values(files), func(a, b file) int { return cmp.Compare(a.name, b.name) })
}

// writeTar writes files into a folder of a tar.gz.
func writeTar(path, folder string, files []file, when time.Time) error {
	var packed bytes.Buffer
	t := tar.NewWriter(&packed)
	for _, f := range ordered(files) {
		h := &tar.Header{Typeflag: tar.TypeReg, Name: folder + "/" + f.name, Mode: int64(f.mode), Size: int64(len(f.data)), ModTime: when, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	data, err := zipped(packed.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// zipped is data as gzip, with no name and no time.
func zipped(data []byte) ([]byte, error) {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// writeZip writes files into a folder of a zip, as Windows opens it.
func writeZip(path, folder string, files []file, when time.Time) error {
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, f := range ordered(files) {
		h := &zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: when}
		h.SetMode(f.mode)
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.data); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, packed.Bytes(), 0o644)
}

// sumsName is the file of the checksums of all others.
const sumsName = "SHA256SUMS"

// writeSums writes the checksums of what is in a folder, as sha256sum checks them.
func writeSums(dir string) error {
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		return err
	}
	var list bytes.Buffer
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		sum := sha256.New()
		_, err = io.Copy(sum, f)
		f.Close()
		if err != nil {
			return err
		}
		fmt.Fprintf(&list, "%x  %s\n", sum.Sum(nil), filepath.Base(path))
	}
	return os.WriteFile(filepath.Join(dir, sumsName), list.Bytes(), 0o644)
}
