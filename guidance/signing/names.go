package signing

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"probity/guidance/text"
)

// NameLimit is how long an institution's name may be, in characters.
const NameLimit = 200

// NameError says what is wrong with a name that a key should carry.
type NameError struct {
	Field    string // "institution" or "domain"
	sentence string
}

// Error names the field and what is wrong.
func (e *NameError) Error() string { return "reading the field " + e.Field + ": " + e.sentence }

// Message says it to whoever keeps the key.
func (e *NameError) Message() string { return e.sentence }

// InstitutionName is a name as a key carries it. The error is a NameError.
func InstitutionName(name string) (string, error) {
	if name = text.Line(name); utf8.RuneCountInString(name) > NameLimit {
		return "", &NameError{"institution", fmt.Sprintf("The institution's name is longer than %d characters. Shorten it.", NameLimit)}
	}
	return name, nil
}

var domainForm = text.Expression(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`)

// DomainName is a domain as a key carries it. The error is a NameError.
func DomainName(name string) (string, error) {
	const longest = 253 // characters, RFC 1035
	name = strings.ToLower(strings.TrimSpace(name))
	if len(name) > longest || !domainForm().MatchString(name) {
		return "", &NameError{"domain", fmt.Sprintf("The domain should be a name such as example.org, and is %s. Leave out https:// and what "+
			"follows the name; write letters beyond a to z as registries do, beginning with xn--.", text.Quoted(name))}
	}
	return name, nil
}
