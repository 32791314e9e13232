package command

import (
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"probity/progress/folder"
)

// dataVariable is the environment variable that names the data folder.
const dataVariable = "PROBITY_DATA"

// fileFlags are the flags whose values are files.
func fileFlags() []string { return []string{"output", "plan", "names", "key", "records"} }

// folderFlags are those whose values are folders.
func folderFlags() []string { return []string{"data", "pack", "folder", "library"} }

// isPath reports whether the value of a flag is a file or a folder.
func isPath(flag string) bool {
	return slices.Contains(fileFlags(), flag) || slices.Contains(folderFlags(), flag)
}

// expandPaths puts the home folder in the place of ~ in every path that was given: flags, arguments, PROBITY_DATA. A shell leaves the ~ in --data=~/x
// as it is, and so does whatever starts programs without a shell.
func (c *cli) expandPaths(cmd *cobra.Command, args []string) (err error) {
	if c.sys.Host != nil { // where no path leads anywhere
		return nil
	}
	expand := func(what, path string) string {
		whole, wrong := c.expanded(what, path)
		if err == nil {
			err = wrong
		}
		return whole
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if !isPath(f.Name) {
			return
		}
		if list, many := f.Value.(pflag.SliceValue); many {
			paths := list.GetSlice()
			for i := range paths {
				paths[i] = expand("--"+f.Name, paths[i])
			}
			_ = list.Replace(paths) // a list of strings takes strings
			return
		}
		_ = f.Value.Set(expand("--"+f.Name, f.Value.String()))
	})
	for i, arg := range args {
		if arg == "~" || isBelow(arg) {
			args[i] = expand("", arg)
		}
	}
	if c.folder == "" {
		c.folder = expand(dataVariable, c.sys.Getenv(dataVariable))
	}
	return err
}

// expanded is a path with the home folder in the place of ~. What is another user's home to a shell is refused: it would become
// a folder of that name here.
func (c *cli) expanded(what, path string) (string, error) {
	switch {
	case !strings.HasPrefix(path, "~"):
		return path, nil
	case path != "~" && !isBelow(path):
		return path, misused("%s %q: only ~ alone and what is below it stand for a home folder, yours; write the whole path", what, path)
	}
	home := c.sys.Getenv(homeVariable())
	if home == "" {
		return path, misused("%s %q: it is not known which your home folder is; write the whole path", what, path)
	}
	return filepath.Join(home, path[1:]), nil
}

// isBelow reports whether a path is one below ~.
func isBelow(path string) bool {
	return strings.HasPrefix(path, "~/") || runtime.GOOS == "windows" && strings.HasPrefix(path, `~\`)
}

// dir is the data folder as a whole path, so that it means the same wherever it is read.
func (c *cli) dir() string {
	dir := folder.Dir(c.folder, c.sys.Getenv)
	if whole, err := filepath.Abs(dir); err == nil {
		return whole
	}
	return dir
}

// homeVariable is the variable that has the home folder.
func homeVariable() string {
	if runtime.GOOS == "windows" {
		return "USERPROFILE"
	}
	return "HOME"
}
