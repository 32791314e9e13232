// More than forty forgeries, without a key and with one of the forger's own, on every medium. None is unchanged, and of each it is said why.

package certificate

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"probity/guidance/signing"
	"probity/scenarios"
)

// forgery is a file that somebody made, and what has to be said of it: by the verdict, or by the error.
type forgery struct {
	file []byte
	says string
}

func TestFortyForgeries(t *testing.T) {
	hers, his := signed(t, ann, uk, ""), signed(t, siobhan, uk, "")
	all := 0
	for medium, forgeries := range map[string]map[string]forgery{
		"JSON": inJSONForged(t, hers, his), "HTML": inHTMLForged(t, hers, his), "PDF": inPDFForged(t, hers, his), "JWT": inTokensForged(t, hers, his),
		"with a key": withAKeyForged(t, hers),
	} {
		for name, f := range forgeries {
			all++
			v, err := Verify(f.file, program)
			says := v.Says
			var none *NotCertificateError
			if errors.As(err, &none) {
				says = err.Error()
			}
			if v.Unchanged || !strings.Contains(says, f.says) || strings.Contains(says, "Unchanged") {
				t.Errorf("%s, %s: %+v, %v", medium, name, v, err)
			}
		}
	}
	if all < 40 {
		t.Errorf("only %d forgeries", all)
	}
}

const doesNotFit = "the signature does not fit"

// inJSONForged are of somebody without a key, in the JSON.
func inJSONForged(t *testing.T, hers, his Signed) map[string]forgery {
	t.Helper()
	file, other := hers.JSON(), his.JSON()
	edited := func(old, new string) []byte { return replaced(t, file, old, new) }
	foreign := must(Sign(hers.Certificate, must(signing.NewKey(strings.NewReader(strings.Repeat("f", 32)), ""))(t)))(t)
	return map[string]forgery{
		"another holder":          {edited(ann.Name, "Somebody Else"), doesNotFit},
		"a look-alike holder":     {edited("Nguyễn", "Nguyеn"), doesNotFit},
		"a holder without accent": {edited("Ánh", "A\u0301nh"), doesNotFit},
		"a failed one passed":     {edited(`"passed": true`, `"passed": false`), doesNotFit},
		"another's signature":     {edited(signature(hers), signature(his)), doesNotFit},
		"another's content":       {envelope{format, his.envelope.Payload, hers.envelope.PublicKey, hers.envelope.Signature}.bytes(), doesNotFit},
		"a key of the forger's":   {edited(publicKey(hers), publicKey(foreign)), "it names the key “" + hers.Certificate.Key},
		"no signature":            {edited(signature(hers), ""), doesNotFit},
		"a second content":        {edited(`"payload": {`, `"Payload": {"schema": 2}, "payload": {`), "“Payload” is added"},
		"hours without a number":  {edited(`"claimed_hours": 1.5`, `"claimed_hours": NaN`), "invalid character 'N'"},
		"hours beyond numbers":    {edited(`"claimed_hours": 1.5`, `"claimed_hours": 1e999`), doesNotFit},
		"hours by a hair":         {edited(`"claimed_hours": 1.5`, `"claimed_hours": 1.50000000000000000001`), "“claimed_hours” is another"},
		"two certificates":        {append(bytes.Clone(file), other...), "something follows its end"},
		"in a list":               {[]byte("[" + string(file) + "]"), "carries nothing"},
		"a note beside it":        {edited(`"format"`, `"accredited_by": "GMC", "format"`), "“accredited_by” is added"},
	}
}

// inHTMLForged are of somebody without a key, on the page.
func inHTMLForged(t *testing.T, hers, his Signed) map[string]forgery {
	t.Helper()
	page := hers.HTML()
	begins, ends := bytes.Index(page, []byte("<template")), bytes.Index(page, []byte("</template>"))+len("</template>\n")
	otherPage := his.HTML()
	carried := otherPage[bytes.Index(otherPage, []byte("<template")) : bytes.Index(otherPage, []byte("</template>"))+len("</template>\n")]
	with := func(before string, more []byte) []byte {
		return bytes.Replace(page, []byte(before), append(bytes.Clone(more), before...), 1)
	}
	const script = "<script>document.querySelector('h1').textContent = 'Examination passed'</script>\n"
	return map[string]forgery{
		"a script":                {with("</body>", []byte(script)), "<script>"},
		"a style that hides":      {with("</head>", []byte("<style>.notice { display: none }</style>\n")), "<style>"},
		"another page first":      {with("<html", []byte("<!-- accredited -->")), "CHANGED"},
		"something at its end":    {append(bytes.Clone(page), "<p>Accredited by the GMC</p>"...), "Accredited"},
		"his content under hers":  {append(append(bytes.Clone(page[:begins]), carried...), page[ends:]...), "CHANGED"},
		"his content before hers": {append(append(bytes.Clone(page[:begins]), carried...), page[begins:]...), "CHANGED"},
		"his content after hers":  {append(append(bytes.Clone(page[:ends]), carried...), page[ends:]...), "CHANGED"},
		"no content":              {append(bytes.Clone(page[:begins]), page[ends:]...), "carries nothing"},
		"a look-alike name":       {bytes.ReplaceAll(page, []byte("Nguyễn"), []byte("Nguyеn")), "CHANGED"},
		"a letter that hides":     {replaced(t, page, "Self-attested", "Self-\u200battested"), "CHANGED"},
		"a line that reverses":    {replaced(t, page, "Self-attested", "\u202eSelf-attested"), "CHANGED"},
		"a blank of another kind": {replaced(t, page, "Self-attested record", "Self-attested\u00a0record"), "not as it was made to the letter"},
	}
}

