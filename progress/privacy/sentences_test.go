package privacy

import (
	"slices"
	"strings"
	"testing"
)

// sentence is one that the advice is measured on. Numbers and names are made up.
type sentence struct {
	text  string
	found []Kind
}

// telling could lead to a patient in a clinician's eyes. Where nothing is found the advice misses.
var telling = []sentence{
	{"I posted about JT in bed 12 and thought nobody would know.", []Kind{Slot}},
	{"Mrs K in bed 7 turned out to follow my page.", []Kind{Slot}},
	{"On the picture you can read bed 4, PR, on the whiteboard.", []Kind{Slot}},
	{"RM went to theatre 3 while I was still typing in the group chat.", []Kind{Slot}},
	{"I wrote that S.B. was still in side room 2 waiting for a scan.", []Kind{Slot}},
	{"Her NHS number was legible: 943 476 5911.", []Kind{PatientNumber}},
	{"The sticker carried 943.476.5919 in the corner.", []Kind{NHSNumber}},
	{"CHI 010170-1239 could be read on the monitor.", []Kind{PatientNumber}},
	{"The H&C no. 320 111 2223 was in the screenshot I forwarded.", []Kind{PatientNumber}},
	{"Someone zoomed in on the MRN, 0045-1298.", []Kind{PatientNumber}},
	{"His PPS number (7654321 A) was on the form behind me.", []Kind{PatientNumber}},
	{"I had left hospital number K 204 551 uncovered.", []Kind{PatientNumber}},
	{"I gave the address as 14 Mill Lane, BA5 2PX, in the message.", []Kind{Postcode}},
	{"The referral showed her Eircode, V94 T9PX.", []Kind{Postcode}},
	{"The patient messaged me as @bellringer_jo that evening.", []Kind{Handle}},
	{"Her mother, @maureen.k62, tagged the whole team.", []Kind{Handle}},
	{"I described a 34-year-old bell-founder from Wells without using a name.", []Kind{Described}},
	{"In my thread he was a retired lifeboat coxswain in his late seventies from Dunmore East.", []Kind{Described}},
	{"She is aged 52 and keeps the post office in Ballyvaughan.", []Kind{Described}},
	{"A 19-year-old from Tobermory with acute intermittent porphyria came up at the meeting.", []Kind{Described}},
	{"The woman was brought in on 3 March after the coach crash near Athlone.", []Kind{Event}},
	{"He drowned off Tramore on 12 August 2025 and I recognised him on the news.", []Kind{Event}},
	{"Mr Devlin asked on Facebook why I had not rung him back.", []Kind{Name}},
	{"I replied to a review that Miss Achterberg had left on our site.", []Kind{Name}},
	{"It was the girl called Saoirse whose video went round.", []Kind{Name}},
	{"DOB 4.7.58 was still visible after I had cropped it.", []Kind{DateOfBirth}},
	{"Anyone could ring the daughter on 086 012 3456 after my post.", []Kind{Phone}},
	{"The village postmistress has taken another overdose, I typed.", []Kind{Described}},
	// What no pattern knows.
	{"My neighbour's eldest was our measles case.", nil},
	{"Everybody at the match had seen who broke his leg in the second half.", nil},
}

// innocent leads to nobody. Where something is found the advice raises a false alarm.
var innocent = []sentence{
	{"The record 2013 guidance set was replaced eleven years later.", nil},
	{"I was no Miss Marple, but I worked out who ran the account.", nil},
	{"I qualified on 4 July 2001, long before any of these sites.", nil},
	{"My handle is @quietregistrar and I keep it free of work.", nil},
	{"I now read what @gmcuk and @HSELive put out before I share anything.", nil},
	{"We met in room 204 to talk about the case.", nil},
	{"The MDT in room 3 agreed that no photograph should be kept.", nil},
	{"As an FY2 in ED I had never been told about the policy.", nil},
	{"I spent ST3 and ST4 in Leeds and nobody spoke of WhatsApp.", nil},
	{"On 14/11/2026 I changed my privacy settings.", nil},
	{"From 1 May 2026 to 30 April 2027 I will log each hour.", nil},
	{"My GMC number is 7654321 and stands on my profile.", nil},
	{"The post had 9876543210 impressions by the morning.", nil},
	{"My consultant, Mr Harte, had posted the picture himself.", nil},
	{"We called every patient Mr or Mrs until told otherwise.", nil},
	{"I attended a course in Galway on 12 March 2026.", nil},
	{"The trust has a 28-bed ward with one shared phone.", nil},
	{"A young man once thanked me under a post and I did not answer.", nil},
	{"The 20-year-old guidance from Dublin still sounds right.", nil},
	{"I got 52 of 84 marks in 20 situations.", nil},
	{"Paragraphs 88, 89 and 90 are what I had forgotten.", nil},
	{"A patient in her sixties asked to be my friend online.", nil},
	{"The journal's article is 10.1000/182, from 2019.", nil},
	{"I would ask the patient before I wrote anything, even without a name.", nil},
	{"In Montgomery the court asked what a reasonable patient would want to know.", nil},
	{"I moved from Cork to Bristol in 2019 and kept the same account.", nil},
	{"I read the HSE's policy, version 2.1, on the train to Sligo.", nil},
	{"The nurse in charge took the phone and deleted the picture.", nil},
	{"Two of the six in my group would have reported it; case 4 split us.", nil},
	{"I trained under Ms Okafor, who never used social media.", nil},
}

// The figures that the advice is held to.
const (
	leastFound = 0.85 // of the telling sentences
	mostFalse  = 0.08 // of the innocent ones
)

func TestSixtySentences(t *testing.T) {
	for _, c := range []struct {
		name              string
		telling, innocent []sentence
	}{
		{"written with the rules", telling, innocent},
		{"written after the rules were frozen", freshTelling, freshInnocent},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, alarms := pointedAt(t, c.telling), pointedAt(t, c.innocent)
			t.Logf("found %.0f %% of %d, false alarms %.0f %% of %d", 100*found, len(c.telling), 100*alarms, len(c.innocent))
			if len(c.telling) != 30 || len(c.innocent) != 30 || found < leastFound || alarms > mostFalse {
				t.Errorf("found %.2f, want at least %.2f; false alarms %.2f, want at most %.2f", found, leastFound, alarms, mostFalse)
			}
		})
	}
}

var unmarked = strings.NewReplacer("[", "", "]", "")

// pointedAt is the share of some sentences in which something is found: where words are marked by brackets, something of them.
func pointedAt(t *testing.T, all []sentence) float64 {
	pointed := 0
	for _, s := range all {
		text := unmarked.Replace(s.text)
		from, to := 0, len(text)
		if strings.Contains(s.text, "[") {
			from, to = strings.Index(s.text, "["), strings.Index(s.text, "]")-1
		}
		var kinds []Kind
		touched := false
		for _, f := range Look(text) {
			kinds = append(kinds, f.Kind)
			touched = touched || f.From < to && from < f.To
		}
		if !slices.Equal(kinds, s.found) {
			t.Errorf("%q: found %q, want %q", text, kinds, s.found)
		}
		if touched {
			pointed++
		}
	}
	return float64(pointed) / float64(len(all))
}
