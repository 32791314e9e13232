// Package library carries the built-in guidance: one TOML file a source, and differences.toml for where the UK and
// Ireland part ways. Extracts are Probity's own words; the documents themselves are not here.
package library

import "embed"

// FS holds the files.
//
//go:embed *.toml
var FS embed.FS
