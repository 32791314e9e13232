// Phones of a room, as they are in people's hands.
package tutor

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"testing"
)

// browser is a phone that keeps its cookies.
type browser struct {
	*testing.T
	http.Client
	room string
}

// browsers open the room's page, each of its own.
func browsers(t *testing.T, room *Room, n int) []browser {
	t.Helper()
	return browsersAt(t, room, "kfx", n)
}

func browsersAt(t *testing.T, room *Room, code string, n int) (all []browser) {
	t.Helper()
	server := httptest.NewServer(room.phones.server.Handler())
	t.Cleanup(server.Close)
	for range n {
		jar, err := cookiejar.New(nil)
		if err != nil {
			t.Fatal(err)
		}
		b := browser{t, http.Client{Jar: jar}, server.URL + "/" + code}
		b.page()
		all = append(all, b)
	}
	return all
}

func (b browser) page() string {
	b.Helper()
	return b.read(b.Get(b.room))
}

func (b browser) read(response *http.Response, err error) string {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}

// hidden is a field of the form that is not shown.
var hidden = regexp.MustCompile(`type="hidden" name="(\w+)" value="([^"]*)"`)

// votes sends the page's form with a choice.
func (b browser) votes(choice string) string {
	b.Helper()
	form := url.Values{"choice": {choice}}
	for _, field := range hidden.FindAllStringSubmatch(b.page(), -1) {
		form.Set(field[1], field[2])
	}
	return b.read(b.PostForm(b.room+"/vote", form))
}
