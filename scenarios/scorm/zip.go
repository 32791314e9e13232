package scorm

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"time"
)

//go:embed player
var player embed.FS

// The files of a package.
const (
	manifestName = "imsmanifest.xml"
	pageName     = "index.html"
)

// scripts are the parts of the page's script, in their order.
func scripts() []string {
	return []string{"words", "marking", "lms", "clock", "state", "elements", "answers", "feedback", "pages", "start"}
}

// Zip is the package as a platform takes it. The same course gives the same bytes: every file is of the same time.
func (p *Package) Zip() ([]byte, error) {
	page, err := p.page()
	if err != nil {
		return nil, err
	}
	manifest, err := p.manifest()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, file := range []struct {
		name string
		text []byte
	}{{manifestName, manifest}, {pageName, page}} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: file.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, fmt.Errorf("packing %s: %w", file.name, err)
		}
		if _, err := w.Write(file.text); err != nil {
			return nil, fmt.Errorf("packing %s: %w", file.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	return out.Bytes(), nil
}

// page is the page, which needs no other file. Its policy lets a browser run one script and use one style, both by their digests, and fetch nothing.
// The situations stand in it as JSON in which no sign can end the element that they stand in.
func (p *Package) page() ([]byte, error) {
	script, style := "(function () {\n'use strict';\n", read("player.css")
	for _, name := range scripts() {
		script += read(name + ".js")
	}
	script += "}());\n"
	data, err := json.Marshal(p.content) // writes <, > and & as escapes
	if err != nil {
		return nil, fmt.Errorf("writing the situations down: %w", err)
	}
	return []byte(strings.NewReplacer("{Title}", html.EscapeString(p.content.Title), "{Style}", style, "{Script}", script, "{Data}", string(data),
		"{StyleDigest}", digest(style), "{ScriptDigest}", digest(script)).Replace(read("player.html"))), nil
}

// read is a part of the player, which is built in.
func read(name string) string {
	text, err := player.ReadFile("player/" + name)
	if err != nil {
		panic(err) // only for a name that is not there
	}
	return string(text)
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}