// inPDFForged are of somebody without a key, in the PDF.
func inPDFForged(t *testing.T, hers, his Signed) map[string]forgery {
	t.Helper()
	file, other := must(hers.PDF())(t), must(his.PDF())(t)
	first := bytes.IndexByte(file, '\n') + 1
	at := embeddedIn(other)
	revision := []byte("99 0 obj\n<< /Type /Page /Contents 98 0 R >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 99 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n")
	return map[string]forgery{
		"a revision more":        {append(bytes.Clone(file), revision...), "more at its end"},
		"his attachment first":   {slices.Concat(file[:first], other[at[0]:at[1]], file[first:]), "written by another program"},
		"his attachment last":    {append(bytes.Clone(file), other[at[0]:at[1]]...), "more at its end"},
		"an action":              {replaced(t, file, "/Type /Catalog", "/OpenAction << /S /JavaScript /JS (1) >> /Type /Catalog"), "beside the pages"},
		"cut short":              {append(bytes.Clone(file[:len(file)-40]), "\n%%EOF\n"...), "CHANGED"},
		"bytes before it":        {append([]byte("\n"), file...), "carries nothing"},
		"a page as well":         {append(bytes.Clone(file), hers.HTML()...), "more at its end"},
		"a page of another size": {replaced(t, file, "/MediaBox [0 0 5", "/MediaBox [0 0 6"), "CHANGED"},
	}
}

// embeddedIn is where the attachment of a PDF stands.
func embeddedIn(file []byte) [2]int {
	kind := bytes.Index(file, []byte("/Type /EmbeddedFile"))
	begins := bytes.LastIndex(file[:kind], []byte(" 0 obj"))
	return [2]int{begins - 2, kind + bytes.Index(file[kind:], []byte("endobj\n")) + len("endobj\n")}
}

// inTokensForged are of somebody without a key, in the credential. TestForgedCredentials has those with a key.
func inTokensForged(t *testing.T, hers, his Signed) map[string]forgery {
	t.Helper()
	a, b := strings.Split(string(hers.Credential()), "."), strings.Split(string(his.Credential()), ".")
	claims := must(base64url.DecodeString(a[1]))(t)
	text := func(parts ...string) []byte { return []byte(strings.Join(parts, ".")) }
	changed := func(old, new string) string { return base64url.EncodeToString(replaced(t, claims, old, new)) }
	return map[string]forgery{
		"his content under hers": {text(a[0], b[1], a[2]), doesNotFit},
		"his signature":          {text(a[0], a[1], b[2]), doesNotFit},
		"another holder":         {text(a[0], changed(ann.Name, "Somebody Else"), a[2]), doesNotFit},
		"issued by the GMC":      {text(a[0], changed(`"issuer":"`, `"issuer":"did:web:gmc-uk.org","was":"`), a[2]), doesNotFit},
		"filled up":              {text(a[0], a[1]+"=", a[2]), "is damaged"},
		"no token but content":   {claims, "the format is not one"},
	}
}

// withAKeyForged are of somebody who signs with a key of their own, and gives the certificate the number that follows.
func withAKeyForged(t *testing.T, hers Signed) map[string]forgery {
	t.Helper()
	blanks := must(Gather(withBlanks(), library().Bank, Choice{Sitting: "exam"}))(t)
	blank := must(Sign(must(Make(Weigh(blanks, library(), uk), ann, uk, program))(t), key(t, "")))(t)
	out := map[string]forgery{}
	for _, changes := range []map[string]change{figuresForged(hers, blank), wordsForged(hers)} {
		for name, c := range changes {
			s := forged(t, c.of, c.change, false)
			out[name], out[name+", as a credential"] = forgery{s.JSON(), c.says}, forgery{s.Credential(), c.says}
		}
	}
	return out
}

