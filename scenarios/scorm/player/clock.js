// Active time: of each pause between two signs of life, at most two minutes count.

var IDLE = 120;
var watch = { last: 0, seconds: 0 };

function seconds() { return new Date().getTime() / 1000; }

function pause(now) { return watch.last ? Math.min(Math.max(now - watch.last, 0), IDLE) : 0; }

function alive() {
  var now = seconds();
  watch.seconds += pause(now);
  watch.last = now;
}

// active is the time since the page was opened, the pause that is going on included.
function active() { return watch.seconds + pause(seconds()); }

function listen(target, events, does) {
  var all = events.split(' '), i;
  for (i = 0; i < all.length; i++) { target.addEventListener(all[i], does, false); }
}
