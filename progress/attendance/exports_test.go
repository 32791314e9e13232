package attendance

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// someone is a person as programs know one.
type someone struct{ first, last, mail string }

func (s someone) name() string { return s.first + " " + s.last }

var (
	firsts = rapid.SampledFrom([]string{"Ann", "Ben", "Siobhán", "Éamon", "Mary-Kate", "Jean Paul", "April", "Nguyễn", "Ольга", "Ελένη", "Dr Con", "Paul"})
	lasts  = rapid.SampledFrom([]string{"Bell", "O'Neill", "Ní Dhomhnaill", "van der Berg", "D’Souza", "Ó Sé", "Day", "Ward", "Hall", "Nurse",
		"Smith-Jones", "Mac Giolla Phádraig", "Page", "Guest", "Жукова", "Παππά", "Al-Rashid"})
)

// room draws people of whom no two have the same name.
func room(t *rapid.T) []someone {
	distinct := func(s someone) string { return plainly(s.name()) }
	return rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) someone {
		s := someone{first: firsts.Draw(t, "first"), last: lasts.Draw(t, "last")}
		if rapid.Bool().Draw(t, "has mail") {
			s.mail = fmt.Sprintf("%x@example.org", s.name())
		}
		return s
	}), 1, 12, distinct).Draw(t, "people")
}

// exported is rows as a spreadsheet writes them.
func exported(separator rune, rows [][]string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = separator
	if err := w.WriteAll(rows); err != nil {
		panic(err) // nothing is written but to memory
	}
	return b.String()
}

// forms write people as programs do; some write a person twice.
var forms = map[string]func([]someone) string{
	"plain": func(all []someone) string { return eachLine(all, func(_ int, s someone) string { return s.name() }) },
	"numbered": func(all []someone) string {
		return "Attendance list\n27 November 2026\n\n" + eachLine(all, func(i int, s someone) string { return fmt.Sprintf("%d. %s", i+1, s.name()) }) + "\nTotal: 12\n"
	},
	"mail": func(all []someone) string {
		return eachLine(all, func(_ int, s someone) string { return s.name() + " <" + s.mail + "a@b.ie>;" })
	},
	"Zoom": func(all []someone) string {
		rows := [][]string{{"Meeting ID", "Topic", "Start Time", "Duration (Minutes)", "Participants"}, {"123", "Fog Night", "11/27/2026 09:00:00 AM", "60", "9"}, {""},
			{"Name (Original Name)", "User Email", "Join Time", "Duration (Minutes)", "Guest", "Recording Consent"}}
		for i, s := range slices.Concat(all, all) { // everybody comes back
			note := []string{"", " (Host)", " (she/her)", " (Guest)"}[i%4]
			rows = append(rows, []string{s.name() + note, s.mail, "11/27/2026 09:00:00 AM", "30", "Yes", ""})
		}
		return exported(',', rows)
	},
	"Teams": func(all []someone) string {
		people, acts := "", ""
		for _, s := range all {
			people += s.name() + " (Unverified)\t11/27/26, 9:00:00 AM\t1h 2m\t" + s.mail + "\tPresenter\r\n"
			acts += s.name() + "\t11/27/26, 9:00:00 AM\t" + s.mail + "\r\n"
		}
		return sixteen("\ufeff1. Summary\r\nMeeting title\tFog Night\r\n\r\n2. Participants\r\nName\tFirst Join\tIn-Meeting Duration\tEmail\tRole\r\n"+people+
			"\r\n3. In-Meeting Activities\r\nName\tJoin Time\tEmail\r\n"+acts, false)
	},
	"a form": func(all []someone) string {
		rows := [][]string{{"Timestamp", "Email Address", "What is your full name?", "Grade", "I consent to being listed", "Any comments?"}}
		for _, s := range all {
			rows = append(rows, []string{"2026/11/27 9:00:00 am GMT", s.mail, s.name(), "FY1", "Yes", "Thanks,\nDr Led was \"great\""})
		}
		return exported(',', rows)
	},
	"Meet": func(all []someone) string {
		rows := [][]string{{"First name", "Last name", "Email", "Duration", "Time joined"}}
		for _, s := range all {
			rows = append(rows, []string{s.first, s.last, s.mail, "1 hr 2 min", "9:00 AM"})
		}
		return exported(',', rows)
	},
	"a spreadsheet": func(all []someone) string {
		rows := [][]string{{"Surname", "Forename", "GMC", "Signature"}}
		for i, s := range all {
			rows = append(rows, []string{s.last, s.first, fmt.Sprint(7000000 + i), ""})
		}
		return "\ufeffsep=;\r\n" + strings.ReplaceAll(exported(';', rows), "\n", "\r\n")
	},
	"a page": func(all []someone) string {
		return "<html><body><h1>Attendance</h1><table><tr><th>Name</th><th>Mail</th></tr>" + eachLine(all, func(_ int, s someone) string {
			return "<tr><td>" + html.EscapeString(s.name()) + "</td><td>" + s.mail + "</td></tr>"
		}) + "</table></body></html>"
	},
	"JSON": func(all []someone) string {
		var rows []map[string]string
		for _, s := range all {
			rows = append(rows, map[string]string{"displayName": s.name(), "email": s.mail, "joinTime": "2026-11-27T09:00:00Z"})
		}
		text, err := json.Marshal(map[string]any{"meeting": map[string]string{"topic": "Fog Night"}, "participants": rows})
		if err != nil {
			panic(err) // texts can be written
		}
		return string(text)
	},
}

func eachLine(all []someone, line func(i int, s someone) string) string {
	var out []string
	for i, s := range all {
		out = append(out, line(i, s))
	}
	return strings.Join(out, "\n")
}

// Whatever program wrote the list, these people are on it, in this order, and nobody else.
func TestEveryExportGivesItsPeople(t *testing.T) {
	for what, form := range forms {
		t.Run(what, rapid.MakeCheck(func(t *rapid.T) {
			all := room(t)
			got, err := ReadNames([]byte(form(all)))
			var names, want []string
			for _, p := range got.People {
				names = append(names, p.Name)
			}
			for _, s := range all {
				want = append(want, s.name())
			}
			if err != nil || !slices.Equal(names, want) || got.Doubts() > 0 {
				t.Fatalf("%s\n got %q\nwant %q (%v) %+v", form(all), names, want, err, got.LeftOut)
			}
		}))
	}
}
