package attendance

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// sixteen is text in UTF-16.
func sixteen(text string, big bool) string {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return string(out)
}

// told is a list in short: the names with what was done to them, then after "!" the doubts and after "-" what else is left out.
func told(l List) string {
	var out []string
	for _, p := range l.People {
		s := p.Name
		if len(p.Notes) > 0 {
			s += " <" + strings.Join(p.Notes, "; ") + ">"
		}
		out = append(out, s)
	}
	for _, o := range l.LeftOut {
		sign := "-"
		if o.Doubtful {
			sign = "!"
		}
		out = append(out, fmt.Sprintf("%s%d", sign, o.Line))
	}
	return strings.Join(out, "|")
}

func reads(t *testing.T, what, file, want string) {
	t.Helper()
	got, err := ReadNames([]byte(file))
	if err != nil || told(got) != want {
		t.Errorf("%s:\n got %s\nwant %s (%v)", what, told(got), want, err)
	}
}

func TestEncodings(t *testing.T) {
	const two = "Siobhán Ní Dhomhnaill\nÉamon Ó Sé\n"
	latin, err := charmap.Windows1252.NewEncoder().String(two)
	if err != nil {
		t.Fatal(err)
	}
	for what, file := range map[string]string{
		"UTF-8": two, "a byte-order mark": "\ufeff" + two, "UTF-16, little end first": sixteen("\ufeff"+two, false),
		"UTF-16, big end first": sixteen("\ufeff"+two, true), "UTF-16 without a mark": sixteen(two, false),
		"UTF-16, big, without a mark": sixteen(two, true), "Latin-1": latin, "old line ends": strings.ReplaceAll(two, "\n", "\r"),
		"letters and accents apart": strings.ReplaceAll(two, "á", "a\u0301"), "what acts on a terminal": "\u202e" + two,
	} {
		reads(t, what, file, "Siobhán Ní Dhomhnaill|Éamon Ó Sé")
	}
}