// change is what somebody with a key of their own makes of a certificate.
type change struct {
	of     Signed
	change func(*Certificate)
	says   string
}

// figuresForged are of what follows from other figures, or can't be.
func figuresForged(hers, blank Signed) map[string]change {
	return map[string]change{
		"just passed": {hers, func(c *Certificate) {
			c.Evidence.Assessment.Least = c.Evidence.Score.Above + 0.0005
		}, "verdict does not follow"},
		"a little more":         {hers, func(c *Certificate) { c.Evidence.Score.Above += 0.0005 }, "what it is worked out from gives"},
		"more places":           {hers, func(c *Certificate) { c.Evidence.Topics[0].Above += 0.00001 }, "more places"},
		"more places of shares": {hers, func(c *Certificate) { scores(c, func(s *Score) { s.Formats[0].Sum += 1e-11 }) }, "more places"},
		"all objectives met":    {hers, func(c *Certificate) { c.Evidence.Met = nil }, "objectives were met"},
		"nothing worked on":     {hers, func(c *Certificate) { c.Evidence.Objectives, c.Evidence.Met = nil, []string{} }, "objectives were met"},
		"no guidance":           {hers, func(c *Certificate) { c.Evidence.Guidance = nil }, "on which guidance"},
		"no role":               {hers, func(c *Certificate) { c.Role = "" }, "in what role"},
		"a look-alike library":  {hers, func(c *Certificate) { c.Evidence.Activity.Pack = "рrobity" }, "its library is"},
		"assessed and not": {hers, func(c *Certificate) {
			c.Evidence.Assessment.NotAssessed = []string{c.Evidence.Topics[0].Title}
		}, "were not assessed"},
		"a topic of no name": {hers, func(c *Certificate) { c.Evidence.Assessment.NotAssessed = []string{""} }, "were not assessed"},
		"blanks that are right": {blank, func(c *Certificate) {
			c.Evidence.Score.Right, c.Evidence.Score.Marks, c.Evidence.Score.Formats[0].Sum, c.Evidence.Score.Above = 2, 32, 2, short(2./3)
		}, "2 of its 3 answers are right, and 2 are left blank"},
	}
}

// wordsForged are of what stands on every certificate in one way.
func wordsForged(hers Signed) map[string]change {
	return map[string]change{
		"a look-alike notice":   {hers, func(c *Certificate) { c.Statement = strings.Replace(Statement, "Self", "Ѕelf", 1) }, "statement"},
		"a notice with a space": {hers, func(c *Certificate) { c.Statement = Statement + " " }, "statement"},
		"hours below nought":    {hers, func(c *Certificate) { c.Own.Hours = math.Copysign(0, -1) }, "laid out in another way"},
		"hours that overflow":   {hers, func(c *Certificate) { c.Own.Hours = math.MaxFloat64 }, "filled in"},
		"a time in the date":    {hers, func(c *Certificate) { c.Evidence.Activity.To += "T23:59:00+14:00" }, "its dates"},
		"digits of elsewhere":   {hers, func(c *Certificate) { c.Evidence.Activity.To = "\u0662\u0660\u0662\u0666-11-22" }, "its dates"},
		"the year one":          {hers, func(c *Certificate) { c.Evidence.Activity.From = "0001-01-01" }, "its dates"},
		"a rule below all":      {hers, func(c *Certificate) { c.Evidence.Assessment.Least = -1 }, "its pass rule"},
		"a rule above all":      {hers, func(c *Certificate) { c.Evidence.Assessment.Least = 1.5 }, "its pass rule"},
		"a kind of look-alikes": {hers, func(c *Certificate) { c.Evidence.Activity.Kind = "аssessment" }, "its kind"},
		"a certainty twice": {hers, func(c *Certificate) {
			c.Evidence.Calibration = append(c.Evidence.Calibration, c.Evidence.Calibration[0])
		}, "out of place"},
		"raw marks for shares":  {hers, func(c *Certificate) { c.Evidence.Rule = scenarios.RawMarks; c.Evidence.Score.Above += 0.01 }, "what it is worked out from gives"},
		"a program of its own":  {hers, func(c *Certificate) { c.Program = "Probity 1.0.0 (GMC)" }, "NOT WRITTEN BY PROBITY"},
		"a place that reverses": {hers, func(c *Certificate) { c.Own.Facilitated = &Facilitated{"Dr A", "\u202eCMG", 3} }, "not written as Probity writes it"},
		"a group of everybody":  {hers, func(c *Certificate) { c.Own.Facilitated = &Facilitated{"Dr A", "London", 1 << 40} }, "filled in"},
	}
}
