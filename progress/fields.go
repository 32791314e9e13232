// A fact as a table and its fields, by the names that the record gives them: for whoever writes facts in another form.

package progress

import (
	"reflect"
	"strings"
	"sync"
)

// Column is a key of a kind of fact.
type Column struct {
	Name     string
	Optional bool // it is left out where it has no value
}

// Columns returns the keys of a kind in the record's order, one for each field of its struct.
func Columns(kind reflect.Type) []Column {
	if known, ok := columnsOf()[kind]; ok {
		return known
	}
	return columnsIn(kind)
}

// columnsOf are the keys of each kind of a learner's record, found once: that takes longer than reading a fact.
var columnsOf = sync.OnceValue(func() map[reflect.Type][]Column {
	all := map[reflect.Type][]Column{}
	for _, fact := range Kinds() {
		kind := reflect.TypeOf(fact)
		all[kind] = columnsIn(kind)
	}
	return all
})

func columnsIn(kind reflect.Type) (all []Column) {
	for i := range kind.NumField() {
		name, option, _ := strings.Cut(kind.Field(i).Tag.Get("toml"), ",")
		all = append(all, Column{name, option == "omitempty"})
	}
	return all
}

// Field is a key of a fact and its value: a string, a []string, an int64, a float64 or a time.Time.
type Field struct {
	Name  string
	Value any
}

// Fields returns the keys of a fact in the record's order, without those that are left out there.
func Fields(fact Fact) []Field {
	v := reflect.ValueOf(fact)
	fields := make([]Field, 0, v.NumField())
	for i, c := range Columns(v.Type()) {
		if !c.Optional || !v.Field(i).IsZero() {
			fields = append(fields, Field{c.Name, plainValue(v.Field(i))})
		}
	}
	return fields
}

func plainValue(v reflect.Value) any {
	switch {
	case v.CanInt():
		return v.Int()
	case v.Kind() == reflect.String:
		return v.String()
	}
	return v.Interface()
}
