// Package progress says what is kept of a learner's practice and what it comes to: facts, one struct for each kind, and the history that
// they are folded into, which every number is derived from.
//
// It is pure: it opens no file and knows no screen. Package journal has what facts are kept in, package folder the learner's own files.
package progress
