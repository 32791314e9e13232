package sshd

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"

	gossh "golang.org/x/crypto/ssh"
)

// HostKey returns the key in a file, by which people know that they reached this host and no other. Where make is set and there is none, an
// ed25519 key is made that only its owner can read.
func HostKey(path string, make bool) (gossh.Signer, error) {
	file, err := os.ReadFile(path)
	if make && errors.Is(err, fs.ErrNotExist) {
		file, err = makeHostKey(path)
	}
	if err != nil {
		return nil, fmt.Errorf("reading the host's key: %w", err)
	}
	key, err := gossh.ParsePrivateKey(file)
	var locked *gossh.PassphraseMissingError
	switch {
	case errors.As(err, &locked):
		return nil, fmt.Errorf("the host's key in %s has a passphrase, and nobody is there to type it: take it off with ssh-keygen -p", path)
	case err != nil:
		return nil, fmt.Errorf("%s holds no private key that can be read: name another file, or move it away and a new key is made", path)
	}
	return key, nil
}

// makeHostKey makes a key and the file that holds it.
func makeHostKey(path string) ([]byte, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	block, err := gossh.MarshalPrivateKey(private, "probity host key")
	if err != nil {
		return nil, err
	}
	file := pem.EncodeToMemory(block)
	made, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	_, err = made.Write(file)
	if err = errors.Join(err, made.Sync(), made.Close()); err != nil {
		return nil, errors.Join(err, os.Remove(path))
	}
	return file, nil
}
