// Package tables is facts as text: one TOML table each, a key a line, in the order of the contract (docs/formats.md, The record). It
// writes them, finds them in a text that may be damaged, cut off or edited by hand, and reads them back. It opens no file.
package tables
