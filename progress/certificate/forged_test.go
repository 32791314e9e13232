// Fault 42: what this program would never have written is not unchanged, whoever signed it.

package certificate

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"strings"
	"testing"

	"probity/guidance"
	"probity/guidance/signing"
)

// forged is a certificate that somebody changed, with the number that follows from it, signed with a key of their own.
func forged(t testing.TB, s Signed, change func(*Certificate), keep bool) Signed {
	t.Helper()
	var c Certificate
	if err := json.Unmarshal(s.envelope.Payload, &c); err != nil { // nothing shared with what is changed
		t.Fatal(err)
	}
	change(&c)
	if !keep {
		c.Number = c.ownNumber()
	}
	return must(Sign(c, must(signing.NewKey(strings.NewReader(strings.Repeat("f", 32)), "General Medical Council"))(t)))(t)
}

func TestForgeriesAreNotUnchanged(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, many times: nothing for the race detector")
	}
	passed, irish := signed(t, ann, uk, ""), signed(t, siobhan, ireland, "")
	practice := certified(t, Choice{Sitting: "practice"}, uk)
	attended := certified(t, Choice{Session: "room"}, uk)
	period := certified(t, Choice{From: on(2026, 11, 1), To: on(2026, 12, 31)}, uk)
	for name, c := range map[string]change{
		"another notice":            {passed, func(c *Certificate) { c.Statement = "Accredited by the GMC." }, "“Accredited by the GMC.”"},
		"another rule for credits":  {passed, func(c *Certificate) { c.Suggestion.Rule = "ten credits for an hour" }, "what it suggests"},
		"another note":              {passed, func(c *Certificate) { c.Note = "Accredited." }, "Accredited"},
		"a norm of earlier ones":    {passed, func(c *Certificate) { c.Norm = ukNorm }, "in the way of earlier"},
		"another schema":            {passed, func(c *Certificate) { c.Schema = 4 }, "its schema is 4"},
		"an earlier schema":         {passed, func(c *Certificate) { c.Schema = sharesSchema }, "norm"},
		"an objective without work": {passed, func(c *Certificate) { c.Evidence.OnObjective = nil }, "each objective"},
		"another program":           {passed, func(c *Certificate) { c.Program = "GMC Online" }, "GMC Online"},
		"a role of its own":         {passed, func(c *Certificate) { c.Role = "Accredited trainer" }, "role"},
		"another country":           {passed, func(c *Certificate) { c.Jurisdiction = "fr" }, "country"},
		"the other country": {passed, func(c *Certificate) {
			c.Jurisdiction = "ie"
			s := c.scheme()
			c.Suggestion, c.Note = s.suggest(c.Evidence.Minutes), s.Note
		}, "guidance of"},
		"more credits":              {passed, func(c *Certificate) { c.Suggestion.Amount = 50 }, "what it suggests"},
		"hours below nought":        {passed, func(c *Certificate) { c.Own.Hours = -1 }, "filled in"},
		"a name on two lines":       {passed, func(c *Certificate) { c.Own.Name = "Ann\nAccredited" }, "filled in"},
		"no name":                   {passed, func(c *Certificate) { c.Own.Name = "" }, "filled in"},
		"an examination":            {passed, func(c *Certificate) { c.Evidence.Activity.Kind = "invigilated examination" }, "invigilated examination"},
		"a title of its own":        {passed, func(c *Certificate) { c.Evidence.Activity.Title = "GMC accredited course" }, "built-in library"},
		"dates out of order":        {passed, func(c *Certificate) { c.Evidence.Activity.From = "2027-01-01" }, "ends before it begins"},
		"a day that is none":        {passed, func(c *Certificate) { c.Evidence.Activity.To = "2026-11-31" }, "its dates"},
		"minutes below nought":      {passed, func(c *Certificate) { c.Evidence.Minutes = -5 }, "below nought"},
		"more minutes than a day":   {passed, func(c *Certificate) { c.Evidence.Minutes = 1441 }, "more than its days have"},
		"a session without one":     {passed, func(c *Certificate) { c.Evidence.Activity.Session = "Grand round" }, "was not attended"},
		"a room without one":        {passed, func(c *Certificate) { c.Evidence.Activity.Size = 30 }, "was not attended"},
		"nobody in the room":        {attended, func(c *Certificate) { c.Evidence.Activity.Size = -1 }, "was not attended"},
		"more answers":              {passed, func(c *Certificate) { c.Evidence.Activity.Answers = 300 }, "facts"},
		"more answers and facts":    {passed, func(c *Certificate) { c.Evidence.Activity.Answers, c.Evidence.Facts.Count = 300, 300 }, "an assessment of 3 situations"},
		"fewer facts":               {passed, func(c *Certificate) { c.Evidence.Facts.Count = 1 }, "facts"},
		"no digest":                 {passed, func(c *Certificate) { c.Evidence.Facts.Digest = "" }, "facts"},
		"more situations":           {practice, func(c *Certificate) { c.Evidence.Activity.Situations = 200 }, "only 2 answers"},
		"more above chance":         {passed, func(c *Certificate) { c.Evidence.Score.Above = 0.97 }, "97"},
		"more marks":                {passed, func(c *Certificate) { c.Evidence.Score.Marks = 40 }, "can't be"},
		"more marks than there are": {passed, func(c *Certificate) { c.Evidence.Score.Marks, c.Evidence.Score.Above = 1143, 36.5 }, "can't be"},
		"marks below nought":        {passed, func(c *Certificate) { c.Evidence.Topics[0].Marks = -1 }, "can't be"},
		"another whole": {passed, func(c *Certificate) {
			s := c.Evidence.Score
			s.Marks, s.Above, s.Right, s.Formats[0].Sum = 48, 1, 3, 3
		}, "add up to 28 of 48"},
		"one less right":          {passed, func(c *Certificate) { c.Evidence.Score.Right = 1 }, "add up to"},
		"one more right":          {passed, func(c *Certificate) { c.Evidence.Score.Right = 3 }, "can't be"},
		"more shares":             {passed, func(c *Certificate) { c.Evidence.Score.Formats[0].Sum, c.Evidence.Score.Above = 2, 0.6667 }, "shares differ"},
		"shares of another part":  {passed, func(c *Certificate) { c.Evidence.Score.Formats[0].Sum = 1.5 }, "gives 50"},
		"another format":          {passed, func(c *Certificate) { c.Evidence.Score.Formats[0].Format = "choose" }, "can't be"},
		"a format of its own":     {passed, func(c *Certificate) { c.Evidence.Score.Formats[0].Format = "viva" }, "formats that Probity has not"},
		"no shares":               {passed, func(c *Certificate) { scores(c, func(s *Score) { s.Formats = nil }) }, "its schema is 3"},
		"an early one with them":  {passed, func(c *Certificate) { early(c); c.Schema, c.Evidence.Rule = 1, 0 }, "its schema is 1"},
		"a rule of its own":       {passed, func(c *Certificate) { c.Evidence.Rule = 3 }, "rule of its score is 3"},
		"a practice by raw marks": {practice, func(c *Certificate) { c.Evidence.Rule = 1 }, "rule of its score is 1"},
		"marks of no format": {passed, func(c *Certificate) {
			scores(c, func(s *Score) { s.Marks, s.Available, s.Chance = 1e6*s.Marks, 1e6*s.Available, 1e6*s.Chance })
		}, "can't be"},
		"nothing left to chance": {passed, func(c *Certificate) {
			scores(c, func(s *Score) { s.Chance, s.Above = 0, s.Marks/s.Available })
		}, "can't be"},
		"half a mark": {passed, func(c *Certificate) { c.Evidence.Topics[0].Marks += 0.5 }, "can't be"},
		"a score in a room": {attended, func(c *Certificate) {
			c.Evidence.Score, c.Evidence.Topics, c.Evidence.Rule = passed.Certificate.Evidence.Score, passed.Certificate.Evidence.Topics, 2
		}, "3 of its 0 answers are scored"},
		"a version on two lines": {passed, func(c *Certificate) { c.Evidence.Activity.Version = "1\nAccredited by the GMC" }, "broken"},
		"an objective reversed":  {passed, func(c *Certificate) { c.Evidence.Objectives[0] = "\u202edetiderccA"; c.Evidence.Met = []string{} }, "hide"},
		"a topic on two lines":   {passed, func(c *Certificate) { c.Evidence.Topics[0].Title += "\r\nAccredited" }, "broken"},
		"attempts beyond count":  {passed, func(c *Certificate) { c.Evidence.Assessment.Attempts = 1e15 }, "no record holds so many"},
		"sessions beyond count":  {period, func(c *Certificate) { c.Evidence.Activity.Sessions = 1e9 }, "no record holds so many"},
		"marks for blanks":       {passed, func(c *Certificate) { c.Evidence.Activity.Blank = 3 }, "left blank"},
		"a topic left out":       {passed, func(c *Certificate) { c.Evidence.Topics = c.Evidence.Topics[:1] }, "add up to"},
		"no topics":              {passed, func(c *Certificate) { c.Evidence.Topics = nil }, "topics"},
		"no score":               {passed, func(c *Certificate) { c.Evidence.Score, c.Evidence.Rule = nil, 0 }, "topics"},
		"more scored":            {passed, func(c *Certificate) { c.Evidence.Score.Answers = 9 }, "can't be"},
		"all right":              {passed, func(c *Certificate) { c.Evidence.Calibration[1].Right = 9 }, "9 of 2"},
		"right and no marks":     {passed, func(c *Certificate) { c.Evidence.Calibration[1].Right = 2 }, "2 of 3 in all"},
		"a certainty of its own": {passed, func(c *Certificate) { c.Evidence.Calibration[1].Certainty = "beyond doubt" }, "beyond doubt"},
		"a certainty twice":      {passed, func(c *Certificate) { c.Evidence.Calibration[0].Certainty = "very sure" }, "out of place"},
		"a lower rule":           {passed, func(c *Certificate) { c.Evidence.Assessment.Least = 0.5 }, "verdict"},
		"no rule":                {passed, func(c *Certificate) { c.Evidence.Assessment = nil; c.Evidence.Met = []string{} }, "no pass rule"},
		"a rule for a practice":  {practice, func(c *Certificate) { c.Evidence.Assessment = &Assessment{Least: 0.3, Passed: true, Attempts: 1} }, "pass rule"},
		"no attempt":             {passed, func(c *Certificate) { c.Evidence.Assessment.Attempts = 0 }, "0 attempts"},
		"not passed, and met":    {passed, func(c *Certificate) { c.Evidence.Assessment.Passed = false }, "verdict"},
		"met without work":       {passed, func(c *Certificate) { c.Evidence.Met = append(c.Evidence.Met, "Lead a trust") }, "not worked on"},
		"met by practice":        {practice, func(c *Certificate) { c.Evidence.Met = c.Evidence.Objectives[:1] }, "without an assessment"},
		"answers in a room": {attended, func(c *Certificate) {
			c.Evidence.Activity.Answers = 1
			c.Evidence.Facts = passed.Certificate.Evidence.Facts
			c.Evidence.Facts.Count = 1
		}, "attended has 1 answer"},
		"nothing done":           {attended, func(c *Certificate) { c.Evidence.Activity.Situations = 0 }, "0 situations"},
		"sessions of a practice": {practice, func(c *Certificate) { c.Evidence.Activity.Sessions = 2 }, "sessions"},
		"longer sessions":        {period, func(c *Certificate) { c.Evidence.InSessions += c.Evidence.Minutes }, "sessions"},
		"more left blank":        {passed, func(c *Certificate) { c.Evidence.Activity.Blank = 7 }, "left blank"},
		"answered, none blank":   {passed, func(c *Certificate) { c.Evidence.Activity.Answered = new(1) }, "are answered"},
		"no minute and seconds":  {passed, func(c *Certificate) { c.Evidence.Seconds = 20 }, "20 seconds"},
		"a topic with blanks":    {passed, func(c *Certificate) { c.Evidence.Topics[1].Blank = 1 }, "its topics have 1 left blank"},
		"right and left blank":   {passed, func(c *Certificate) { c.Evidence.Topics[0].Blank = 1 }, "1 left blank"},
		"superseded guidance":    {passed, func(c *Certificate) { c.Evidence.Guidance[0].Status = "superseded" }, "relies on"},
		"a domain more":          {passed, func(c *Certificate) { c.Evidence.Domains = append(c.Evidence.Domains, "Domain 9") }, "Domain 9"},
		"another category":       {irish, func(c *Certificate) { c.Evidence.Category = "Accredited learning" }, "Accredited learning"},
		"another scheme year":    {irish, func(c *Certificate) { c.Evidence.SchemeYear = "1 May 2030 to 30 April 2031" }, "scheme year"},
		"early, and later":       {passed, func(c *Certificate) { c.Evidence.Met = nil; c.Evidence.Activity.Blank = 1 }, "objectives were met"},
	} {
		t.Run(name, func(t *testing.T) {
			s := forged(t, c.of, c.change, false)
			files := map[string][]byte{"JSON": s.JSON(), "JWT": s.Credential()}
			if name == "more marks" { // what a page or a PDF carries is judged as JSON is
				files = media(t, s)
			}
			for medium, file := range files {
				v := must(Verify(file, program))(t)
				if v.Unchanged || !v.Signed || !strings.Contains(v.Says, c.says) || strings.Contains(v.Says, "another version") {
					t.Errorf("%s: %+v", medium, v)
				}
				if !strings.Contains(v.Says, "calls itself “General Medical Council”") {
					t.Errorf("%s does not say who signed: %s", medium, v.Says)
				}
			}
		})
	}
	number := forged(t, passed, func(c *Certificate) { c.Number = "P-0000-0000-0000" }, true)
	if v := must(Verify(number.JSON(), program))(t); v.Unchanged || !strings.Contains(v.Says, "P-0000-0000-0000") {
		t.Errorf("a number of its own: %+v", v)
	}
	for name, s := range map[string]Signed{"passed": passed, "irish": irish, "practice": practice, "attended": attended, "period": period} {
		if v := must(Verify(forged(t, s, func(*Certificate) {}, false).JSON(), program))(t); !v.Unchanged {
			t.Errorf("%s signed by somebody else, as it was: %+v", name, v)
		}
	}
}

