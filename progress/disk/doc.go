// Package disk is the steps that touch the disk, each of which a test can make fail, and what is made of them: a file placed whole or
// not at all, one put in the place of another in one step, a copy, a file cut back.
package disk
