// Exports: the key that signs, the name a file gets, and what the record notes of it.
package tutor

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/guidance/signing"
	"probity/progress/certificate"
	"probity/progress/folder"
)

// certified is a certificate ready for export, of a tutor with one situation answered.
func certified(t *testing.T, tutor *Tutor) certificate.Certificate {
	t.Helper()
	meet(t, tutor, "a-request")
	made, err := tutor.Certificates.Make(tutor.Certificates.Certifiables()[0], certificate.Own{Name: "Siobhán Ní Dhomhnaill"})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// verified is what verifying a file says; the file has to be unchanged.
func verified(t *testing.T, path string) certificate.Verdict {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	verdict, err := certificate.Verify(file, "Probity 0.1.0")
	if err != nil || !verdict.Signed {
		t.Fatalf("%s: %+v, %v", path, verdict, err)
	}
	return verdict
}

// TestTheKeyIsMadeOnce, for its owner's eyes, and signs in every later run.
func TestTheKeyIsMadeOnce(t *testing.T) {
	needsFiles(t, "the file of a key")
	library, dir := small(t), t.TempDir()
	t.Chdir(t.TempDir())
	tutor := open(t, dir, library)
	made := certified(t, tutor)
	keyFile := filepath.Join(dir, filepath.FromSlash(folder.SigningKey))
	if _, err := os.Stat(keyFile); err == nil {
		t.Fatal("there is a key before there is something to sign")
	}
	first := tutor.Certificates.Export(Export{Certificate: made, Format: "json"}).Do()
	if first.Err != nil || first.Path != "probity-certificate-2026-11-22.json" || first.Number != made.Number {
		t.Fatalf("%+v", first)
	}
	key, err := os.ReadFile(keyFile)
	if info, _ := os.Stat(keyFile); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key is %v, %v", info.Mode(), err)
	}
	again := open(t, dir, library)
	second := again.Certificates.Export(Export{Certificate: made, Format: "html"}).Do()
	if now, _ := os.ReadFile(keyFile); !bytes.Equal(now, key) || second.Err != nil || second.Digest != first.Digest {
		t.Errorf("another run signed with another key: %+v", second)
	}
	if verified(t, first.Path).Key != verified(t, second.Path).Key {
		t.Error("the two files name different keys")
	}
}

func TestEachExportHasANameOfItsOwn(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	t.Chdir(t.TempDir())
	made := certified(t, tutor)
	for _, format := range CertificateFormats() {
		for _, want := range []string{"", "-2", "-3"} {
			if out := tutor.Certificates.Export(Export{Certificate: made, Format: format}).Do(); out.Err != nil || out.Path != "probity-certificate-2026-11-22"+want+"."+Extension(format) {
				t.Errorf("%s: %q, %v", format, out.Path, out.Err)
			}
		}
	}
	out := tutor.Certificates.Export(Export{Certificate: made, Format: "md", Path: "-"}).Do()
	if out.Err != nil || out.Path != "" || !bytes.HasPrefix(out.File, []byte("# Certificate of learning")) {
		t.Errorf("to no file: %q, %v, %.40s", out.Path, out.Err, out.File)
	}
}

func TestAnExportReplacesAFileOnlyByForce(t *testing.T) {
	tutor, path := open(t, t.TempDir(), small(t)), filepath.Join(t.TempDir(), "mine.json")
	made := certified(t, tutor)
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	refused := tutor.Certificates.Export(Export{Certificate: made, Format: "json", Path: path}).Do()
	var exists *ExistsError
	if text, _ := os.ReadFile(path); !errors.As(refused.Err, &exists) || string(text) != "mine" {
		t.Errorf("%v, and the file is %q", refused.Err, text)
	}
	if out := tutor.Certificates.Export(Export{Certificate: made, Format: "json", Path: path, Force: true}).Do(); out.Err != nil || out.Path != path {
		t.Errorf("by force: %+v", out)
	}
	verified(t, path)
}

