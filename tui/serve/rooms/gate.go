package rooms

import (
	"bytes"
	"embed"
	"errors"
	"html/template"
	"net/http"
	"net/netip"
	"path"
	"strings"

	"probity/tui/phones"
)

//go:embed page.html
var files embed.FS

// Gate answers the phones that come in at one host.
type Gate struct {
	hall      *Hall
	guesses   *guesses
	encrypted bool // on all of the way from a phone
	page      *template.Template
}

// Gate answers phones by the rooms of the hall.
func (h *Hall) Gate() http.Handler {
	g := &Gate{hall: h, guesses: newGuesses(h.now), encrypted: strings.HasPrefix(h.web, "https://"), page: template.Must(template.ParseFS(files, "*.html"))}
	mux := http.NewServeMux()
	for _, method := range []string{http.MethodGet, http.MethodPost} { // GET is HEAD too
		mux.HandleFunc(method+" /r/{code}", g.room)
		mux.HandleFunc(method+" /r/{code}/{rest...}", g.room)
	}
	phones.Static(mux)
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { g.say(w, http.StatusNotFound, nowhere()) })
	guarded := phones.Guarded(mux)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if g.encrypted {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		guarded.ServeHTTP(w, r)
	})
}

// page is what a phone is told that no room answers.
type page struct {
	Title, Text string
	Room, Back  string // the room that the page looks for by itself, and what is shown once it is there; "" for none
}

func nowhere() page {
	return page{Title: "There is no room here", Text: "The seven letters at the end of the address are on the screen in the room. Type them again, or scan the square."}
}

// room takes a phone to its room.
func (g *Gate) room(w http.ResponseWriter, r *http.Request) {
	code, from := r.PathValue("code"), addressOf(r)
	switch {
	case !isCode(code):
		g.say(w, http.StatusNotFound, nowhere())
		return
	case !g.guesses.may(from, code):
		g.say(w, http.StatusTooManyRequests, page{
			Title: "Too many wrong addresses were tried here",
			Text:  "They came from the network that this phone is in. Try again in ten minutes, or on mobile data, or raise your hand when the room votes: it counts just as much.",
		})
		return
	}
	room := phones.RoomPath(code)
	call, err := phones.CallOf(r, room)
	if err != nil {
		g.say(w, http.StatusRequestEntityTooLarge, page{Title: "This is more than a vote", Text: "Go back to the room's page, and vote again.", Back: room})
		return
	}
	answer, err := g.hall.ask(r.Context(), code, call)
	switch {
	case err == nil:
		g.guesses.right(from, code)
		answer.Write(w, room, g.encrypted)
	case errors.Is(err, errNoRoom) && call.Token == "" && !isOwn(call):
		g.say(w, http.StatusNotFound, nowhere())
	default:
		g.say(w, http.StatusServiceUnavailable, page{
			Title: "The room is away for a moment",
			Text:  "Most likely it comes back here within a minute; then see whether your vote was recorded. Where it stays away, the session may be over. Hands count in any case.",
			Room:  room, Back: room + back(call),
		})
	}
}

// isOwn reports whether a call may be of the facilitator's own phone.
func isOwn(c phones.Call) bool { return strings.HasPrefix(c.Path, "/f/") }

// back is the path, behind the room's, at which a phone looks for the room again.
func back(c phones.Call) string {
	switch {
	case !isOwn(c):
		return ""
	case c.Method == http.MethodPost:
		return path.Dir(c.Path)
	}
	return c.Path
}

// say shows a page.
func (g *Gate) say(w http.ResponseWriter, status int, p page) {
	var text bytes.Buffer
	if err := g.page.ExecuteTemplate(&text, "page.html", p); err != nil {
		http.Error(w, "The page could not be drawn. Please raise your hand instead.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = text.WriteTo(w) // a phone that is gone asks again
}

// addressOf is where a request comes from: by a proxy on this computer, where that one says. Addresses of one IPv6 network, which one computer may
// have many of, are one.
func addressOf(r *http.Request) netip.Addr {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{} // all of those are one
	}
	addr := from.Addr()
	if by := r.Header.Values("X-Forwarded-For"); addr.Unmap().IsLoopback() && len(by) > 0 {
		last := by[len(by)-1]
		if said, err := netip.ParseAddr(strings.TrimSpace(last[strings.LastIndex(last, ",")+1:])); err == nil {
			addr = said
		}
	}
	if addr = addr.Unmap().WithZone(""); addr.Is6() {
		network, _ := addr.Prefix(56) // fails for other lengths alone
		addr = network.Addr()
	}
	return addr
}
