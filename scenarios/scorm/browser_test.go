package scorm

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"probity/guidance"
	"probity/progress/paper/pagetest"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// TestAPracticeOnAPlatform goes through every format by clicks, is left in the middle, and is gone on with.
func TestAPracticeOnAPlatform(t *testing.T) {
	b, p := pagetest.Browser(t), made(t, Practice, everything(scenariostest.Pack(t), guidance.Doctor.In(guidance.UK), 2))
	l := onPlatform(t, b, p).opens(nil).reads("5 situations").press("Begin")
	l.told(map[string]string{"cmi.core.lesson_status": "incomplete", "cmi.core.exit": "suspend"})
	for n, i := range p.content.Items {
		if n == 1 { // a long pause: two minutes of it are active time
			pagetest.Evaluated[bool](l.Tab, `(function (w, real) { w.Date = function () { return new real(real.now() + 3600000); }; return true; }(inside().defaultView, inside().defaultView.Date))`)
		}
		if n == 2 {
			if spent := l.knows("cmi.core.session_time"); !strings.HasPrefix(spent, "0000:02:0") {
				t.Errorf("with a pause of an hour the active time is %s", spent)
			}
			l.closes()
			kept := map[string]string{"cmi.suspend_data": l.knows("cmi.suspend_data"), "cmi.core.lesson_status": "incomplete", "cmi.interactions._count": "2"}
			if pagetest.Evaluated[int](l.Tab, "platform.finished") != 1 {
				t.Error("the platform was not told that the window closed")
			}
			l.opens(kept).reads("Situation 3 of 5")
		}
		l.answers(i)
		if n+1 < len(p.content.Items) {
			l.press("Next")
		}
	}
	l.press("What it comes to").reads("right", "Look at each again")
	l.told(map[string]string{
		"cmi.core.lesson_status": "completed", "cmi.core.exit": "", "cmi.core.lesson_location": "5", "cmi.core.score.raw": "", // of four answers there is none
		"cmi.interactions.2.id": p.content.Items[2].ID, "cmi.interactions.4.type": p.content.Items[4].Interaction,
	})
}

// TestThePageAddsUpAsTheTutorDoes: score, status and words of papers and practices, answered in many ways, are those of scenarios.Score.
func TestThePageAddsUpAsTheTutorDoes(t *testing.T) {
	b, library, rng := pagetest.Browser(t), packs(t)[0], rand.New(rand.NewPCG(1, 2))
	course := everything(library, guidance.Doctor.In(guidance.UK), 4)
	paper, practice := made(t, Assessment, course), made(t, Practice, course)
	l := onPlatform(t, b, paper)
	for n := range 10 {
		p, stage, at := paper, "o", n%papers
		if n >= 7 {
			p, stage, at = practice, "q", 0
		}
		l.page = files(t, p)[pageName]
		given := anyAnswers(rng, p.content, at, float64(n%4)/3)
		var score scenarios.Score
		for i, s := range drawn(t, course, p.content, at) {
			values := given[i]
			if values == nil {
				values = make([]int, len(s.Options))
			}
			score = score.Add(scenarios.ScoreOf(s.Format.Name(), s.Format.Mark(s, chosen(p.content.Items[p.content.Papers[at].Items[i]], s, values))))
		}
		l.opens(map[string]string{"cmi.suspend_data": written(p.content, at, stage, given)})
		above, _ := score.Above()
		want := map[string]string{"cmi.core.lesson_status": "completed", "cmi.core.score.raw": strconv.FormatFloat(float64(int(1e4*max(0, above)+1e-6))/100, 'f', -1, 64)}
		if p == paper {
			l.press("Hand in")
			if slices.ContainsFunc(given, func(values []int) bool { return values == nil }) {
				l.reads("no answer").press("Hand in")
			}
			want["cmi.core.lesson_status"] = map[bool]string{true: "passed", false: "failed"}[score.Reaches(p.content.Pass)]
		} else {
			l.press("What it comes to")
		}
		l.reads(scenarios.FromChance(above)+".", guidance.Capital(score.Within())+".", fmt.Sprintf("%d of %d right.", score.Right, score.Answers))
		l.told(want)
	}
}

