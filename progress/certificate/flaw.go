// Flaws: what this program would never have written, whoever signed it. Every value that follows from others in a certificate is
// worked out again.

package certificate

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"probity/guidance"
	"probity/guidance/signing"
	"probity/guidance/text"
	"probity/progress"
	"probity/progress/paper"
)

// flaw says what in a certificate this program would not have written; "" when it may well have.
func (c Certificate) flaw() string {
	for _, check := range []func() string{c.frameFlaw, c.ownFlaw, c.activityFlaw, c.suggestionFlaw, c.scoreFlaw, c.topicsFlaw, c.calibrationFlaw,
		c.assessmentFlaw, c.objectivesFlaw, c.guidanceFlaw, c.earlyFlaw, c.numberFlaw} {
		if flaw := check(); flaw != "" {
			return flaw
		}
	}
	return ""
}

var madeBy = text.Expression(`^Probity [0-9A-Za-z.+-]{1,40}$`)

// frameFlaw is of what stands on every certificate alike.
func (c Certificate) frameFlaw() string {
	known := slices.ContainsFunc(guidance.Roles(), func(r guidance.Role) bool { return r.Name() == c.Role })
	switch {
	case c.Schema < rawSchema || c.Schema > schemaNumber:
		return fmt.Sprintf("its schema is %d, and this version writes %d", c.Schema, schemaNumber)
	case !madeBy().MatchString(c.Program):
		return "it says that it was made with " + quoted(c.Program)
	case c.Statement != Statement:
		return "its statement of what it is and is not reads " + excerpt(c.Statement, 0)
	case !guidance.Jurisdiction(c.Jurisdiction).Known():
		return "its country is " + quoted(c.Jurisdiction)
	case c.earlier() && c.Norm != norm(c.Jurisdiction, c.Role) && !c.earlierNorm():
		return "its norm for credits reads " + excerpt(c.Norm, 0)
	case c.Role != "" && !known:
		return "its role is " + quoted(c.Role)
	case c.Role == "" && c.Evidence.Activity.Kind != Attendance:
		return "it does not say in what role the work was done"
	}
	if name, err := signing.InstitutionName(c.Institution); err != nil || name != c.Institution {
		return "its key calls itself what no key of Probity's can, " + quoted(c.Institution)
	}
	return ""
}

// numberFlaw comes last: that the number does not fit tells a reader less than what was changed.
func (c Certificate) numberFlaw() string {
	if own := c.ownNumber(); own != c.Number {
		return "its number is " + quoted(c.Number) + ", and what it says gives " + own
	}
	return ""
}

// ownFlaw is of what the learner filled in.
func (c Certificate) ownFlaw() string {
	switch err := check(c.Own); {
	case err != nil:
		return "what the learner filled in can't be so (" + paper.Line(err.Error()) + ")"
	case !reflect.DeepEqual(tidy(c.Own), c.Own):
		return "what the learner filled in is not written as Probity writes it"
	}
	return ""
}

// suggestionFlaw is of what the time may count for, and what else the scheme says.
func (c Certificate) suggestionFlaw() string {
	if c.earlier() {
		want := credits(c.Own.Hours, c.Evidence.Minutes)
		switch {
		case c.Suggestion != nil || c.Note != "":
			return "it suggests what certificates of its schema did not"
		case c.Credits == nil || *c.Credits != want:
			return fmt.Sprintf("it suggests %s, and its hours and minutes give %s", amount(c.earlierCredits(), "credit"), figure(want))
		}
		return ""
	}
	scheme := c.scheme()
	if s := c.Suggestion; s != nil && !date(s.Checked).IsZero() && s.Checked <= scheme.Checked { // it was compared again since
		scheme.Checked = s.Checked
	}
	switch want := scheme.suggest(c.Evidence.Minutes); {
	case c.Credits != nil || c.Norm != "":
		return "it suggests credits in the way of earlier certificates"
	case !reflect.DeepEqual(c.Suggestion, want):
		return "what it suggests for its " + text.Count(c.Evidence.Minutes, "minute") + " is not what the scheme of its holder gives"
	case c.Note != scheme.Note:
		return "its note on the scheme reads " + excerpt(c.Note, 0)
	}
	return ""
}

