package main

import (
	"errors"
	"testing"

	"probity/progress/journal/stream"
	"probity/tui/serve/people"
)

// engineOf keeps records until the test ends.
func engineOf(t *testing.T) *stream.Engine {
	t.Helper()
	e, err := stream.Embed(t.Context(), t.TempDir(), few())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

// TestDirectories, of a host's memory and of the store that hosts share, have one behaviour; two hosts of a store have one directory.
func TestDirectories(t *testing.T) {
	e := engineOf(t)
	here, err := records{engine: e}.directory()
	if err != nil {
		t.Fatal(err)
	}
	there, err := records{engine: e}.directory()
	if err != nil {
		t.Fatal(err)
	}
	memory := people.NewMemory()
	for name, two := range map[string][2]people.Directory{"memory": {memory, memory}, "store": {here, there}} {
		t.Run(name, func(t *testing.T) { directories(t, two[0], two[1]) })
	}
}

func directories(t *testing.T, one, other people.Directory) {
	enrolled := func(learner string, want bool) {
		t.Helper()
		for _, d := range []people.Directory{one, other} {
			if got, err := d.Enrolled(t.Context(), learner); err != nil || got != want {
				t.Errorf("%s is enrolled: %v, %v", learner, got, err)
			}
		}
	}
	check := func(got, want error) {
		t.Helper()
		if !errors.Is(got, want) {
			t.Errorf("%v, not %v", got, want)
		}
	}
	used := func(invitation, want string, gone bool) {
		t.Helper()
		if by, withdrawn, err := other.Used(t.Context(), invitation); err != nil || by != want || withdrawn != gone {
			t.Errorf("%s was used by %q, withdrawn %v, %v", invitation, by, withdrawn, err)
		}
	}
	enrolled("anna", false)
	used("first", "", false)
	check(one.Redeem(t.Context(), "first", "anna"), nil)
	check(other.Redeem(t.Context(), "first", "anna"), nil)
	check(other.Redeem(t.Context(), "first", "ben"), people.ErrUsed)
	enrolled("anna", true)
	enrolled("ben", false)
	used("first", "anna", false)

	check(one.Withdraw(t.Context(), "first"), nil)
	enrolled("anna", false)
	used("first", "anna", true)
	check(other.Redeem(t.Context(), "first", "anna"), people.ErrWithdrawn)
	check(other.Redeem(t.Context(), "first", "ben"), people.ErrWithdrawn)

	check(one.Withdraw(t.Context(), "nobody's"), nil)
	check(other.Redeem(t.Context(), "nobody's", "ben"), people.ErrWithdrawn)
	used("nobody's", "", true)

	check(other.Redeem(t.Context(), "second", "anna"), nil)
	check(one.Withdraw(t.Context(), "first"), nil)
	enrolled("anna", true)
	check(one.Withdraw(t.Context(), "second"), nil)
	enrolled("anna", false)
}

// TestWhoWasEnrolledByAnEarlierProgram, which did not keep with which invitation, is let in, and shut out by it all the same.
func TestWhoWasEnrolledByAnEarlierProgram(t *testing.T) {
	e := engineOf(t)
	of, err := e.Store(nobody, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := directory{of}
	if err := errors.Join(of.WriteBeside(usedBy(markOf("first")), []byte("anna")), of.WriteBeside(enrolledBy("anna"), []byte("\n"))); err != nil {
		t.Fatal(err)
	}
	if in, err := d.Enrolled(t.Context(), "anna"); err != nil || !in {
		t.Errorf("before: %v, %v", in, err)
	}
	if err := d.Withdraw(t.Context(), "first"); err != nil {
		t.Fatal(err)
	}
	if in, err := d.Enrolled(t.Context(), "anna"); err != nil || in {
		t.Errorf("afterwards: %v, %v", in, err)
	}
}
