package stream

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// frame is what one end of a connection says at once: a line, and for a message what it carries.
type frame struct {
	verb    string // in capitals: PUB, HPUB, SUB, MSG…
	subject string // of a message, or of what is listened to
	sid     string // of what is listened to
	reply   string // where the answer goes; "" for none
	text    []byte // all of it
	body    []byte // what it carries, with its headers
}

func readFrame(r *bufio.Reader) (f frame, err error) {
	if f.text, err = r.ReadBytes('\n'); err != nil {
		return f, err
	}
	word := strings.Fields(string(f.text))
	if len(word) == 0 {
		return f, nil
	}
	sizes := 1 // how many numbers end the line
	switch f.verb = strings.ToUpper(word[0]); f.verb {
	case "SUB":
		f.subject, f.sid = word[1], word[len(word)-1]
		return f, nil
	case "HPUB", "HMSG":
		sizes = 2
	case "PUB", "MSG":
	default:
		return f, nil
	}
	f.subject = word[1]
	if rest := word[2 : len(word)-sizes]; f.verb[len(f.verb)-1] == 'B' && len(rest) == 1 {
		f.reply = rest[0]
	}
	size, err := strconv.Atoi(word[len(word)-1])
	if err != nil {
		return f, fmt.Errorf("reading how long a message is: %w", err)
	}
	f.body = make([]byte, size+2)
	_, err = io.ReadFull(r, f.body)
	f.text = append(f.text, f.body...)
	f.body = f.body[:size]
	return f, err
}

// asks reports whether a frame asks the store for something, or gives it a message.
func (f frame) asks() bool { return strings.HasPrefix(f.subject, "$JS.API.") || f.gives() }

// gives reports whether a frame gives the store a message.
func (f frame) gives() bool {
	first, _, _ := strings.Cut(f.subject, ".")
	return first == "record" || first == "beside" || first == "key"
}
