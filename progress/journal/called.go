package journal

import "probity/progress"

// Called is what a clinician calls the facts of a table: most tables have a name that says it. What has no table stays as it is.
func Called(table string) string {
	switch table {
	case progress.Undo{}.Table():
		return "correction"
	case progress.Flag{}.Table():
		return "mark on a situation"
	case progress.Submit{}.Table():
		return "assessment"
	case progress.Certified{}.Table():
		return "note of a certificate"
	}
	return table
}
