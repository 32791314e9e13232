package certificate

import _ "embed" // for the schema

//go:embed schema.json
var schema string

// JSONSchema is the published schema of a certificate's JSON (draft 2020-12).
func JSONSchema() string { return schema }
