// Whom statements are about.

package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/url"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
)

func TestActors(t *testing.T) {
	for name, c := range map[string]struct {
		actor Actor
		want  string
		err   error
	}{
		"nobody":                      {Actor{}, "", errNobody},
		"a number":                    {Pseudonymous("7d6b"), `{"objectType":"Agent","account":{"homePage":"https://probity.invalid/","name":"7d6b"}}`, nil},
		"mail":                        {Actor{Name: "Ánh", Mail: "anh@example.org"}, `{"objectType":"Agent","name":"Ánh","mbox":"mailto:anh@example.org"}`, nil},
		"joined name":                 {Actor{Name: "علی\u200cرضا\u202e\r\nBell", Mail: "a@b.c"}, "{\"objectType\":\"Agent\",\"name\":\"علی\\u200cرضا Bell\",\"mbox\":\"mailto:a@b.c\"}", nil},
		"account":                     {Actor{HomePage: "https://example.org", Account: "a1"}, `{"objectType":"Agent","account":{"homePage":"https://example.org","name":"a1"}}`, nil},
		"name alone":                  {Actor{Name: "Ánh"}, "", errNameAlone},
		"both":                        {Actor{Mail: "a@b.c", Account: "a", HomePage: "https://b.c"}, "", errTwoActors},
		"no mail":                     {Actor{Mail: "anh at work"}, "", errMail},
		"no dot":                      {Actor{Mail: "anh@ward"}, "", errMail},
		"not ASCII":                   {Actor{Mail: "ánh@example.org"}, "", errMail},
		"blank":                       {Actor{Account: " ", HomePage: "https://b.c"}, "", errHalfAccount},
		"hidden":                      {Actor{Account: "a\u202eb", HomePage: "https://b.c"}, "", errAccount},
		"a gap":                       {Actor{Account: "a", HomePage: "https://b.c/d e"}, "", errHomePage},
		"half":                        {Actor{Account: "a1"}, "", errHalfAccount},
		"more than one address in it": {Actor{Mail: "anh?cc=ben@example.org"}, "", errMail},
		"an address in signs":         {Actor{Mail: "anh%40example.org@example.org"}, "", errMail},
		"a password":                  {Actor{Account: "a1", HomePage: "https://anh:secret@example.org"}, "", errHomePage},
		"no web page":                 {Actor{Account: "a1", HomePage: "javascript:alert(1)"}, "", errHomePage},
	} {
		t.Run(name, func(t *testing.T) {
			from, err := holding(t, answer("s", "x", 1)).Reading()
			check(t, err)
			defer from.Close()
			var out bytes.Buffer
			if err = Write(&out, from, XAPI, Options{Actor: c.actor}); !errors.Is(err, c.err) {
				t.Fatalf("got %v", err)
			}
			if c.err == nil {
				valid(t, statementSchema(t), out.String())
				if !strings.Contains(out.String(), `"actor":`+c.want) {
					t.Fatalf("got %s", out.String())
				}
			}
		})
	}
}

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
