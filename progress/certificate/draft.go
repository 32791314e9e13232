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

// Over is a draft as it is saved over what another window saved since: what this one left as it was before stays as it is there. A draft for other
// work goes in its place as it is.
func (d Draft) Over(there, before Draft) Draft {
	if d.For != there.For || before.For != "" && before.For != d.For {
		return d
	}
	mine, theirs, old := &d.Own, there.Own, before.Own
	if mine.Reflection.SoWhat == old.Reflection.SoWhat {
		d.From = there.From
	}
	mine.Name = changed(mine.Name, theirs.Name, old.Name)
	mine.Registration = changed(mine.Registration, theirs.Registration, old.Registration)
	mine.Hours = changed(mine.Hours, theirs.Hours, old.Hours)
	mine.Reflection.What = changed(mine.Reflection.What, theirs.Reflection.What, old.Reflection.What)
	mine.Reflection.SoWhat = changed(mine.Reflection.SoWhat, theirs.Reflection.SoWhat, old.Reflection.SoWhat)
	mine.Reflection.NowWhat = changed(mine.Reflection.NowWhat, theirs.Reflection.NowWhat, old.Reflection.NowWhat)
	mine.Change = changed(mine.Change, theirs.Change, old.Change)
	if ledBy(mine.Facilitated) == ledBy(old.Facilitated) {
		mine.Facilitated = theirs.Facilitated
	}
	return d
}

// changed is what is mine where I changed it, else theirs.
func changed[T comparable](mine, theirs, before T) T {
	if mine == before {
		return theirs
	}
	return mine
}

func ledBy(f *Facilitated) Facilitated {
	if f == nil {
		return Facilitated{}
	}
	return *f
}
