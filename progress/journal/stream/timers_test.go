package stream

import (
	"flag"
	"os"
	"time"
	_ "unsafe" // for the names of the timers
)

// The timers by which nodes choose who leads: without a word of who does, a node waits so long, by chance between the two, before it stands
// itself; who leads says so that often. A server has no setting for them (nats-server 2.15: raft.go), and its own tests shorten them too.
var (
	//go:linkname leastElection github.com/nats-io/nats-server/v2/server.minElectionTimeout
	leastElection time.Duration
	//go:linkname mostElection github.com/nats-io/nats-server/v2/server.maxElectionTimeout
	mostElection time.Duration
	//go:linkname heartbeat github.com/nats-io/nats-server/v2/server.hbInterval
	heartbeat time.Duration
)

// asTheyAre is set where the timers stay as they are, for this program and for the nodes that it starts.
const asTheyAre = "PROBITY_TIMERS"

// hurry shortens the timers, unless it is asked for how long learners wait while nodes are ended.
func hurry() {
	if flag.Parse(); *ends > 0 {
		_ = os.Setenv(asTheyAre, "yes") // it fails for names that are none
	}
	if os.Getenv(asTheyAre) == "" {
		leastElection, mostElection, heartbeat = 2*time.Second, 4500*time.Millisecond, 500*time.Millisecond
	}
}
