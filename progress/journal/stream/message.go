// A message: what is said openly of a fact, and the seal around what it says.

package stream

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"slices"
)

// kind says what a message is.
type kind uint64

const (
	fact   kind = 1 // a fact of the record
	forgot kind = 2 // says that facts were forgotten, and which of those before it do not count though they may still be there
	beside kind = 3 // a file beside the record
)

// label is what a message says openly. It is sealed with the rest, so that no message can pass for another.
type label struct {
	life    uint64 // of the record: the place of its key's message in the stream of keys
	rewrote uint64 // how often facts of the record had been forgotten; for a file how many parts it has
	kind    kind
	number  int64 // of the fact; of the last fact that there is where facts were forgotten; of the part of a file
}

func (l label) encode() []byte {
	text := binary.AppendUvarint(nil, l.life)
	text = binary.AppendUvarint(text, l.rewrote)
	text = binary.AppendUvarint(text, uint64(l.kind))
	return binary.AppendUvarint(text, uint64(l.number))
}

// errNoMessage is that what stands in the store was not written there by Probity, or was changed since.
var errNoMessage = &cause{"a message is not one of Probity's", "part of the record is not as it was written, and nothing was changed. Tell whoever runs the server"}

// decodeLabel reads a label, and returns what stands behind it.
func decodeLabel(text []byte) (l label, sealed []byte, err error) {
	var values [4]uint64
	for i := range values {
		value, size := binary.Uvarint(text)
		if size <= 0 {
			return label{}, nil, errNoMessage
		}
		values[i], text = value, text[size:]
	}
	return label{values[0], values[1], kind(values[2]), int64(values[3])}, text, nil
}

// keySize is that of AES-256, in bytes.
const keySize = 32

// life is a record from when its key was made until it is erased.
type life struct {
	number uint64      // the place of its key's message
	key    cipher.AEAD // nil for none
}

func newLife(number uint64, key []byte) (life, error) {
	if len(key) != keySize {
		return life{}, errNoMessage
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return life{}, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return life{number, aead}, err
}

// seal makes the message of a subject that says text.
func (l life) seal(subject string, as label, text []byte) []byte {
	as.life = l.number
	open := as.encode()
	return l.key.Seal(slices.Clone(open), nil, text, bound(subject, open))
}

// open returns what a message says.
func (l life) open(subject string, message []byte) ([]byte, error) {
	_, sealed, err := decodeLabel(message)
	if err != nil {
		return nil, err
	}
	text, err := l.key.Open(nil, nil, sealed, bound(subject, message[:len(message)-len(sealed)]))
	if err != nil {
		return nil, errNoMessage
	}
	return text, nil
}

// bound is what a seal holds together with its text: whose it is, and which.
func bound(subject string, open []byte) []byte { return append([]byte(subject+"\x00"), open...) }

// encodePlaces and decodePlaces are the text of a message that facts were forgotten: where they stood.
func encodePlaces(places []uint64) (text []byte) {
	for _, place := range places {
		text = binary.AppendUvarint(text, place)
	}
	return text
}

func decodePlaces(text []byte) (places []uint64, err error) {
	for len(text) > 0 {
		place, size := binary.Uvarint(text)
		if size <= 0 {
			return nil, errNoMessage
		}
		places, text = append(places, place), text[size:]
	}
	return places, nil
}
