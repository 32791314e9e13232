//go:build tools

// Package tools names the programs that the scripts in docs run, in a module of their own.
package tools

import _ "github.com/charmbracelet/freeze"
