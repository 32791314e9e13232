package main

import "testing"

// TestWhatWasSavedHasToBeThere once and in order; what somebody was not told of any more may be there or not, without how sure they were where
// they did not come to that.
func TestWhatWasSavedHasToBeThere(t *testing.T) {
	told, untold := func(sure int) try { return try{sure, true} }, func(sure int) try { return try{sure, false} }
	for name, c := range map[string]struct {
		tries []try
		there []int
		fits  bool
	}{
		"all of it":                 {[]try{told(1), told(3)}, []int{1, 3}, true},
		"one is lost":               {[]try{told(1), told(3)}, []int{1}, false},
		"one is there twice":        {[]try{told(1), told(3)}, []int{1, 1, 3}, false},
		"they are out of order":     {[]try{told(1), told(3)}, []int{3, 1}, false},
		"one untold is there":       {[]try{told(1), untold(2), told(3)}, []int{1, 2, 3}, true},
		"one untold is not":         {[]try{told(1), untold(2), told(3)}, []int{1, 3}, true},
		"one untold is incomplete":  {[]try{told(1), untold(2), told(3)}, []int{1, 0, 3}, true},
		"one untold is like a told": {[]try{untold(2), told(2)}, []int{2}, true},
		"nobody gave it":            {[]try{told(1)}, []int{1, 2}, false},
		"nothing at all":            {nil, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			if got := fits(c.tries, c.there); got != c.fits {
				t.Errorf("it fits: %v", got)
			}
		})
	}
}
