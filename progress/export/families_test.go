package export

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"probity/progress"
)

// TestAVariantIsTold in every form: the goldens show that nothing else is said of an answer without one.
func TestAVariantIsTold(t *testing.T) {
	of := func(variant string) progress.Answer {
		a := answer("s", "trust-x:a request", 1)
		a.Variant = variant
		return a
	}
	r := holding(t, of(""), of("from-the-ward"), of("odd/one"), progress.Bookmark{Scenario: "trust-x:a request", On: 1})
	rows, err := csv.NewReader(strings.NewReader(exported(t, r, CSV, options))).ReadAll()
	check(t, err)
	column := slices.Index(rows[0], "variant")
	same(t, "the column", []string{rows[0][column], rows[1][column], rows[2][column], rows[3][column]}, []string{"variant", "", "from-the-ward", "odd/one"})
	document := exported(t, r, JSON, options)
	valid(t, documentSchema(t), document)
	same(t, "variants", strings.Count(document, `"variant":`), 2)
	same(t, "bookmarks", strings.Count(document, `{"fact":"bookmark","seq":4,"scenario":"trust-x:a request","on":1,`), 1)
	statements := lines(exported(t, r, XAPI, options))
	same(t, "statements: a bookmark stays with the learner", len(statements), 3)
	for i, id := range []string{"trust-x:a%20request", "trust-x:a%20request/from-the-ward", "trust-x:a%20request/odd%2Fone"} {
		valid(t, statementSchema(t), statements[i])
		if !strings.Contains(statements[i], `"id":"https://probity.invalid/situation/`+id+`"`) {
			t.Errorf("%s is not the activity of %s", id, statements[i])
		}
	}
}
