package disk

// Volume is what can be said of the disk that a folder is on.
type Volume struct {
	Free   uint64 // bytes that whoever runs the program may still write
	Remote bool   // it is another computer's, as far as the system says
}
