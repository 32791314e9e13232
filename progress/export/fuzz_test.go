package export

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
)

// FuzzActor: whom statements are about is a mail address or an account that a store takes, or is refused for a reason that is known.
func FuzzActor(f *testing.F) {
	for _, a := range []Actor{
		{Mail: "ann@example.org"}, {HomePage: "https://example.org", Account: "ann", Name: "\x1b[31mAnn"}, {Name: "Ann"}, {Mail: "a@b@c.d"}, {HomePage: "javascript:x", Account: "a"}, {HomePage: "https://u:p@example.org", Account: "a"},
		{Mail: "“ann”@example.org"}, {Mail: "Ann <ann@example.org>"}, {HomePage: "https://example.org/\u202e", Account: "a\nb"},
		{HomePage: "https://example.org/\u202e", Account: "a"}, {HomePage: "https://a\x80.example.org", Account: "a"}, // hides something, and is no text
	} {
		f.Add(a.Name, a.Mail, a.HomePage, a.Account)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s, s, "", "")
		f.Add(s, "", "https://"+s, s)
	}
	f.Fuzz(func(t *testing.T, name, mail, page, account string) {
		fuzztest.Within(t, len(name)+len(mail)+len(page)+len(account), 1)
		a := Actor{Name: name, Mail: mail, HomePage: page, Account: account}
		who, err := a.agent()
		if err != nil {
			return
		}
		if _, err := json.Marshal(who); err != nil || text.Line(who.Name) != who.Name {
			t.Errorf("%+v, %v", who, err)
		}
		switch {
		case (who.Mail == "") == (who.Account == nil):
			t.Errorf("%+v is two actors, or none", a)
		case who.Mail != "":
			if at := strings.TrimPrefix(who.Mail, "mailto:"); strings.Count(at, "@") != 1 || text.Line(at) != at || strings.ContainsAny(at, " <>\",;") {
				t.Errorf("%q is a mail address", who.Mail)
			}
		default:
			if u, err := url.Parse(who.Account.HomePage); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || text.Line(page) != page {
				t.Errorf("%q is a home page, %v", who.Account.HomePage, err)
			}
		}
	})
}
