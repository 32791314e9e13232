package texttest

import "slices"

// Shape is what harmless words give.
type Shape map[string]bool

// Learn adds what a way out gives for harmless words.
func (s Shape) Learn(form Form, out []byte) {
	parts, _ := form(out)
	for _, part := range parts {
		s[part] = true
	}
}

// Judge says what is wrong with what goes out: what is wrong with it whatever it holds, and each part that text from outside has made.
func (s Shape) Judge(form Form, out []byte) []string {
	parts, faults := form(out)
	for _, part := range slices.Compact(slices.Sorted(slices.Values(parts))) {
		if !s[part] {
			faults = append(faults, "text from outside made "+part)
		}
	}
	return faults
}
