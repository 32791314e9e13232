package find_test

import (
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/guidance/fuzztest"
	"probity/scenarios/find"
	"probity/scenarios/pack"
)

// builtin is the index of the built-in library.
func builtin(t testing.TB) *find.Index {
	t.Helper()
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return find.New(p.Guidance, p.Bank)
}

// ukDoctor is who types in the morning.
var ukDoctor = guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.UK}

// ids are those of the first hits of a kind, as many as are wanted.
func ids(groups []find.Group, kind find.Kind, most int) (out []string) {
	for _, g := range groups {
		if g.Kind != kind {
			continue
		}
		for _, h := range g.Hits[:min(most, len(g.Hits))] {
			out = append(out, h.ID)
		}
	}
	return out
}

// TestCliniciansFindWhatTheyWouldOpen: by the words that they type. What a colleague would open is among the first three of its kind.
func TestCliniciansFindWhatTheyWouldOpen(t *testing.T) {
	x := builtin(t)
	for _, c := range []struct {
		query, opens string
		kind         find.Kind
	}{
		{"whatsapp", "gmc-social-2024/trust-5", find.Extract},
		{"tiktok", "leilas-tiktok", find.Situation},
		{"tiktok", "bma-2024/images-1", find.Extract},
		{"instagram", "bma-2024/images-1", find.Extract},
		{"selfie", "bma-2024/images-2", find.Extract},
		{"selfie", "ninety-locums", find.Situation},
		{"photos", "bma-2024/images-1", find.Extract},
		{"photos", "consent-before-the-camera", find.Principle},
		{"libel", "gmc-social-2024/boundaries-2", find.Extract},
		{"libel", "six-weeks-with-dr-gopal", find.Situation},
		{"defamation", "gmc-social-2024/boundaries-2", find.Extract},
		{"politics", "both-sides-of-the-ward", find.Situation},
		{"politics", "bma-2024/share-3", find.Extract},
		{"testimonial", "gmc-social-2024/honest-6", find.Extract},
		{"discount", "gmc-social-2024/honest-5", find.Extract},
		{"whistleblowing", "gmc-gmp-2024/75c", find.Extract},
		{"whistleblowing", "act-on-risk", find.Principle},
		{"delete", "bma-2024/privacy-3", find.Extract},
		{"block", "maya-finds-you-online", find.Situation},
		{"dating", "maya-finds-you-online", find.Situation},
		{"review", "one-star-on-google", find.Situation},
		{"review", "gmc-social-2024/confidentiality-1", find.Extract},
		{"meme", "a-meme-in-the-rota-group", find.Situation},
		{"meme", "gmc-social-2024/boundaries-1", find.Extract},
		{"chatbot", "the-reel-a-chatbot-wrote", find.Situation},
		{"influencer", "declare-interests", find.Principle},
		{"influencer", "gmc-gmp-2024/90b", find.Extract},
		{"linkedin", "a-like-on-linkedin", find.Situation},
		{"facebook", "bma-2024/boundaries-1", find.Extract},
		{"x", "somebody-says-a-name", find.Situation},
		{"twitter", "dr-ekpo-sends-you-a-tweet", find.Situation},
		{"screenshot", "bma-2024/privacy-2", find.Extract},
		{"group chat", "gmc-social-2024/trust-5", find.Extract},
		{"anonymous", "gmc-social-2024/trust-4", find.Extract},
		{"anonymous", "traceable", find.Principle},
		{"naming myself", "gmc-social-2024/trust-3", find.Extract},
		{"identify yourself", "gmc-social-2024/trust-3", find.Extract},
		{"swearing", "gmc-social-2024/boundaries-1", find.Extract},
		{"racist", "gmc-social-2024/boundaries-1", find.Extract},
		{"vaccine", "gmc-gmp-2024/89", find.Extract},
		{"fundraising", "a-page-for-gift", find.Situation},
		{"sponsored", "gmc-social-2024/honest-5", find.Extract},
		{"patient’s photo", "a-photo-of-jayas-rash", find.Situation},
		{"patient's photo", "bma-2024/images-1", find.Extract},
		{"don't", "bma-2024/share-1", find.Extract},
		{"don’t", "bma-2024/share-1", find.Extract},
		{"confidentialty", "gmc-social-2024/confidentiality-1", find.Extract},
		{"boundries", "gmc-social-2024/boundaries-3", find.Extract},
		{"podcast", "gmc-gmp-2024/90a", find.Extract},
		// One ordinary word more.
		{"anonymous account", "gmc-social-2024/trust-4", find.Extract},
		{"medical advice online", "bma-2024/advice-1", find.Extract},
		{"medical advice online", "bma-2024/advice-2", find.Extract},
		{"whatsapp patient", "gmc-social-2024/trust-5", find.Extract},
		{"instagram ad", "gmc-gmp-2024/90b", find.Extract},
		{"screenshot of a post", "bma-2024/privacy-2", find.Extract},
		{"complaint about a post", "gmc-social-2024/trust-6", find.Extract},
		{"facebook friend of a patient", "bma-2024/boundaries-1", find.Extract},
		{"slagging off colleagues", "bma-2024/still-3", find.Extract},
		// Names in other forms.
		{"look up patients", "Looking patients up", find.Difference},
		{"googling patients", "Looking patients up", find.Difference},
		{"googling patients", "looking-patients-up", find.Principle},
		{"you tube", "gmc-gmp-2024/90a", find.Extract},
		{"linked in", "a-like-on-linkedin", find.Situation},
		{"what's app", "gmc-social-2024/trust-5", find.Extract},
		{"DMs", "bma-2024/privacy-2", find.Extract},
		{"PMs", "bma-2024/privacy-2", find.Extract},
		{"Freind request", "bma-2024/boundaries-1", find.Extract},
		{"Freind request", "a-request-from-bay-four", find.Situation},
		{"fitness to practice", "gmc-social-2024/trust-6", find.Extract},
		{"FtP", "gmc-social-2024/trust-6", find.Extract},
		{"#ad", "an-ad-for-khadijas-studio", find.Situation},
		{"ads", "gmc-gmp-2024/90b", find.Extract},
		{"tinder", "gmc-social-2024/boundaries-3", find.Extract},
		{"tinder", "maya-finds-you-online", find.Situation},
		{"freebies", "gmc-social-2024/honest-5", find.Extract},
		{"freebies", "socks-for-a-long-day", find.Situation},
		// What leads a topic.
		{"vaccine", "gmc-social-2024/honest-2", find.Extract},
		{"ChatGPT", "gmc-gmp-2024/89", find.Extract},
		{"strike", "gmc-social-2024/trust-1", find.Extract},
		{"tweeting", "bma-2024/share-1", find.Extract},
		// Other names.
		{"Palestine", "gmc-social-2024/trust-1", find.Extract},
		{"Palestine", "both-sides-of-the-ward", find.Situation},
		{"industrial action", "gmc-social-2024/trust-1", find.Extract},
		{"e-portfolio reflection", "gmc-social-2024/confidentiality-1", find.Extract},
		{"de-identification", "bma-2024/confidentiality-3", find.Extract},
		{"substack", "gmc-gmp-2024/90a", find.Extract},
		{"bad mouthing", "bma-2024/share-4", find.Extract},
		{"criticising a colleague", "bma-2024/still-3", find.Extract},
		{"twitter argument", "bma-2024/share-4", find.Extract},
		{"negative review", "one-star-on-google", find.Situation},
		{"bad review", "one-star-on-google", find.Situation},
		{"google reviews", "one-star-on-google", find.Situation},
		{"fake profile", "gmc-social-2024/trust-4", find.Extract},
		{"traceable", "gmc-social-2024/trust-4", find.Extract},
		{"sponsored content", "gmc-social-2024/honest-5", find.Extract},
		{"employer's policy", "bma-2024/still-4", find.Extract},
		{"local policy", "bma-2024/still-4", find.Extract},
		{"retweet", "gmc-gmp-2024/89a", find.Extract},
		{"retweet", "check-before-you-share", find.Principle},
		{"fake followers", "gmc-social-2024/honest-4", find.Extract},
		{"disclaimer", "gmc-social-2024/honest-1", find.Extract},
		{"insta", "bma-2024/images-1", find.Extract},
		{"recording a consultation", "gmc-social-2024/confidentiality-4", find.Extract},
		{"drunk photos", "saturdays-photos", find.Situation},
	} {
		if got := ids(x.Search(c.query, ukDoctor), c.kind, 3); !slices.Contains(got, c.opens) {
			t.Errorf("%s: %s is not among %v", c.query, c.opens, got)
		}
	}
}

