package texttest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

var (
	streams = regexp.MustCompile(`(?s)\bstream\r?\n.*?endstream`)
	names   = regexp.MustCompile(`/[A-Za-z]+|\b(obj|endobj|stream|trailer)\b`)
	another = regexp.MustCompile(`^/(F|I|G|GS|C|X|TPL|Im)?[0-9a-f]*$|^/[A-Z]{6}`) // fonts and pictures, which are numbered
)

// Paper is a PDF: the names of what its objects say, outside of streams and of texts.
func Paper(out []byte) (parts, faults []string) {
	if !bytes.HasPrefix(out, []byte("%PDF-")) {
		faults = append(faults, "it is no PDF")
	}
	for _, name := range names.FindAllString(untexted(streams.ReplaceAllString(string(out), "stream")), -1) {
		if !another.MatchString(name) {
			parts = append(parts, name)
		}
	}
	for _, part := range parts {
		if slices.Contains([]string{"/JavaScript", "/JS", "/URI", "/Launch", "/AA", "/SubmitForm", "/GoToR"}, part) {
			faults = append(faults, "the PDF has "+part)
		}
	}
	return parts, faults
}

// untexted is a PDF without its texts, which stand in brackets: within them a backslash takes what follows.
func untexted(pdf string) string {
	var out strings.Builder
	depth := 0
	for i := 0; i < len(pdf); i++ {
		switch c := pdf[i]; {
		case c == '\\' && depth > 0:
			i++
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case depth == 0:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// Zip is the names of its files, and the parts of each as the end of its name says.
func Zip(out []byte) (parts, faults []string) {
	in, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		return nil, []string{err.Error()}
	}
	for _, f := range in.File {
		parts = append(parts, "file "+f.Name)
		form := FormOf(f.Name)
		file, err := f.Open()
		if err != nil || form == nil {
			faults = append(faults, fmt.Sprintf("%s cannot be judged: %v", f.Name, err))
			continue
		}
		inside, err := io.ReadAll(file)
		if err != nil {
			faults = append(faults, err.Error())
		}
		inner, wrong := form(inside)
		parts, faults = append(parts, inner...), append(faults, wrong...)
	}
	return parts, faults
}
