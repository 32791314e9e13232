// Forgetting and erasing.

package hosted

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// erasedFolder has a mark of each reflection that its owner erased, by progress.Reflection.ID: what is merged later does not bring it back.
const erasedFolder = "erased"

// ForgetReflection erases a reflection with all its other wordings, and the drafts that quote one. Nothing of it is left in what the record is
// kept in; it may be called again after an error.
func (r *Record) ForgetReflection(one progress.Reflection) (folder.Leftovers, error) {
	return r.forget(func(all []progress.Reflection) []progress.Reflection { return progress.Wordings(all, one) })
}

// ForgetWording erases what a reflection said before it was edited, as ForgetReflection does, and keeps what it says now.
func (r *Record) ForgetWording(one progress.Reflection) (folder.Leftovers, error) {
	return r.forget(func(all []progress.Reflection) []progress.Reflection { return progress.EarlierWordings(all, one) })
}

// copied is a place of which there are copies. Whole returns an error while one of them is away, since that would keep what is removed meanwhile.
type copied interface {
	Whole(ctx context.Context) error
}

// forget erases those reflections that choose takes from the record's: the facts last, so that all of it can be tried again.
func (r *Record) forget(choose func(all []progress.Reflection) []progress.Reflection) (none folder.Leftovers, err error) {
	if why, yes := r.ReadOnly(); yes {
		return none, &folder.NotForgottenError{Err: file.ReadOnly(why)}
	}
	ctx := context.Background()
	if place, ok := r.beside.(copied); ok {
		if err := place.Whole(ctx); err != nil {
			return none, &folder.NotForgottenError{Err: unreached(err)}
		}
	}
	var all []progress.Reflection
	_, err = r.Read(ctx, 0, func(f progress.Fact) error {
		if one, ok := f.(progress.Reflection); ok {
			all = append(all, one)
		}
		return nil
	})
	gone := choose(all)
	if err == nil {
		err = r.markErased(gone)
	}
	if err == nil {
		err = r.strikeDrafts(gone)
	}
	if err == nil {
		err = r.Forget(ctx, numbers(gone)...)
	}
	if err != nil {
		return none, &folder.NotForgottenError{Err: unreached(err)}
	}
	return none, nil
}

func numbers(all []progress.Reflection) (seqs []int64) {
	for _, one := range all {
		seqs = append(seqs, one.Seq)
	}
	return seqs
}

// markErased puts up the marks of reflections.
func (r *Record) markErased(all []progress.Reflection) error {
	for _, one := range all {
		if _, err := r.beside.MakeBeside(erasedFolder+"/"+one.ID(), []byte("\n")); err != nil {
			return err
		}
	}
	return nil
}

// strikeDrafts removes the drafts that were begun with one of some reflections, or quote part of one.
func (r *Record) strikeDrafts(gone []progress.Reflection) error {
	names, err := r.beside.ListBeside(folder.DraftFolder)
	if err != nil {
		return err
	}
	for _, name := range names {
		name = path.Join(folder.DraftFolder, name)
		draft, err := r.beside.ReadBeside(name)
		if err != nil {
			return err
		}
		if folder.Quotes(draft, gone...) {
			if err := r.remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// remove removes an entry, which may be gone already.
func (r *Record) remove(name string) error {
	if err := r.beside.RemoveBeside(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Belongings lists everything that is kept for the learner: the facts, as one, and what stands beside them.
func (r *Record) Belongings() (all []folder.Belonging, err error) {
	facts, err := r.all(context.Background())
	if err != nil {
		return nil, err
	}
	var size int64
	for _, fact := range facts {
		text, err := tables.Encode(fact)
		if err != nil {
			return nil, err
		}
		size += int64(len(text))
	}
	head, err := r.beside.ReadBeside(learnerName)
	if err != nil {
		return nil, unreached(err)
	}
	if len(facts) > 0 || head != nil {
		all = append(all, folder.Belonging{Path: "progress", What: "your record", Size: size + int64(len(head))})
	}
	for _, in := range append(folder.FoldersBeside(), erasedFolder) {
		beside, err := r.belongingsIn(in)
		if err != nil {
			return nil, unreached(err)
		}
		all = append(all, beside...)
	}
	return all, nil
}

// belongingsIn lists what stands in a folder beside the facts: of what there may be hundreds of entries, how many things they are.
func (r *Record) belongingsIn(in string) (all []folder.Belonging, err error) {
	names, err := r.beside.ListBeside(in)
	if err != nil {
		return nil, err
	}
	var size int64
	things := map[string]bool{}
	for _, name := range names {
		text, err := r.beside.ReadBeside(path.Join(in, name))
		if err != nil {
			return nil, err
		}
		all = append(all, folder.Belonging{Path: path.Join(in, name), What: folder.What(path.Join(in, name)), Size: int64(len(text))})
		size += int64(len(text))
		things[sessionOf(name)] = true
	}
	what := ""
	switch n := len(things); {
	case n == 0, in != folder.SessionFolder && in != erasedFolder:
		return all, nil
	case in == erasedFolder && n == 1:
		what = "the mark of a reflection that you erased, so that it does not come back"
	case in == erasedFolder:
		what = fmt.Sprintf("marks of %d reflections that you erased, so that none comes back", n)
	case n > 1:
		what = fmt.Sprintf("%d facilitated sessions", n)
	default:
		what = all[0].What
	}
	return []folder.Belonging{{Path: in, What: what, Size: size}}, nil
}

// Erase is EraseAll.
func (r *Record) Erase(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := r.EraseAll()
	return err
}

// EraseAll removes everything that is kept for the learner, the facts first and whom they are about last: what is broken off can be tried
// again. It returns what was removed. Its errors are *folder.NotDoneError.
func (r *Record) EraseAll() (removed []folder.Belonging, err error) {
	if removed, err = r.Belongings(); err == nil {
		err = r.facts.Erase(context.Background())
	}
	for _, in := range append(folder.FoldersBeside(), erasedFolder) {
		var names []string
		if err == nil {
			names, err = r.beside.ListBeside(in)
		}
		for _, name := range names {
			if err == nil {
				err = r.remove(path.Join(in, name))
			}
		}
	}
	for _, name := range []string{mergingName, learnerName} {
		if err == nil {
			err = r.remove(name)
		}
	}
	if err != nil {
		return nil, &folder.NotDoneError{Doing: "erasing", Outcome: "Not everything was erased", Err: unreached(err)}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.whose, r.locked = nil, ""
	return removed, nil
}
