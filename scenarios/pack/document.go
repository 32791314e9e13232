package pack

// Document is a file that belongs to no pack, such as the plan of a session, and is read and checked as a pack's are:
// guarded before it is decoded, a byte-order mark and CRLF accepted, every mistake told at once with its line.
type Document struct{ file *file }

// Place is where in a document something stands: a key of the nth table of a kind, counted from 0, both as the file
// spells them. Without a table it is a key at the head; without a key, the table itself.
type Place struct {
	Table string
	Nth   int
	Key   string
}

// ReadDocument decodes text into v. ok is false when that could not be done; Err says why.
func ReadDocument(name string, text []byte, v any) (d *Document, ok bool) {
	f := &file{name: name}
	_, ok = f.decode(text, v)
	return &Document{f}, ok
}

// Note adds a mistake in a field of what the id names, with what to do about it.
func (d *Document) Note(at Place, id, field, problem, mend string) {
	d.file.note(position{at.Table, at.Nth, at.Key}, id, field, problem, mend)
}

// Err is every mistake of the document, as a Mistakes; nil when there is none.
func (d *Document) Err() error {
	if len(d.file.mistakes) == 0 {
		return nil
	}
	return d.file.mistakes
}
