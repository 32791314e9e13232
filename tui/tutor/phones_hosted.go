package tutor

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"

	"probity/scenarios/induction"
	"probity/tui/phones"
)

// errNoWeb is why no phone votes in a room that is led from a host without web servers.
var errNoWeb = errors.New("phones cannot vote here: the server that this tutor runs on has no pages for them. Ask whoever runs it for --web, or count hands")

// fewTries is how often another code is tried where a room has that code already.
const fewTries = 8

// connectHosted has a room found by the web servers of all hosts.
func connectHosted(network phones.Network, people int, before induction.Connected) Connection {
	if network == nil {
		return Connection{Err: errNoWeb}
	}
	now := induction.Connected{Web: network.Web(), Code: before.Code, Secret: cmp.Or(before.Secret, rand.Text()[:secretLetters]), Slips: before.Slips}
	fresh := before.Web == "" // the code of a wifi is too short
	var line phones.Line
	err := phones.ErrTaken
	for range fewTries {
		if fresh {
			now.Code = newCode(hostLetters)
		}
		if line, err = network.Open(now.Code, fresh); !errors.Is(err, phones.ErrTaken) {
			break
		}
	}
	if err != nil {
		return Connection{Err: fmt.Errorf("phones cannot vote: %w. Press v in a while, or count hands", err)}
	}
	return Connection{Phones: newPhones(people, now, line, phones.NewHosted), Moved: moved(before, now)}
}