// TestInIrelandTheyFindTheirOwn: an extract that is nobody else's is the first.
func TestInIrelandTheyFindTheirOwn(t *testing.T) {
	for _, query := range []string{"googling patients", "look up patients", "researching a patient"} {
		if got := ids(builtin(t).Search(query, guidance.Doctor.In(guidance.Ireland)), find.Extract, 1); !slices.Equal(got, []string{"mps-ie-2024/guide-6"}) {
			t.Errorf("%s: first is %v", query, got)
		}
	}
}

// TestUnlikeWordsAreNotForms: the stemmer takes them for forms of one word.
func TestUnlikeWordsAreNotForms(t *testing.T) {
	x := builtin(t)
	for query, never := range map[string][]string{
		"hospitality": {"hospital"}, "gifted": {"hospital"}, "dating app": {"date", "dates"}, "ad": {"added", "adding"}, "politics": {"polite", "politely"},
		"evening": {"even"}, "outed": {"out"},
	} {
		for _, g := range x.Search(query, ukDoctor) {
			for _, h := range g.Hits {
				if slices.ContainsFunc(never, func(w string) bool { return slices.Contains(h.Words, w) }) {
					t.Errorf("%s finds %s by %v", query, h.ID, h.Words)
				}
			}
		}
	}
}

