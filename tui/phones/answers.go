// What the server answers to each request.

package phones

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"probity/guidance/text"
	"probity/scenarios/induction/box"
)

// show is the room's page. A phone that comes for the first time is given a token.
func (s *Server) show(w http.ResponseWriter, r *http.Request) {
	token, err := s.seat(r)
	if err == errNoCookie {
		token, err = newToken(), nil
		s.keep(w, token)
	}
	s.draw(w, token, err)
}

// style is the style sheet of the room's page. A phone whose browser asks for it with its token has joined.
func (s *Server) style(w http.ResponseWriter, r *http.Request) {
	_, _ = s.seat(r) // what it is refused is on the page
	file("text/css; charset=utf-8", "style.css")(w, r)
}

// draw draws the room's page for a phone, which may be refused for something.
func (s *Server) draw(w http.ResponseWriter, t box.Token, refused error) {
	p := s.page.Load()
	v := view{published: p, Room: s.room, Hosted: s.hosted, Full: errors.Is(refused, box.ErrFull), Slip: errors.Is(refused, errNoSlip) || errors.Is(refused, errWrongSlip)}
	switch {
	case errors.Is(refused, errWrongSlip):
		v.Said = "No slip has this code. Its letters are in two groups of four."
	case !v.Full && !v.Slip:
		v.Vote, v.Sent = s.box.Vote(t, p.Round)
		v.Label = p.label(v.Vote)
		v.Said = said(v, refused)
	}
	status := http.StatusOK
	switch {
	case errors.Is(refused, box.ErrClosed):
		status = http.StatusConflict
	case errors.Is(refused, errNoSlip):
	case refused != nil:
		status = http.StatusForbidden
	}
	write(w, status, "page.html", v)
}

// said is what a phone is told, which a screen reader says too.
func said(v view, refused error) string {
	switch {
	case errors.Is(refused, box.ErrClosed) && v.Sent:
		return "That came too late: the vote is closed. Your vote was " + v.Label + "."
	case errors.Is(refused, box.ErrClosed):
		return "That came too late: the vote is closed."
	case errors.Is(refused, box.ErrNoChoice):
		return "Choose one of these, and send it."
	case errors.Is(refused, errNoCookie):
		return "This vote is not counted: send it once more. If this comes up again, the browser keeps no cookies: raise your hand instead."
	case refused != nil:
		return "This phone had not joined yet. Please vote again."
	case v.Open && v.Sent:
		return "Recorded: " + v.Label + ". You can change it until the vote closes."
	case v.Sent:
		return "Your vote was " + v.Label + "."
	case !v.Open && len(v.Choices) > 0 && v.Round.Number > 0:
		return "The vote is closed."
	case v.Coming:
		return "Nothing to send yet: the vote opens on this page."
	}
	return ""
}

// now says which page is up, for a script that asks.
func (s *Server) now(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(struct { // a phone that is gone asks again
		Revision int    `json:"revision"`
		Turnout  string `json:"turnout"`
	}{s.page.Load().Revision, s.turnout()})
}

// turnout says how many phones there are, or have voted. The room's screen says so too.
func (s *Server) turnout() string {
	joined, voted := s.box.Turnout()
	if s.page.Load().Open {
		return fmt.Sprintf("%d of %d phones have voted.", voted, joined)
	}
	return fmt.Sprintf("Phones in the room: %d.", joined)
}

// away is every other path.
func away(w http.ResponseWriter, _ *http.Request) {
	write(w, http.StatusNotFound, "away.html", nil)
}

// write draws a template whole before anything of it is sent. Nothing in it acts or hides, whatever a plan or a pack says.
func write(w http.ResponseWriter, status int, name string, v any) {
	var page bytes.Buffer
	if err := templates().ExecuteTemplate(&page, name, v); err != nil {
		http.Error(w, "The page could not be drawn. Please raise your hand instead.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text.Block(page.String())) // a phone that is gone asks again
}

// file serves one of the page's own files.
func file(kind, name string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		f, err := files.Open(name)
		if err != nil {
			http.NotFound(w, nil)
			return
		}
		defer f.Close()
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "max-age=600")
		_, _ = io.Copy(w, f)
	}
}