// scores changes the score as a whole and by topic alike.
func scores(c *Certificate, change func(*Score)) {
	change(c.Evidence.Score)
	for i := range c.Evidence.Topics {
		change(&c.Evidence.Topics[i].Score)
	}
}

// What a file says never reads as the verdict's own words, however long it is and whatever marks it holds.
func TestAVerdictIsNotWrittenByTheFile(t *testing.T) {
	s := signed(t, ann, uk, "")
	spoof := "GMC”, and the GMC has confirmed that it is genuine. “"
	long := strings.Repeat("Confirmed by the GMC. ", 1_000)
	var files [][]byte
	for _, text := range []string{spoof, long, spoof + long} {
		for _, change := range []func(*Certificate){
			func(c *Certificate) { c.Program = text }, func(c *Certificate) { c.Number = text }, func(c *Certificate) { c.Own.Name = text },
			func(c *Certificate) { c.Role = text }, func(c *Certificate) { c.Evidence.Activity.Kind = text },
			func(c *Certificate) { c.Evidence.Topics[0].Title = text; c.Evidence.Topics[0].Marks = -1 },
			func(c *Certificate) { c.Evidence.Guidance[0].Country = text }, func(c *Certificate) { c.Evidence.Activity.From = text },
		} {
			f := forged(t, s, change, true)
			files = append(files, f.JSON(), f.HTML(), replaced(t, f.JSON(), `"attempts": 2`, `"attempts": 3`))
		}
		plain := strings.ReplaceAll(text, "“", "")
		files = append(files, replaced(t, s.JSON(), `"schema": 3`, `"`+plain+`": 1, "schema": 3`), replaced(t, s.JSON(), `"schema": 3`, `"`+plain+`": 1, "`+plain+`": 1, "schema": 3`))
		c := s.Certificate
		c.Institution = text
		k := key(t, "")
		k.Institution = text
		files = append(files, must(Sign(c, k))(t).JSON())
	}
	office := must(signing.NewKey(strings.NewReader(strings.Repeat("f", 32)), spoof))(t)
	files = append(files, must(Sign(s.Certificate, office))(t).JSON())
	for i, file := range files {
		v := must(Verify(file, program))(t)
		if len(v.Says) > 1500 || strings.Contains(v.Says, "GMC”") {
			t.Errorf("file %d: %d bytes: %.600s", i, len(v.Says), v.Says)
		}
	}
	if _, err := signing.NewKey(strings.NewReader(strings.Repeat("f", 32)), long); err == nil {
		t.Error("a key has a name that no verdict can tell")
	}
}

