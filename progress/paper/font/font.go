// Package font carries the typeface that documents are printed in: Roboto, regular and bold, under the Apache License 2.0
// (see LICENSE in this folder). It has the letters of Irish, Welsh, Vietnamese, Greek and Cyrillic among others.
package font

import (
	"embed"
	"fmt"

	"golang.org/x/image/font/sfnt"
)

//go:embed Roboto-Regular.ttf Roboto-Bold.ttf
var files embed.FS

// Regular returns the regular face as a TrueType file. The bytes are the caller's own.
func Regular() ([]byte, error) { return files.ReadFile("Roboto-Regular.ttf") }

// Bold returns the bold face as a TrueType file. The bytes are the caller's own.
func Bold() ([]byte, error) { return files.ReadFile("Roboto-Bold.ttf") }

// Coverage tells which characters the typeface has. It is for one goroutine at a time.
type Coverage struct {
	face *sfnt.Font
	work sfnt.Buffer
}

// NewCoverage reads the typeface's own list of characters; the two faces have the same.
func NewCoverage() (*Coverage, error) {
	data, err := Regular()
	if err != nil {
		return nil, err
	}
	face, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the typeface: %w", err)
	}
	return &Coverage{face: face}, nil
}

// Has reports whether a character can be printed. Nothing beyond U+FFFF can: the PDF library takes no more than that.
func (c *Coverage) Has(r rune) bool {
	if r > 0xFFFF {
		return false
	}
	glyph, err := c.face.GlyphIndex(&c.work, r)
	return err == nil && glyph != 0
}
