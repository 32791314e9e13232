package room

import (
	"charm.land/bubbles/v2/key"

	"probity/scenarios/induction"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
)

// Keys are the bindings that work now.
func (r *Screen) Keys() []key.Binding {
	switch {
	case r.mode == seating:
		return []key.Binding{keymap.Enter("keep"), keymap.New("esc", "back, as it was", "esc")}
	case r.room == nil:
		return append([]key.Binding{keymap.Forward(), keymap.People(), keymap.Phones(), keymap.Back()}, r.wifiKeys()...)
	case r.mode == joining:
		return append([]key.Binding{keymap.New("space/v/esc", "back to the session", "space", "v", "esc")}, r.wifiKeys()...)
	case r.mode == peeking:
		return append([]key.Binding{keymap.New("q/esc", "back to the session", "q", "esc")}, pane.Keys()...)
	case r.mode != leading:
		return r.list.Now(append(list.Keys("choose"), keymap.Back()))
	}
	return append(append(r.leads(), keymap.End(), keymap.LeaveRoom()), pane.Keys()...)
}

// wifiKeys is the binding that shows how to get onto the wifi, where it can be shown.
func (r *Screen) wifiKeys() []key.Binding {
	if !r.hasWifi() {
		return nil
	}
	return []key.Binding{keymap.Wifi()}
}

// leads are the bindings that lead a session, in the step that is up.
func (r *Screen) leads() []key.Binding {
	s := r.session()
	keys := []key.Binding{keymap.Forward(), keymap.Backward()}
	if s.Round() > 0 {
		keys = append(keys, keymap.Hands(), keymap.NextCount(), keymap.Enter("the next choice"), keymap.Rest(), keymap.Move(), keymap.Correct(), keymap.CloseVote())
	}
	if s.Step() == induction.Reveal && !s.HasEnded() {
		keys = append(keys, keymap.Explain())
	}
	if s.Timed() {
		keys = append(keys, keymap.MoreTime(), keymap.Pause())
	}
	if !s.IsClosing() && !s.HasEnded() {
		keys = append(keys, keymap.Peek())
	}
	if keys = append(keys, keymap.Blank()); !s.IsClosing() {
		keys = append(keys, keymap.Skip(), keymap.Add())
	}
	keys = append(keys, keymap.Jump(), keymap.People(), keymap.Phones())
	if s.Ballot().Action != "" {
		keys = append(keys, keymap.PutAction())
	}
	return keys
}
