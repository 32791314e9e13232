// Package progress keeps the learner's record, the file progress.toml: it opens it, appends facts to it so that a saved
// fact is never lost, recovers from damage, and folds the facts into the history that every number is derived from.
//
// The file's format is a public contract (design/formats.md, The record): facts are appended and never rewritten.
// A Record is one process's way to the file; a History is what the facts say. The package knows nothing of screens.
package progress