// TestTheFirstLineIsWhatOneWants: somebody types "whatsapp" at seven in the morning, and wants the rule.
func TestTheFirstLineIsWhatOneWants(t *testing.T) {
	groups := builtin(t).Search("whatsapp", ukDoctor)
	if got := ids(groups[:1], find.Extract, 1); !slices.Equal(got, []string{"gmc-gmp-2024/93"}) {
		t.Errorf("first is %v", got)
	}
	if line := groups[0].Hits[0].Line; !strings.Contains(line, "instant messaging") {
		t.Errorf("its line is %q", line)
	}
}

// TestWhatCountsComesFirst: nothing superseded stands above what is current, and nothing of another country above one's own.
func TestWhatCountsComesFirst(t *testing.T) {
	x := builtin(t)
	p, _ := pack.Builtin()
	for _, country := range guidance.Jurisdictions() {
		r := guidance.Doctor.In(country)
		for _, query := range []string{"patient", "privacy", "anonymous", "settings", "consent photo", "colleague"} {
			last := 0
			for _, id := range ids(x.Search(query, r), find.Extract, 1000) {
				c, _ := p.Guidance.Clause(id)
				rank := 0
				if c.Source.Jurisdiction != country {
					rank = 1
				}
				if !c.CanSupport() {
					rank = 2
				}
				if rank < last {
					t.Errorf("%s, %s: %s comes too late", country, query, id)
				}
				last = rank
			}
			compared := false
			for _, id := range ids(x.Search(query, r), find.Situation, 1000) {
				f, _ := p.Bank.Family(id)
				abroad := len(f.For(country)) == 0
				if compared && !abroad {
					t.Errorf("%s, %s: %s comes after what is only to compare", country, query, id)
				}
				compared = compared || abroad
			}
		}
	}
}

// TestNoLineGivesAnAnswerAway: what a rationale says is found, and not shown.
func TestNoLineGivesAnAnswerAway(t *testing.T) {
	x := builtin(t)
	p, _ := pack.Builtin()
	for _, g := range x.Search("patient", ukDoctor) {
		for _, h := range g.Hits {
			f, _ := p.Bank.Family(h.ID)
			if g.Kind != find.Situation || f == nil {
				continue
			}
			for _, s := range f.Variants {
				for _, o := range s.Options {
					if strings.Contains(o.Why, h.Line) {
						t.Errorf("%s: %q is of a rationale", h.ID, h.Line)
					}
				}
			}
		}
	}
}

// FuzzSearch: whatever is typed or pasted, a search ends, and what it offers instead finds something.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{"", "a", "the of", "whatsapp group", "don’t", "’", "é̂", strings.Repeat("ab ", 400), strings.Repeat("x", 5000), "日本語 photo", "\xff\x00"} {
		f.Add(s)
	}
	x := builtin(f)
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, query string) {
		fuzztest.Within(t, len(query), 1)
		if len(x.Search(query, ukDoctor)) > 0 {
			return
		}
		for _, other := range x.Instead(query, ukDoctor) {
			if len(x.Search(other, ukDoctor)) == 0 {
				t.Errorf("%q is offered for %q and finds nothing", other, query)
			}
		}
	})
}

func BenchmarkNew(b *testing.B) {
	p, err := pack.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		find.New(p.Guidance, p.Bank)
	}
}

// BenchmarkSearch is one key press, with words that find much and with words that find nothing.
func BenchmarkSearch(b *testing.B) {
	x := builtin(b)
	for _, query := range []string{"patient", "whatsapp group", "phorographs of patiemts"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				x.Search(query, ukDoctor)
			}
		})
	}
}
