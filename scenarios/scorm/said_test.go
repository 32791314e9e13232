package scorm

import (
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// narrowed is the course of so many families with so many variants each.
func narrowed(p *pack.Pack, families, variants int, r guidance.Reader) Course {
	c := everything(p, r, 1)
	c.Situations = nil
	for _, f := range p.Bank.Families() {
		if all := f.For(r.Jurisdiction); len(all) >= variants && families > 0 && all[0].Format.Scored() && !slices.ContainsFunc(all[:variants], func(s *scenarios.Situation) bool { return !s.Traced() }) {
			families--
			c.Situations = append(c.Situations, all[:variants]...)
		}
	}
	return c
}

// TestWhatAFileHoldsIsSaid in situations and variants, and what it leaves out.
func TestWhatAFileHoldsIsSaid(t *testing.T) {
	library := packs(t)[0]
	anybody := guidance.AnyRole.In(guidance.UK)
	mixed := narrowed(library, 3, 2, anybody)
	mixed.Situations = mixed.Situations[:5]
	for _, c := range []struct {
		make func(Course) (*Package, error)
		of   Course
		says string
	}{
		{Practice, narrowed(library, 1, 1, anybody), "1 situation, 1 variant."},
		{Practice, narrowed(library, 1, 2, anybody), "1 situation, 2 variants: an attempt asks it once, and again with one fact changed."},
		{Practice, mixed, "3 situations, 5 variants: an attempt asks each situation once, and those with several variants again with one fact changed."},
		{Practice, narrowed(library, 2, 4, anybody), "2 situations, 8 variants: an attempt asks each situation once, and again with one fact changed, " +
			"4 of the variants. The others are in"},
	} {
		p := made(t, c.make, c.of)
		manifest := string(files(t, p)[manifestName])
		if got := p.Holds(); !strings.HasPrefix(got, c.says) || !strings.Contains(manifest, c.says) {
			t.Errorf("it says %q, want %q, and the manifest\n%s", got, c.says, manifest)
		}
	}
	paper := made(t, Assessment, everything(library, guidance.Doctor.In(guidance.UK), 1))
	if got := paper.Holds(); !strings.HasPrefix(got, "4 papers of 24 situations, each in one variant;") {
		t.Errorf("an assessment says %q", got)
	}
	students := made(t, Practice, everything(library, guidance.Student.In(guidance.UK), 1))
	if said := strings.Join(students.Notes, " "); !strings.Contains(said, "not offered in the United Kingdom") || !strings.Contains(said, "--role student") {
		t.Errorf("of what is left out it says %q", said)
	}
}

// TestWhoMakesAFileIsToldWhatCitesNoGuidance.
func TestWhoMakesAFileIsToldWhatCitesNoGuidance(t *testing.T) {
	p := scenariostest.Families(t)
	s := p.Bank.All()[0]
	s.Options[0].Cites, s.Options[0].Stated = nil, []string{scenarios.Uncited}
	if said := made(t, Practice, everything(p, guidance.Doctor.In(guidance.UK), 1)).Notes; !strings.Contains(strings.Join(said, " "), "what 1 situation says") {
		t.Errorf("it says %q", said)
	}
}

// TestAnAssessmentThatIsTooSmallIsRefused, since no score is told of so few answers and so nobody could pass; and of topics only those count that
// are to be given out.
func TestAnAssessmentThatIsTooSmallIsRefused(t *testing.T) {
	library := packs(t)[0]
	all := narrowed(library, len(library.Bank.Families()), 2, guidance.Doctor.In(guidance.UK))
	if _, err := Assessment(only(all, "best", 5)); err == nil || !strings.Contains(err.Error(), "It takes 2 of each topic") {
		t.Errorf("by the library's blueprint: %v", err)
	}
	blueprint, whole := *library.Assessment, *library
	blueprint.Countries, blueprint.Situations = nil, 12
	whole.Assessment = &blueprint
	all.Pack = &whole
	for n, says := range map[int]string{1: "would have 1 situation, and needs 6", 5: "would have 5 situations, and needs 6"} {
		if _, err := Assessment(only(all, "best", n)); err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "It takes") {
			t.Errorf("of %d situations: %v", n, err)
		}
	}
	p := made(t, Assessment, only(all, "best", 8))
	if p.content.Situations != 8 || p.content.mastery() != "60" || strings.Contains(strings.Join(p.Notes, " "), "Not assessed") {
		t.Errorf("of eight it has %d, %q to pass, and %q", p.content.Situations, p.content.mastery(), p.Notes)
	}
	if _, err := Assessment(only(all, "rank", 8)); err == nil || !strings.Contains(err.Error(), "short of single best answers") {
		t.Errorf("without single best answers: %v", err)
	}
}

// only keeps so many families of a format that a doctor is offered.
func only(c Course, format string, families int) Course {
	var out []*scenarios.Situation
	for _, f := range c.taught().OfferTo(c.Reader, "").Own {
		if v := f.For(c.Reader.Jurisdiction); v[0].Format.Name() == format && families > 0 {
			families--
			out = append(out, v...)
		}
	}
	c.Situations = out
	return c
}

// TestNoGuidanceIsPromisedWhereNoneIsCited.
func TestNoGuidanceIsPromisedWhereNoneIsCited(t *testing.T) {
	p := scenariostest.Families(t)
	course := everything(p, guidance.Doctor.In(guidance.UK), 2)
	if got := made(t, Practice, course).content.description(); !strings.HasPrefix(got, "A practice. After each answer it says how that is marked, why, and the guidance that decides it. ") {
		t.Error(got)
	}
	for _, s := range p.Bank.All() {
		for i := range s.Options {
			s.Options[i].Cites, s.Options[i].Stated = nil, []string{scenarios.Uncited}
		}
	}
	if got := made(t, Practice, course).content.description(); !strings.HasPrefix(got, "A practice. After each answer it says how that is marked and why. ") {
		t.Error(got)
	}
}