// kinds are those of work that a certificate is made for.
var kinds = []string{string(progress.Practice), string(progress.Review), string(progress.Assessment), Period, Attendance}

// activityFlaw is of what was done, when and for how long.
func (c Certificate) activityFlaw() string {
	a, e := c.Evidence.Activity, c.Evidence
	from, to := date(a.From), date(a.To)
	counts := []int{a.Situations, a.Answers, a.Blank, a.answered(), a.Assessed, a.Sessions, e.Minutes, e.InSessions, e.Seconds, e.LeftOut, e.Facts.Count}
	if e.Assessment != nil {
		counts = append(counts, e.Assessment.Attempts)
	}
	folded := func(s *string) bool { return flat(*s) != *s }
	switch {
	case !slices.Contains(kinds, a.Kind):
		return "its kind is " + quoted(a.Kind)
	case a.Title == "" || a.Pack == "":
		return "it does not say which library it is of"
	case !packForm().MatchString(a.Pack):
		return "its library is " + quoted(a.Pack)
	case a.Pack == builtin && a.Title != builtinTitle:
		return "it calls the built-in library " + quoted(a.Title)
	case from.IsZero() || to.IsZero():
		return "its dates are " + quoted(a.From) + " and " + quoted(a.To)
	case to.Before(from):
		return "it ends before it begins"
	case a.Edition != "" && date(a.Edition).IsZero():
		return "the day its library was checked is " + quoted(a.Edition)
	case slices.Min(counts) < 0:
		return "a number of it is below nought"
	case slices.Max(counts) > mostCounted:
		return fmt.Sprintf("it counts %d of something, and no record holds so many", slices.Max(counts))
	case slices.ContainsFunc(e.texts(), folded):
		return "a line of it is broken, or holds characters that hide"
	case e.Minutes > mostMinutes(from, to):
		return fmt.Sprintf("its %s are more than its days have", text.Count(e.Minutes, "minute"))
	case e.Facts.Count != a.Answers || e.Facts.Digest != "" != (a.Answers > 0) || e.Facts.Digest != "" && !sha256Form().MatchString(e.Facts.Digest):
		return "the facts that it rests on are not those of its " + text.Count(a.Answers, "answer")
	}
	return c.countsFlaw()
}

// mostCounted is more than a record holds of anything that is counted, minutes included.
const mostCounted = 10_000_000

// The built-in library.
const (
	builtin      = "probity"
	builtinTitle = "Social media for clinicians"
)

// packForm is that of a pack's id, as package pack reads it.
var packForm = text.Expression(`^[a-z0-9]+(-[a-z0-9]+)*$`)

var sha256Form = text.Expression(`^[0-9a-f]{64}$`)

// countsFlaw is of how many answers, situations and sessions there are, under each kind of work.
func (c Certificate) countsFlaw() string {
	a, e := c.Evidence.Activity, c.Evidence
	situations, answers := text.Count(a.Situations, "situation"), text.Count(a.Answers, "answer")
	period, attended := a.Kind == Period, a.Kind == Attendance
	switch {
	case a.Situations == 0 || a.Answers == 0 && !attended && !period:
		return "it is of " + situations + " and " + answers
	case attended && a.Answers > 0:
		return "a session that was attended has " + answers
	case a.Kind == string(progress.Assessment) && a.Answers != a.Situations:
		return "an assessment of " + situations + " has " + answers
	case a.Situations > a.Answers && !attended && !(period && (a.Sessions > 0 || c.early())):
		return "it is of " + situations + ", and there are only " + answers
	case a.Blank > a.Answers:
		return fmt.Sprintf("of its %s %d are left blank", answers, a.Blank)
	case a.Assessed > a.Answers || a.Assessed > 0 && !period:
		return fmt.Sprintf("of its %s %d are of assessments", answers, a.Assessed)
	case a.Sat > a.Assessed || (a.Sat > 0) != (a.Assessed > 0 && !c.earlier()) || a.Sat < 0 || a.SatPassed < 0 || a.SatPassed > a.Sat:
		return fmt.Sprintf("it is of %s, %d of them passed, with %d of its answers", text.Count(a.Sat, "assessment"), a.SatPassed, a.Assessed)
	case a.Answered != nil && (a.Blank == 0 || *a.Answered > a.Situations || *a.Answered > a.Answers-a.Blank && a.Sessions == 0 ||
		*a.Answered == 0 && a.Answers > a.Blank):
		return fmt.Sprintf("%d of its %s are answered, with %s and %d left blank", *a.Answered, situations, answers, a.Blank)
	case (a.Session != "" || a.Size != 0) && (!attended || c.earlier()) || a.Size < 0:
		return "it has a session of its own that was not attended"
	case e.Seconds > 0 && (e.Seconds >= halfMinute || e.Minutes > e.InSessions || attended):
		return fmt.Sprintf("its %d seconds are not what comes to no minute", e.Seconds)
	case a.Sessions > 0 && !period || e.InSessions > 0 && a.Sessions == 0 || e.InSessions > e.Minutes:
		return "its facilitated sessions and their minutes don't go together"
	}
	return ""
}