// TestWhoGoesThroughAPracticeAgainMeetsTheOthers: where there are more variants than one attempt asks. What is completed stays so.
func TestWhoGoesThroughAPracticeAgainMeetsTheOthers(t *testing.T) {
	b, p := pagetest.Browser(t), made(t, Practice, narrowed(packs(t)[0], 2, 4, guidance.AnyRole.In(guidance.UK)))
	c := p.content
	whole := anyAnswers(rand.New(rand.NewPCG(5, 6)), c, 0, 1)
	l := onPlatform(t, b, p).opens(map[string]string{"cmi.suspend_data": written(c, 0, "r", whole), "cmi.core.lesson_status": "completed"})
	l.reads("What it comes to", "2. "+c.Items[2].Title+", one fact changed", "of 4 right.")
	if shown := pagetest.Evaluated[string](l.Tab, "inside().body.innerText"); strings.Count(shown, "of 4 right") != 1 {
		t.Errorf("how many are right is said again\n%s", shown)
	}
	l.press("Go through it again").reads("2 situations, each once more with one fact changed", "meet the others").press("Begin")
	l.reads("Situation 1 of 2 ·").told(map[string]string{"cmi.core.lesson_status": "completed", "cmi.core.exit": "suspend"})
	if kept := l.knows("cmi.suspend_data"); !strings.HasPrefix(kept, "1;"+c.Digest+";1;0;q;") {
		t.Errorf("the second attempt is kept as %q", kept)
	}
	l.answers(c.Items[c.Papers[1].Items[0]]).press("Next").reads("Situation 1 of 2, one fact changed")
}

// TestWhatAPlatformDoesWrongIsSaid, and no answer is lost.
func TestWhatAPlatformDoesWrongIsSaid(t *testing.T) {
	b, course := pagetest.Browser(t), everything(scenariostest.Families(t), guidance.Doctor.In(guidance.UK), 2)
	p := made(t, Practice, course)
	l, c := onPlatform(t, b, p), p.content

	l.opens(nil).press("Begin")
	pagetest.Evaluated[bool](l.Tab, "platform.refuses = true")
	l.answers(c.Items[0]).reads("did not save this (General exception, 101)")
	pagetest.Evaluated[bool](l.Tab, "platform.refuses = false")
	pagetest.Evaluated[bool](l.Tab, "platform.refuses")
	l.press("Try again")
	if kept := l.knows("cmi.suspend_data"); !strings.Contains(kept, "b!") {
		t.Errorf("the answer is not kept once the platform keeps something: %q", kept)
	}

	for _, kept := range []string{"x", ";;;;;;", "1;00000000;0;0;q;0;", "1;" + c.Digest + ";9;0;q;0;", "1;" + c.Digest + ";0;0;q;0;!!"} {
		l.opens(map[string]string{"cmi.suspend_data": kept}).reads("The questions have changed", "Begin")
	}
	for _, mode := range []string{"review", "browse"} {
		whole := anyAnswers(rand.New(rand.NewPCG(3, 4)), c, 0, 1)
		l.opens(map[string]string{"cmi.suspend_data": written(c, 0, "r", whole), "cmi.core.lesson_mode": mode}).reads("nothing is reported", "Look at each again")
		if told := pagetest.Evaluated[int](l.Tab, "platform.log.length"); told != 0 {
			t.Errorf("in %s the platform was told %d things", mode, told)
		}
	}
	l.opens(map[string]string{"cmi.suspend_data": "1;" + c.Digest + ";0;1.5;q;Infinity;" + strings.Repeat(",", len(c.Papers[0].Items)-1)}).reads("Situation 1 of 5, one fact changed")
	l.none = true
	l.opens(nil).reads("No learning platform was found").press("Begin").answers(c.Items[0])
}

// TestAPlatformThatAnswersWithWhatIsNoText is one that says no: the page is there all the same.
func TestAPlatformThatAnswersWithWhatIsNoText(t *testing.T) {
	b, p := pagetest.Browser(t), made(t, Practice, everything(scenariostest.Families(t), guidance.Doctor.In(guidance.UK), 2))
	l := onPlatform(t, b, p)
	for _, answer := range []string{"Object.create(null)", "{ toString: function () { throw 1; } }", "Symbol('true')", "[['<img src=x onerror=hurt()>']]", "-0", "function () {}"} {
		l.opens(nil)
		pagetest.Evaluated[bool](l.Tab, `new Promise(function (loaded) {
			var course = document.getElementById('course'), call;
			for (call in window.API) { window.API[call] = function () { return `+answer+`; }; }
			course.addEventListener('load', function () { loaded(true); });
			course.contentWindow.location.reload();
		})`)
		l.reads("does not answer").press("Begin").answers(p.content.Items[0])
	}
}

// TestWhatIsPassedStaysPassed: a paper that is failed after it takes nothing away, and one that is failed can be followed by another.
func TestWhatIsPassedStaysPassed(t *testing.T) {
	b, p := pagetest.Browser(t), made(t, Assessment, everything(packs(t)[0], guidance.Doctor.In(guidance.UK), 2))
	l := onPlatform(t, b, p)
	blank := make([][]int, len(p.content.Papers[0].Items))
	for was, want := range map[string]string{"passed": "passed", "incomplete": "failed"} {
		l.opens(map[string]string{"cmi.suspend_data": written(p.content, 0, "o", blank), "cmi.core.lesson_status": was})
		l.press("Hand in").reads("24 situations have no answer").press("Hand in").reads("Not passed", "24 left blank", p.content.Rule)
		l.told(map[string]string{"cmi.core.lesson_status": want, "cmi.core.score.raw": "0"})
		l.press("Sit another paper").reads("Begin")
		l.told(map[string]string{"cmi.core.lesson_status": want, "cmi.core.exit": "suspend"})
	}
}

