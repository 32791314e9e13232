package phones

import (
	"context"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"probity/scenarios/induction/box"
)

// room is a server with a box of three seats, at the first vote.
type room struct {
	*Server
	url string
	box *box.Box
}

var first = box.Round{Situation: "a-photo/1", Number: 1}

func vote() Page {
	return Page{
		Session: "Tuesday's teaching", Place: "Situation 1 of 4", Story: []string{"Priya posts <a photo> & tags you."}, Ask: "What do you do first?",
		Hand: "One vote each.", Round: first, Open: true, Choices: []Choice{{ID: "x", Label: "a", Text: "Ask her to take it down"}, {ID: "y", Label: "b", Text: "Leave it"}},
	}
}

func begun(t *testing.T) room {
	t.Helper()
	b := box.New(3)
	r := room{Server: New(b, "kfx", "s3cret"), box: b}
	server := httptest.NewServer(r.Handler())
	t.Cleanup(server.Close)
	r.url = server.URL
	b.Open(first, []string{"x", "y"})
	r.Publish(vote())
	return r
}

// phone is a browser with a jar of its own.
type phone struct {
	*testing.T
	room
	http.Client
}

func (r room) phone(t *testing.T) phone {
	jar, _ := cookiejar.New(nil)
	return phone{t, r, http.Client{Jar: jar}}
}

func (p phone) get(path string) (int, string) {
	p.Helper()
	return p.answered(p.Get(p.url + path))
}

// loads loads the page as a browser does, with its style sheet.
func (p phone) loads() (int, string) {
	p.Helper()
	status, page := p.get("/kfx")
	p.get("/kfx/style.css")
	return status, page
}

func (p phone) send(choice string) (int, string) {
	p.Helper()
	return p.post("/kfx/vote", first, choice)
}

func (p phone) post(path string, r box.Round, choice string) (int, string) {
	p.Helper()
	return p.answered(p.PostForm(p.url+path, url.Values{
		"situation": {r.Situation}, "action": {r.Action}, "number": {string(rune('0' + r.Number))}, "choice": {choice},
	}))
}

func (p phone) answered(response *http.Response, err error) (int, string) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
	defer response.Body.Close()
	var page strings.Builder
	if err := response.Write(&page); err != nil {
		p.Fatal(err)
	}
	return response.StatusCode, page.String()
}

func (p phone) wants(status int, page string, wanted int, words ...string) {
	p.Helper()
	if status != wanted {
		p.Errorf("status %d, want %d", status, wanted)
	}
	for _, w := range words {
		if not, without := strings.CutPrefix(w, "!"); without && strings.Contains(page, not) || !without && !strings.Contains(page, w) {
			p.Errorf("%q, in\n%s", w, page)
		}
	}
}

func TestAPhoneJoinsVotesAndChanges(t *testing.T) {
	p := begun(t).phone(t)
	status, page := p.get("/kfx")
	p.wants(status, page, 200, "<h1>What do you do first?</h1>", "Priya posts &lt;a photo&gt; &amp; tags you.", "Send my vote", "!Recorded", "!checked>")
	status, page = p.send("x")
	p.wants(status, page, 200, "Recorded: a. You can change it until the vote closes.", `value="x" required checked`, "Change my vote")
	status, page = p.send("y")
	p.wants(status, page, 200, "Recorded: b.")
	if joined, voted := p.box.Turnout(); joined != 1 || voted != 1 {
		t.Errorf("%d joined, %d voted", joined, voted)
	}
	if votes := p.box.Close(); votes["y"] != 1 || len(votes) != 1 {
		t.Errorf("%v", votes)
	}
	closed := vote()
	closed.Open = false
	p.Publish(closed)
	status, page = p.get("/kfx")
	p.wants(status, page, 200, "Your vote was b.", "!<form", "!✓")
	status, page = p.send("x")
	p.wants(status, page, 409, "That came too late: the vote is closed. Your vote was b.")
	status, page = p.get("/kfx/vote") // and loads that page again
	p.wants(status, page, 200, "Your vote was b.")
}

func TestWhatIsPickedIsShownAndCounts(t *testing.T) {
	p := begun(t).phone(t)
	p.get("/kfx")
	status, page := p.post("/kfx/pick", first, "y")
	p.wants(status, page, 204)
	status, page = p.get("/kfx")
	p.wants(status, page, 200, `value="y" required checked`, "Send my vote", "!Recorded")
	if votes := p.box.Close(); votes["y"] != 1 {
		t.Errorf("%v", votes)
	}
}

func TestTroubleIsToldOnThePhone(t *testing.T) {
	r := begun(t)
	p := r.phone(t)
	other := begun(t).phone(t) // the program as it was started before: the phone has its cookie
	other.get("/kfx")
	p.Jar = other.Jar
	for name, c := range map[string]struct {
		round  box.Round
		choice string
		status int
		says   string
	}{
		"nothing chosen":      {first, "", 403, "Choose one of these"},
		"no option":           {first, "z", 403, "Choose one of these"},
		"a vote to come":      {box.Round{Situation: "a-photo/1", Number: 2}, "x", 409, "too late"},
		"another situation":   {box.Round{Situation: "other/1", Number: 1}, "x", 409, "too late"},
		"a body without end":  {first, strings.Repeat("x", 2000), 403, "Choose one of these"},
		"a vote without page": {first, "x", 200, "Recorded: a."}, // as when the program was started again
	} {
		t.Run(name, func(t *testing.T) {
			status, page := p.post("/kfx/vote", c.round, c.choice)
			p.wants(status, page, c.status, c.says)
		})
	}
	for range 5 {
		r.phone(t).get("/kfx") // as a preview of the link: it takes no seat
	}
	r.phone(t).loads()
	r.phone(t).loads()
	late := r.phone(t)
	status, page := late.get("/kfx")
	late.wants(status, page, 403, "raise your hand", "!<form", "!Set-Cookie")
	status, page = late.get("/xyz")
	late.wants(status, page, 404, "no room here", "!Priya")
	status, page = late.get("/f/guessed")
	late.wants(status, page, 404, "no room here")
}

