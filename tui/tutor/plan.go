package tutor

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"probity/progress/disk"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/prose"
)

// largestPlan is more bytes than the file of a plan can have.
const largestPlan = 1 << 20

// ReadPlan reads the file of an induction plan and checks it. What is wrong with the plan itself is a pack.Mistakes.
func (d Door) ReadPlan(path string, bank *scenarios.Bank) (induction.Plan, error) {
	text, err := d.Read("plan", path, largestPlan)
	if d.Own == nil && errors.Is(err, fs.ErrNotExist) {
		return induction.Plan{}, fmt.Errorf("reading the plan: there is no file %s; check the name and the folder", path)
	}
	if err != nil {
		return induction.Plan{}, err
	}
	return induction.ReadPlan(path, text, bank)
}

// readFile reads a file of this computer, unless it is larger than makes sense. what is what it should be.
func readFile(what, path string, most int64) ([]byte, error) {
	f, err := disk.OpenRegular(path)
	if err != nil {
		return nil, fmt.Errorf("reading the %s: %w", what, err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, fmt.Errorf("reading the %s: %w", what, err)
	}
	if int64(len(text)) > most {
		return nil, fmt.Errorf("reading the %s: %s is larger than such a file can be", what, path)
	}
	return text, nil
}

// WritePlan writes a plan to a file that is not there yet.
func (d Door) WritePlan(path string, plan induction.Plan) error {
	text, err := plan.Write()
	if err != nil {
		return err
	}
	_, err = d.Publish(path, "", false, Holding(text))
	var there *ExistsError
	if errors.As(err, &there) {
		return fmt.Errorf("writing the plan: %s is there already, and was left as it is: give another name", path)
	}
	return err
}

// Contents is what a plan has, in words.
func Contents(p induction.Plan) string {
	situations, turns := p.Families()
	text := prose.Count(float64(situations), "situation")
	if turns > 0 {
		text += fmt.Sprintf(", %d again with one thing different", turns)
	}
	return text
}
