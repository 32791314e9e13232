// Package library carries the built-in situations: pack.toml, topics.toml, principles.toml, gone.toml once something left, and a
// folder a topic with one file a situation.
package library

import "embed"

// FS holds the files.
//
//go:embed *.toml */*.toml
var FS embed.FS
