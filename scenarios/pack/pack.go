package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sync"

	"probity/guidance"
	"probity/scenarios"

	guidancelibrary "probity/guidance/library"
	scenariolibrary "probity/scenarios/library"
)

// schema is the version of the file formats that this program reads.
const schema = 1

// Pack is a body of teaching: situations, and the guidance they rest on.
type Pack struct {
	ID            string
	Title         string
	Version       string
	Authors       []string
	Licence       string
	Jurisdictions []guidance.Jurisdiction
	Objectives    []Objective
	Assessment    *scenarios.Blueprint // nil: the pack sets none
	Bars          Bars                 // of the pack itself: those of what it is merged into do not count
	Merged        []Origin             // whose the packs are that are merged in
	Unfinished    int                  // situations that the pack itself has put aside, as UnfinishedFolder says
	Foreign       []string             // documents of other programs among the pack's own situations, which are not read
	Guidance      *guidance.Library
	Bank          *scenarios.Bank
}

// Builtin loads the library that every Probity carries. An error is a Mistakes; the project's own tests keep it nil. They look for
// mistakes, so that not every start has to.
func Builtin() (*Pack, error) { return builtin(true) }

// builtin loads the library, with its mistakes looked for or not.
func builtin(proven bool) (*Pack, error) {
	situations := tree{scenariolibrary.FS, "scenarios/library/", proven}
	sources := tree{guidancelibrary.FS, "guidance/library/", proven}
	return load(folders{sources: sources, situations: situations, manifest: situations, oneFolder: true}, nil)
}

// Load reads a pack laid out as pack.toml, guidance/ and scenarios/. With a base, it returns the base with the pack merged in.
// The pack may use the base's topics, principles and clauses, and its own ids are prefixed by its id. An error is a Mistakes with
// everything that is wrong.
func Load(fsys fs.FS, base *Pack) (*Pack, error) {
	in, err := laidOut(fsys)
	if err != nil {
		return nil, err
	}
	return load(in, base)
}

// laidOut is where the parts are of a pack of others.
func laidOut(fsys fs.FS) (folders, error) {
	sources, err1 := fs.Sub(fsys, "guidance")
	situations, err2 := fs.Sub(fsys, "scenarios")
	return folders{sources: tree{FS: sources, shown: "guidance/"}, situations: tree{FS: situations, shown: situationsShown}, manifest: tree{FS: fsys}},
		errors.Join(err1, err2)
}

// tree is a folder of a pack.
type tree struct {
	fs.FS
	shown  string // its path as an author is told it
	proven bool   // it is known to have no mistakes
}

// folders are where a pack's parts are.
type folders struct {
	sources, situations, manifest tree
	oneFolder                     bool // the manifest stands among the situations
	unsigned                      bool // no signature is looked at
}

// ManifestName is the file that makes a folder a pack.
const ManifestName = "pack.toml"

// The other files of which there is one.
const (
	topicsName      = "topics.toml"
	principlesName  = "principles.toml"
	differencesName = "differences.toml"
	goneName        = "gone.toml"
	signatureName   = "signature.toml"
)

// load reads every file, then checks what only the whole can show, unless that is proven.
func load(in folders, base *Pack) (*Pack, error) {
	p, err := readParts(in, base)
	if err != nil {
		return nil, err
	}
	if !in.situations.proven {
		p.checkWhole()
	}
	return p.assemble()
}

// readParts reads every file on all cores. The built-in library has no signature.
func readParts(in folders, base *Pack) (*parts, error) {
	found, refused := look(in)
	if len(refused) > 0 {
		return nil, refused
	}
	parts := newParts(base, len(found.sources), len(found.situations))
	parts.odd, parts.unfinished, parts.foreign = found.odd, found.unfinished, found.foreign
	var jobs []func()
	for i, name := range found.situations {
		jobs = append(jobs, func() { parts.situations[i], parts.situationFiles[i] = readSituation(in.situations, name) })
	}
	for i, name := range found.sources {
		jobs = append(jobs, func() { parts.sources[i], parts.sourceFiles[i] = readSource(in.sources, name) })
	}
	jobs = append(jobs, func() { parts.readIndexes(in) })
	if err := inParallel(jobs); err != nil {
		return nil, err
	}
	if !in.oneFolder && !in.unsigned {
		parts.readSignature(in.manifest)
		parts.checkSignature()
	}
	return parts, nil
}

