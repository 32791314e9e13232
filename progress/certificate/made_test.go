// What is made verifies, and what is damaged does not, whatever it is.

package certificate

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"probity/guidance"
	"probity/guidance/fuzztest"
	"probity/guidance/signing"
	"probity/progress"
	"probity/scenarios"
)

// Whatever a record holds, this program accepts the certificate that it makes of it, and the published schema does too.
func TestWhatIsMadeVerifies(t *testing.T) {
	schema := compiled(t)
	rapid.Check(t, func(rt *rapid.T) {
		h := progress.NewHistory()
		h.Apply(
			progress.Sitting{Seq: 1, ID: "p", Kind: progress.Practice, Library: "1.0.0"},
			progress.Sitting{Seq: 2, ID: "e", Kind: progress.Assessment, Drawn: []string{"one", "two", "three"}, Library: "1.0.0"},
			progress.Submit{Seq: 99, Sitting: "e", Pass: rapid.Float64Range(0.01, 1).Draw(rt, "pass"), Rule: rapid.SampledFrom([]int{0, scenarios.ByShares}).Draw(rt, "rule"), At: noon},
			progress.Attended{Seq: 100, Session: "room", Situations: []string{"one"}, Minutes: rapid.IntRange(0, 90).Draw(rt, "minutes"), Held: noon})
		for i := range int64(rapid.IntRange(1, 12).Draw(rt, "answers")) {
			a := answered(3+i, rapid.SampledFrom([]string{"p", "e"}).Draw(rt, "sitting"), rapid.SampledFrom([]string{"one", "two", "three", "gone"}).Draw(rt, "situation"),
				"images", rapid.IntRange(0, 4).Draw(rt, "right"), rapid.IntRange(0, 3).Draw(rt, "sure"), rapid.Float64Range(-9, 0).Draw(rt, "hours"))
			if rapid.IntRange(0, 9).Draw(rt, "odd") == 0 {
				a.Marks = rapid.Float64().Draw(rt, "marks")
			}
			if rapid.IntRange(0, 9).Draw(rt, "blank") == 0 {
				a.Chosen, a.Marks = nil, 0
			}
			h.Apply(a)
		}
		reader := rapid.SampledFrom([]guidance.Reader{uk, ireland}).Draw(rt, "reader")
		choose := rapid.SampledFrom([]Choice{{Sitting: "p"}, {Sitting: "e"}, {Session: "room"}, {From: on(2026, 11, 20), To: on(2026, 11, 22)}}).Draw(rt, "choice")
		work, err := Gather(h, library().Bank, choose)
		var none *NoEvidenceError
		if errors.As(err, &none) {
			return
		}
		s := must(Sign(must(Make(Weigh(work, library(), reader), siobhan, reader, program))(t), key(t, "")))(t)
		if v := must(Verify(s.JSON(), program))(t); !v.Unchanged {
			rt.Errorf("%+v\n%s", v, s.JSON())
		}
		if err := schema.Validate(must(jsonschema.UnmarshalJSON(bytes.NewReader(s.JSON())))(t)); err != nil {
			rt.Error(err)
		}
	})
}

// However a copy is damaged, it is unchanged only where it still says the same.
func TestDamageIsNeverUnchanged(t *testing.T) {
	files := media(t, signed(t, siobhan, ireland, "An institution"))
	rapid.Check(t, func(rt *rapid.T) {
		medium := rapid.SampledFrom([]string{"JSON", "HTML", "PDF", "JWT"}).Draw(rt, "medium")
		file := files[medium]
		at := rapid.IntRange(0, len(file)-1).Draw(rt, "at")
		damaged := bytes.Clone(file)
		switch b := rapid.Byte().Draw(rt, "byte"); rapid.IntRange(0, 2).Draw(rt, "how") {
		case 0:
			damaged[at] = b
		case 1:
			damaged = append(damaged[:at], append([]byte{b}, file[at:]...)...)
		case 2:
			damaged = append(damaged[:at], file[at+1:]...)
		}
		v, err := Verify(damaged, program)
		if err != nil || !v.Unchanged {
			return
		}
		if !saysTheSame(medium, damaged, file) {
			rt.Errorf("%s: byte %d changed unnoticed", medium, at)
		}
	})
}

// saysTheSame is worked out without what verifying uses: JSON as encoding/json reads it, HTML by its line ends, a token
// by what is between blanks.
func saysTheSame(medium string, a, b []byte) bool {
	switch medium {
	case "JSON":
		var x, y any
		if json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) != nil {
			return false
		}
		return reflect.DeepEqual(x, y)
	case "HTML":
		return bytes.Equal(bytes.ReplaceAll(bytes.ReplaceAll(a, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n")), b)
	case "JWT":
		return bytes.Equal(bytes.TrimSpace(a), b)
	}
	return bytes.Equal(a, b)
}

// FuzzSigned: whatever content somebody signed with a key of their own, verifying ends in words, on every medium, and content
// is unchanged only if it has this program's statement and follows the published rule for its number.
func FuzzSigned(f *testing.F) {
	f.Add([]byte(signed(f, siobhan, uk, "").envelope.Payload))
	f.Add([]byte(signed(f, ann, ireland, "An institution").envelope.Payload))
	f.Add([]byte(certified(f, Choice{Session: "room"}, uk).envelope.Payload))
	f.Add([]byte(`{"schema": 1, "evidence": {"topics": [{"above_chance": 1e308}], "activity": {"from": "0000-01-01", "to": "9999-12-31"}}}`))
	k := must(signing.NewKey(strings.NewReader(strings.Repeat("f", 32)), "Somebody"))(f)
	f.Fuzz(func(t *testing.T, payload []byte) {
		fuzztest.Within(t, len(payload), 2)
		var c Certificate
		if json.Unmarshal(payload, &c) != nil {
			return
		}
		c.Key, c.Institution = k.Number(), k.Institution
		canonical, err := c.payload()
		if err != nil {
			return
		}
		for _, p := range [][]byte{payload, canonical} {
			s := Signed{Certificate: c, envelope: envelope{format, p, k.Public(), k.Sign(p)}}
			files := [][]byte{s.JSON()}
			if check(c.Own) == nil && len(p) < 1<<16 {
				files = append(files, s.HTML())
			}
			for _, file := range files {
				v, err := Verify(file, program)
				var none *NotCertificateError
				if err == nil && v.Says == "" || err != nil && !errors.As(err, &none) {
					t.Errorf("%+v, %v", v, err)
				}
				if v.Unchanged && (c.Statement != Statement || c.Number != c.ownNumber() || (c.Schema < rawSchema || c.Schema > schemaNumber)) {
					t.Errorf("unchanged: %s", file)
				}
			}
		}
	})
}
