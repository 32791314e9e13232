package command

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"probity/scenarios/pack"
	"probity/tui/prose"
)

// version is the program's; the library has one of its own.
const version = "0.1.0"

// Program is the program's name and version, as documents carry them.
const Program = "Probity " + version

// shortest is how many digits of a commit or a digest are shown.
const shortest = 12

// tellVersion says which program this is, what it was built from, and what it teaches.
func (c *cli) tellVersion(cmd *cobra.Command) error {
	info, _ := debug.ReadBuildInfo()
	fmt.Fprintf(cmd.OutOrStdout(), "probity version %s\nBuild: %s\n", version, build(info))
	library, err := c.sys.base()
	if err != nil {
		return fmt.Errorf("loading the built-in library: %w", err)
	}
	content, err := content(library)
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "Library: %s\n", content)
	return nil
}

// build is what a program was built from, with what, and for what. Go notes the commit where it builds in a clone, and not for go run.
func build(info *debug.BuildInfo) string {
	noted := map[string]string{}
	if info != nil {
		for _, s := range info.Settings {
			noted[s.Key] = s.Value
		}
	}
	from := "from source"
	if commit := noted["vcs.revision"]; commit != "" {
		from = "commit " + commit[:min(shortest, len(commit))]
		if at, err := time.Parse(time.RFC3339, noted["vcs.time"]); err == nil {
			from += " of " + at.UTC().Format("2 January 2006")
		}
		if noted["vcs.modified"] == "true" {
			from += ", changed since"
		}
	}
	return fmt.Sprintf("%s, %s for %s/%s", from, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// content is which library this is, how much there is in it, and when the last of its extracts were compared with their documents. The digest
// is of what is built in, without packs.
func content(library *pack.Pack) (string, error) {
	digest, err := pack.BuiltinDigest()
	if err != nil {
		return "", err
	}
	var checked time.Time
	for _, s := range library.Guidance.Sources() {
		if s.Checked.After(checked) {
			checked = s.Checked
		}
	}
	return fmt.Sprintf("%s, with %s in %d families; guidance checked %s; built-in digest %s", library.Version,
		prose.Count(float64(len(library.Bank.All())), "situation"), len(library.Bank.Families()), checked.Format("2 January 2006"), digest[:shortest]), nil
}
