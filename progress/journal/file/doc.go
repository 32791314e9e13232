// Package file keeps facts in a file of TOML tables: a learner's record, or a facilitated session.
//
// Facts are appended and never rewritten (docs/formats.md, The record). What was saved is never lost: one write, on the disk before it
// is called saved, cut back where it failed. One process at a time changes the file. A torn end is set aside, an older schema is
// migrated, other damage is named by its line, and nothing goes into another file than the one that was opened.
package file
