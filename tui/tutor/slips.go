package tutor

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"probity/scenarios/induction/slips"
)

// CodesBeside is the file beside a plan that has the codes of its vote slips.
func CodesBeside(plan string) string {
	return strings.TrimSuffix(plan, filepath.Ext(plan)) + "-codes.toml"
}

// SlipsOf is the file with the codes of a plan's vote slips, from wherever the program is started; "" where no slips were made for the plan.
func (d Door) SlipsOf(plan string) (path string, err error) {
	codes, err := d.ReadCodes(plan)
	if err != nil || len(codes) == 0 {
		return "", err
	}
	if d.Own != nil {
		return CodesBeside(plan), nil
	}
	if path, err = filepath.Abs(CodesBeside(plan)); err != nil {
		return "", fmt.Errorf("looking for the codes: %w", err)
	}
	return path, nil
}

// ReadCodes reads the codes beside a plan; none if there are none.
func (d Door) ReadCodes(plan string) (slips.Codes, error) { return d.readCodes(CodesBeside(plan)) }

func (d Door) readCodes(path string) (slips.Codes, error) {
	text, err := d.Read("codes", path, largestPlan)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	codes, err := slips.Read(path, text)
	if err != nil {
		return nil, fmt.Errorf("reading the codes: %w", err)
	}
	return codes, nil
}

// VoteCodes are so many codes for vote slips. Those that were made for the plan before come first, since they may be cut out already; new ones
// are kept before anybody can print them.
func (d Door) VoteCodes(plan string, people int) (slips.Codes, error) {
	before, err := d.ReadCodes(plan)
	if err != nil {
		return nil, err
	}
	codes, err := before.With(people, rand.Reader)
	if err != nil {
		return nil, err
	}
	if len(codes) > len(before) {
		text, err := codes.Write()
		if err != nil {
			return nil, err
		}
		if _, err := d.Place(CodesBeside(plan), "", true, Holding(text)); err != nil {
			return nil, err
		}
	}
	return codes[:people], nil
}
