// Who the statements are about.

package export

import (
	"cmp"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"strings"
	"unicode"

	"github.com/google/uuid"

	"probity/guidance/text"
	"probity/progress"
)

// Actor says who statements are about. A mail address, or a name in some system of accounts, is what they go by; a store needs
// one of the two. There is none for everybody: a store would take all learners for one.
type Actor struct {
	Name     string // as people read it; may be missing
	Mail     string // a mail address
	HomePage string // the address of a system of accounts, and
	Account  string // the name there
}

// Pseudonymous is a learner who is told apart by a number alone.
func Pseudonymous(id string) Actor { return Actor{HomePage: namespace, Account: id} }

// Number is a number for the learner that follows from the record: the same from every copy of it, and from another record in
// which it was merged, as long as nothing earlier was in that. It is a digest of the first sitting, whose id and seed are drawn by chance, so no
// two records have one, and it says nothing that the statements don't. It is "" for a record without a sitting.
func Number(from *progress.Reading) (string, error) {
	var first progress.Sitting
	err := from.Each(func(f progress.Fact) error {
		if s, is := f.(progress.Sitting); is && (first.ID == "" || cmp.Or(s.At.Compare(first.At), cmp.Compare(s.ID, first.ID)) < 0) {
			first = s
		}
		return nil
	})
	if err != nil || first.ID == "" {
		return "", err
	}
	of := fmt.Sprint(iri("sitting", first.ID), first.Seed, first.At.UTC())
	return uuid.NewSHA1(uuid.NewSHA1(uuid.NameSpaceURL, []byte(namespace+"learner")), []byte(of)).String(), nil
}

type agent struct {
	ObjectType string   `json:"objectType"`
	Name       string   `json:"name,omitempty"`
	Mail       string   `json:"mbox,omitempty"`
	Account    *account `json:"account,omitempty"`
}

type account struct {
	HomePage string `json:"homePage"`
	Name     string `json:"name"`
}

// Reasons not to take an actor.
var (
	errNobody      = errors.New("statements have to be about somebody: give a mail address, or an account and its home page")
	errNameAlone   = errors.New("a name alone does not tell a learner apart: give a mail address, or an account and its home page")
	errTwoActors   = errors.New("give a mail address or an account, not both")
	errMail        = errors.New("that is not a mail address that a record store takes: give one such as name@example.org")
	errHomePage    = errors.New("the account's home page must be a web address such as https://example.org, without anybody's name or password in it")
	errAccount     = errors.New("the account's name must be one line, without anything that does not show")
	errHalfAccount = errors.New("an account needs both its home page and its name there")
)

// agent is the actor as a statement has it.
func (a Actor) agent() (agent, error) {
	who := agent{ObjectType: "Agent", Name: text.Line(a.Name)}
	hasAccount := a.HomePage != "" || a.Account != ""
	switch {
	case a == Actor{}:
		return who, errNobody
	case a.Mail == "" && !hasAccount:
		return who, errNameAlone
	case a.Mail != "" && hasAccount:
		return who, errTwoActors
	case hasAccount:
		who.Account = &account{HomePage: a.HomePage, Name: a.Account}
		return who, a.checkAccount()
	default:
		who.Mail = "mailto:" + a.Mail
		if !takenMail(a.Mail) {
			return who, errMail
		}
	}
	return who, nil
}

// takenMail reports whether stores take a mail address: of plain letters, at a domain with a dot. Others are addresses too, and whoever has one gives an
// account.
func takenMail(address string) bool {
	parsed, err := mail.ParseAddress(address)
	_, domain, _ := strings.Cut(address, "@")
	return err == nil && parsed.Address == address && strings.Contains(domain, ".") && !strings.ContainsFunc(address, func(r rune) bool {
		return r > unicode.MaxASCII || strings.ContainsRune(`"[]%?#&/`, r) // signs that mean something else behind mailto:
	})
}

func (a Actor) checkAccount() error {
	if a.HomePage == "" || strings.TrimSpace(a.Account) == "" {
		return errHalfAccount
	}
	if text.Line(a.Account) != a.Account {
		return errAccount
	}
	page, err := url.Parse(a.HomePage)
	if err != nil || text.Line(a.HomePage) != a.HomePage || page.Host == "" || page.User != nil || page.Scheme != "https" && page.Scheme != "http" || strings.ContainsAny(a.HomePage, " <>\"{}|\\^`") {
		return errHomePage
	}
	return nil
}
