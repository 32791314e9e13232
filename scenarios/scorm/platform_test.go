package scorm

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"probity/progress/paper/pagetest"
	"probity/scenarios"
)

// platform is a learning platform with one course, which it frames in a frame, as they do.
type platform struct {
	*testing.T
	pagetest.Tab
	url   string
	start map[string]string // what the platform knows when the course is opened
	none  bool              // it has no API
	page  []byte
}

func onPlatform(t *testing.T, browser context.Context, p *Package, with ...pagetest.Step) *platform {
	t.Helper()
	stub, err := os.ReadFile("testdata/platform.html")
	if err != nil {
		t.Fatal(err)
	}
	l := &platform{T: t, start: map[string]string{}, page: files(t, p)[pageName]}
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		start, _ := json.Marshal(l.start)
		_, _ = strings.NewReplacer("START", string(start), "NONE", strconv.FormatBool(l.none)).WriteString(w, string(stub))
	})
	mux.HandleFunc("/frame", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(l.page) })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	l.url = s.URL
	l.Tab = pagetest.Open(t, browser, with...)
	return l
}

// opens opens the course with what the platform knows.
func (l *platform) opens(start map[string]string) *platform {
	l.Helper()
	l.start = map[string]string{}
	maps.Copy(l.start, start)
	l.Does(chromedp.Navigate(l.url))
	return l
}

// reads fails unless the page of the course has each text.
func (l *platform) reads(texts ...string) *platform {
	l.Helper()
	shown := pagetest.Evaluated[string](l.Tab, "inside().body.innerText")
	for _, text := range texts {
		if !strings.Contains(shown, text) {
			l.Fatalf("%q is not on the page\n%s", text, shown)
		}
	}
	return l
}

func (l *platform) press(buttons ...string) *platform {
	l.Helper()
	for _, b := range buttons {
		pagetest.Evaluated[string](l.Tab, fmt.Sprintf("press(%q)", b))
	}
	return l
}

func (l *platform) choose(labels ...string) *platform {
	l.Helper()
	for _, c := range labels {
		pagetest.Evaluated[string](l.Tab, fmt.Sprintf("choose(%q)", c))
	}
	return l
}

// knows is what the platform was told.
func (l *platform) knows(element string) string {
	l.Helper()
	return pagetest.Evaluated[string](l.Tab, fmt.Sprintf("String(platform.values[%q] || '')", element))
}

func (l *platform) told(want map[string]string) {
	l.Helper()
	for element, value := range want {
		if got := l.knows(element); got != value {
			l.Errorf("the platform has %s = %q, want %q", element, got, value)
		}
	}
	if errors := pagetest.Evaluated[string](l.Tab, "platform.errors.join('; ')"); errors != "" {
		l.Errorf("the platform refused %s", errors)
	}
}

// closes closes the window, as far as the course can tell.
func (l *platform) closes() {
	pagetest.Evaluated[bool](l.Tab, `inside().defaultView.dispatchEvent(new Event('pagehide'))`)
}

// written is suspend data with an answer for each situation of a paper, as state.js writes it.
func written(c content, paper int, stage string, answers [][]int) string {
	var all []string
	for _, values := range answers {
		entry := ""
		for _, v := range values {
			entry += strconv.Itoa(v)
		}
		if c.Rule == "" && entry != "" {
			entry += "b!"
		}
		all = append(all, entry)
	}
	return fmt.Sprintf("1;%s;%d;%d;%s;0;%s", c.Digest, paper, len(all)-1, stage, strings.Join(all, ","))
}

// answers gives some whole answer, as a hand does.
func (l *platform) answers(i item) *platform {
	l.Helper()
	switch i.Input {
	case pickOne:
		l.press("Answer").reads("Choose an answer first.").choose(i.Options[0].Text)
	case pickSeveral:
		for _, o := range i.Options[:i.Most+1] { // the last is one too many
			l.choose(o.Text)
		}
		l.reads(i.Full)
	case putInOrder:
		l.press("Move b up").reads("b is now 1st.")
	case giveNumbers:
		l.press("Answer").reads("not rated yet")
		pagetest.Evaluated[int](l.Tab, `[].forEach.call(inside().querySelectorAll('label.step'), function (e) { if (e.textContent.indexOf('4') === 0) { e.click(); } }), 0`)
	}
	l.press("Answer")
	if i.Of > 0 {
		l.reads("How sure are you?").press("Fairly sure")
	}
	return l.reads(i.Lesson, i.Options[0].Why)
}

// drawn are the situations of a paper.
func drawn(t *testing.T, course Course, c content, n int) []*scenarios.Situation {
	t.Helper()
	byID := map[string]*scenarios.Situation{}
	for _, s := range course.Situations {
		byID[identifier(s.ID)] = s
	}
	var out []*scenarios.Situation
	for _, i := range c.Papers[n].Items {
		out = append(out, byID[c.Items[i].ID])
	}
	return out
}

// anyAnswers is some answer to each situation of a paper, a few left blank; so well, from 0 by chance to 1 by the key.
func anyAnswers(rng *rand.Rand, c content, n int, well float64) (out [][]int) {
	for _, at := range c.Papers[n].Items {
		i := c.Items[at]
		values := make([]int, len(i.Options))
		for o := range values {
			switch {
			case i.Input == giveNumbers:
				values[o] = 1 + rng.IntN(4)
				for v, cell := range i.Options[o].Cells {
					if cell.Right && rng.Float64() < well {
						values[o] = v + 1
					}
				}
			case i.Input == putInOrder:
				values[o] = o + 1
			}
		}
		switch {
		case rng.IntN(12) == 0 && c.Rule != "":
			values = nil
		case i.Input == putInOrder:
			rng.Shuffle(len(values), func(x, y int) { values[x], values[y] = values[y], values[x] })
		case i.Input != giveNumbers:
			for k := range values {
				if i.Options[k].Cells[0].Right && rng.Float64() < well {
					values[k] = 1
				}
			}
			if !slices.Contains(values, 1) {
				values[rng.IntN(len(values))] = 1
			}
		}
		out = append(out, values)
	}
	return out
}

// violations are what axe finds in the frame.
func (l *platform) violations(script string) []string {
	l.Helper()
	quoted, _ := json.Marshal(script)
	pagetest.Evaluated[int](l.Tab, `(function () {
		var d = inside(), e;
		if (!d.defaultView.axe) { e = d.createElement('script'); e.textContent = `+string(quoted)+`; d.head.appendChild(e); }
		return 1;
	}())`)
	return pagetest.Evaluated[[]string](l.Tab, `inside().defaultView.axe.run().then(function (r) {
		return r.violations.map(function (v) { return v.id + ': ' + v.help + ' ' + v.nodes.map(function (n) { return n.html; }).join(' '); });
	})`)
}
