// Who may vote: a phone has a token, which is its own or that of a slip.

package phones

import (
	"crypto/rand"
	"errors"
	"net/http"

	"probity/scenarios/induction/box"
)

// Slips finds the voter whose slip has the code that somebody typed; ok is false where no slip has it.
type Slips func(typed string) (voter box.Token, ok bool)

// Ask lets only those vote who type the code of a slip. It is for before the first phone comes.
func (s *Server) Ask(slips Slips) { s.slips = slips }

// What a phone is told that has typed no code yet, or one that no slip has, or that votes without a cookie.
var (
	errNoCookie  = errors.New("this phone keeps no cookie")
	errNoSlip    = errors.New("this phone has typed no code")
	errWrongSlip = errors.New("no slip has this code")
)

// seat takes a phone in that comes back with its token, as a browser does for the style of the page that it was given. Whatever fetches the page
// once, such as a preview of the link, takes no seat. The error is box.ErrFull, or errNoSlip, and errNoCookie where it came without.
func (s *Server) seat(r *http.Request) (box.Token, error) {
	token, known := s.token(r)
	switch {
	case known:
		err := s.box.Join(token)
		s.tell()
		return token, err
	case s.slips != nil:
		return "", errNoSlip
	case s.box.Full():
		return "", box.ErrFull
	}
	return "", errNoCookie
}

func newToken() box.Token { return box.Token(rand.Text()) }

// keep gives a phone its token.
func (s *Server) keep(w http.ResponseWriter, t box.Token) {
	http.SetCookie(w, seatAt(s.room, string(t)))
}

// seatAt is the cookie that keeps a token, for the pages of one room.
func seatAt(room, token string) *http.Cookie {
	return &http.Cookie{Name: cookie, Value: token, Path: room, HttpOnly: true, SameSite: http.SameSiteLaxMode}
}

// token is the one that a phone has; known is false where it has none, or what no server gave it.
func (s *Server) token(r *http.Request) (t box.Token, known bool) {
	c, err := r.Cookie(cookie)
	switch {
	case err != nil:
		return "", false
	case s.slips != nil:
		return s.slips(c.Value)
	}
	return box.Token(c.Value), len(c.Value) == len(rand.Text())
}

// slip takes the code of a slip. Whoever types it again, on whatever phone, is the same voter.
func (s *Server) slip(w http.ResponseWriter, r *http.Request) {
	if s.slips == nil {
		http.Redirect(w, r, s.room, http.StatusSeeOther)
		return
	}
	t, ok := s.slips(r.PostFormValue("slip"))
	if !ok {
		s.draw(w, "", errWrongSlip)
		return
	}
	s.keep(w, t)
	http.Redirect(w, r, s.room, http.StatusSeeOther)
}
