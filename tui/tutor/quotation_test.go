package tutor

import (
	"testing"
	"time"

	"probity/guidance"
)

// TestAQuotationIsPlainAndInert, and says where the words stand, what they are worth and what they are not.
func TestAQuotationIsPlainAndInert(t *testing.T) {
	c := &guidance.Clause{
		Locator: "paragraph\x1b[31m 2", Force: "must-not", Text: "You must not **mix**\nthe two.\u202e\n\n- one\n- two",
		Source: &guidance.Source{
			Title: "The new guidance", Publisher: "A regulator", Jurisdiction: guidance.Ireland, InForce: time.Date(2024, 1, 30, 0, 0, 0, 0, time.UTC),
			Status: guidance.InForce, URL: "https://example.org/\x1b]52;c;aGk=\a",
		},
	}
	const want = `You must not mix the two.

- one - two

The new guidance (A regulator, 2024), paragraph[31m 2.
MUST NOT · in force · Ireland. A summary; the original is what counts.
https://example.org/]52;c;aGk=`
	if got := Quotation(c); got != want {
		t.Errorf("it is\n%q, want\n%q", got, want)
	}
}