func TestTheFacilitatorsPhone(t *testing.T) {
	r := begun(t)
	page := vote()
	page.Notes = Notes{Cue: "Minds may change.", Next: "How the room voted", Says: []string{"a: she may not know."}, Clock: "2 minutes behind"}
	revision := r.Publish(page)
	voter := r.phone(t)
	voter.get("/kfx")
	voter.send("x")
	p := r.phone(t)
	status, shown := p.get("/f/s3cret")
	p.wants(status, shown, 200, "Minds may change.", "1 of 1 phones have voted.", "Next: How the room voted", "Close the vote as it is", "2 minutes behind", "!Set-Cookie")
	status, shown = p.get("/kfx")
	p.wants(status, shown, 200, "!Minds may change.", "!she may not know", "!s3cret")
	for range 2 { // the second before the first is taken
		p.answered(p.PostForm(p.url+"/f/s3cret/next", url.Values{"revision": {"7"}}))
	}
	var asked []Asked
	for range 2 { // the one, and that phones joined and voted
		if got, ok := r.Wait(t.Context()); ok && got.Command != 0 {
			asked = append(asked, got)
		}
	}
	if len(asked) != 1 || asked[0] != (Asked{Command: Next, Revision: 7}) {
		t.Errorf("%+v, with revision %d up", asked, revision)
	}
	p.answered(p.PostForm(p.url+"/f/s3cret/close", url.Values{"revision": {"8"}}))
	if got, _ := r.Wait(t.Context()); got != (Asked{Command: CloseVote, Revision: 8}) {
		t.Errorf("closing a vote asks for %+v", got)
	}
	r.Publish(shut())
	status, shown = p.get("/f/s3cret")
	p.wants(status, shown, 200, "!Close the vote as it is")
	ended, end := context.WithCancel(t.Context())
	end()
	if got, ok := r.Wait(ended); ok {
		t.Errorf("asked again: %+v", got)
	}
}

func TestNothingChangesWhereNothingIsNew(t *testing.T) {
	r := begun(t)
	before := r.Publish(vote())
	if again := r.Publish(vote()); again != before {
		t.Errorf("revision %d, then %d", before, again)
	}
	page := vote()
	page.Open = false
	if closed := r.Publish(page); closed == before {
		t.Error("a vote was closed, and no phone learns of it")
	}
}

// TestPagesAreLight: a phone loads a page with its style and script in fifteen kilobytes.
func TestPagesAreLight(t *testing.T) {
	p := begun(t).phone(t)
	sum := 0
	for _, path := range []string{"/kfx", "/style.css", "/script.js"} {
		_, page := p.get(path)
		sum += len(page)
	}
	if sum > 15<<10 {
		t.Errorf("%d bytes", sum)
	}
}

func TestPagesObeyNothingFromElsewhere(t *testing.T) {
	p := begun(t).phone(t)
	for _, path := range []string{"/kfx", "/kfx/now", "/f/s3cret", "/nowhere"} {
		_, page := p.get(path)
		p.wants(0, page, 0, "default-src 'none'", "no-referrer", "no-store", "nosniff", "!http://", "!https://")
	}
}

// TestASlipIsOneVoter: without its code nobody votes, and with it, on two phones, somebody votes once.
func TestASlipIsOneVoter(t *testing.T) {
	r := begun(t)
	r.Ask(func(typed string) (box.Token, bool) { return "KTRD-PXYB", strings.EqualFold(typed, "ktrd-pxyb") })
	one, two := r.phone(t), r.phone(t)
	status, page := one.get("/kfx")
	one.wants(status, page, 200, "Type the code on your slip", "!What do you do first?", "!Priya")
	status, page = one.send("x")
	one.wants(status, page, 200, "Type the code on your slip")
	type typed struct{ code, want string }
	for _, p := range []phone{one, two} {
		for _, tt := range []typed{{"BBBB-BBBB", "No slip has this code."}, {"", "No slip has this code."}, {"ktrd-pxyb", "What do you do first?"}} {
			_, page := p.answered(p.PostForm(p.url+"/kfx/slip", url.Values{"slip": {tt.code}}))
			if !strings.Contains(page, tt.want) {
				t.Errorf("of %q it says\n%s", tt.code, page)
			}
		}
	}
	one.send("x")
	status, page = two.send("y")
	two.wants(status, page, 200, "Recorded: b.")
	if votes := r.box.Close(); votes["y"] != 1 || len(votes) != 1 {
		t.Errorf("the votes are %v", votes)
	}
	if joined, _ := r.box.Turnout(); joined != 1 {
		t.Errorf("%d joined", joined)
	}
}

// TestAPhoneWithoutCookiesVotesNever: it would be another voter each time that it sends, and so would a form on another site.
func TestAPhoneWithoutCookiesVotesNever(t *testing.T) {
	p := begun(t).phone(t)
	p.Jar = nil
	for range 5 {
		status, page := p.send("x")
		p.wants(status, page, 403, "This vote is not counted: send it once more.", "Send my vote")
	}
	if joined, voted := p.box.Turnout(); joined != 0 || voted != 0 {
		t.Errorf("%d joined, %d voted", joined, voted)
	}
}
