package markdown

import (
	"strings"

	"charm.land/glamour/v2"

	"probity/guidance/text"
	"probity/tui/cells"
	"probity/tui/parts/theme"
	"probity/tui/prose"
)

// Drawing in blocks: Glamour's time grows with a power of a text's length and of how deep its quotations are. So each block
// is drawn by itself, and a quotation's mark is put in front of its lines here.

const (
	styledBlocks = 2000 // of one text, twice what the whole library has; the rest comes as plain words
	styledBytes  = 128 << 10
	mostQuoted   = 6 // quotations inside one another that have a mark of their own
	narrowest    = 8 // cells beside the marks
	quoteMark    = "│ "
)

// drawing is the rendering of one text.
type drawing struct {
	theme      *theme.Theme
	blocksLeft int // blocks and bytes that may still be styled
	bytesLeft  int
	renderers  map[in]*glamour.TermRenderer
}

// in is where a block stands: the cells that it has, and in how many quotations.
type in struct{ width, quoted int }

func draw(md prose.Markdown, width int, th *theme.Theme) string {
	d := &drawing{th, styledBlocks, styledBytes, map[in]*glamour.TermRenderer{}}
	return d.blocks(md.String(), width, 0)
}

// blocks draws a text that stands in so many quotations.
func (d *drawing) blocks(markdown string, width, quoted int) string {
	var out strings.Builder
	gap := ""
	for _, b := range blocksOf(markdown) {
		drawn := d.block(b, width, quoted)
		if drawn == "" {
			continue
		}
		out.WriteString(gap + drawn)
		gap = "\n\n"
		if strings.HasPrefix(b, "#") && !strings.Contains(b, "\n") { // a heading stands above what it heads
			gap = "\n"
		}
	}
	return out.String()
}

func (d *drawing) block(b string, width, quoted int) string {
	if quotation().MatchString(b) && quoted < mostQuoted && width >= narrowest {
		inner := d.blocks(quotation().ReplaceAllString(b, ""), width-2, quoted+1)
		if inner == "" {
			return ""
		}
		return quoteMark + strings.ReplaceAll(inner, "\n", "\n"+quoteMark)
	}
	if items := itemsOf(b); len(items) > 0 && width >= narrowest {
		return d.list(items, width, quoted)
	}
	if above, list := aboveList(b); above != "" && list != "" && !strings.Contains(above, "```") && !strings.Contains(above, "~~~") {
		return d.block(above, width, quoted) + "\n" + d.block(list, width, quoted)
	}
	d.blocksLeft, d.bytesLeft = d.blocksLeft-1, d.bytesLeft-len(b)
	if _, excess := text.Excess(b); excess == "" && d.blocksLeft >= 0 && d.bytesLeft >= 0 {
		if out, err := d.styled(b, width, quoted); err == nil {
			return out
		}
	}
	return cells.Wrap(prose.FromMarkdown(b).Plain(), width)
}

func (d *drawing) styled(b string, width, quoted int) (string, error) {
	if d.renderers[in{width, quoted}] == nil {
		style := styles(d.theme.Palette)
		if quoted > 0 {
			style.Text = style.BlockQuote.StylePrimitive
		}
		r, err := glamour.NewTermRenderer(glamour.WithStyles(style), glamour.WithWordWrap(width))
		if err != nil {
			return "", err
		}
		d.renderers[in{width, quoted}] = r
	}
	if d.theme.Palette == (theme.Palette{}) && aside().MatchString(b) {
		b = strings.Trim(b, "*\n")
	}
	out, err := d.renderers[in{width, quoted}].Render(b)
	return cells.Narrow(tidy(onlyStyling(out)), width), err
}

var (
	// A paragraph that is emphasised as a whole, such as a citation, stands aside: without colours, where emphasis is bold, it would be loudest.
	aside     = text.Expression(`^\n*\*[^*\n]+\*\n*$`)
	quotation = text.Expression(`(?m)^> ?`)
	fence     = text.Expression("^ {0,3}(```+|~~~+)")
	// What may belong to the list, the definition or the code above, even after a blank line.
	goesOn = text.Expression(`^(?:[ \t]|[-+*:](?:\s|$)|\d{1,9}[.)](?:\s|$))`)
)

// blocksOf parts Markdown where one block ends and another begins for certain: before a quotation, and at a blank line
// unless code is open or what follows may belong to what stands above.
func blocksOf(markdown string) []string {
	var out []string
	begin, at, code, blank, quoting := 0, 0, "", false, false
	end := func() {
		if b := strings.Trim(markdown[begin:at], "\n"); strings.TrimSpace(b) != "" {
			out = append(out, b)
		}
		begin = at
	}
	for line := range strings.Lines(markdown) {
		quotes := quotation().MatchString(line)
		if code == "" && (quotes && !quoting || blank && (quoting || !goesOn().MatchString(line))) {
			end()
			quoting = quotes
		}
		if m := fence().FindStringSubmatch(line); m != nil && !quoting {
			switch {
			case code == "":
				code = m[1]
			case strings.HasPrefix(m[1], code):
				code = ""
			}
		}
		blank = strings.TrimSpace(line) == ""
		at += len(line)
	}
	end()
	return out
}
