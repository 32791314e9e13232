package people

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// SecretFile returns the secret in a file, hexadecimal digits on one line, and makes one on first use that only its owner can read.
func SecretFile(path string) ([]byte, error) {
	file, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		secret := make([]byte, secretBytes)
		rand.Read(secret) // never fails
		made, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			return SecretFile(path) // another host made it meanwhile
		}
		if err != nil {
			return nil, fmt.Errorf("making the secret for learners' tokens: %w", err)
		}
		_, err = made.WriteString(hex.EncodeToString(secret) + "\n")
		if err = errors.Join(err, made.Sync(), made.Close()); err != nil {
			return nil, fmt.Errorf("making the secret for learners' tokens: %w", errors.Join(err, os.Remove(path)))
		}
		return secret, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the secret for learners' tokens: %w", err)
	}
	secret, err := hex.DecodeString(strings.TrimSpace(string(file)))
	if err != nil || len(secret) < secretBytes {
		return nil, fmt.Errorf("%s holds no secret: it needs at least %d hexadecimal digits. Without the one that was there, nobody's record is found", path, 2*secretBytes)
	}
	return secret, nil
}
