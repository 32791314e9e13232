// The register of kinds: which struct a table is read into, and what a clinician calls its facts.

package journal

import (
	"reflect"

	"probity/progress"
)

// Kinds says which struct the tables of a file are read into, by the names of the tables.
type Kinds map[string]reflect.Type

// KindsOf makes a register of kinds from a fact of each.
func KindsOf[F progress.Fact](each ...F) Kinds {
	kinds := make(Kinds, len(each))
	for _, fact := range each {
		kinds[fact.Table()] = reflect.TypeOf(fact)
	}
	return kinds
}

// Called is what a clinician calls the facts of a table: most tables have a name that says it. What has no table stays as it is.
func Called(table string) string {
	switch table {
	case progress.Undo{}.Table():
		return "correction"
	case progress.Flag{}.Table():
		return "mark on a situation"
	case progress.Submit{}.Table():
		return "assessment"
	case progress.Certified{}.Table():
		return "note of a certificate"
	}
	return table
}