// objectivesFlaw: what is met was worked on, and an assessment was passed.
func (c Certificate) objectivesFlaw() string {
	e := c.Evidence
	passed := e.Activity.Kind == Period && (e.Activity.SatPassed > 0 || c.earlier()) || e.Assessment != nil && e.Assessment.Passed
	foreign := func(o string) bool { return !slices.Contains(e.Objectives, o) }
	switch {
	case c.Schema != rawSchema && (e.Objectives == nil || c.early()):
		return "it does not say which objectives were met"
	case slices.Contains(e.Objectives, ""):
		return "it has an empty objective"
	case c.earlier() != (e.OnObjective == nil) && len(e.Objectives) > 0, len(e.OnObjective) > 0 && len(e.OnObjective) != len(e.Objectives):
		return "it does not say of each objective how many situations were on it"
	case slices.ContainsFunc(e.OnObjective, func(n int) bool { return n < 1 || n > e.Activity.Situations }):
		return "an objective was worked on in more situations than there are, or in none"
	case slices.ContainsFunc(e.Met, foreign):
		return "it has objectives met that were not worked on"
	case len(e.Met) > 0 && !passed:
		return "it has objectives met without an assessment that was passed"
	}
	return ""
}

// guidanceFlaw is of the documents relied on, and what an appraiser files the learning under.
func (c Certificate) guidanceFlaw() string {
	e, country := c.Evidence, guidance.Jurisdiction(c.Jurisdiction)
	if e.Guidance == nil {
		return "it does not say on which guidance it relies"
	}
	for _, g := range e.Guidance {
		switch {
		case g.Title == "" || g.Cited == "" || standing(guidance.Status(g.Status)) < 0 || g.Checked != "" && date(g.Checked).IsZero():
			return "it relies on " + quoted(g.Title) + " in a way that Probity does not"
		case g.Country != country.Short():
			return "it relies on guidance of " + quoted(g.Country)
		}
	}
	domains, filed := [][]string{{domain4}, {domain3, domain4}}, scheme{}
	if country == guidance.Ireland {
		domains, filed = [][]string{nil}, c.scheme()
		if c.earlier() {
			filed = c.earlierScheme()
		}
	}
	domain, year := filed.Domain, filed.year(date(e.Activity.From), date(e.Activity.To))
	if c.earlier() {
		domain = ""
	}
	switch {
	case !slices.ContainsFunc(domains, func(d []string) bool { return slices.Equal(d, e.Domains) }):
		return "its domains of Good medical practice are " + quoted(strings.Join(e.Domains, "; "))
	case e.Category != filed.Category:
		return "its category is " + quoted(e.Category)
	case e.CouncilDomain != domain:
		return "its domain is " + quoted(e.CouncilDomain)
	case e.SchemeYear != year:
		return "its scheme year is " + quoted(e.SchemeYear)
	}
	return ""
}

// earlyFlaw notes what only later certificates say, in one from before.
func (c Certificate) earlyFlaw() string {
	e := c.Evidence
	later := e.LeftOut + e.InSessions + e.Seconds + e.Activity.Blank + e.Activity.Assessed + e.Activity.Sessions
	if e.Assessment != nil {
		later += e.Assessment.GivenUp
	}
	if c.early() && (later > 0 || e.Activity.Answered != nil) {
		return "it does not say which objectives were met"
	}
	return ""
}