// pages calls look with each page that there is, by its name.
func pages(t *testing.T, l *platform, practice, paper *Package, look func(name string)) {
	l.page = files(t, practice)[pageName]
	l.opens(nil)
	look("begin")
	l.press("Begin")
	asks := practice.content.Papers[0].Items
	for n, at := range asks {
		look(fmt.Sprintf("question %d", n))
		l.answers(practice.content.Items[at])
		look(fmt.Sprintf("feedback %d", n))
		if n+1 < len(asks) {
			l.press("Next")
		}
	}
	l.press("What it comes to")
	look("summary")
	given := anyAnswers(rand.New(rand.NewPCG(5, 6)), paper.content, 0, 0.7)
	l.page = files(t, paper)[pageName]
	l.opens(nil)
	look("paper begin")
	l.opens(map[string]string{"cmi.suspend_data": written(paper.content, 0, "q", given)}).reads("To the overview")
	look("paper question")
	l.press("To the overview")
	look("overview")
	l.press("Hand in", "Hand in")
	look("result")
	l.press("1. ")
	look("review")
}

// TestEverybodyCanReadEveryPage: axe finds nothing, dark or light, and on a narrow screen nothing is wider than it.
func TestEverybodyCanReadEveryPage(t *testing.T) {
	b, script := pagetest.Browser(t), pagetest.Axe(t)
	practice := made(t, Practice, everything(scenariostest.Families(t), guidance.Doctor.In(guidance.UK), 2))
	paper := made(t, Assessment, everything(packs(t)[0], guidance.Doctor.In(guidance.UK), 2))
	for _, scheme := range []string{"light", "dark"} {
		features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
		l := onPlatform(t, b, practice, pagetest.Set(page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true}), // or no axe gets into the frame
			pagetest.Set(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}), chromedp.EmulateViewport(320, 640))
		pages(t, l, practice, paper, func(name string) {
			for _, violation := range l.violations(script) {
				t.Errorf("%s, %s: %s", name, scheme, violation)
			}
			if wide := pagetest.Evaluated[int](l.Tab, "inside().documentElement.scrollWidth"); wide > 320 {
				t.Errorf("%s is %d wide", name, wide)
			}
		})
	}
}

// TestNothingOfAPackRuns: what a pack says stands there as it is written.
func TestNothingOfAPackRuns(t *testing.T) {
	b, p := pagetest.Browser(t), made(t, Practice, everything(hostile(t), guidance.Doctor.In(guidance.UK), 1))
	l := onPlatform(t, b, p).opens(nil).press("Begin")
	pagetest.Evaluated[int](l.Tab, `(inside().defaultView.hurt = function () { platform.errors.push('hurt'); }, 0)`)
	given := anyAnswers(rand.New(rand.NewPCG(7, 8)), p.content, 0, 1)
	for _, stage := range []string{"q", "r"} {
		l.opens(map[string]string{"cmi.suspend_data": written(p.content, 0, stage, given)}).reads("<img src=x onerror=hurt()>")
		if n := pagetest.Evaluated[int](l.Tab, `inside().querySelectorAll('img, a, iframe, object, svg, script:not([type]), [onerror], [style]').length`); n != 1 {
			t.Errorf("there are %d elements that could act, and one is the page's own script", n)
		}
		l.told(nil)
	}
}

// TestTheKeyboardIsEnough: what is asked is chosen, moved and answered by keys, and the focus goes on from where it was.
func TestTheKeyboardIsEnough(t *testing.T) {
	b, p := pagetest.Browser(t), scenariostest.Pack(t)
	for _, c := range []struct{ situation, keys, reads string }{
		{"best", "\t\r" + "\t \t\r" + "\t\r", "You were guessing"},
		{"choose", "\t\r" + "\t \t \t \t ", "Three are marked already"},
		{"rank", "\t\r" + "\t\t\r\r", "a is now 3rd."},
		{"rate", "\t\r" + "\t \t \t \t \t\r", "Your answer: a 4, b 4, c 4 and d 4."},
	} {
		s, _ := p.Bank.Situation(c.situation)
		l := onPlatform(t, b, made(t, Practice, Course{Pack: p, Situations: []*scenarios.Situation{s}, Reader: guidance.Doctor.In(guidance.UK)}))
		l.Does(chromedp.Navigate(l.url + "/frame"))
		for _, key := range c.keys {
			l.Does(chromedp.KeyEvent(string(key)))
		}
		if shown := pagetest.Evaluated[string](l.Tab, "document.getElementById('page').innerText"); !strings.Contains(shown, c.reads) {
			t.Errorf("%s: %q is not on the page\n%s", c.situation, c.reads, shown)
		}
	}
}
