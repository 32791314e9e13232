// The numbers that carry a check digit.

package privacy

import "strings"

// digits takes the digits out of a text.
func digits(s string) []int {
	var out []int
	for _, r := range s {
		if r >= '0' && r <= '9' {
			out = append(out, int(r-'0'))
		}
	}
	return out
}

// modulus11 checks the last of ten digits as NHS and CHI numbers have it (NHS Data Dictionary, "NHS number"): weights from
// 10 down to 2, and eleven less the remainder by 11, where ten is no check digit. Ten alike are nobody's number.
func modulus11(d []int) bool {
	sum, alike := 0, true
	for i, n := range d[:9] {
		sum += n * (10 - i)
		alike = alike && n == d[9]
	}
	return !alike && (11-sum%11)%11 == d[9]
}

// chi checks a Community Health Index number: a date of birth as DDMMYY, and modulus 11 (NHS Data Dictionary, "Community Health
// Index number"; Public Health Scotland, chi_check).
func chi(d []int) bool {
	day, month := 10*d[0]+d[1], 10*d[2]+d[3]
	return day >= 1 && day <= 31 && month >= 1 && month <= 12 && modulus11(d)
}

// gs1 checks the last of eighteen digits as GS1 has it for service relation numbers, which the Irish individual health
// identifier is one of (HSE, "IHI Technical FAQs"): weights of 3 and 1 in turn, and the difference to the next ten. The eighth to
// the seventeenth digit are its core number, which has a modulus 11 of its own.
func gs1(d []int) bool {
	sum, zero := 0, true
	for i, n := range d[:17] {
		sum += n * (3 - 2*(i%2))
		zero = zero && n == 0
	}
	return !zero && (10-sum%10)%10 == d[17]
}

// pps checks the letter of a PPS number: weights from 8 down to 2, nine times the place in the alphabet of a second letter, and
// the remainder by 23 as a letter, with W for 0. The second letter has been given since 2013; the W, T and X of earlier numbers
// count nothing (Department of Social Protection; Revenue).
func pps(s string) bool {
	s = strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(s))
	sum := 0
	for i, n := range digits(s) {
		sum += n * (8 - i)
	}
	letters := s[7:]
	if len(letters) > 1 && !strings.ContainsAny(letters[1:], "WTX") {
		sum += 9 * int(letters[1]-'A'+1)
	}
	want := byte('W')
	if r := sum % 23; r > 0 {
		want = byte('A' + r - 1)
	}
	return letters[0] == want
}
