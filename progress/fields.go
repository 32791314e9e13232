// A fact as a table and its fields, by the names that the record gives them: for whoever writes facts in another form.

package progress

import (
	"reflect"
	"strings"
)

// Field is a key of a fact and its value: a string, a []string, an int64, a float64 or a time.Time.
type Field struct {
	Name  string
	Value any
}

// Fields returns the keys of a fact in the record's order, without those that are left out there.
func Fields(fact Fact) []Field {
	v := reflect.ValueOf(fact)
	fields := make([]Field, 0, v.NumField())
	for i := range v.NumField() {
		name, option, _ := strings.Cut(v.Type().Field(i).Tag.Get("toml"), ",")
		if option != "omitempty" || !v.Field(i).IsZero() {
			fields = append(fields, Field{name, plainValue(v.Field(i))})
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
