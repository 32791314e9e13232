// Where the learner is. entries are the situations of this attempt with their answers.

var state = { paper: 0, place: 0, stage: 'begin', entries: [], before: 0 };
var assessed = content.rule !== '';

// The stages, and how they are written down.
var STAGES = { begin: 'b', question: 'q', overview: 'o', result: 'r' };

// open begins an attempt with a paper.
function open(paper) {
  var items = content.papers[paper].items, i, item;
  state.paper = paper;
  state.place = 0;
  state.entries = [];
  for (i = 0; i < items.length; i++) {
    item = content.items[items[i]];
    state.entries.push({ item: item, answer: empty(item), sure: 0, done: false, flagged: false, seconds: 0 });
  }
}

// another is a paper by chance, if there are several not the one that was sat. Of a practice it is the next, so that one meets them all.
function another(but) {
  var n = content.papers.length, next = Math.floor(Math.random() * n);
  if (!assessed && but >= 0) { return (but + 1) % n; }
  return n > 1 && next === but ? (next + 1) % n : next;
}

// answered reports whether a whole answer stands. In an assessment it stands once it is whole; an order, once it was made one.
function answered(entry) { return assessed ? missing(entry.item, entry.answer) === '' : entry.done; }

// over reports whether all is done: handed in, or the last answer given.
function over() {
  var i;
  if (assessed) { return state.stage === 'result'; }
  for (i = 0; i < state.entries.length; i++) {
    if (!state.entries[i].done) { return false; }
  }
  return true;
}

// pairs are the situations that count, with their answers. In an assessment a blank counts too, and so does a rating in part, as one.
function pairs() {
  var out = [], i, e;
  for (i = 0; i < state.entries.length; i++) {
    e = state.entries[i];
    if (assessed || e.done) { out.push({ item: e.item, answer: answered(e) ? e.answer : empty(e.item), entry: e }); }
  }
  return out;
}

// standing is the status for the platform.
function standing() {
  if (!over()) { return 'incomplete'; }
  if (!assessed) { return 'completed'; }
  return reaches(scoreOf(pairs()), content.pass) ? 'passed' : 'failed';
}

// written is all that is kept of an attempt, in few characters: a digit for each option, a letter for how sure, ! for what is answered and * for a flag.
function written() {
  var all = [], i, e;
  for (i = 0; i < state.entries.length; i++) {
    e = state.entries[i];
    all.push((given(e.answer) ? e.answer.join('') : '') + (e.sure ? letter(e.sure - 1) : '') + (e.done ? '!' : '') + (e.flagged ? '*' : ''));
  }
  return ['1', content.digest, state.paper, state.place, STAGES[state.stage], Math.floor(state.before + active()), all.join(',')].join(';');
}

// values reads the digits of an answer; what cannot be one is none.
function values(item, digits) {
  var out = empty(item), n = 0, i, v, seen = {};
  for (i = 0; i < out.length && i < digits.length; i++) {
    v = parseInt(digits.charAt(i), 10);
    if (v > 0 && v <= item.options[i].cells.length) {
      if (item.input === 'order' && seen[v]) { return empty(item); }
      seen[v] = true;
      out[i] = v;
      n++;
    }
  }
  if (digits.length !== out.length || (item.input === 'order' && n !== out.length)) { return empty(item); }
  return (item.input === 'one' || item.input === 'several') && n > item.most ? empty(item) : out;
}

// takeUp goes on where an attempt was left. It is false where what was kept is of another edition, or none of ours.
function takeUp(text) {
  var parts = String(text).split(';'), all, i, name, match, e;
  if (parts.length !== 7 || parts[0] !== '1' || parts[1] !== content.digest || !content.papers[+parts[2]]) { return false; }
  open(+parts[2]);
  all = parts[6].split(',');
  if (all.length !== state.entries.length) { return false; }
  for (i = 0; i < all.length; i++) {
    match = /^(\d*)([a-z]?)(!?)(\*?)$/.exec(all[i]);
    if (!match) { return false; }
    e = state.entries[i];
    e.answer = values(e.item, match[1]);
    e.sure = match[2] ? Math.min(match[2].charCodeAt(0) - 96, content.certainties.length) : 0;
    e.done = match[3] === '!' && missing(e.item, e.answer) === '';
    e.flagged = match[4] === '*';
  }
  state.place = Math.max(0, Math.min(Math.floor(+parts[3]) || 0, all.length - 1));
  state.before = /^\d{1,9}$/.test(parts[5]) ? +parts[5] : 0;
  for (name in STAGES) {
    if (STAGES[name] === parts[4]) { state.stage = name; }
  }
  return true;
}
