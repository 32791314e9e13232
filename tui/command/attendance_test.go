package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/progress/attendance"
	domain "probity/progress/certificate"
	"probity/tui/linear"
	"probity/tui/prose"
)

// certain is a list of people by name.
func certain(names ...string) (list attendance.List) {
	for i, name := range names {
		list.People = append(list.People, attendance.Person{Name: name, Line: i + 1})
	}
	return list
}

// doubtful is a list of people with lines that may be people as well.
func doubtful(list attendance.List, lines ...string) attendance.List {
	for i, line := range lines {
		list.LeftOut = append(list.LeftOut, attendance.LeftOut{Line: 10 + i, Text: line, Why: "it is one word", Doubtful: true})
	}
	return list
}

// TestWhatIsAskedBeforeCertificatesAreSigned: a session that was guessed, more people than there were, lines that may be people,
// and the one who led it.
func TestWhatIsAskedBeforeCertificatesAreSigned(t *testing.T) {
	const rehearsal = "the session looks like a rehearsal: nobody voted in it" // a session that a test can make has no votes
	for _, c := range []struct {
		name string
		args []string
		list attendance.List
		led  string
		want []string
	}{
		{"nothing else", []string{"s"}, certain("Ann Bee"), "Dr C Dee", nil},
		{"no session was named", nil, certain("Ann Bee"), "Dr C Dee", []string{"you named no session, and this is the last that ended"}},
		{"a doubt", []string{"s"}, doubtful(certain("Ann Bee"), "Suharto"), "Dr C Dee", []string{"1 line of the list may be people who get no certificate"}},
		{"doubts", []string{"s"}, doubtful(certain("Ann Bee"), "Suharto", "Pelé"), "Dr C Dee", []string{"2 lines of the list may be people who get no certificate"}},
		{"too many", []string{"s"}, certain("Ann Bee", "Bo Cee", "Di Eff"), "Dr C Dee", []string{"the list has 3 people and the room had 2 people"}},
		{"as many as there were", []string{"s"}, certain("Ann Bee", "Bo Cee"), "Dr C Dee", nil},
		{"who led it, with a title", []string{"s"}, certain("C Dee"), "Dr C  DEE", []string{"C Dee is on the list and led the session"}},
		{"somebody whose name ends like that", []string{"s"}, certain("Ann"), "Dr Joann", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := attendees{cli: at(time.UTC), facilitator: c.led}
			got := o.questions(c.args, attendance.Session{Size: 2, Minutes: 45, Ended: true}, c.list)
			var others []string
			for _, q := range got {
				if q != rehearsal {
					others = append(others, q)
				}
			}
			if diff := cmp.Diff(c.want, others); diff != "" || len(got) != len(others)+1 {
				t.Errorf("asked is something else (-want +got):\n%s", diff)
			}
		})
	}
}

// TestTheListIsShownBeforeAnythingIsSigned: who gets a certificate and from which line, who may be missed, and what is no person.
func TestTheListIsShownBeforeAnythingIsSigned(t *testing.T) {
	o := attendees{cli: at(time.UTC), facilitator: "Dr C Dee", place: "Room 1"}
	session := attendance.Session{ID: "20261120-090000-abcd", Title: "Monday", Began: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Minutes: 45, Size: 2}
	about := "Attendance of the session “Monday” on 20 November 2026 at 09:00, 45 minutes, 2 people (20261120-090000-abcd).\nLed by Dr C Dee, at Room 1.\n"
	also := certain("Ann Bee")
	also.People = append(also.People, attendance.Person{Name: "Bo Cee", Notes: []string{"named twice"}}, attendance.Person{Name: "Di Eff", Line: 3, Notes: []string{"in capitals", "turned round"}})
	clutter := doubtful(attendance.List{}, "Suharto")
	clutter.LeftOut = append(clutter.LeftOut, attendance.LeftOut{Line: 1, Text: "Name", Why: "a heading"})
	for _, c := range []struct {
		name, want string
		list       attendance.List
	}{
		{"nobody", "", attendance.List{}},
		{"one", "\n1 person gets a certificate:\n1. Ann Bee (line 1)\n", certain("Ann Bee")},
		{"with notes, and one named apart", "\n3 people get a certificate:\n1. Ann Bee (line 1)\n2. Bo Cee (named twice)\n3. Di Eff (line 3; in capitals; turned round)\n", also},
		{"what was left out", "\nNo certificate, but these may be people:\nline 10: Suharto (it is one word)\n" +
			"Put the name right in the list, or add the person with --also \"NAME\".\n\nLeft out, as no people who came:\nline 1: Name (a heading)\n", clutter},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			o.show(linear.New(strings.NewReader(""), &out), session, c.list)
			if diff := cmp.Diff(about+c.want, out.String()); diff != "" {
				t.Errorf("shown is something else (-want +got):\n%s", diff)
			}
		})
	}
}

// TestAFolderThatCannotBeMadeIsWorded, as every other file is: the name of a file is in its way.
func TestAFolderThatCannotBeMadeIsWorded(t *testing.T) {
	own := filepath.Join(t.TempDir(), "data")
	inTheWay := filepath.Join(t.TempDir(), "names.txt")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c := at(time.UTC)
	c.sys.Getenv = func(string) string { return own }
	o := attendees{cli: c, folder: filepath.Join(inTheWay, "certificates"), format: "md"}
	err := o.certify(attendance.Session{}, domain.Work{}, attendance.List{})
	if err == nil {
		t.Fatal("the folder was made")
	}
	if want := "making the folder " + o.folder + ": a part of " + inTheWay + " is a file, and a folder is meant"; prose.Worded(err) != want {
		t.Errorf("it is worded as %q, want %q", prose.Worded(err), want)
	}
}
