package command

import (
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// housed is the command line of somebody with a home folder and what else is in the environment.
func housed(environment map[string]string) *cli {
	return &cli{sys: System{Getenv: func(name string) string { return environment[name] }}}
}

// TestTheHomeFolderStandsForATilde, and another user's home is refused rather than made here as a folder of that name.
func TestTheHomeFolderStandsForATilde(t *testing.T) {
	home := map[string]string{"HOME": "/home/ann", "USERPROFILE": "/home/ann"}
	for _, c := range []struct {
		path, want  string
		environment map[string]string
		refused     bool
	}{
		{"~", "/home/ann", home, false},
		{"~/record", "/home/ann/record", home, false},
		{"~/a/../b", "/home/ann/b", home, false},
		{"record", "record", home, false},
		{"a/~/b", "a/~/b", home, false},
		{"", "", home, false},
		{"/whole/~", "/whole/~", home, false},
		{"~bob/record", "~bob/record", home, true},
		{"~~", "~~", home, true},
		{"~/record", "~/record", nil, true},
		{"record", "record", nil, false},
	} {
		got, err := housed(c.environment).expanded("--data", c.path)
		if filepath.ToSlash(got) != c.want || (err != nil) != c.refused {
			t.Errorf("%q is %q, %v", c.path, got, err)
		}
	}
}

// TestPathsAreExpandedWhereverTheyAreGiven: in flags, once or several times, as arguments, and in the environment. Words are not.
func TestPathsAreExpandedWhereverTheyAreGiven(t *testing.T) {
	c := housed(map[string]string{"HOME": "/home/ann", "USERPROFILE": "/home/ann", dataVariable: "~/record"})
	var out, name string
	var packs []string
	cmd := &cobra.Command{}
	cmd.Flags().StringVar(&out, "output", "", "")
	cmd.Flags().StringVar(&name, "name", "", "")
	cmd.Flags().StringArrayVar(&packs, "pack", nil, "")
	if err := cmd.ParseFlags([]string{"--output=~/page.html", "--name=~ann", "--pack=~/one", "--pack=two"}); err != nil {
		t.Fatal(err)
	}
	args := []string{"~/list.txt", "~ten", "~"}
	if err := c.expandPaths(cmd, args); err != nil {
		t.Fatal(err)
	}
	got := append([]string{out, name, c.folder}, append(packs, args...)...)
	for i := range got {
		got[i] = filepath.ToSlash(got[i])
	}
	want := []string{"/home/ann/page.html", "~ann", "/home/ann/record", "/home/ann/one", "two", "/home/ann/list.txt", "~ten", "/home/ann"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("paths (-want +are):\n%s", diff)
	}
}

// TestAFlagThatNamesAFileIsAPath, whose ~ is the home folder: by what help says of it. Of three it says what else a file has to do with them.
func TestAFlagThatNamesAFileIsAPath(t *testing.T) {
	every(allCommands(), func(cmd *cobra.Command) {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			names := regexp.MustCompile(`\b(file|folder)\b`).MatchString(f.Usage) && !slices.Contains([]string{"source", "id", "title"}, f.Name)
			if f.Value.Type() != "bool" && names && !isPath(f.Name) {
				t.Errorf("%s --%s: %s", cmd.CommandPath(), f.Name, f.Usage)
			}
		})
	})
}

// TestTheFlagGoesBeforeTheVariable: the variable is not even looked at, be it one that makes no sense.
func TestTheFlagGoesBeforeTheVariable(t *testing.T) {
	c := housed(map[string]string{dataVariable: "~bob"})
	c.folder = "mine"
	if err := c.expandPaths(&cobra.Command{}, nil); err != nil || c.folder != "mine" {
		t.Errorf("the folder is %q, %v", c.folder, err)
	}
	c.folder = ""
	if err := c.expandPaths(&cobra.Command{}, nil); err == nil {
		t.Error("another user's home is taken from the variable")
	}
}
