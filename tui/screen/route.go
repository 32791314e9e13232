package screen

import (
	"probity/scenarios/induction"
	"probity/tui/tutor"
)

// Route says where to go. The kinds are below; the app has a line for each.
type Route interface{ route() }

// The routes.
type (
	// ToHome is the first screen.
	ToHome struct{}
	// ToSetup asks who is learning.
	ToSetup struct{}
	// ToRecovery is where a record that is damaged or gone is dealt with.
	ToRecovery struct{ Err error } // a *file.CorruptError or *folder.LostError
	// ToPracticeMenu is the choice of what to practise.
	ToPracticeMenu struct{}
	// ToPractice begins a practice, or takes up the one that was left.
	ToPractice struct {
		Ask tutor.Selection
		How tutor.How // whether one that was left is taken up
	}
	// ToSummary is the end of a practice.
	ToSummary struct{ Practice *tutor.Practice }
	// ToExamMenu is where an assessment is begun, taken up, and looked back on.
	ToExamMenu struct{}
	// ToExam is the assessment itself.
	ToExam struct{ Assessment *tutor.Assessment }
	// ToExamResult is an assessment that was handed in, by its sitting's id; with the assessment itself where that was just now.
	ToExamResult struct {
		Sitting string
		Just    *tutor.Assessment
	}
	// ToGuidance is the guidance, at a clause if one is named, or in the search.
	ToGuidance struct {
		Clause string
		Search bool
	}
	// ToProgress is what the record amounts to.
	ToProgress struct{}
	// ToCertificate is where a certificate is made.
	ToCertificate struct{}
	// ToAgenda is where an induction session is planned, or one that was left is carried on.
	ToAgenda struct {
		Plan   *induction.Plan // one that was brought along; nil for none
		People int             // in the room; 0 when that is still to be asked
		Votes  Votes
	}
	// ToRoom leads an induction session: one that is open, or else one that is begun there.
	ToRoom struct {
		Room   *tutor.Room
		Plan   induction.Plan
		People int
		Votes  Votes
	}
	// ToNotes is what the facilitator of an induction session sees and the room does not.
	ToNotes struct{}
	// ToSettings is what can be changed.
	ToSettings struct{}
)

func (ToHome) route()         {}
func (ToSetup) route()        {}
func (ToRecovery) route()     {}
func (ToPracticeMenu) route() {}
func (ToPractice) route()     {}
func (ToSummary) route()      {}
func (ToExamMenu) route()     {}
func (ToExam) route()         {}
func (ToExamResult) route()   {}
func (ToGuidance) route()     {}
func (ToProgress) route()     {}
func (ToCertificate) route()  {}
func (ToAgenda) route()       {}
func (ToRoom) route()         {}
func (ToNotes) route()        {}
func (ToSettings) route()     {}

// Votes says how a room votes: by hands, and by phones too where that was asked for. Host is the address or the network card of this computer that
// phones are told; "" for the likeliest. Wifi is the network that they are to be on, if the room is to be shown how to get there, with its Password.
type Votes struct {
	Phones         bool
	Host           string
	Wifi, Password string
	Slips          string // the file with the codes of vote slips: only who has one votes by phone; "": whoever comes
}