// The forms in which people and programs write lists. Every list is invented.
func TestForms(t *testing.T) {
	for what, c := range map[string][2]string{
		"a name a line":          {"\n\n Ann Bell \n\t\n\nBen Coe\n\n", "Ann Bell|Ben Coe"},
		"numbered":               {"1. Ann Bell\n2) Ben Coe\n(3) Con Daly\n4 Dan Eve", "Ann Bell|Ben Coe|Con Daly|Dan Eve"},
		"with bullets":           {"- Ann Bell\n• Ben Coe\n* Con Daly\n[x] Dan Eve\n[ ] Eve Fox", "Ann Bell|Ben Coe|Con Daly|Dan Eve|!5"},
		"on one line":            {"Ann Bell, Ben Coe and Con Daly", "Ann Bell|Ben Coe|Con Daly"},
		"on one line, two":       {"Ann Bell, Ben Coe", "Ann Bell|Ben Coe"},
		"on one line, otherwise": {"Ann Bell; Ben Coe", "Ann Bell|Ben Coe"},
		"with a label":           {"Present: Ann Bell, Ben Coe\nApologies: Dan Eve\nFacilitator: Con Daly", "Ann Bell|Ben Coe|-2|!3"},
		"surnames first":         {"Bell, Ann\nNí Dhomhnaill, Siobhán", "Ann Bell <turned round from “Bell, Ann”>|Siobhán Ní Dhomhnaill <turned round from “Ní Dhomhnaill, Siobhán”>"},
		"a comma before what?":   {"García Márquez, Gabriel\nBen Coe, Galway", "!1|!2"},
		"names apart, no titles": {"Ann,Bell\nBen,Coe", "!1|!2"},
		"and with tabs":          {"Bell\tAnn\nCoe\tBen", "!1|!2"},
		"in a mail": {"BELL, Ann (A TRUST) <ann@example.org>; Ben Coe <ben@example.org>",
			"Ann BELL <“(A TRUST)” not printed; turned round from “BELL, Ann”>|Ben Coe"},
		"a table":                  {"Name,Email\nAnn Bell,a@b.ie\n\"Sé, Éamon\",e@b.ie", "Ann Bell|Éamon Sé <turned round from “Sé, Éamon”>"},
		"two columns for a name":   {"Surname\tFirst name\nvan der Berg\tAnn\nCoe\tBen", "Ann van der Berg|Ben Coe"},
		"a table without headings": {"Ann Bell,FY1,Renal\nBen Coe,FY2,Surgery", "Ann Bell|Ben Coe"},
		"addresses first":          {"a@b.ie,Ann Bell\nb@b.ie,Ben Coe", "Ann Bell|Ben Coe"},
		"a spreadsheet of a land where a comma is a point": {"\ufeffsep=;\r\nStudent Name;GMC\r\nAnn Bell;7000001\r\n", "Ann Bell"},
		"short rows":                  {"Ward,Name\n3\n4,Ann Bell", "Ann Bell|-2"},
		"a break within a cell":       {"name,ward\n\"Ann\nBell\",3\nBen Coe,4", "Ann Bell|Ben Coe"},
		"a table in plain text":       {"| Name | Grade |\n|---|---|\n| Ann Bell | FY1 |", "Ann Bell"},
		"columns made with blanks":    {"Name        Ward\nAnn Bell    Renal\nBen Coe     Surgery", "Ann Bell|Ben Coe"},
		"a list with a title":         {"Attendance list\nWard 9 teaching\n27 November 2026\nAnn Bell\nTotal: 12\nSignature\n# Ben Coe\n// Con Daly", "Ann Bell|-2|-3|-5|-6|-7|-8"},
		"those who sent apologies":    {"Name\nAnn Bell\n\nApologies:\nDan Eve", "Ann Bell|-4|-5"},
		"a column that says who came": {"Attended,Name\nYes,Ann Bell\nNo,Ben Coe\n,Con Daly", "Ann Bell|-3|!4"},
		"a form":                      {"Timestamp,Email,What is your name?,Do you consent?,Comments\n2026/11/27 9:00,a@b.ie,Ann Bell,Yes,Dr Led was good", "Ann Bell"},
		"a form that asks who":        {"Timestamp,Email,Who is this?\n2026/11/27 9:00,a@b.ie,Ann Bell", "Ann Bell"},
		"a form of an office":         {"ID;Start time;Email;Name;Name as it should be on your certificate\n1;27/11/2026 09:00;anonymous;;Ann Bell", "Ann Bell"},
		"Meet":                        {"First name,Last name,Email,Duration,Time joined\nAnn,Bell,a@b.ie,1 hr,9:00 AM", "Ann Bell"},
		"Webex":                       {"Meeting Name\tDisplay Name\tFirst Name\tLast Name\tJoin Time\nFog Night\tann\tAnn\tBell\t=\"2026-11-27 09:00\"", "Ann Bell"},
		"a page":                      {"<html><title>A List</title><table><tr><th>Name<th>Ward</tr><tr><td><b>Ann</b> Bell</td><td>3</td></tr></table>", "Ann Bell"},
		"a list on a page":            {"<ul><li>Ann Bell<li>Ben Coe</ul>", "Ann Bell|Ben Coe"},
		"JSON":                        {`{"title":"Fog Night","people":[{"fullName":"Ann Bell","email":"a@b.ie"}]}`, "Ann Bell"},
		"JSON, deeper":                {`{"value":[{"role":"Presenter","identity":{"displayName":"Ann Bell"}}]}`, "Ann Bell"},
		"JSON, plain":                 {`["Ann Bell","Ben Coe"]`, "Ann Bell|Ben Coe"},
		"vCard":                       {"BEGIN:VCARD\nN:Bell;Ann\nFN:Ann Bell\nEMAIL:a@b.ie\nEND:VCARD", "Ann Bell"},
		"rich text":                   {"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Siobh\\'e1n Bell\\par\nBen Coe\\par\n\\u26446 ?\\u23567 ?}", "Siobhán Bell|Ben Coe|李小"},
		"an empty list":               {"Name,Ward\n", ""},
		"nothing":                     {"\n \n", ""},
	} {
		reads(t, what, c[0], c[1])
	}
}

