package pack

import (
	"fmt"
	"reflect"
	"strings"
)

// Bars are what the families of a pack are held to when it is checked. Figures in per cent are shares times 100. A pack may set its
// own in [bars] of pack.toml, by the names here, which are those of the report too.
type Bars struct {
	CeilingLeast          float64 `toml:"ceiling_least" json:"ceiling_least"` // per cent above chance: what the options alone could earn
	CeilingMost           float64 `toml:"ceiling_most" json:"ceiling_most"`
	CeilingFormatMost     float64 `toml:"ceiling_format_most" json:"ceiling_format_most"`
	CeilingFamilyMost     float64 `toml:"ceiling_family_most" json:"ceiling_family_most"`
	FirstKeyMost          float64 `toml:"first_key_most" json:"first_key_most"` // per cent above chance: what a key gives away of the next
	FirstKeyFormatMost    float64 `toml:"first_key_format_most" json:"first_key_format_most"`
	SameKeyLeast          float64 `toml:"same_key_least" json:"same_key_least"` // per cent of the turns
	ReasonsMost           float64 `toml:"reasons_most" json:"reasons_most"`     // points that options ever keyed and never keyed are apart
	ClausesMost           float64 `toml:"clauses_most" json:"clauses_most"`     // likewise
	LengthLeast           float64 `toml:"length_least" json:"length_least"`     // per cent: length of options ever keyed, of that of those never keyed
	LengthMost            float64 `toml:"length_most" json:"length_most"`
	ForbiddingMost        float64 `toml:"forbidding_most" json:"forbidding_most"`           // per cent of the options
	NeverKeyedOneMost     float64 `toml:"never_keyed_one_most" json:"never_keyed_one_most"` // options, where the key names one
	NeverKeyedSeveralMost float64 `toml:"never_keyed_several_most" json:"never_keyed_several_most"`
	OneClauseMost         float64 `toml:"one_clause_most" json:"one_clause_most"` // per cent of the variants
	MustFamiliesLeast     float64 `toml:"must_families_least" json:"must_families_least"`
	CueMost               float64 `toml:"cue_most" json:"cue_most"` // points from chance, either way

	WordsMost                  float64 `toml:"words_most" json:"words_most"` // lead with facts
	WordsMedianMost            float64 `toml:"words_median_most" json:"words_median_most"`
	SentenceWordsMost          float64 `toml:"sentence_words_most" json:"sentence_words_most"` // mean
	NamesMost                  float64 `toml:"names_most" json:"names_most"`
	OptionWordsMost            float64 `toml:"option_words_most" json:"option_words_most"`
	OptionWordsMedianMost      float64 `toml:"option_words_median_most" json:"option_words_median_most"`
	OptionCharactersMost       float64 `toml:"option_characters_most" json:"option_characters_most"` // where many options stand on a line each
	RationaleCharactersMost    float64 `toml:"rationale_characters_most" json:"rationale_characters_most"`
	RationaleFirstSentenceMost float64 `toml:"rationale_first_sentence_most" json:"rationale_first_sentence_most"` // characters
	LessonCharactersMost       float64 `toml:"lesson_characters_most" json:"lesson_characters_most"`
	Fits80x24Least             float64 `toml:"fits_80x24_least" json:"fits_80x24_least"`                 // per cent of the variants
	Fits80x24SeveralLeast      float64 `toml:"fits_80x24_several_least" json:"fits_80x24_several_least"` // where several options are chosen
	Fits100x30Least            float64 `toml:"fits_100x30_least" json:"fits_100x30_least"`
}

// standardBars are those of a pack that sets none.
func standardBars() Bars {
	return Bars{
		CeilingLeast: 20, CeilingMost: 45, CeilingFormatMost: 60, CeilingFamilyMost: 75, FirstKeyMost: 15, FirstKeyFormatMost: 40, SameKeyLeast: 12.5,
		ReasonsMost: 10, ClausesMost: 10, LengthLeast: 67, LengthMost: 150, ForbiddingMost: 8, NeverKeyedOneMost: 2, NeverKeyedSeveralMost: 3, OneClauseMost: 12.5,
		MustFamiliesLeast: 2, CueMost: 8,
		WordsMost: 85, WordsMedianMost: 65, SentenceWordsMost: 16, NamesMost: 2, OptionWordsMost: 24, OptionWordsMedianMost: 12,
		OptionCharactersMost: 71, RationaleCharactersMost: 210, RationaleFirstSentenceMost: 140, LessonCharactersMost: 76,
		Fits80x24Least: 100, Fits80x24SeveralLeast: 95, Fits100x30Least: 100,
	}
}

// checkBars notes bars that are no numbers to compare with, and those that no figure can meet.
func (f *file) checkBars(b Bars) {
	v, least := reflect.ValueOf(b), map[string]float64{}
	for i := range v.NumField() {
		name, n := tomlName(v.Type().Field(i)), v.Field(i).Float()
		if !(n >= 0 && n <= most) { // so put, it refuses what is no number too
			f.note(position{table: "bars", key: name}, "", "bars."+name, fmt.Sprintf("is %v", n), fmt.Sprintf("give a number from 0 to %d", most))
		}
		if figure, is := strings.CutSuffix(name, "_least"); is {
			least[figure] = n
		}
		if figure, is := strings.CutSuffix(name, "_most"); is && least[figure] > n {
			f.noteApart(figure, least[figure], n)
		}
	}
}

// noteApart notes bars of a figure whose least is above the most. A pack may have set one of them alone.
func (f *file) noteApart(figure string, least, most float64) {
	name, problem := figure+"_most", fmt.Sprintf("is %v, and %s_least is %v", most, figure, least)
	if f.line(position{"bars", anywhere, name}) == 0 {
		name, problem = figure+"_least", fmt.Sprintf("is %v, and %s_most is %v", least, figure, most)
	}
	f.note(position{"bars", anywhere, name}, "", "bars."+name, problem, "set both, the least no higher than the most")
}
