package phones

import (
	"net/http"
	"strconv"

	"probity/scenarios/induction/box"
)

// vote takes a vote, and shows the page as it then is. A phone that the box does not know joins with it: the program may have been started again.
// One without a cookie is no voter yet: it would be another each time that it sends.
func (s *Server) vote(w http.ResponseWriter, r *http.Request) {
	t, err := s.seat(r)
	switch err {
	case nil:
		err = s.cast(r, t, s.box.Cast)
		s.tell()
	case errNoCookie:
		s.keep(w, newToken())
	}
	if err != nil {
		s.draw(w, t, err)
		return
	}
	http.Redirect(w, r, s.room, http.StatusSeeOther)
}

// pick notes what is chosen and not sent. Nobody waits for the answer.
func (s *Server) pick(w http.ResponseWriter, r *http.Request) {
	if t, err := s.seat(r); err == nil {
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
