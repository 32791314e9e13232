// Package theme holds the colours and text styles of the screens, for dark and light terminals, in high contrast, and without colours.
// Meaning never rests on colour: marks, words and weight carry it too.
package theme

import (
	"image/color"
	"slices"

	"charm.land/lipgloss/v2"

	"probity/tui/cells"
)

// Kind is the theme a learner asked for.
type Kind string

// The kinds, as --theme takes them.
const (
	Auto     Kind = "auto"
	Light    Kind = "light"
	Dark     Kind = "dark"
	Contrast Kind = "contrast" // high contrast, on a light ground or a dark one
	Mono     Kind = "mono"
)

// Kinds lists the themes in the order they are offered.
func Kinds() []Kind { return []Kind{Auto, Light, Dark, Contrast, Mono} }

// Known reports whether k is one of Kinds.
func (k Kind) Known() bool { return slices.Contains(Kinds(), k) }

// Asks reports whether the look depends on the ground that the terminal has.
func (k Kind) Asks() bool { return k != Light && k != Dark }

// Palette is the few colours everything is drawn in; nil is the terminal's own.
type Palette struct {
	Accent, Faint, Right, Wrong, Warn, Rule color.Color
}

// Theme is the styles of one look. Make a new one for another look; a Theme does not change.
type Theme struct {
	Name    string // part of a cache's key: dark, light, contrast-dark, contrast-light or mono
	Dark    bool   // what the ground is, as far as it is known
	Palette Palette
	Signs   cells.Signs // what the terminal can draw: who draws a picture may draw it of something else

	Brand, Title, Heading, Text, Over, Strong, Faint, Accent lipgloss.Style // Over is text above what is fainter
	Right, Wrong, Warn, Rule, Cursor, Letter                 lipgloss.Style
}

// New is the theme of a kind; dark says what the terminal's background is, for those that ask.
func New(kind Kind, dark bool) *Theme {
	if !kind.Asks() {
		dark = kind == Dark
	}
	switch {
	case kind == Mono:
		return build("mono", dark, Palette{})
	case kind == Contrast && dark:
		return build("contrast-dark", dark, contrastOnDark())
	case kind == Contrast:
		return build("contrast-light", dark, contrastOnLight())
	case dark:
		return build("dark", dark, onDark())
	}
	return build("light", dark, onLight())
}

// High reports whether it is one of high contrast.
func (t *Theme) High() bool { return t.Name == "contrast-dark" || t.Name == "contrast-light" }

// The palettes. Text has a contrast of at least 4.5 to 1 with the grounds that terminals come with, which WCAG 2 asks for (1.4.3), and in high
// contrast 7 to 1 (1.4.6), as they are and as the nearest of 256; rules carry none.

func onLight() Palette {
	return Palette{
		Accent: lipgloss.Color("#00616E"), Faint: lipgloss.Color("#5A6472"), Right: lipgloss.Color("#1A6640"),
		Wrong: lipgloss.Color("#932F00"), Warn: lipgloss.Color("#7A4B00"), Rule: lipgloss.Color("#B4BCC8"),
	}
}

func onDark() Palette {
	return Palette{
		Accent: lipgloss.Color("#7CC7D0"), Faint: lipgloss.Color("#98A2B0"), Right: lipgloss.Color("#8CCF9B"),
		Wrong: lipgloss.Color("#F2A774"), Warn: lipgloss.Color("#E6C36A"), Rule: lipgloss.Color("#4A5462"),
	}
}

// In high contrast nothing is fainter than text, nor are rules. Of the 256 colours no green is dark enough on light grey: there what is right is
// blue, which nobody takes for red.

func contrastOnLight() Palette {
	return Palette{Accent: lipgloss.Color("#002F5F"), Right: lipgloss.Color("#002F5F"), Wrong: lipgloss.Color("#7A1F00"), Warn: lipgloss.Color("#5A2E00")}
}

func contrastOnDark() Palette {
	return Palette{Accent: lipgloss.Color("#8FEFFA"), Right: lipgloss.Color("#9BF2AE"), Wrong: lipgloss.Color("#FFC499"), Warn: lipgloss.Color("#FFE27A")}
}

// build makes the styles. Keys are bold, so that they stand out where there are no colours. Where nothing can be fainter than text, so are headings
// and what has fainter text below it.
func build(name string, dark bool, p Palette) *Theme {
	base := lipgloss.NewStyle()
	ink := func(c color.Color) lipgloss.Style {
		if c == nil {
			return base
		}
		return base.Foreground(c)
	}
	loud := p.Faint == nil
	return &Theme{
		Name: name, Dark: dark, Palette: p,
		Brand: ink(p.Accent).Bold(true), Title: base.Bold(true), Heading: ink(p.Accent).Bold(loud), Text: base, Over: base.Bold(loud), Strong: base.Bold(true),
		Faint: ink(p.Faint), Accent: ink(p.Accent), Right: ink(p.Right).Bold(true), Wrong: ink(p.Wrong).Bold(true), Warn: ink(p.Warn).Bold(true),
		Rule: ink(p.Rule), Cursor: ink(p.Accent).Bold(true), Letter: ink(p.Accent).Bold(true),
	}
}