// TestARecordThatCannotBeWrittenToKeepsItsKey: what is signed then is signed with the learner's own key all the same.
func TestARecordThatCannotBeWrittenToKeepsItsKey(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	made := certified(t, tutor)
	before := tutor.Certificates.Export(Export{Certificate: made, Format: "json", Path: "-"}).Do()
	if err := os.WriteFile(filepath.Join(dir, "progress.toml"), []byte(strings.Replace(saved(t, tutor, dir), "schema = 1", "schema = 9", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	later := open(t, dir, small(t)) // the record is a newer program's
	if later.Record.SavingEnabled() {
		t.Fatal("the record can be written to, so this shows nothing")
	}
	if after := later.Certificates.Export(Export{Certificate: made, Format: "json", Path: "-"}).Do(); after.Err != nil || after.Digest != before.Digest {
		t.Errorf("%v, %s, was %s", after.Err, after.Digest, before.Digest)
	}
}

// TestAKeyOfTheRun: where nothing is kept a certificate can be made all the same, and each has a key that nobody has after.
func TestAKeyOfTheRun(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	tutor.Record.disableSaving()
	made := certified(t, tutor)
	one, two := tutor.Certificates.Export(Export{Certificate: made, Format: "json", Path: "-"}).Do(), tutor.Certificates.Export(Export{Certificate: made, Format: "json", Path: "-"}).Do()
	if one.Err != nil || two.Err != nil || one.Digest == two.Digest || one.Number != two.Number {
		t.Errorf("%v, %v", one.Err, two.Err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%v was left", left)
	}
}

func TestAnInstitutionsKeyIsNotKept(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	made := certified(t, tutor)
	key, err := signing.NewKey(rand.Reader, "The Royal Infirmary")
	if err != nil {
		t.Fatal(err)
	}
	out := tutor.Certificates.Export(Export{Certificate: made, Format: "json", Path: filepath.Join(dir, "out.json"), Key: &key}).Do()
	if out.Err != nil {
		t.Fatal(out.Err)
	}
	if v := verified(t, out.Path); v.Institution != "The Royal Infirmary" || v.Key != key.Number() {
		t.Errorf("%+v", v)
	}
	if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(folder.SigningKey))); err == nil {
		t.Error("a key was made that nothing is signed with")
	}
}

// TestADamagedKeyIsLeftAsItIs: nothing is signed with another in its place.
func TestADamagedKeyIsLeftAsItIs(t *testing.T) {
	needsFiles(t, "a damaged file")
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	made := certified(t, tutor)
	keyFile := filepath.Join(dir, filepath.FromSlash(folder.SigningKey))
	if err := os.MkdirAll(filepath.Dir(keyFile), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(keyFile, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	out := tutor.Certificates.Export(Export{Certificate: made, Format: "json", Path: filepath.Join(dir, "out.json")}).Do()
	if out.Err == nil || !strings.Contains(out.Err.Error(), "keys/signing.pem in the data folder, is damaged") {
		t.Errorf("%v", out.Err)
	}
	if text, _ := os.ReadFile(keyFile); string(text) != "no key" {
		t.Errorf("the key is %q", text)
	}
	if _, err := os.Stat(filepath.Join(dir, "out.json")); err == nil {
		t.Error("something was exported")
	}
}

func TestTheRecordNotesEachCertificateOnce(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	made, out := certified(t, tutor), Exported{}
	for range 2 {
		out = tutor.Certificates.Export(Export{Certificate: made, Format: "md", Path: "-"}).Do()
		flush(t, tutor)
	}
	tutor.Certificates.Export(Export{Certificate: made, Format: "json", Path: dir}).Do() // a folder is there
	if text := saved(t, tutor, dir); strings.Count(text, "[[certificate]]") != 1 || !strings.Contains(text, out.Digest) || strings.Contains(text, "Siobhán") {
		t.Errorf("the record is\n%s", text)
	}
}

func TestWhatAPDFCannotShowIsRefused(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	meet(t, tutor, "a-request")
	for name, want := range map[string]string{
		"Siobhán Ní Dhomhnaill": "", "Sam 🦜": "can't show “🦜”: choose HTML or Markdown", "李小龍": "can't show “李小龍”",
	} {
		made, err := tutor.Certificates.Make(tutor.Certificates.Certifiables()[0], certificate.Own{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		for format, want := range map[string]string{"pdf": want, "html": "", "md": ""} {
			if out := tutor.Certificates.Export(Export{Certificate: made, Format: format, Path: "-"}).Do(); (out.Err == nil) != (want == "") ||
				out.Err != nil && !strings.Contains(out.Err.Error(), want) {
				t.Errorf("%s as %s: %v", name, format, out.Err)
			}
		}
	}
}