// The exports of meeting programs have parts before and after the people.
func TestExportsWithParts(t *testing.T) {
	reads(t, "Zoom", `Meeting ID,Topic,Start Time,Duration (Minutes),Participants
123 456,Fog Night,11/27/2026 09:00:00 AM,60,5

Name (Original Name),User Email,Join Time,Guest,In Waiting Room
Ann Bell (Host),ann@example.org,11/27/2026 09:00:00 AM,No,No
Ann Bell (Host),ann@example.org,11/27/2026 09:25:00 AM,No,No
Ben Coe (she/her),,11/27/2026 09:00:00 AM,Yes,Yes
Ben Coe (she/her),,11/27/2026 09:01:00 AM,Yes,No
iPhone,,11/27/2026 09:00:00 AM,Yes,No
Ann's iPad,ann@example.org,11/27/2026 09:00:00 AM,Yes,No
+447700900123,,11/27/2026 09:00:00 AM,Yes,No
Dan Eve,,11/27/2026 08:00:00 AM,Yes,Yes
`, "Ann Bell <“(Host)” not printed; again on line 6; again on line 10>|Ben Coe <“(she/her)” not printed>|-2|-7|!9|-11|-12")
	reads(t, "Zoom, a webinar", `Attendee Report
Topic,Webinar ID,# Registered
Fog Night,111 222,5
Host Details,
Attended,User Name (Original Name),Email
Yes,Dr Con Daly,c@example.org
Attendee Details,
Attended,User Name (Original Name),First Name,Last Name,Email
Yes,Ann's iPad,Ann,Bell,a@example.org
No,Ben Coe,Ben,Coe,b@example.org
Other Attended
User Name,Join Time
447700900123,11/27/2026 09:00
`, "Ann Bell|-1|-2|-3|-4|!6|-7|-10|-11|-13")
	teams := sixteen("\ufeff1. Summary\r\nMeeting title\tFog Night\r\nAttended participants\t2\r\n\r\n2. Participants\r\n"+
		"Name\tFirst Join\tIn-Meeting Duration\tEmail\tRole\r\nAnn Bell\t11/27/26, 9:00:00 AM\t1h\ta@b.ie\tOrganizer\r\n"+
		"Ben Coe (Unverified)\t11/27/26, 9:00:00 AM\t1h\t\tPresenter\r\n\r\n3. In-Meeting Activities\r\n"+
		"Name\tJoin Time\tEmail\r\nAnn Bell\t11/27/26, 9:00:00 AM\ta@b.ie\r\n", false)
	reads(t, "Teams", teams, "Ann Bell <again on line 12>|Ben Coe <“(Unverified)” not printed>|-1|-2|-3|-5|-10")
}

func TestPeople(t *testing.T) {
	for text, want := range map[string]string{
		"Pat O'Neill": "", "Siobhán Ní Dhomhnaill": "", "Jan van der Berg": "", "Ann-Marie D'Souza": "", "Dr Ann Bell": "", "J. R. Smith": "",
		"Seán Mac an tSaoi": "", "SEÁN Ó hÓGÁIN": "", "Rosie d'Arcy": "", "Eve ffrench": "", "Ann Ward": "", "Ben Hall": "", "Ann Bell, MBBS, FRCA": "",
		"Ann Bell MBBS": "", "Ann (Nan) Bell": "", "Ann Bell (née Coe)": "", "Mohammed bin Rashid": "", "Nguyễn Thị Ánh": "", "Ольга Жукова": "",
		"Ελένη Παππά": "", "नेहा शर्मा": "", "محمد علي": "", "李小龍": "", "April May": "", "Paul Nurse": "",
		"Ann Bell (ST3)": "Ann Bell", "Ann Bell - Renal": "Ann Bell", "Ann Bell | they/them": "Ann Bell", "Ann Bell 7000001": "Ann Bell",
		"Ann Bell, GMC 7000001": "Ann Bell", "FY1 - Ann Bell": "Ann Bell", "Annie (Ann Bell)": "Ann Bell", "09:00 Ann Bell": "Ann Bell",
		"Ann Bell, FY1": "Ann Bell", "Ann Bell [External]": "Ann Bell", "Bell, Dr Ann": "Dr Ann Bell",
		"iPhone": "!", "Ann's iPad": "!", "Dr": "!", "Dr Bell": "!", "Unknown user": "!", "Ann": "!", "Ann B": "!", "Ann Bell (Ben Coe)": "!",
		"Ann Bell / Ben Coe": "!", "Siobh\uFFFDn Bell": "!", "SiobhÃ¡n Bell": "!", "ann bell": "!", "Ann likes tea": "!", "Ann?": "!",
		"Ann Bell2": "!", strings.Repeat("Ann ", 60): "!", "Date": "-", "Ward 9 teaching": "-", "Meeting Room 2": "-", "Signature": "-", "10:30": "-",
		"1 hr 20 min": "-", "27 November 2026": "-", "Monday": "-", "42": "-", "ann@example.org": "-", "+44 7700 900123": "-", "GMC 7000001": "-",
		"https://example.org": "-", "<b>": "-", "FY1": "-", "Total participants": "-", "---": "-", "Social Media Induction": "-", "Host": "-",
	} {
		n, got := named(text, false), "-"
		switch n.verdict {
		case person:
			got = n.name
		case doubtful:
			got = "!"
		}
		if want == "" {
			want = text
		}
		if got != want {
			t.Errorf("%q is %q (%s), want %q", text, got, n.why, want)
		}
		if (n.verdict == person) == (n.why != "") {
			t.Errorf("%q: %v and %q", text, n.verdict, n.why)
		}
	}
}

