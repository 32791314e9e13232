// The register of kinds: which struct a table is read into.

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
