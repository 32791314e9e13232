// Seeds by what they draw: tests say which formats they need.
package command_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// seedFor finds the seed with which somebody in a country who has answered nothing yet draws situations of these formats,
// in this order. The topic is "" for all.
func seedFor(country guidance.Jurisdiction, topic string, formats ...string) (int64, error) {
	library, err := scenariostest.Library()
	if err != nil {
		return 0, err
	}
	for seed := range int64(100_000) {
		r := scenarios.Request{Reader: guidance.Doctor.In(country), Topic: topic, Count: len(formats), Seed: seed}
		var drawn []string
		for _, s := range library.Bank.Draw(r, scenarios.Past{}) {
			drawn = append(drawn, s.Format.Name())
		}
		if slices.Equal(drawn, formats) {
			return seed, nil
		}
	}
	return 0, fmt.Errorf("no seed draws %q", formats)
}

// drawing is the flags with which somebody in the UK draws situations of these formats.
func drawing(t *testing.T, formats ...string) []string {
	t.Helper()
	seed, err := seedFor(guidance.UK, "", formats...)
	if err != nil {
		t.Fatal(err)
	}
	return []string{"--seed", strconv.FormatInt(seed, 10), "--count", strconv.Itoa(len(formats))}
}

// draws is the command with which a script sets SEED.
func draws(ts *testscript.TestScript, neg bool, args []string) {
	wants(ts, neg, args, 3, "draws COUNTRY TOPIC|all FORMAT…")
	topic := args[1]
	if topic == "all" {
		topic = ""
	}
	seed, err := seedFor(guidance.Jurisdiction(args[0]), topic, args[2:]...)
	ts.Check(err)
	ts.Setenv("SEED", strconv.FormatInt(seed, 10))
}
