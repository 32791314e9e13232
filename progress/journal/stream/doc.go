// Package stream keeps the records of many learners in NATS JetStream: in a folder of this host, or in a cluster that keeps copies on
// several. An Engine is the way to all of them, a Store the way to one learner's.
//
// A learner's facts are the messages of one subject, a fact each. Subjects are spread over a number of streams, so that what a learner
// has stands close together on the disk. Each message says openly which fact it is, and keeps what the fact says sealed with a key of
// the learner's. Keys are in a stream of their own, which can be left out of a backup. Erasing destroys the key first, then every message.
package stream
