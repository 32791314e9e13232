// How rows come on pages, and words on lines.

package paper

import (
	"math"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"pgregory.net/rapid"
)

// drawn lists, page by page, the rows that were drawn, by a number each row leaves.
func drawn(pages [][]row) (out [][]int) {
	for _, page := range pages {
		var numbers []int
		for _, r := range page {
			if r.draw != nil {
				numbers = append(numbers, int(math.Round(r.height*1000))%1000)
			}
		}
		out = append(out, numbers)
	}
	return out
}

// numbered is a row of about a height, whose number can be read from it.
func numbered(n int, height float64, g glue) row {
	return row{height: height + float64(n)/1000, draw: func(float64) {}, glue: g}
}

func TestPagesBreakWhereTheyMay(t *testing.T) {
	for name, c := range map[string]struct {
		rows []row
		want string
	}{
		"nothing":  {nil, "[]"},
		"all fits": {[]row{numbered(1, 50, loose), numbered(2, 40, loose)}, "[1 2]"},
		"a row too many": {[]row{numbered(1, 50, loose), numbered(2, 40, loose), numbered(3, 20, loose)},
			"[1 2][3]"},
		"a heading goes with its text": {[]row{numbered(1, 80, loose), numbered(2, 10, firm), numbered(3, 20, loose)},
			"[1][2 3]"},
		"a group goes whole": {[]row{numbered(1, 50, loose), numbered(2, 30, group), numbered(3, 30, group),
			numbered(4, 30, loose)}, "[1][2 3 4]"},
		"a group longer than a page breaks": {[]row{numbered(1, 60, group), numbered(2, 10, firm), numbered(3, 60, loose)},
			"[1][2 3]"},
		"a group longer than a page begins one, and fills it": {[]row{numbered(1, 10, loose), numbered(2, 60, group), numbered(3, 30, group),
			numbered(4, 20, loose), numbered(5, 60, loose)}, "[1][2 3][4 5]"},
		"what can't hold is parted":      {[]row{numbered(1, 60, firm), numbered(2, 60, loose)}, "[1][2]"},
		"space at the end makes no page": {[]row{numbered(1, 99, loose), space(10)}, "[1]"},
		"a page begun by order":          {[]row{numbered(1, 10, loose), {turns: true}, numbered(2, 10, loose)}, "[1][2]"},
		"no empty page by order":         {[]row{{turns: true}, numbered(1, 10, loose)}, "[1]"},
		"heads are said again": {[]row{numbered(1, 95, loose), {height: 20.002, draw: func(float64) {},
			again: []row{numbered(9, 5, loose)}}},
			"[1][9 2]"},
	} {
		got := ""
		for _, page := range drawn(paginate(c.rows, 100)) {
			var numbers []string
			for _, n := range page {
				numbers = append(numbers, string(rune('0'+n)))
			}
			got += "[" + strings.Join(numbers, " ") + "]"
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// Whatever the rows: all are drawn, once and in order, and no page is fuller than it can be unless by one tall row.
func TestNoRowIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(t, "n")
		var rows []row
		for i := range n {
			rows = append(rows, row{height: float64(rapid.IntRange(1, 60).Draw(t, "height")) + float64(i)/1000, draw: func(float64) {},
				glue: glue(rapid.IntRange(0, 2).Draw(t, "glue"))})
		}
		next := 0
		pages := paginate(rows, 100)
		for i, page := range drawn(pages) {
			height := 0.0
			for j, number := range page {
				if number != next {
					t.Fatalf("row %d follows %d", number, next-1)
				}
				next++
				height += pages[i][j].height
			}
			if height > 100 && len(page) > 1 {
				t.Fatalf("page %d is %v high", i, height)
			}
		}
		if next != n {
			t.Fatalf("%d of %d rows", next, n)
		}
	})
}

func testSheet(t testing.TB) *sheet {
	t.Helper()
	letters, err := newLetters(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{Fpdf: fpdf.New("P", "mm", "A4", ""), letters: letters}
	if err := s.faces(); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLinesFitAndLoseNothing(t *testing.T) {
	s := testSheet(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aWi .Ánễ\n-"))).Draw(t, "text")
		limit := rapid.Float64Range(8, 150).Draw(t, "limit")
		lines := s.lines(text, plain, limit)
		for _, l := range lines {
			if s.wide(l, plain) > limit+slack {
				t.Fatalf("%q is wider than %v", l, limit)
			}
		}
		strip := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := strip(strings.Join(lines, "")); got != strip(text) {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

// A reflection of 8,000 characters, with no blank in it or with many, goes on over pages.
func TestLongTextsRunOn(t *testing.T) {
	for name, text := range map[string]string{
		"words": strings.Repeat("réflexion ", 800), "one word": strings.Repeat("W", 8000), "lines": strings.Repeat("a\n", 4000),
	} {
		d := Document{Blocks: []Block{Together{Heading{1, "Reflection"}, Quote{text}},
			Table{Head: []string{"A", "B"}, Rows: [][]string{{"cell", text}}}, Facts{{"Label", text}}, List{Items: []string{text}}}}
		pages := pages(t, printed(t, d))
		if len(pages) < 4 || len(pages) > 400 {
			t.Errorf("%s: %d pages", name, len(pages))
		}
		all := strings.Join(strings.Fields(strings.Join(pages, "")), "")
		for _, letter := range []string{"W", "é", "a\n"} {
			letter = strings.TrimSpace(letter)
			if want := 4 * strings.Count(text, letter); strings.Count(all, letter) < want {
				t.Errorf("%s: %d of %d %q", name, strings.Count(all, letter), want, letter)
			}
		}
	}
}

// TestALineIsShortenedToWhatFits: with one letter more it would not.
func TestALineIsShortenedToWhatFits(t *testing.T) {
	s, line := testSheet(t), "Certificate: Siobhán Ní Dhomhnaill, iiiiiiiiii and WWWWWWWWWW"
	whole := s.wide(line, fine)
	for limit := 0.5; limit < whole+1; limit += 0.7 {
		got := s.fit(line, fine, limit)
		begun, cut := strings.CutSuffix(got, "…")
		more := strings.TrimPrefix(line, begun)
		switch {
		case !cut && (got != line || whole > limit):
			t.Errorf("%q has room in %v", got, limit)
		case cut && (more == line) != (begun == "") || cut && begun != "" && s.wide(got, fine) > limit:
			t.Errorf("%q is shortened to %q for %v", line, got, limit)
		case cut && s.wide(begun+string([]rune(more)[:min(2, len([]rune(more)))])+"…", fine) <= limit: // a blank at the end is left out
			t.Errorf("%q is shortened to %q, though more has room in %v", line, got, limit)
		}
	}
}