// inParallel runs jobs on as many cores as there are and waits for all of them. A panic in one is its error.
func inParallel(jobs []func()) (err error) {
	queue := make(chan func(), len(jobs))
	for _, job := range slices.Backward(jobs) { // the large files come last
		queue <- job
	}
	close(queue)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					mu.Lock()
					defer mu.Unlock()
					err = fmt.Errorf("reading the pack: %v", r)
				}
			}()
			for job := range queue {
				job()
			}
		})
	}
	wg.Wait()
	return err
}

// parts is a pack's files, read and not yet put together. Lists keep the order of the file names, so that mistakes
// come in the same order every time.
type parts struct {
	base           *Pack // nil for the built-in library itself
	manifest       manifestFile
	assessment     *scenarios.Blueprint
	topics         []scenarios.Topic
	principles     []scenarios.Principle
	gone           []scenarios.Gone
	situations     [][]*scenarios.Situation // those of each file; nil where it could not be read
	sources        []*guidance.Source
	differences    []*guidance.Difference
	odd            Mistakes // files that are not read
	unfinished     int
	foreign        []string
	indexFiles     []*file
	situationFiles []*file
	sourceFiles    []*file
	signature      *signatureFile // nil for none
	signed         *file          // signature.toml; nil for none
	changed        Mistakes       // files that are not as they were signed
}

func newParts(base *Pack, sources, situations int) *parts {
	return &parts{
		base:    base,
		sources: make([]*guidance.Source, sources), sourceFiles: make([]*file, sources),
		situations: make([][]*scenarios.Situation, situations), situationFiles: make([]*file, situations),
	}
}

// assemble makes the pack, unless mistakes were noted.
func (p *parts) assemble() (*Pack, error) {
	mistakes := p.odd
	for _, f := range slices.Concat(p.indexFiles, p.sourceFiles, p.situationFiles) {
		mistakes = append(mistakes, f.mistakes...)
	}
	if unfit := p.unfit(); len(unfit) > 0 {
		return nil, AlteredError{append(unfit, mistakes...)}
	}
	if len(mistakes) > 0 {
		return nil, mistakes
	}
	if p.base != nil {
		return p.merge(), nil
	}
	return p.pack(p.library(), scenarios.NewBank(p.topics, p.principles, slices.Concat(p.situations...), p.gone...)), nil
}

// library is the guidance of the base, if there is one, and of the pack.
func (p *parts) library() *guidance.Library {
	sources := slices.DeleteFunc(slices.Clone(p.sources), func(s *guidance.Source) bool { return s == nil })
	differences := p.differences
	if p.base != nil {
		sources = append(slices.Clone(p.base.Guidance.Sources()), sources...)
		differences = append(slices.Clone(p.base.Guidance.AllDifferences()), differences...)
	}
	slices.SortStableFunc(sources, byStanding)
	return guidance.NewLibrary(sources, differences)
}

func (p *parts) pack(lib *guidance.Library, bank *scenarios.Bank) *Pack {
	m := p.manifest
	return &Pack{
		ID: m.ID, Title: m.Title, Version: m.Version, Authors: m.Authors, Licence: m.Licence, Jurisdictions: m.Jurisdictions,
		Objectives: m.objectives(), Assessment: p.assessment, Bars: m.Bars, Guidance: lib, Bank: bank,
	}
}

// byStanding orders sources as a reader wants them: what is in force, then advice, commentary, and what is superseded.
func byStanding(a, b *guidance.Source) int {
	order := []guidance.Status{guidance.InForce, guidance.Advice, guidance.Commentary, guidance.Superseded}
	return slices.Index(order, a.Status) - slices.Index(order, b.Status)
}

// folder is the topic folder a situation file stands in.
func folder(name string) string { return path.Base(path.Dir(name)) }
