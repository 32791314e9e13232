package attendance

import (
	"slices"
	"strings"
	"testing"
)

// who is whom a list gives, and after "?" the texts in doubt.
func who(l List) (out []string) {
	for _, p := range l.People {
		out = append(out, p.Name)
	}
	for _, o := range l.LeftOut {
		if o.Doubtful {
			out = append(out, "? "+o.Text)
		}
	}
	return out
}

// Lists as programs and people write them, whole. Every one is invented: these people and nobody else, and what may be one in doubt.
func TestWholeLists(t *testing.T) {
	for what, c := range map[string]struct {
		file string
		want []string
	}{
		"Zoom, participants": {`Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room
Niamh Ó Cuinn (Host),niamh@example.ie,24/11/2026 12:58:11,24/11/2026 14:02:40,65,No,,No
Tunde Bakare (T. Bakare),,24/11/2026 13:01:00,24/11/2026 13:20:00,19,Yes,OK,No
Tunde Bakare (T. Bakare),,24/11/2026 13:24:00,24/11/2026 14:02:00,38,Yes,OK,No
Rosa's iPhone (2),,24/11/2026 13:03:00,24/11/2026 14:00:00,57,Yes,OK,No
Dr Aisling Nic Dhiarmada (she/her),aisling@example.ie,24/11/2026 13:00:00,24/11/2026 14:00:00,60,Yes,OK,No
Galaxy A52s,,24/11/2026 13:05:00,24/11/2026 13:06:00,1,Yes,,No
353871234567,,24/11/2026 13:05:00,24/11/2026 14:00:00,55,Yes,,No
`, []string{"Niamh Ó Cuinn", "Tunde Bakare", "Dr Aisling Nic Dhiarmada", "? Rosa's iPhone (2) · 24/11/2026 13:03:00 · 24/11/2026 14:00:0…", "? Galaxy A52s · 24/11/2026 13:05:00 · 24/11/2026 13:06:00 · 1 …"}},
		"Zoom, usage": {`Topic,Meeting ID,Host,Email,Department,Group,Creation time,Start time,End time,Duration (minutes),Participants
Professional online,912 3456 7890,Niamh Ó Cuinn,niamh@example.ie,,,01/11/2026 09:00,24/11/2026 12:58,24/11/2026 14:02,65,3

Name,Email,Join time,Leave time,Duration (minutes)
Niamh Ó Cuinn,niamh@example.ie,12:58,14:02,65
Kwame Mensah-Bonsu,,13:00,14:02,62
`, []string{"Niamh Ó Cuinn", "Kwame Mensah-Bonsu"}},
		"Zoom, chat": {"13:02:11\t From  Kwame Mensah-Bonsu : Hello from Leeds\n13:02:40\t From  Lena Fischer  to  Everyone : Same here\n13:05:02\t From  Kwame Mensah-Bonsu : Great Slides\n",
			[]string{"Kwame Mensah-Bonsu", "Lena Fischer"}},
		"Zoom, poll": {`Poll Report
Report Generated:,24/11/2026 14:10
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Question
Professional online,912 3456 7890,24/11/2026 12:58,65,1
Poll Details
#,User Name,User Email,Submitted Date/Time,
1,Kwame Mensah-Bonsu,kwame@example.org,24/11/2026 13:30:01,Would you accept the request?,No
2,Lena Fischer,lena@example.org,24/11/2026 13:30:04,Would you accept the request?,Not Sure
`, []string{"Kwame Mensah-Bonsu", "Lena Fischer"}},
		"Teams": {sixteen("\ufeff1. Summary\r\nMeeting title\tOnline conduct\r\nAttended participants\t4\r\nStart time\t11/24/26, 12:55:02 PM\r\nEnd time\t11/24/26, 2:03:44 PM\r\nMeeting duration\t1h 8m 42s\r\nAverage attendance time\t51m\r\n\r\n"+
			"2. Participants\r\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\r\n"+
			"SMITH, Gareth (NORTH BAY NHS TRUST)\t11/24/26, 12:55:02 PM\t11/24/26, 2:03:44 PM\t1h 8m\tgareth@example.org\tgareth@example.org\tOrganizer\r\n"+
			"Zsófia Kőrösi (Guest)\t11/24/26, 1:00:02 PM\t11/24/26, 2:03:44 PM\t1h 3m\t\t\tPresenter\r\n"+
			"Oluwaseun Adé (External)\t11/24/26, 1:00:02 PM\t11/24/26, 2:03:44 PM\t1h 3m\tseun@example.com\tseun@example.com\tAttendee\r\n"+
			"Seminar Room 3 (Unverified)\t11/24/26, 1:00:02 PM\t11/24/26, 2:03:44 PM\t1h 3m\t\t\tAttendee\r\n\r\n"+
			"3. In-Meeting Activities\r\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\r\n"+
			"Zsófia Kőrösi (Guest)\t11/24/26, 1:00:02 PM\t11/24/26, 2:03:44 PM\t1h 3m\t\tPresenter\r\n", false),
			[]string{"Gareth SMITH", "Zsófia Kőrösi", "Oluwaseun Adé"}},
		"Teams, in German": {sixteen("\ufeff1. Zusammenfassung\r\nBesprechungstitel\tOnline auftreten\r\nTeilnehmer\t2\r\n\r\n2. Teilnehmer\r\nName\tErster Beitritt\tLetztes Verlassen\tBesprechungsdauer\tE-Mail\tRolle\r\n"+
			"Jörg Weiß\t24.11.26, 13:00:02\t24.11.26, 14:03:44\t1 Std. 3 Min.\tj@example.org\tOrganisator\r\nÖzlem Yılmaz (Gast)\t24.11.26, 13:00:02\t24.11.26, 14:03:44\t1 Std. 3 Min.\t\tReferent\r\n", false),
			[]string{"Jörg Weiß", "Özlem Yılmaz"}},
		"Teams, before its summaries": {sixteen("\ufeffFull Name\tUser Action\tTimestamp\r\nGareth Smith\tJoined before\t11/24/2026, 12:58:00 PM\r\nIfeoma Eze\tJoined\t11/24/2026, 1:01:00 PM\r\nIfeoma Eze\tLeft\t11/24/2026, 1:09:00 PM\r\nIfeoma Eze\tJoined\t11/24/2026, 1:10:00 PM\r\n", false),
			[]string{"Gareth Smith", "Ifeoma Eze"}},
		"Meet":              {"First name,Last name,Email,Duration,Time joined,Time exited\nSukarno,,s@example.org,58 min,1:00 PM,1:58 PM\nMary Jane,O'Dea,mj@example.org,1 hr 2 min,12:58 PM,2:00 PM\n", []string{"Mary Jane O'Dea", "? Sukarno · s@example.org · 58 min · 1:00 PM · 1:58 PM"}},
		"Google Forms":      {"Timestamp,Email address,Your name (as it should appear on your certificate),Grade,Where do you work?,Who is your educational supervisor?\n24/11/2026 13:40:12,pa@example.org,Pádraig Ó Sé,FY1,Galway,Dr Mary Hynes\n24/11/2026 13:41:55,ls@example.org,Li Shu-fen,FY2,Sligo,Dr John Roche\n", []string{"Pádraig Ó Sé", "Li Shu-fen"}},
		"Webex":             {"Audio Type\tName\tEmail\tDate\tInvited\tRegistered\tStart time\tEnd time\tDuration\tCompany\tTitle\tPhone\nVoIP\tCarmen de la Cruz\tc@example.org\t2026-11-24\tYes\tN/A\t13:00 UTC\t14:00 UTC\t60 mins\tBay Trust\tSpR\t\nPhone\tCall-in User_3\t\t2026-11-24\tNo\tN/A\t13:00 UTC\t14:00 UTC\t60 mins\t\t\t44*****123\n", []string{"Carmen de la Cruz", "? Phone · Call-in User_3 · 2026-11-24 · No · N/A · 13:00 UTC ·…"}},
		"Excel, semicolons": {"\ufeffNr.;Nachname;Vorname;Abteilung;Unterschrift\r\n1;Müller-Lüdenscheidt;Hans-Jörg;Innere Medizin;\r\n2;von der Heide;Anna;Chirurgie;\r\n3;Đorđević;Žana;Chirurgie;\r\n;;;;\r\nSumme;3;;;\r\n", []string{"Hans-Jörg Müller-Lüdenscheidt", "Anna von der Heide", "Žana Đorđević"}},
		"LibreOffice, tabs": {"Clár freastail\t\t\nDáta\t24/11/2026\t\nAinm\tSloinne\tÁit oibre\nCaoimhe\tNí Fhloinn\tGaillimh\nDiarmuid\tMac an Bhaird\tSligeach\n", []string{"Caoimhe Ní Fhloinn", "Diarmuid Mac an Bhaird"}},
		"rich text":         {"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Calibri;}}{\\b Attendance: FY1 teaching}\\par 24 November 2026\\par\\par 1.\\tab Aoife N\\'ed Bhriain\\par 2.\\tab Pawe\\u322 ?\\~Nowak\\par 3.\\tab Sam D\\rquote Costa MBBS\\par\\par Signed: Dr R Walsh\\par}", []string{"Aoife Ní Bhriain", "Paweł Nowak", "Sam D’Costa MBBS", "? Signed: Dr R Walsh"}},
		"numbered, a heading in another language": {"Lista de asistencia\n\n1) María José Núñez Ruiz\n2) Íñigo Arana\n3) Ana Belén Sáez\n", []string{"María José Núñez Ruiz", "Íñigo Arana", "Ana Belén Sáez", "? Lista de asistencia"}},
		"a page":                              {"<!DOCTYPE html><html><head><title>Sign in</title><style>td{color:red}</style></head><body><nav>Home Page</nav><h1>Grand Round</h1><table><caption>Fog Night</caption><thead><tr><th>#</th><th>Attendee</th><th>Base</th></tr></thead><tbody><tr><td>1</td><td>Hyacinth&nbsp;Okoro</td><td>North Bay</td></tr><tr><td>2</td><td><a href=\"mailto:t@x.org\">Teo<br>Papadakis</a></td><td>South Bay</td></tr></tbody></table><footer>Jane Webb, Education Manager</footer></body></html>", []string{"Hyacinth Okoro", "Teo Papadakis"}},
		"a piece of a page":                   {"<ol><li>Hyacinth Okoro</li><li><p>Teo Papadakis</p></li><li>Anne-Sophie L&apos;Hôte <i>(online)</i></li></ol>", []string{"Hyacinth Okoro", "Teo Papadakis", "Anne-Sophie L'Hôte"}},
		"a mail":                              {"From: Education Centre <pgme@example.org>\nTo: Smith, John <john@example.org>; O'Brien, Una <una@example.org>; van Dijk, Piet <piet@example.org>\nCc: FY1 List <fy1@example.org>\nSubject: Attendance Today\n\nThanks all for coming.\n", []string{"John Smith", "Una O'Brien", "Piet van Dijk", "? FY1 List <fy1@example.org>"}},
		"a mail, folded":                      {"To: \"Smith, John\" <john@example.org>,\n\t\"O'Brien, Una\" <una@example.org>,\n\tPiet van Dijk <piet@example.org>\n", []string{"John Smith", "Una O'Brien", "Piet van Dijk"}},
		"one line, commas":                    {"Dr Ines Correia, Bartosz Wójcik, Mei-Ling Tan, Seán Óg Ó hAilpín\n", []string{"Dr Ines Correia", "Bartosz Wójcik", "Mei-Ling Tan", "Seán Óg Ó hAilpín"}},
		"one line, a label":                   {"Those present (4): Ines Correia, Bartosz Wójcik, Mei-Ling Tan & Tom Sheehy.", []string{"Ines Correia", "Bartosz Wójcik", "Mei-Ling Tan", "Tom Sheehy"}},
		"initials":                            {"A. B. Carmody\nJ.R.R. Hussain\nM O'Toole\nPriya K. Nair\nS. Mac Giolla Bháin\n", []string{"A. B. Carmody", "J.R.R. Hussain", "M O'Toole", "Priya K. Nair", "S. Mac Giolla Bháin"}},
		"one name alone":                      {"Ann Carmody\nSukarno\nDr Thant\nBen Hussain\n", []string{"Ann Carmody", "Ben Hussain", "? Sukarno", "? Dr Thant"}},
		"scripts":                             {"王小明\n佐藤 花子\n김민준\nدکتر سارا احمدی\nדוד לוי\nपूजा शर्मा\nสมชาย ใจดี\nНаталія Коваль\nΓιώργος Νικολάου\nአበበ በቀለ\nანა ბერიძე\nԱնի Պետրոսյան\n", []string{"王小明", "佐藤 花子", "김민준", "دکتر سارا احمدی", "דוד לוי", "पूजा शर्मा", "สมชาย ใจดี", "Наталія Коваль", "Γιώργος Νικολάου", "አበበ በቀለ", "ანა ბერიძე", "Անի Պետրոսյան"}},
		"letters after":                       {"Ann Carmody MB BCh BAO\nBen Hussain, MRCP(UK)\nCora Diaz BSc (Hons), PhD\nDr Eli Stone FRCEM MSc\nProf. Dame Fay Gill DBE FRCP\nGus Roe PA-R\n", []string{"Ann Carmody MB BCh BAO", "Ben Hussain, MRCP(UK)", "Cora Diaz BSc (Hons), PhD", "Dr Eli Stone FRCEM MSc", "Prof. Dame Fay Gill DBE FRCP", "Gus Roe PA-R"}},
		"signs of a meeting":                  {"Ann Carmody (Host, me)\nBen Hussain (Co-host)\nCora Diaz (Guest)\nDee Eze (External)\nEli Stone (she/they)\nFay Gill she/her\nGus Roe (him) - iPhone\nHal Ito (Ann's phone)\nIda Jay [muted]\n", []string{"Ann Carmody", "Ben Hussain", "Cora Diaz", "Dee Eze", "Eli Stone", "Fay Gill", "Gus Roe", "Hal Ito", "Ida Jay"}},
		"back with another device":            {"Name,Email,Join time,Device\nAnn Carmody,ann@example.org,13:00,Windows\nAnn Carmody (2),ann@example.org,13:20,iPhone\nAnn's iPhone,ann@example.org,13:22,iPhone\nBen Hussain,,13:00,Mac\nben hussain,,13:30,Android\nBEN HUSSAIN (Guest),,13:40,Web\n", []string{"Ann Carmody", "Ben Hussain"}},
		"organisations":                       {"Attendee\tOrganisation\nAnn Carmody\tNorth Bay\nBen Hussain\tSt Mary's\nCora Diaz\tMarie Curie\nDee Eze\tRobert Jones\n", []string{"Ann Carmody", "Ben Hussain", "Cora Diaz", "Dee Eze"}},
		"organisations first":                 {"Employer,Delegate,Dietary\nMarie Curie,Ann Carmody,None\nRobert Jones,Ben Hussain,Vegan\n", []string{"Ann Carmody", "Ben Hussain"}},
		"surname, forename":                   {"\"Carmody, Ann\"\n\"Ní Mháille, Gráinne\"\n\"de Burgh, Ulick John\"\n\"HUSSAIN, Ben\"\n", []string{"Ann Carmody", "Gráinne Ní Mháille", "Ulick John de Burgh", "Ben HUSSAIN"}},
		"surname first":                       {"Grade,Last Name,Site,First Name\nFY1,Carmody,North,Ann\nFY2,Ó Máille,South,Pól\n", []string{"Ann Carmody", "Pól Ó Máille"}},
		"middle names":                        {"Title,Given name(s),Middle name,Family name,GMC\nDr,Ann,Rose,Carmody,7654321\nMr,Ben,,Hussain,7654322\n", []string{"Ann Rose Carmody", "Ben Hussain"}},
		"times of many lands":                 {"Ann Carmody 13:02\nBen Hussain 1.05pm\nCora Diaz – 13h05\nDee Eze (24.11.2026 13:05)\nEli Stone 2026-11-24T13:05:00Z\nFay Gill, 24 nov. 2026 à 13:05\nGus Roe 1:05:22 p. m.\n", []string{"Ann Carmody", "Ben Hussain", "Cora Diaz", "Dee Eze", "Eli Stone", "Fay Gill", "Gus Roe"}},
		"headings of one line":                {"Teilnehmerliste\nFoundation teaching week 3\nAttendees (3)\nRoom 4.12\nAnn Carmody\nBen Hussain\nCora Diaz\nWaiting room (2)\nDee Eze\nSamsung SM-G991B\n", []string{"Ann Carmody", "Ben Hussain", "Cora Diaz", "? Teilnehmerliste"}},
		"devices":                             {"Ann Carmody\niPhone\nUser 1\nadmin\nZoom user\nConference Room A\n0044 7700 900123\nRedmi Note 9\nMoto G 5\nOnePlus Nord\nLAPTOP-7QK2\nLogitech Rally\nSurface Pro\nBen Hussain\n", []string{"Ann Carmody", "Ben Hussain", "? iPhone", "? User 1", "? admin", "? Zoom user", "? Redmi Note 9", "? Moto G 5", "? OnePlus Nord", "? LAPTOP-7QK2", "? Logitech Rally", "? Surface Pro"}},
		"a heading over those with addresses": {"Fog Night\nAnn Carmody <ann@example.org>\nBen Hussain <ben@example.org>\nCora Diaz <cora@example.org>\n", []string{"Ann Carmody", "Ben Hussain", "Cora Diaz", "? Fog Night"}},
		"a table of a document":               {"| Doctor | Signature | Time in |\n| :--- | :---: | ---: |\n| Ann Carmody | AC | 13:00 |\n| **Ben Hussain** | BH | 13:01 |\n", []string{"Ann Carmody", "Ben Hussain"}},
		"a register with ticks":               {"Name\tWk 1\tWk 2\tWk 3\nAnn Carmody\t✓\t✓\t✓\nBen Hussain\t✓\t\t✓\n", []string{"Ann Carmody", "Ben Hussain"}},
		"a chat of a phone":                   {"[24/11/2026, 13:02:11] Ann Carmody: Here\n[24/11/2026, 13:02:40] Ben Hussain: Me Too\n24/11/2026, 13:05 - Cora Diaz: Late Sorry\n", []string{"Ann Carmody", "Ben Hussain", "Cora Diaz"}},
		"Teams, in Spanish":                   {"1. Resumen\nTítulo de la reunión\tAcogida\n\n2. Participantes\nNombre\tPrimera vez que se unió\tCorreo electrónico\tRol\nMaría del Mar Peña\t24/11/26 13:00\tm@example.org\tOrganizador\nIker Etxeberria\t24/11/26 13:00\t\tAsistente\n", []string{"María del Mar Peña", "Iker Etxeberria"}},
		"over several lines":                  {"Present: Eoin Mac Cárthaigh, Tanvi Rao,\nYara Haddad, Ugo Bianchi, Ida Jay\nand Pip Ó Dálaigh\n", []string{"Eoin Mac Cárthaigh", "Tanvi Rao", "Yara Haddad", "Ugo Bianchi", "Ida Jay", "Pip Ó Dálaigh"}},
		"one line, a dash":                    {"Attendees - Tanvi Rao, Yara Haddad and Ugo Bianchi", []string{"Tanvi Rao", "Yara Haddad", "Ugo Bianchi"}},
		"times first":                         {"13:02:11 Tanvi Rao\n13:05 Yara Haddad\n1:07 PM Ugo Bianchi\n2026-11-24 13:09 Pip Ó Dálaigh\n24/11/2026, 13:11 Ida Jay\n", []string{"Tanvi Rao", "Yara Haddad", "Ugo Bianchi", "Pip Ó Dálaigh", "Ida Jay"}},
		"who came and went":                   {"Tanvi Rao joined at 13:02\nYara Haddad joined the meeting\nTanvi Rao left at 13:30\nUgo Bianchi has joined\n", []string{"Tanvi Rao", "Yara Haddad", "Ugo Bianchi"}},
		"ticks in plain text":                 {"## Attendance, 24 Nov\n\n- [x] Tanvi Rao\n- [x] **Yara Haddad**\n- [ ] Ugo Bianchi\n\n### Absent\n\n- Pip Ó Dálaigh\n", []string{"Tanvi Rao", "Yara Haddad", "? - [ ] Ugo Bianchi"}},
		"titles in Chinese":                   {"姓名,部门\n王小明,外科\n欧阳娜娜,内科\n", []string{"王小明", "欧阳娜娜"}},
		"titles in Arabic":                    {"الاسم,البريد\nفاطمة الزهراء,f@example.org\nعبد الرحمن بن عوف,a@example.org\n", []string{"فاطمة الزهراء", "عبد الرحمن بن عوف"}},
		"a page for its layout":               {"<table><tr><td><p>Dear All,</p><table><tr><td><p>Name</p></td><td><p>Site</p></td></tr><tr><td><p>Tanvi Rao</p></td><td><p>Tralee</p></td></tr></table></td></tr></table><p>Ida Jay</p>", []string{"Tanvi Rao"}},
		"a list within a cell":                {"<table><tr><td>Group A</td><td><ul><li>Tanvi Rao</li><li>Yara Haddad</li></ul></td></tr></table>", []string{"Tanvi Rao", "Yara Haddad"}},
		"one name alone, and where from":      {"Sukarno,Marie Curie\nMadonna,Marie Curie\n", []string{"? Sukarno,Marie Curie", "? Madonna,Marie Curie"}},
		"three commas":                        {"Smith, John, FY1\nO'Brien, Una, FY2\nvan Dijk, Piet, ST3\n", []string{"John Smith", "Una O'Brien", "Piet van Dijk"}},
		"titles over titles":                  {"Trust induction,,,\n24/11/2026,,,\n,,Contact,\nName,Grade,Email,Bleep\nTanvi Rao,FY1,t@example.org,123\n", []string{"Tanvi Rao"}},
		"two lines in a cell":                 {"Name,Site\n\"Tanvi Rao\nUniversity Hospital Galway\",Galway\n\"Yara Haddad\nFY2\",Sligo\n", []string{"Tanvi Rao", "Yara Haddad"}},
		"numbers with a cross":                {"#1 Tanvi Rao\n#2 Yara Haddad\n", []string{"Tanvi Rao", "Yara Haddad"}},
		"titles in Dutch":                     {"Voornaam;Tussenvoegsel;Achternaam\nPiet;van;Dijk\nAnna;;Bakker\n", []string{"Piet van Dijk", "Anna Bakker"}},
		"an employer's list":                  {"Display Name,UPN,Role\nRAO Tanvi (NORTH BAY NHS TRUST),t@x,Attendee\n\"HADDAD, Yara (SOUTH BAY)\",y@x,Attendee\n", []string{"RAO Tanvi", "Yara HADDAD"}},
		"who held which post":                 {"Consultant: Dr Ida Jay\nNurse: Ugo Bianchi\nVenue: Marie Curie\nTanvi Rao\n", []string{"Tanvi Rao", "? Consultant: Dr Ida Jay", "? Nurse: Ugo Bianchi"}},
		"thanks first":                        {"Thanks everyone!\nTanvi Rao\nYara Haddad\nBest wishes\nIda Jay\nEducation Manager\n", []string{"Tanvi Rao", "Yara Haddad", "? Ida Jay"}},
		"names with labels":                   {"attendees:\n  - name: Tanvi Rao\n    email: t@example.org\n  - name: Yara Haddad\n    email: y@example.org\n", []string{"Tanvi Rao", "Yara Haddad"}},
		"particles":                           {"Omar bin Said al-Harbi\nMaria das Graças Silva e Souza\nvan Dijk\nSukarno MBBS\nJo-Ann St. Clair\n", []string{"Omar bin Said al-Harbi", "Maria das Graças Silva e Souza", "Jo-Ann St. Clair", "? van Dijk", "? Sukarno MBBS"}},
		"a heading that may be somebody":      {"Ainm an Duine\nTanvi Rao\nYara Haddad\n", []string{"Tanvi Rao", "Yara Haddad", "? Ainm an Duine"}},
		"a meeting's own words":               {"Hand Raised\nPoll Results\nGoogle Meet\nLive Transcript\nTanvi Rao\nYara Haddad\n", []string{"Tanvi Rao", "Yara Haddad", "? Poll Results", "? Google Meet"}},
	} {
		t.Run(what, func(t *testing.T) {
			got, err := ReadNames([]byte(c.file))
			if err != nil || !slices.Equal(who(got), c.want) {
				t.Errorf("\n got %s\nwant %s (%v)\n%+v", strings.Join(who(got), " | "), strings.Join(c.want, " | "), err, got.LeftOut)
			}
		})
	}
}
