package phones

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"probity/guidance/text/texttest"
	"probity/scenarios/induction/box"
)

// stages are the pages that a room publishes, with the ids of the choices.
func stages(give texttest.Give) (all []Page) {
	for _, stage := range []Page{{Open: true}, {Coming: true}, {Answer: "b"}, {Over: true}} {
		texttest.Whole(&stage)
		texttest.Fill(&stage, give.Except("Choice.ID", "Round.Situation", "Round.Action"))
		stage.Round, stage.Choices[0].ID = first, "x"
		all = append(all, stage)
	}
	return all
}

// asked is what a phone asks of a room, and what the facilitator's does. give is what it sends.
func asked(give texttest.Give) (all []*http.Request) {
	form := func(path string, values url.Values) *http.Request {
		r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.AddCookie(&http.Cookie{Name: cookie, Value: url.QueryEscape(give("a cookie", ""))})
		return r
	}
	for _, path := range []string{"/kfx", "/kfx/now", "/f/s3cret", "/" + url.PathEscape(give("a path", ""))} {
		all = append(all, httptest.NewRequest(http.MethodGet, path, nil))
	}
	return append(all,
		form("/kfx/vote", url.Values{"situation": {first.Situation}, "number": {"1"}, "choice": {give("a vote", "")}}),
		form("/kfx/vote", url.Values{"situation": {give("a situation", "")}, "action": {give("an action", "")}, "number": {give("a number", "")}, "choice": {"x"}}),
		form("/kfx/slip", url.Values{"slip": {give("a slip", "")}}),
		form("/f/s3cret/next", url.Values{"revision": {give("a revision", "")}}),
	)
}

// answers are what comes of the requests, at every stage of a room, where whoever comes may vote and where slips are asked for.
func answers(give texttest.Give) (all []*httptest.ResponseRecorder) {
	for _, page := range stages(give) {
		for _, slips := range []Slips{nil, func(string) (box.Token, bool) { return "", false }} {
			b := box.New(3)
			s := New(b, "kfx", "s3cret")
			s.Ask(slips)
			b.Open(first, []string{"x"})
			s.Publish(page)
			for _, r := range asked(give) {
				w := httptest.NewRecorder()
				s.Handler().ServeHTTP(w, r)
				all = append(all, w)
			}
		}
	}
	return all
}

// TestTextFromOutsideOnEveryPhone: what a room publishes and what phones send makes nothing of a page but words.
func TestTextFromOutsideOnEveryPhone(t *testing.T) {
	shape := texttest.Shape{}
	for _, give := range []texttest.Give{texttest.Harmless(), texttest.Plain()} {
		for _, w := range answers(give) {
			shape.Learn(formOf(w), w.Body.Bytes())
		}
	}
	for _, shift := range texttest.Shifts(t) {
		for i, w := range answers(texttest.Turn(shift)) {
			for _, fault := range shape.Judge(formOf(w), w.Body.Bytes()) {
				t.Errorf("shift %d, answer %d: %s", shift, i, fault)
			}
			if to := w.Header().Get("Location"); to != "" && to != "/kfx" && to != "/f/s3cret" {
				t.Errorf("shift %d: a phone is sent to %q", shift, to)
			}
		}
	}
}

// formOf is the form that an answer says it has.
func formOf(w *httptest.ResponseRecorder) texttest.Form {
	switch kind := w.Header().Get("Content-Type"); {
	case strings.HasPrefix(kind, "text/html"):
		return texttest.Page
	case strings.HasPrefix(kind, "application/json"):
		return texttest.JSON
	}
	return texttest.Lines
}

// TestEveryTextOfAPageIsTried: a text that is new in what a room publishes is filled.
func TestEveryTextOfAPageIsTried(t *testing.T) {
	var page Page
	texttest.Whole(&page)
	filled := strings.Join(texttest.Fill(&page, texttest.Plain()), " ")
	for _, place := range texttest.Texts(reflect.TypeFor[Page]()) {
		if !strings.Contains(filled, place) {
			t.Errorf("%s is not filled", place)
		}
	}
}
