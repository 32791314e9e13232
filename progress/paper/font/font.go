// Package font carries the typeface that documents are printed in: Roboto, regular and bold, under the Apache License 2.0
// (see LICENSE in this folder). It has the letters of Irish, Welsh, Vietnamese, Greek and Cyrillic among others. The files are
// compressed: few learners print, and everybody has them.
package font

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"sync"
)

//go:embed Roboto-Regular.ttf.gz
var regular []byte

//go:embed Roboto-Bold.ttf.gz
var bold []byte

// Unpacking takes as long as a page, so it is done once.
var (
	regularFace = sync.OnceValues(func() ([]byte, error) { return unpacked(regular) })
	boldFace    = sync.OnceValues(func() ([]byte, error) { return unpacked(bold) })
)

// Regular returns the regular face as a TrueType file, which is to be read alone.
func Regular() ([]byte, error) { return regularFace() }

// Bold returns the bold face as a TrueType file, which is to be read alone.
func Bold() ([]byte, error) { return boldFace() }

func unpacked(file []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("unpacking the typeface: %w", err)
	}
	face, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("unpacking the typeface: %w", err)
	}
	return face, nil
}
