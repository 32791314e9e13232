// Package handout makes the papers of a facilitated session from its plan: the facilitator's guide, the participants'
// handout, the answer sheet and the sign-in sheet, which are put together from the same parts; what tells them apart is
// which parts they have. Vote cards and vote slips are what a room votes with. It reads no clock and no disk.
package handout

import (
	"fmt"
	"time"

	"probity/progress/paper"
	"probity/scenarios/induction"
	"probity/scenarios/induction/slips"
	"probity/scenarios/pack"
)

// Kind is one of the papers.
type Kind string

// The papers there are. The words also name their files.
const (
	Guide        Kind = "facilitator-guide"
	Participants Kind = "participant-handout"
	Answers      Kind = "answer-sheet"
	SignIn       Kind = "sign-in-sheet"
	VoteCards    Kind = "vote-cards"
	VoteSlips    Kind = "vote-slips"
)

// Kinds lists the papers in the order they are used.
func Kinds() []Kind { return append(Usual(), VoteCards, VoteSlips) }

// Usual lists the papers that every session can do with; those to vote with are made when they are asked for.
func Usual() []Kind { return []Kind{Guide, Participants, Answers, SignIn} }

// title is the paper as people call it; "" for one that there isn't.
func (k Kind) title() string {
	switch k {
	case Guide:
		return "Facilitator guide"
	case Participants:
		return "Participant handout"
	case Answers:
		return "Answer sheet"
	case SignIn:
		return "Sign-in sheet"
	case VoteCards:
		return "Vote cards"
	case VoteSlips:
		return "Vote slips"
	}
	return ""
}

// Session is what the papers are for.
type Session struct {
	Plan    induction.Plan
	Pack    *pack.Pack  // where the plan's situations and what they cite come from
	Date    time.Time   // the day of the papers; it is not shown
	Program string      // what makes them, with its version
	Rows    int         // of the sign-in sheet; 0 is two pages of them
	Cut     bool        // two vote cards to a page, to be cut
	Codes   slips.Codes // of the vote slips, one to each
}

// Make puts a paper together. An error is a pack.Mistakes when the plan does not fit the pack.
func Make(k Kind, of Session) (paper.Document, error) {
	stops, err := rehearse(of.Plan, of.Pack)
	if err != nil {
		return paper.Document{}, err
	}
	blocks := []paper.Block{paper.Title{Text: k.title(), Sub: of.Plan.Title}}
	switch k {
	case Guide:
		blocks = append(blocks, opening(of.Plan), preparation(), order(of.Plan, stops), steps())
		blocks = append(blocks, each(stops, paper.PageBreak{}, heading, timing, stem, ballot, options(withRationale), talk, lesson,
			clauses)...)
	case Participants:
		blocks = append(blocks, opening(of.Plan))
		blocks = append(blocks, each(stops, nil, heading, stem, options(plainly), votes)...)
		blocks = append(blocks, closing(of.Plan))
	case Answers:
		blocks = append(blocks, paper.Notice{Text: "Give this out after the session: it has the keys."})
		blocks = append(blocks, each(stops, nil, heading, ask, key, options(withRationale), lesson, clauses)...)
	case SignIn:
		blocks = append(blocks, signing(of.Rows)...)
	case VoteCards:
		blocks = append(blocks, cards(stops, of.Cut)...)
	case VoteSlips:
		blocks = append(blocks, toCutOut(of.Codes)...)
	default:
		return paper.Document{}, fmt.Errorf("there is no paper called %q", k)
	}
	return paper.Document{Meta: meta(k, of), Blocks: blocks}, nil
}

func meta(k Kind, of Session) paper.Meta {
	return paper.Meta{
		Title: k.title() + ": " + of.Plan.Title, Subject: of.Pack.Title, Language: of.Plan.Jurisdiction.Language(), Date: of.Date, Program: of.Program,
		Footer: fmt.Sprintf("%s · %s, version %s · made with %s", k.title(), of.Pack.Title, of.Pack.Version, of.Program),
	}
}

// each makes the parts of every situation. A situation that fits on a page is never divided by a page break. The block between is put
// between two situations; nil for none.
func each(stops []stop, between paper.Block, parts ...part) []paper.Block {
	var out []paper.Block
	for _, s := range stops {
		var together paper.Together
		for _, p := range parts {
			together = append(together, p(s)...)
		}
		if between != nil {
			out = append(out, between)
		}
		out = append(out, together)
	}
	return out
}
