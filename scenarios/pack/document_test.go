package pack

import (
	"strings"
	"testing"
)

// TestADocumentIsReadAsPacksAre: what is wrong with a file that belongs to no pack comes with its line.
func TestADocumentIsReadAsPacksAre(t *testing.T) {
	const text = "\uFEFFtitle = \"Monday\"\r\n[[item]]\r\nid = \"a\"\r\nminutes = 5\r\n[[item]]\r\nid = \"b\"\r\nminutes = 6\r\n"
	for _, c := range []struct{ name, find, put, want string }{
		{"nothing", "", "", ""},
		{"a field too many", "minutes = 6", "minutes = 6\nroom = 3", "plan.toml:8: item.room: is not a field that Probity knows"},
		{"a field twice, in capitals", "minutes = 6", "minutes = 6\nMinutes = 7", "plan.toml:8: item.Minutes: is there in another spelling too, as “item.minutes”: keep one of the two"},
		{"a field twice, at the head", "title", "Title = \"Monday\"\ntitle", "plan.toml:2: title: is there in another spelling too, as “Title”"},
		{"a field twice, with a long s", "minutes = 6", "minutes = 6\n\"minuteſ\" = 7", "plan.toml: item.\"minuteſ\": is there in another spelling too, as “item.minutes”"},
		{"a value of the wrong kind, in the last", "minutes = 6", "minutes = \"6\"", "plan.toml:7: item.minutes: has a value of the wrong kind"},
		{"and in the first", "minutes = 5", "minutes = \"5\"", "plan.toml:4: item.minutes: has a value of the wrong kind"},
		{"too deep", "minutes = 6", "minutes = [[[[[[[[[[", "plan.toml:7: brackets are nested too deeply"},
		{"what the reader of it notes", "Monday", "Tuesday", "plan.toml:1: title: is not a Monday: wait"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var v struct {
				Title string
				Item  []struct {
					ID      string
					Minutes int
				}
			}
			d, ok := ReadDocument("plan.toml", []byte(strings.Replace(text, c.find, c.put, 1)), &v)
			if ok && v.Title != "Monday" {
				d.Note(Place{Key: "title"}, "", "title", "is not a Monday", "wait")
			}
			switch err := d.Err(); {
			case c.want == "" && (err != nil || len(v.Item) != 2):
				t.Errorf("%d items, error %v", len(v.Item), err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("error %v, want one that says %q", err, c.want)
			}
		})
	}
}
