package phones

import (
	"net/http"
	"strconv"
)

// notes is the facilitator's page.
func (s *Server) notes(w http.ResponseWriter, _ *http.Request) {
	write(w, http.StatusOK, "facilitator.html", view{published: s.page.Load(), Room: s.room, Own: s.own, Said: s.turnout()})
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
		http.Redirect(w, r, s.own, http.StatusSeeOther)
	}
}
