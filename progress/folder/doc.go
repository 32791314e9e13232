// Package folder is the learner's data folder: the record and what is around it. It makes backups and goes back to one, merges a record
// from another machine, sets damage aside, forgets a reflection in every copy, erases everything, and keeps the files beside the record:
// drafts, keys, copies of documents, and the sessions that the learner has led.
package folder
