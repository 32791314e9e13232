package tutor

import (
	"fmt"
	"path/filepath"

	"probity/progress/folder"
)

// notices are sentences that are to be said once. The parts share them.
type notices struct{ unsaid []string }

func (n *notices) add(said ...string) { n.unsaid = append(n.unsaid, said...) }

// take hands over what is to be said.
func (n *notices) take() []string {
	said := n.unsaid
	n.unsaid = nil
	return said
}

// lyingBeside says what lies beside the record that was not said before.
func lyingBeside(record *folder.Folder) (said []string) {
	if damaged := record.NewDamaged(); len(damaged) > 0 {
		said = append(said, damagedFound(damaged))
	}
	if copies := record.NewCopies(); len(copies) > 0 {
		said = append(said, copiesFound(copies))
	}
	return said
}

// damagedFound says where a damaged record is that was set aside, and how it is read and removed. The folder may be long and
// comes last.
func damagedFound(paths []string) string {
	first, more, folder := filepath.Base(paths[0]), len(paths)-1, filepath.Dir(paths[0])
	if more == 0 {
		return fmt.Sprintf("A damaged record was set aside: %s. To read or remove it: probity data aside. It lies in %s.", first, folder)
	}
	return fmt.Sprintf("%d damaged records were set aside: %s and %d more. To read or remove them: probity data aside. They lie in %s.",
		more+1, first, more, folder)
}

// copiesFound says that copies of the record lie beside it, and what to do with them.
func copiesFound(paths []string) string {
	first, more := filepath.Base(paths[0]), len(paths)-1
	if more == 0 {
		return "A copy of your record lies beside it, perhaps from a sync program: " + first +
			". It may hold answers that yours lacks: probity data import FILE merges it."
	}
	return fmt.Sprintf("%d copies of your record lie beside it, perhaps from a sync program: %s and %d more. "+
		"They may hold answers that yours lacks: probity data import FILE merges one.", more+1, first, more)
}
