// The draft: what a learner has filled in so far, as it lies beside the record until the certificate is made.

package certificate

import (
	"bytes"
	"fmt"

	"github.com/BurntSushi/toml"

	"probity/guidance/text"
)

// Draft is what was filled in, and for which work.
type Draft struct {
	For  string `toml:"for"`            // the work, by the name its chooser gives it
	From string `toml:"from,omitempty"` // the ids of the reflections that it was begun with, a blank between them: it goes with them
	Own  Own    `toml:"own"`
}

// draftLimit is the size of a draft in bytes beyond which it is not ours.
const draftLimit = 1 << 20

// Encode is the draft as a file.
func (d Draft) Encode() ([]byte, error) {
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(d); err != nil {
		return nil, fmt.Errorf("writing the certificate's draft: %w", err)
	}
	return b.Bytes(), nil
}

// ReadDraft reads a draft. One that cannot be read is an error; none at all is an empty draft.
func ReadDraft(file []byte) (Draft, error) {
	var d Draft
	if _, err := text.GuardTOML(file, draftLimit); err != nil {
		return d, fmt.Errorf("reading the certificate's draft: %w", err)
	}
	if err := toml.Unmarshal(file, &d); err != nil {
		return Draft{}, fmt.Errorf("reading the certificate's draft: %w", err)
	}
	return d, nil
}
