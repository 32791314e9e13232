#!/usr/bin/env bash
# Makes the README's two pictures from the running program. docs/screen.svg: a situation is answered on a fresh record, and its feedback
# photographed. docs/room.svg: a room votes, discusses and votes again. Needs tmux and Go.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
session="probity-picture-$$"
trap 'tmux kill-session -t "$session" 2>/dev/null || true; rm -rf "$work"' EXIT

go build -o "$work/probity" .
(cd docs/tools && go build -o "$work/freeze" github.com/charmbracelet/freeze)

# starts ROWS ARGUMENTS...: the program in a window of 120 columns, on a record of its own.
starts() {
  local rows=$1
  shift
  tmux new-session -d -s "$session" -x 120 -y "$rows" \
    "TERM=xterm-256color COLORTERM=truecolor '$work/probity' $* --data '$work/data' --role doctor --jurisdiction uk"
}

# sees TEXT: waits for a text on the screen.
sees() {
  for _ in $(seq 100); do
    if tmux capture-pane -p -t "$session" | grep -q "$1"; then return; fi
    sleep 0.1
  done
  echo "the screen never showed: $1" >&2
  exit 1
}

# press KEYS...: each once the screen has stood for a moment, since a key that comes too soon after a change is dropped.
press() {
  for key in "$@"; do
    sleep 1
    tmux send-keys -t "$session" "$key"
  done
}

# picture FILE BACKGROUND FOREGROUND: what is on the screen. freeze does not know "default colour" (39), so it is told to begin afresh (0), and
# the foreground is given to its text afterwards.
picture() {
  tmux capture-pane -e -p -t "$session" | sed $'s/\x1b\\[39m/\x1b[0m/g' > "$work/screen.ansi"
  "$work/freeze" "$work/screen.ansi" --language ansi --output "$1" --background "$2" --padding 16 --border.radius 8 --border.width 1 --border.color '#808890' \
    --font.family 'ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace' --font.size 13
  sed -E "s/(<g [^>]*font-size=\"13.00px\" fill=)\"[^\"]*\"/\1\"$3\"/" "$1" > "$work/picture.svg"
  cp "$work/picture.svg" "$1"
  tmux kill-session -t "$session"
  echo "made $1"
}

starts 40 practise boundaries --theme dark --seed 2
sees 'Situation 1'
press b Enter
sees 'How sure'
press 2
sees 'Saved'
picture docs/screen.svg '#101418' '#c4c4c4'

"$work/probity" induction agenda --audience foundation-doctors --minutes 15 --role doctor --jurisdiction uk -o "$work/plan.toml"
starts 28 induction --plan "$work/plan.toml" --room 24 --theme light
sees 'space begins'
press Space Space Space
sees '0 of 24 voted'
press 3 Space 5 Space 7 Space 9 Space
sees 'How the room voted'
press Space Space
sees 'Vote again'
press 1 Space 1
tmux send-keys -t "$session" 5
press Space 6 Space 2 Space
sees 'Before and after'
picture docs/room.svg '#ffffff' '#1f2328'