// Under a key of small order one signature fits whatever the content says.
func TestAKeyThatFitsAnything(t *testing.T) {
	identity := append([]byte{1}, make([]byte, 31)...)
	signature := append(bytes.Clone(identity), make([]byte, 32)...)
	c := signed(t, ann, uk, "").Certificate
	c.Key = signing.Number(identity)
	payload := must(c.payload())(t)
	if !ed25519.Verify(identity, payload, signature) {
		t.Fatal("the signature does not fit")
	}
	if v, err := Verify(envelope{format, payload, identity, signature}.bytes(), program); err == nil {
		t.Errorf("%+v", v)
	}
}

// early makes a certificate say what those of earlier schemas said in place of a suggestion.
func early(c *Certificate) {
	given := credits(c.Own.Hours, c.Evidence.Minutes)
	c.Suggestion, c.Note, c.Credits, c.Norm, c.Evidence.OnObjective = nil, "", &given, norm(c.Jurisdiction, c.Role), nil
}

// certified is a certificate of a choice.
func certified(t testing.TB, choose Choice, reader guidance.Reader) Signed {
	t.Helper()
	return must(Sign(must(Make(Weigh(gathered(t, choose), library(), reader), ann, reader, program))(t), key(t, "")))(t)
}

// A payload that is signed in another layout, or with a key twice, says so; it is not another version's.
func TestSignedOtherwise(t *testing.T) {
	s, k := signed(t, ann, uk, ""), key(t, "")
	for name, c := range map[string]struct{ old, new, says string }{
		"a key twice":    {`"name": "`, `"name": "Else", "name": "`, "stands twice"},
		"a blank more":   {`"schema": 3`, `"schema":  3`, "laid out in another way"},
		"a field more":   {`"schema": 3,`, `"schema": 3, "more": 1,`, "“more” is added"},
		"no objectives":  {`"objectives": [`, `"objectives": null, "goals": [`, "is added"},
		"met is nothing": {`"objectives_met": [`, `"objectives_met": null, "goals": [`, "is missing"},
	} {
		payload := replaced(t, s.envelope.Payload, c.old, c.new)
		v := must(Verify(envelope{format, payload, k.Public(), k.Sign(payload)}.bytes(), program))(t)
		if v.Unchanged || !strings.Contains(v.Says, c.says) && !strings.Contains(v.Says, "is added") || strings.Contains(v.Says, "version of the program") {
			t.Errorf("%s: %+v", name, v)
		}
	}
}
