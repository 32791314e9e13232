// What the server answers to each request.

package phones

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"

	"probity/scenarios/induction/box"
)

// show is the room's page. A phone that comes for the first time is given a token.
func (s *Server) show(w http.ResponseWriter, r *http.Request) {
	token, err := s.seat(w, r)
	s.draw(w, token, err)
}

// seat takes a phone in. The error is box.ErrFull.
func (s *Server) seat(w http.ResponseWriter, r *http.Request) (box.Token, error) {
	token, known := token(r)
	if !known {
		token = box.Token(rand.Text())
	}
	err := s.box.Join(token)
	s.tell()
	if err == nil && !known {
		http.SetCookie(w, &http.Cookie{Name: cookie, Value: string(token), Path: "/" + s.code, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	}
	return token, err
}

// token is the one that a phone has; known is false where it has none, or what no server gave it.
func token(r *http.Request) (t box.Token, known bool) {
	c, err := r.Cookie(cookie)
	if err != nil || len(c.Value) != len(rand.Text()) {
		return "", false
	}
	return box.Token(c.Value), true
}

// draw draws the room's page for a phone, which may be refused for something.
func (s *Server) draw(w http.ResponseWriter, t box.Token, refused error) {
	p := s.page.Load()
	v := view{published: p, Room: "/" + s.code, Full: errors.Is(refused, box.ErrFull)}
	if !v.Full {
		v.Vote, v.Sent = s.box.Vote(t, p.Round)
		v.Label = p.label(v.Vote)
		v.Said = said(v, refused)
	}
	status := http.StatusOK
	switch {
	case errors.Is(refused, box.ErrClosed):
		status = http.StatusConflict
	case refused != nil:
		status = http.StatusForbidden
	}
	s.write(w, status, "page.html", v)
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
	case refused != nil:
		return "This phone had not joined yet. Please vote again."
	case v.Open && v.Sent:
		return "Recorded: " + v.Label + ". You can change it until the vote closes."
	case v.Sent:
		return "Your vote was " + v.Label + "."
	case !v.Open && len(v.Choices) > 0 && v.Round.Number > 0:
		return "The vote is closed."
	}
	return ""
}

// vote takes a vote, and shows the page as it then is. A phone that the box does not know joins with it: the program may have been started again.
func (s *Server) vote(w http.ResponseWriter, r *http.Request) {
	t, err := s.seat(w, r)
	if err == nil {
		err = s.cast(r, t, s.box.Cast)
		s.tell()
	}
	if err != nil {
		s.draw(w, t, err)
		return
	}
	http.Redirect(w, r, "/"+s.code, http.StatusSeeOther)
}

// pick notes what is chosen and not sent. Nobody waits for the answer.
func (s *Server) pick(w http.ResponseWriter, r *http.Request) {
	if t, known := token(r); known {
		_ = s.cast(r, t, s.box.Pick) // what is refused is told when it is sent
	}
	w.WriteHeader(http.StatusNoContent)
}

// cast hands a vote to the box. It is for the page that the phone had; the box compares that with the round that is open.
func (s *Server) cast(r *http.Request, t box.Token, into func(box.Token, box.Round, string) error) error {
	if r.ParseForm() != nil {
		return box.ErrNoChoice
	}
	number, _ := strconv.Atoi(r.PostForm.Get("number"))
	round := box.Round{Situation: r.PostForm.Get("situation"), Action: r.PostForm.Get("action"), Number: number}
	return into(t, round, r.PostForm.Get("choice"))
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

// notes is the facilitator's page.
func (s *Server) notes(w http.ResponseWriter, _ *http.Request) {
	s.write(w, http.StatusOK, "facilitator.html", view{published: s.page.Load(), Room: "/" + s.code, Secret: "/f/" + s.secret, Said: s.turnout()})
}

// command takes what the facilitator's phone asks for. One that is not taken yet is enough.
func (s *Server) command(c Command) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if revision, err := strconv.Atoi(r.PostFormValue("revision")); err == nil {
			select {
			case s.asked <- Asked{Command: c, Revision: revision}:
			default:
			}
		}
		http.Redirect(w, r, "/f/"+s.secret, http.StatusSeeOther)
	}
}

// away is every other path.
func (s *Server) away(w http.ResponseWriter, _ *http.Request) {
	s.write(w, http.StatusNotFound, "away.html", nil)
}

// write draws a template whole before anything of it is sent.
func (s *Server) write(w http.ResponseWriter, status int, name string, v any) {
	var page bytes.Buffer
	if err := s.templates.ExecuteTemplate(&page, name, v); err != nil {
		http.Error(w, "The page could not be drawn. Please raise your hand instead.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = page.WriteTo(w) // a phone that is gone asks again
}

// file serves one of the page's own files.
func (s *Server) file(kind, name string) http.HandlerFunc {
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