// Whoever did not come is left out, wherever the list says so.
func TestAbsentPeople(t *testing.T) {
	for _, text := range []string{"Ben Coe (absent)", "Ben Coe - DNA", "Ben Coe (apologies)", "Ben Coe (cancelled)", "Ben Coe, DNA", "Ben Coe, sent apologies",
		"Ben Coe (sent apologies – on nights)", "Ben Coe [no-show]", "Ben Coe – did not attend", "Ben Coe absent", "Ben Coe | Unable to attend",
		"DNA - Ben Coe", "Apologies – Ben Coe", "Ben Coe (on annual leave)", "Ben Coe (absent) <ben@example.org>", "Coe, Ben (absent)"} {
		reads(t, text, "Ann Bell\n"+text+"\nCon Daly", "Ann Bell|Con Daly|-2")
	}
	reads(t, "one of a line", "Ann Bell, Ben Coe (absent), Con Daly", "Ann Bell|Con Daly|-1")
	reads(t, "who of two", "Eve Fox\nAnn Bell, Ben Coe, DNA", "Eve Fox|!2")
	for title, values := range map[string][]string{
		"Status":     {"A", "DNA", "Did not attend", "No show", "Absent", "Cancelled", "Apologies given"},
		"Attendance": {"A", "Absent (sick)", "Apologies"}, "Notes": {"Apologies given", "DNA", "no-show"}, "Comments": {"Absent", "Cancelled", "sent apologies"},
	} {
		for _, v := range values {
			reads(t, title+" "+v, "Name,Ward,"+title+"\nAnn Bell,Renal,Present\nBen Coe,Renal,"+v, "Ann Bell|-3")
		}
	}
	reads(t, "no titles", "Ann Bell,FY1,here\nBen Coe,FY1,DNA", "Ann Bell|-2")
	reads(t, "late", "Name,Ward,Notes\nAnn Bell,Renal,Apologies for being late", "!2")
}

// What is no person gets no certificate, though it is spelt like a name.
func TestNoPeople(t *testing.T) {
	for _, text := range []string{"House Officers", "Physician Associates", "Intensive Care", "Stroke Ward", "Locum Staff", "SAFE POSTING", "Level Two",
		"Roll Call", "Who Came", "Good Discussion", "Next Steps", "Not Here", "Checked By", "Grand Total"} {
		if n := named(text, false); n.verdict == person {
			t.Errorf("%s is a person", text)
		}
	}
	for file, want := range map[string]string{
		"Fog Night\n1. Ann Bell\n2. Ben Coe":                                                                                  "Ann Bell|Ben Coe|!1",
		"Fog Night\n- Ann Bell\n- Ben Coe\n\nQuiet Evening":                                                                   "Ann Bell|Ben Coe|!1|!5",
		"Fog Night\n\nAnn Bell\nBen Coe\n\nQuiet Evening\n\nEve Fox\nDan Eve":                                                 "Ann Bell|Ben Coe|Eve Fox|Dan Eve|!1|!6",
		"<h1>Fog Night</h1><ul><li>Ann Bell</li><li>Ben Coe</ul><p>Quiet Evening</p><footer>Con Daly</footer>":                "Ann Bell|Ben Coe|-2|-8|-9",
		"<h2>Fog Night</h2><table><tr><td>Ann Bell</td><td>3</td></tr><tr><td>Ben Coe</td><td>4</td></tr></table><p>Con Daly": "Ann Bell <“3” not printed>|Ben Coe <“4” not printed>|-2|-8",
		"Name,Ward,Grade\nAnn Bell,Renal,FY1\nBen Coe,Renal,FY1\nGrand Sum,,\nChecked By,,\nDan Eve,,\nEve Fox":               "Ann Bell|Ben Coe|-4|-5|!6|!7",
		"Name,Signature\nAnn Bell,ab\nReviewed By,Con\nSigned By,\nPrepared By,\nTotal,1":                                     "Ann Bell|-3|-4|-5|-6",
		"Doc,Boss,Where\nAnn Bell,Con Daly,Galway City\nBen Coe,Con Daly,Cork City":                                           "-1|!2|!3",
		"Doc, Boss, Where\nAnn Bell, Con Daly, Galway City\nBen Coe, Con Daly, Cork City":                                     "-1|!2|!3",
		"Nom;Prénom;Service\nBell;Ann;Soins Intensifs\nCoe;Jean Paul;Urgences":                                                "Ann Bell|Jean Paul Coe",
		"Nachname,Vorname\nBell,Ann":                       "Ann Bell",
		"Apellidos,Nombre,Sala\nGarcía Márquez,Ana,Sala 3": "Ana García Márquez",
		"Achternaam,Voornaam\nvan der Berg,Ann":            "Ann van der Berg",
		"Ainm,Sloinne\nSiobhán,Ní Dhomhnaill":              "Siobhán Ní Dhomhnaill",
		"Ainm,Barda\nSiobhán Bell,3":                       "Siobhán Bell",
		"09:01:40 From Ben Coe to Everyone:\n\tHello All\n09:02:40 From Ann Bell to Everyone:\n\tQuiet Evening\n09:03:40 From Ben Coe to Everyone:\n\tThanks, Con Daly": "Ben Coe <again on line 5>|Ann Bell",
		"[09:01] Ann Bell: here\n[09:02] Ben Coe: me too": "Ann Bell|Ben Coe",
	} {
		reads(t, file, file, want)
	}
}

