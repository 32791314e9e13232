package tutor

import "testing"

// TestTheCommandThatTakesInNamesTheRecord, where it is not the usual one, and is a line that a shell takes as it is.
func TestTheCommandThatTakesInNamesTheRecord(t *testing.T) {
	for _, c := range []struct{ named, path, want string }{
		{"", "/home/siobhan/probity-not-saved-1.toml", "probity data import --mine /home/siobhan/probity-not-saved-1.toml"},
		{"d", "/tmp/x.toml", "probity data import --mine --data d /tmp/x.toml"},
		{"", "/tmp/$5 `a`/x.toml", "probity data import --mine '/tmp/$5 `a`/x.toml'"},
		{"my folder", `C:\Users\Jane Doe\x.toml`, `probity data import --mine --data "my folder" "C:\Users\Jane Doe\x.toml"`},
	} {
		if got := (&Tutor{named: c.named}).importing(c.path); got != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
}
