// What is told of a situation, and of an answer to it.

// story is what is told; of a turn, what was so and what is so now.
function story(item) {
  var before = item.before ? content.items[item.before - 1] : null;
  if (!before) { return [prose(item.lead), prose(item.facts)]; }
  return [prose(item.lead), h('div', { 'class': 'turn' },
    h('div', { 'class': 'was' }, h('strong', {}, 'Was'), prose(before.facts)), h('div', { 'class': 'now' }, h('strong', {}, 'Now'), prose(item.facts)))];
}

function titleOf(item) { return item.before ? 'Now one thing is different' : item.title; }

// tags are what the learner and the key said of an option.
function tags(item, answer, i) {
  var out = [], c = cell(item, answer, i), o = item.options[i];
  if (c) { out.push((item.outright ? '' : 'you: ') + item.said[answer[i] - 1]); }
  if (o.key) { out.push((item.outright ? '' : 'key: ') + o.key); }
  if (c && c.marks > 0 && item.of > 1) { out.push(count(c.marks, 'mark')); }
  return out.join(' \u00b7 ');
}

function sign(item, answer, i) {
  var c = cell(item, answer, i);
  if (item.of === 0) { return { sign: '', standing: 'none' }; }
  if (c && c.right) { return { sign: '\u2713', standing: 'right' }; }
  if (c && c.marks > 0) { return { sign: '\u25d0', standing: 'partly' }; }
  if (c) { return { sign: '\u2717', standing: 'wrong' }; }
  return item.outright && item.options[i].key ? { sign: '\u2192', standing: 'right' } : { sign: '', standing: 'none' };
}

// explained is every option with its rationale, in the order shown.
function explained(item, answer) {
  var out = [], at, i, s, said;
  for (at = 0; at < item.order.length; at++) {
    i = item.order[at];
    s = sign(item, answer, i);
    said = tags(item, answer, i);
    out.push(h('li', { 'class': 'told ' + s.standing },
      h('p', { 'class': 'what' }, h('span', { 'class': 'sign', 'aria-hidden': 'true' }, s.sign), h('span', { 'class': 'letter' }, letter(at)),
        h('span', { 'class': 'words' }, item.options[i].text, said ? h('span', { 'class': 'tags' }, said) : '')),
      h('p', { 'class': 'why' }, item.options[i].why), reasons(item.options[i].stated)));
  }
  return h('ul', { 'class': 'options' }, out);
}

function reasons(stated) {
  var out = [], i;
  for (i = 0; i < stated.length; i++) { out.push(h('p', { 'class': 'why' }, stated[i])); }
  return out;
}

function extracts(places) {
  var out = [], i, k, c, labels;
  for (i = 0; i < places.length; i++) {
    c = content.clauses[places[i]];
    labels = [];
    for (k = 0; k < c.labels.length; k++) { labels.push(h('p', { 'class': 'label' }, c.labels[k])); }
    out.push(h('div', { 'class': 'extract' }, h('p', { 'class': 'force' }, c.force), prose(c.text), h('p', { 'class': 'cite' }, c.cite), labels));
  }
  return out;
}

function guidance(item) {
  return [
    item.deciding.length ? h('h2', {}, item.of ? 'The guidance that decides it' : 'The guidance that bears on it') : '', extracts(item.deciding),
    item.also.length ? h('details', {}, h('summary', {}, 'Also cited: ' + count(item.also.length, 'extract')), extracts(item.also)) : ''];
}

// working is what was said, and the marks beside those that chance brings.
function working(entry) {
  var item = entry.item, said = entry.sure ? 'You were ' + (entry.sure === 1 ? 'guessing' : content.certainties[entry.sure - 1]) + '. ' : '';
  if (item.of === 0) { return said + 'Reasonable people differ: each position has something for it and against it.'; }
  return said + number(marksOf(item, entry.answer)) + ' of ' + count(item.of, 'mark') + '. Chance alone brings ' + number(item.chance * item.of) + '.' +
    (item.note ? ' ' + item.note : '');
}

function difference(item) {
  var before = item.before ? content.items[item.before - 1] : null;
  if (!before) { return ''; }
  return [h('h2', {}, item.difference), h('div', { 'class': 'turn' },
    h('div', { 'class': 'was' }, h('strong', {}, 'Was'), h('p', {}, before.turns)), h('div', { 'class': 'now' }, h('strong', {}, 'Now'), h('p', {}, item.turns)))];
}

// told is all that is said of an answer.
function told(entry) {
  var item = entry.item, v = judged(item, entry.answer);
  return { sign: v.sign, title: v.words, body: [
    h('p', { 'class': 'marks ' + v.standing }, working(entry)),
    item.lesson ? h('p', { 'class': 'lesson' }, item.lesson) : '', difference(item),
    h('h2', {}, item.ask), explained(item, entry.answer), guidance(item),
    h('details', {}, h('summary', {}, 'The situation again'), story(item))] };
}
