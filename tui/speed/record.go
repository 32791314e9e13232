//go:build linux

// Records with many answers.

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
	"probity/scenarios"
)

// perSitting is how many answers a practice has.
const perSitting = 20

// writeRecord makes a data folder whose record has so many answers, an hour between them, the last one some days ago.
func writeRecord(folder string, answers int) error {
	var facts []progress.Fact
	format := scenarios.Formats()[0].Name()
	began := time.Now().Add(-time.Duration(answers)*time.Hour - 72*time.Hour)
	for i := range answers {
		at, sitting := began.Add(time.Duration(i)*time.Hour), fmt.Sprintf("sitting-%d", i/perSitting)
		id := fmt.Sprintf("situation-of-long-ago-%d", i%300)
		if i%perSitting == 0 {
			facts = append(facts, progress.Sitting{ID: sitting, Kind: progress.Practice, Drawn: []string{id}, Seed: int64(i), Library: "before", At: at})
		}
		facts = append(facts, progress.Answer{
			Sitting: sitting, Scenario: id, Revision: 1, Topic: fmt.Sprintf("topic-%d", i%9), Principle: fmt.Sprintf("principle-%d", i%60), Format: format,
			Chosen: []string{"b"}, Marks: float64(i % 2), Of: 1, Chance: 0.2, Sure: 1 + i%3, Seconds: 40, At: at,
		})
	}
	text, _, err := tables.EncodeAll(journal.KindsOf(progress.Kinds()...), facts, 0, began)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, disk.FolderMode); err != nil {
		return err
	}
	head := tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: progress.Learner{Role: "doctor", Jurisdiction: "uk"}})
	return os.WriteFile(filepath.Join(folder, "progress.toml"), append(head, text...), disk.FileMode)
}
