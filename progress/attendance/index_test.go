package attendance

import (
	"strings"
	"testing"
	"time"

	"probity/progress/certificate"
	"probity/progress/paper"
)

// TestTheIndexSaysWhoHasWhich, how many were in the room as it was seated, and who may be missed.
func TestTheIndexSaysWhoHasWhich(t *testing.T) {
	led := certificate.Facilitated{Facilitator: "Dr C Dee", Place: "Room 1", Size: 3}
	of := func(name, number, file string) Made {
		return Made{certificate.Certificate{Number: number, Own: certificate.Own{Name: name}}, file}
	}
	two := []Made{of("Ann Bee", "P-1", "attendance-001.pdf"), of("李小龍", "P-2", "attendance-002.html")}
	doubt := List{LeftOut: []LeftOut{{Line: 4, Text: "Suharto", Why: "it is one word", Doubtful: true}, {Line: 1, Text: "Name", Why: "a heading"}}}
	for _, c := range []struct {
		name   string
		size   int
		list   List
		wants  []string
		others []string
	}{
		{"fewer than there were", 3, List{}, []string{"| Ann Bee | P-1 | attendance-001.pdf |", "| 李小龍 | P-2 | attendance-002.html |",
			"3 people were in the room; 1 without a certificate", "24 November 2026 at 09:00, 45 minutes", "Dr C Dee"}, []string{"On the list without"}},
		{"as many", 2, List{}, []string{"2 people were in the room\n"}, []string{"without a certificate"}},
		{"more than there were", 1, List{}, []string{"1 person was in the room; 1 certificate more than that"}, nil},
		{"with doubts", 3, doubt, []string{"Line 4: Suharto (it is one word)"}, []string{"a heading"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			session := Session{ID: "s", Title: "Monday", Began: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), Minutes: 45, Size: c.size}
			text := string(paper.Markdown(Index(session, led, two, c.list, "Probity 1.0.0")))
			for _, want := range c.wants {
				if !strings.Contains(text, want) {
					t.Errorf("it lacks %q:\n%s", want, text)
				}
			}
			for _, other := range c.others {
				if strings.Contains(text, other) {
					t.Errorf("it has %q:\n%s", other, text)
				}
			}
		})
	}
}
