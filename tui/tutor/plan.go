package tutor

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"probity/scenarios"
	"probity/scenarios/induction"
)

// largestPlan is more bytes than the file of a plan can have.
const largestPlan = 1 << 20

// ReadPlan reads the file of an induction plan and checks it. What is wrong with the plan itself is a pack.Mistakes.
func ReadPlan(path string, bank *scenarios.Bank) (induction.Plan, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return induction.Plan{}, fmt.Errorf("reading the plan: there is no file %s", path)
	}
	if err != nil {
		return induction.Plan{}, fmt.Errorf("reading the plan: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, largestPlan+1))
	switch {
	case err != nil:
		return induction.Plan{}, fmt.Errorf("reading the plan: %w", err)
	case len(text) > largestPlan:
		return induction.Plan{}, fmt.Errorf("reading the plan: %s is larger than a plan can be", path)
	}
	return induction.ReadPlan(path, text, bank)
}

// WritePlan writes a plan to a file that is not there yet.
func WritePlan(path string, plan induction.Plan) error {
	text, err := plan.Write()
	if err != nil {
		return err
	}
	_, err = Publish(path, "", false, Holding(text))
	var there *ExistsError
	if errors.As(err, &there) {
		return fmt.Errorf("writing the plan: %s is there already, and was left as it is: give another name", path)
	}
	return err
}
