// Placing: files that the learner takes away, and what stands in the way.
package tutor

import (
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"probity/tui/prose"
)

// files is a folder's files with what is in them.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, _ := os.ReadFile(filepath.Join(dir, e.Name()))
		all[e.Name()] = string(text)
	}
	return all
}

// breaking fills a file with a part of what was meant, and fails.
func breaking(w io.Writer) error {
	_, err := w.Write([]byte("half of i"))
	return errors.Join(err, errors.New("the disk is full"))
}

func TestPlace(t *testing.T) {
	for name, c := range map[string]struct {
		path  string // "" for a name of its own
		force bool
		fill  func(io.Writer) error
		says  string // of the error; "" for none
		file  string // that is new
	}{
		"a new file":                            {"new.txt", false, Holding([]byte("new")), "", "new.txt"},
		"a new file by force":                   {"new.txt", true, Holding([]byte("new")), "", "new.txt"},
		"a name of its own":                     {"", false, Holding([]byte("new")), "", "name-3.txt"},
		"a name of its own by force":            {"", true, Holding([]byte("new")), "", "name-3.txt"},
		"there already":                         {"name.txt", false, Holding([]byte("new")), "writing name.txt: there is a file of that name already", ""},
		"there already, by force":               {"name.txt", true, Holding([]byte("new")), "", "name.txt"},
		"after one that was cut short":          {"cut.txt", true, Holding([]byte("new")), "", "cut.txt"},
		"a folder":                              {"folder", false, Holding([]byte("new")), "folder is a folder; name a file in it", ""},
		"a folder, by force":                    {"folder", true, Holding([]byte("new")), "folder is a folder; name a file in it", ""},
		"in no folder":                          {"nowhere/new.txt", false, Holding([]byte("new")), "writing the file: there is no folder nowhere", ""},
		"in no folder, by force":                {"nowhere/new.txt", true, Holding([]byte("new")), "writing the file: there is no folder nowhere", ""},
		"breaking off":                          {"new.txt", false, breaking, "writing the file: the disk is full", ""},
		"under a file":                          {"name.txt/new.txt", false, Holding([]byte("new")), "writing the file: ", ""},
		"breaking off by force":                 {"name.txt", true, breaking, "writing the file: the disk is full", ""},
		"breaking off, under a name of its own": {"", false, breaking, "writing the file: the disk is full", ""},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			t.Chdir(dir)
			for name, text := range map[string]string{"name.txt": "first", "name-2.txt": "second", "cut.txt.part": "cut sh"} {
				if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Mkdir("folder", 0o755); err != nil {
				t.Fatal(err)
			}
			want := files(t, dir)
			path, err := (Door{}).Place(c.path, "name.txt", c.force, c.fill)
			if c.says == "" {
				want[c.file] = "new"
				if info, _ := os.Stat(c.file); err != nil || path != c.file || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
					t.Errorf("%q, %v, %v", path, info, err)
				}
			} else if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("the error is %v", err)
			}
			if got := files(t, dir); !maps.Equal(got, want) {
				t.Errorf("there are %v, want %v", got, want)
			}
		})
	}
}

func TestPlaceInAFolderThatCannotBeWrittenTo(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("root may write anywhere, and on Windows a folder has no such mode")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for _, path := range []string{"", "new.txt"} {
		for _, force := range []bool{false, true} {
			if _, err := (Door{}).Place(path, "name.txt", force, Holding(nil)); !errors.Is(err, os.ErrPermission) {
				t.Errorf("%q, by force %v: %v", path, force, err)
			}
		}
	}
}

func TestAFileThatIsThereIsSaidInWords(t *testing.T) {
	want := "There is a file a.pdf already. Choose another name, or replace it with --force."
	if got := (&ExistsError{"a.pdf"}).Message(); got != want {
		t.Errorf("%q", got)
	}
}

// TestAFileThatCannotBeWrittenIsSaidInASentence: which, where, why, and what to do next.
func TestAFileThatCannotBeWrittenIsSaidInASentence(t *testing.T) {
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	srv, err := filepath.Abs(filepath.FromSlash("/srv")) // of the drive one is on, on Windows
	if err != nil {
		t.Fatal(err)
	}
	for want, fault := range map[string]NotWrittenError{
		"The file a.pdf could not be written in " + here + ": you may not write there. Start Probity in a folder of your own, and try again.":              {"a.pdf", false, syscall.EACCES},
		"The file a.pdf could not be written in " + srv + ": you may not write there. Name a file in a folder of your own.":                                {"/srv/a.pdf", true, syscall.EPERM},
		"The file a.pdf could not be written in " + srv + ": that disk can be read and not written to. Name a file in a folder of your own.":               {"/srv/a.pdf", true, syscall.EROFS},
		"The file a.pdf could not be written in " + srv + ": the disk is full. Free some space, and try again.":                                            {"/srv/a.pdf", true, syscall.ENOSPC},
		"The file a.pdf in " + srv + " could not be replaced: another program may have it open, or it is protected. Close it there, or name another file.": {"/srv/a.pdf", true, &heldError{"/srv/a.pdf", syscall.EACCES}},
		"Writing the file: /srv/a.pdf could not be used (input/output error).":                                                                             {"/srv/a.pdf", true, &os.PathError{Op: "open", Path: "/srv/a.pdf", Err: syscall.EIO}},
	} {
		if got := prose.Sentence(&fault); got != want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
}
