// The table: a row for each answer, as RFC 4180 has it, in UTF-8, that no spreadsheet takes for a formula.

package export

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"probity/guidance/text"
	"probity/progress"
	"probity/scenarios"
)

// columns are the names of the table's columns. They are a public contract: new ones come at the end.
func columns() []string {
	return []string{
		"scenario",     // the situation's id: the family's
		"revision",     // of the situation
		"topic",        //
		"principle",    //
		"format",       // how the situation is answered, such as best
		"chosen",       // option ids, or id=rating, with a blank between them
		"marks",        //
		"of",           // the marks that could be had; 0 for a discussion
		"chance",       // the share of them that chance brings
		"above_chance", // derived: 1 is full marks, 0 what chance brings; empty for a discussion
		"sure",         // 1 guess, 2 fairly sure, 3 very sure; empty when not asked
		"seconds",      // active; empty where the record says what can't be
		"at",           // UTC; empty where no calendar has it
		"sitting",      // its id
		"kind",         // of the sitting: practice, review or assessment
		"undone",       // derived: yes if it was taken back
		"counts",       // derived: yes if it counts in a score
		"seq",          // its number in the record
		"variant",      // of the situation, where that is a family; empty for one that is told alone
		"left_blank",   // derived: yes if nothing was chosen: an assessment was handed in without an answer to the situation
	}
}

func writeCSV(w io.Writer, from *progress.Reading, _ Options) error {
	table := csv.NewWriter(w)
	table.UseCRLF = true
	if err := table.Write(columns()); err != nil {
		return err
	}
	err := inOrder(from, func(fact progress.Fact) ([]string, error) {
		if a, ok := fact.(progress.Answer); ok {
			return row(from, a), nil
		}
		return nil, nil
	}, func(cells []string) error {
		if cells == nil {
			return nil
		}
		return table.Write(cells)
	})
	table.Flush()
	if err == nil {
		err = table.Error()
	}
	return err
}

// row is an answer, by column.
func row(from *progress.Reading, a progress.Answer) []string {
	cells := []string{
		a.Scenario, strconv.Itoa(a.Revision), a.Topic, a.Principle, a.Format, strings.Join(a.Chosen, " "),
		number(a.Marks), number(a.Of), number(a.Chance), above(a), sure(a), seconds(a),
		when(a), a.Sitting, string(from.Kind(a.Sitting)),
		yes(from.Undone(a)), yes(from.Counts(a)), strconv.FormatInt(a.Seq, 10), a.Variant, yes(a.Blank()),
	}
	for i := range cells {
		cells[i] = inert(cells[i])
	}
	return cells
}

func number(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return ""
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// above is the answer's score above chance, to four places.
func above(a progress.Answer) string {
	share, ok := aboveChance(a)
	if !ok {
		return ""
	}
	return number(math.Round(share*1e4) / 1e4)
}

// aboveChance returns the score above chance of one answer; false if it has no score.
func aboveChance(a progress.Answer) (float64, bool) {
	return aboveOf(progress.Total([]progress.Answer{a}))
}

// aboveOf returns what is left of a score above chance; false if that is no number, as marks edited by hand may have it.
func aboveOf(s scenarios.Score) (float64, bool) {
	share, ok := s.Above()
	return share, ok && !math.IsNaN(share) && !math.IsInf(share, 0)
}

func sure(a progress.Answer) string {
	if a.Sure == int(scenarios.NotAsked) {
		return ""
	}
	return strconv.Itoa(a.Sure)
}

func when(a progress.Answer) string {
	if moment(a.At).IsZero() {
		return ""
	}
	return a.At.Format(time.RFC3339)
}

func seconds(a progress.Answer) string {
	if !progress.PossibleTime(a.Seconds) {
		return ""
	}
	return strconv.Itoa(a.Seconds)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// inert makes a cell one that a spreadsheet shows and doesn't calculate. Text that begins as a formula gets an apostrophe before
// it, also where blanks or hidden characters stand before the formula, since some spreadsheets drop these. Plain numbers stay
// numbers.
func inert(cell string) string {
	cell = text.Block(cell)
	if isNumber(cell) || !beginsFormula(cell) {
		return cell
	}
	return "'" + cell
}

// beginsFormula reports whether the first visible character begins a formula, in its usual or its full-width form.
func beginsFormula(cell string) bool {
	if cell == "" || strings.ContainsAny(cell[:1], "\t\r\n") {
		return cell != ""
	}
	start := strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) })
	for _, sign := range []string{"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"} {
		if strings.HasPrefix(start, sign) {
			return true
		}
	}
	return false
}

// isNumber reports whether a cell is digits with at most a minus before and a point within.
func isNumber(cell string) bool {
	whole, part, point := strings.Cut(strings.TrimPrefix(cell, "-"), ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (!point || digits(part))
}