// A word that lists are made of may be somebody's name: pointed at in a plain list, certified in a column of names.
func TestNamesThatAreWords(t *testing.T) {
	for _, name := range []string{"Trust Moyo", "Welcome Ncube", "Michael Grade", "John Coffee", "Mary Break", "Joy Service", "Anne Health",
		"Marie Medicine", "Grace Ward", "Mark Hall", "Sunday Okafor"} {
		if n := named(name, false); n.verdict == never {
			t.Errorf("%s is nobody: %s", name, n.why)
		}
		reads(t, name, "Name,Ward\n"+name+",3", name)
	}
	for _, text := range []string{"Total Attendance", "Meeting Apologies", "Checked By"} {
		reads(t, text, "Name,Ward\nAnn Bell,3\n"+text+",4", "Ann Bell|-3")
	}
	mail := "To: Ann Bell <ann@x.org>; Ben Coe <ben@x.org>; \"O'Neill, Pat\" <p@x.org>"
	reads(t, "a mail", mail, "Ann Bell|Ben Coe|Pat O'Neill <turned round from “O'Neill, Pat”>")
	reads(t, "a mail with more", "Subject: Fog\n"+mail, "Ann Bell|Ben Coe|Pat O'Neill <turned round from “O'Neill, Pat”>|-1")
	reads(t, "commas", "To: \"O'Neill, Pat\" <p@x.org>, Ann Bell <ann@x.org>", "Pat O'Neill <turned round from “O'Neill, Pat”>|Ann Bell")
	reads(t, "roles", "Ann Bell\nOrganiser\nBen Coe\nPresenter\nCon Daly\nAttendee", "Ann Bell|Ben Coe|Con Daly|-2|-4|-6")
	for _, file := range []string{"Name,Email\nAnn Bell,a@x.org\nA Bell,a@x.org", "Ann Bell,a@x.org\nA Bell,a@x.org", "Name,Email\nA. Bell,a@x.org\nAnn Bell,a@x.org"} {
		got, err := ReadNames([]byte(file))
		if err != nil || len(got.People) != 1 || got.People[0].Name != "Ann Bell" {
			t.Errorf("%s: %s, %v", file, told(got), err)
		}
	}
}

func TestSamePeople(t *testing.T) {
	reads(t, "letters' case", "Ann Bell\nBen Coe\nANN  BELL\nann bell", "Ann Bell <again on line 3; again on line 4>|Ben Coe")
	reads(t, "two people", "Name,Email\nAnn Bell,a@b.ie\nAnn Bell,other@b.ie\nAnn Bell,A@B.ie\nAnn Bell,", "Ann Bell <again on line 4; again on line 5>|"+
		"Ann Bell (2) <another person of this name, with another e-mail address: this one has a number>")
	reads(t, "accents", "Siobhan Bell\nSiobhán Bell", "Siobhan Bell|Siobhán Bell <much like “Siobhan Bell” on line 1>")
	reads(t, "accents, one address", "Name,Email\nSiobhan Bell,a@b.ie\nSiobhán Bell,a@b.ie", "Siobhan Bell <again on line 3>")
}

func TestSomebodyNamedApart(t *testing.T) {
	l, err := ReadNames([]byte("Ann Bell\nSuharto"))
	if err != nil || l.Doubts() != 1 {
		t.Fatal(told(l), err)
	}
	if err := l.Also("Suharto"); err != nil || told(l) != "Ann Bell|Suharto <again on line 2>" { // and no doubt any more
		t.Errorf("%s, %v", told(l), err)
	}
	if err := l.Also("42"); err == nil {
		t.Error("a number is a name")
	}
}
