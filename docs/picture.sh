#!/usr/bin/env bash
# Makes docs/screen.svg, the README's picture, from the running program: starts the tutor on a fresh record, answers a
# situation and photographs the feedback. Needs tmux and Go.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
session="probity-picture-$$"
trap 'tmux kill-session -t "$session" 2>/dev/null || true; rm -rf "$work"' EXIT

go build -o "$work/probity" .
(cd docs/tools && go build -o "$work/freeze" github.com/charmbracelet/freeze)

# until TEXT: waits for a text on the screen.
until_seen() {
  for _ in $(seq 100); do
    if tmux capture-pane -p -t "$session" | grep -q "$1"; then return; fi
    sleep 0.1
  done
  echo "the screen never showed: $1" >&2
  exit 1
}

tmux new-session -d -s "$session" -x 120 -y 40 \
  "TERM=xterm-256color COLORTERM=truecolor '$work/probity' practise boundaries --theme dark --data '$work/data' --role doctor --jurisdiction uk --seed 2"
until_seen 'Situation 1'
tmux send-keys -t "$session" b
sleep 1 # an enter that comes too soon after what is on the screen changed is dropped
tmux send-keys -t "$session" Enter
until_seen 'How sure'
sleep 1
tmux send-keys -t "$session" 2
until_seen 'Saved'
# freeze does not know "default colour" (39), so it is told to begin afresh (0).
tmux capture-pane -e -p -t "$session" | sed $'s/\x1b\\[39m/\x1b[0m/g' > "$work/screen.ansi"
"$work/freeze" "$work/screen.ansi" --language ansi --output docs/screen.svg --background '#101418' --padding 16 --border.radius 8 \
  --font.family 'ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace' --font.size 13
echo "made docs/screen.svg"
