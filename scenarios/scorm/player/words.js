// Numbers and scores in words.

var CLOSE = 1e-9; // 0.29 times 100 is not quite 29 to a computer

// points is a share in whole hundredths, rounded towards nought: what falls short of a rule never reads as reaching it.
function points(share) {
  var n = 100 * share + (share < 0 ? -CLOSE : CLOSE);
  return n < 0 ? Math.ceil(n) : Math.floor(n);
}

function percent(share) { return String(points(share)).replace('-', '\u2212') + '\u00a0%'; }

// fromChance is a share above chance on either side of nought.
function fromChance(share) {
  return points(share) < 0 ? percent(-share) + ' below chance' : percent(share) + ' above chance';
}

function number(n) { return String(Math.round(100 * n) / 100); }

function count(n, one, many) { return number(n) + ' ' + (n === 1 ? one : many || one + 's'); }

function capital(s) { return s.charAt(0).toUpperCase() + s.slice(1); }

function letter(n) { return 'abcdefghijklmnopqrstuvwxyz'.charAt(n); }

// series is a list in a sentence.
function series(all) {
  return all.length < 2 ? all.join('') : all.slice(0, -1).join(', ') + ' and ' + all[all.length - 1];
}

// spoken is the score of answers in a phrase: too few have no percentage.
function spoken(score) {
  if (score.weights === 0) { return 'nothing scored'; }
  if (score.answers < content.enough) { return score.right + ' of ' + score.answers + ' right'; }
  return fromChance(score.above);
}
