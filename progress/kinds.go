// The register of kinds: which struct a table is read into.

package progress

import (
	"reflect"
)

// KindsRegister says which struct the tables of a file are read into, by the names of the tables.
type KindsRegister map[string]reflect.Type

// Register makes a register of kinds from a fact of each.
func Register[F Fact](each ...F) KindsRegister {
	kinds := make(KindsRegister, len(each))
	for _, fact := range each {
		kinds[fact.Table()] = reflect.TypeOf(fact)
	}
	return kinds
}
