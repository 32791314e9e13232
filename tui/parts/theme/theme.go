// Package theme holds the colours and text styles of the screens, for dark and light terminals and for none. Meaning
// never rests on colour: marks and words carry it too.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Kind is the theme a learner asked for.
type Kind string

// The kinds, as --theme takes them.
const (
	Auto  Kind = "auto"
	Light Kind = "light"
	Dark  Kind = "dark"
	Mono  Kind = "mono"
)

// Kinds lists the themes in the order they are offered.
func Kinds() []Kind { return []Kind{Auto, Light, Dark, Mono} }

// Known reports whether k is one of Kinds.
func (k Kind) Known() bool { return k == Auto || k == Light || k == Dark || k == Mono }

// Palette is the few colours everything is drawn in; nil is the terminal's own.
type Palette struct {
	Accent, Faint, Right, Wrong, Warn, Rule color.Color
}

// Theme is the styles of one look. Make a new one for another look; a Theme does not change.
type Theme struct {
	Name    string // dark, light or mono: part of a cache's key
	Palette Palette

	Brand, Title, Text, Strong, Faint, Accent lipgloss.Style
	Right, Wrong, Warn, Rule, Cursor, Letter  lipgloss.Style
}

// New is the theme of a kind; dark says what the terminal's background is, for Auto.
func New(kind Kind, dark bool) *Theme {
	switch {
	case kind == Mono:
		return build("mono", Palette{})
	case kind == Light || kind == Auto && !dark:
		return build("light", Palette{
			Accent: lipgloss.Color("#00616E"), Faint: lipgloss.Color("#5A6472"), Right: lipgloss.Color("#1A6640"),
			Wrong: lipgloss.Color("#9C3A00"), Warn: lipgloss.Color("#7A4B00"), Rule: lipgloss.Color("#B4BCC8"),
		})
	}
	return build("dark", Palette{
		Accent: lipgloss.Color("#7CC7D0"), Faint: lipgloss.Color("#98A2B0"), Right: lipgloss.Color("#8CCF9B"),
		Wrong: lipgloss.Color("#F2A774"), Warn: lipgloss.Color("#E6C36A"), Rule: lipgloss.Color("#4A5462"),
	})
}

func build(name string, p Palette) *Theme {
	base := lipgloss.NewStyle()
	ink := func(c color.Color) lipgloss.Style {
		if c == nil {
			return base
		}
		return base.Foreground(c)
	}
	t := &Theme{
		Name: name, Palette: p,
		Brand: ink(p.Accent).Bold(true), Title: base.Bold(true), Text: base, Strong: base.Bold(true), Faint: ink(p.Faint),
		Accent: ink(p.Accent), Right: ink(p.Right).Bold(true), Wrong: ink(p.Wrong).Bold(true), Warn: ink(p.Warn).Bold(true),
		Rule: ink(p.Rule), Cursor: ink(p.Accent).Bold(true), Letter: ink(p.Accent),
	}
	return t
}
