package craft

import (
	"slices"
	"testing"
)

func TestPeople(t *testing.T) {
	for text, want := range map[string][]string{
		"At eleven Tom Reeve asks to follow you. Tom is home, and Reeve is his name.": {"Tom Reeve"},
		"Sam, the F2, puts an ECG in the group. Amara, a nurse from Lagos, is quiet.": {"Sam", "Amara"},
		"You told Grace’s story in May on LinkedIn. It is from Grace.":                {"Grace"},
		"There is a review from “Dee M”. You met Dee M on Tuesday at Leeds General.":  {"Dee M"},
		"Dr Patel and Mr O'Brien ask Sister McKay in the Datix meeting.":              {"Patel", "O'Brien", "Sister McKay"},
		"A reporter asks you on X and WhatsApp for the NHS Trust.":                    nil,
		"Yesterday a patient wrote. Nobody answered: “Thanks a lot!” Ring her now.":   nil,
		"African nurses' English is mocked in the Teams channel by Smith-Jones.":      {"Smith-Jones"},
	} {
		if got := people(text); !slices.Equal(got, want) {
			t.Errorf("in %q: %q, want %q", text, got, want)
		}
	}
}
