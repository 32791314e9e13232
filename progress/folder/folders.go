// The names of what stands in the data folder, in one place, so that whoever keeps something there is found by Erase.

package folder

// The folders within the data folder. Each holds files of the kind that belongings.go names for it and nothing else.
const (
	BackupFolder   = "backups"   // copies of the record
	DraftFolder    = "drafts"    // text begun and not saved, *.toml: it may quote what the learner wrote
	keyFolder      = "keys"      // the key that certificates are signed with, *.pem, and the pseudonym
	SessionFolder  = "sessions"  // facilitated sessions, *.toml
	DocumentFolder = "documents" // the learner's own copies of documents, *.toml
	cacheFolder    = "cache"     // what can be made again
)

// FoldersBeside are the folders of the files beside a record, whatever keeps them.
func FoldersBeside() []string { return []string{DraftFolder, keyFolder, SessionFolder, DocumentFolder} }

// fileName is the record, within the data folder.
const fileName = "progress.toml"
