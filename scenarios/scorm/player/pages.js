// The pages, and what leads from one to the next.

function go(stage, place) {
  state.stage = stage;
  if (place !== undefined) { state.place = place; }
  save();
  draw();
}

function draw() {
  changed = function () {};
  if (state.stage === 'begin') { begin(); }
  if (state.stage === 'overview') { overview(); }
  if (state.stage === 'result') { result(); }
  if (state.stage === 'question') { (!assessed && state.entries[state.place].done ? feedback : question)(); }
}

function begin() {
  var n = situations(state.entries.length), again = state.entries.length - n, rows = [];
  if (assessed) {
    rows = [count(n, 'situation') + (content.minutes ? ', about ' + count(content.minutes, 'minute') + '. Nothing happens when the time is up.' : '.'),
      'You can go to and fro, change answers, and flag what you want to come back to. What is right is shown once you hand in.',
      content.rule, 'A blank earns nothing, which is less than guessing brings.'].concat(content.notes);
  } else {
    rows = [count(n, 'situation') + (again ? ', ' + (n === 1 ? 'and then' : again === n ? 'each' : again + ' of them') + ' once more with one fact changed' : '') +
      ': about ' + count(content.minutes, 'minute') + '. You can stop at any time and go on later.',
      'After each answer you see how it is marked' + content.guided + '.',
      'How sure you are never changes your marks.',
      content.papers.length > 1 ? 'There are more facts than one attempt changes: go through it again to meet the others.' : ''];
  }
  show(content.title, { body: h('ul', { 'class': 'plain' }, items(rows)), steps: [button('Begin', function () { go('question', 0); })] });
}

function items(texts) {
  var out = [], i;
  for (i = 0; i < texts.length; i++) { out.push(texts[i] ? h('li', {}, texts[i]) : ''); }
  return out;
}

// situations counts those among the first so many entries: a turn is of the situation that it follows.
function situations(upTo) {
  var n = 0, i;
  for (i = 0; i < upTo; i++) { n += state.entries[i].item.before ? 0 : 1; }
  return n;
}

function placed(n) {
  var item = state.entries[n].item;
  return h('p', { id: 'where', 'class': 'place-line' }, 'Situation ' + situations(n + 1) + ' of ' + situations(state.entries.length) +
    (item.before ? ', one fact changed' : '') + ' \u00b7 ' + item.topic);
}

function question() {
  var entry = state.entries[state.place], item = entry.item, since = active(), timer = 0;
  function spend() {
    entry.seconds += active() - since;
    since = active();
  }
  changed = function () {
    spend();
    window.clearTimeout(timer);
    if (assessed && answered(entry)) { timer = window.setTimeout(save, 1000); }
  };
  show(titleOf(item), { above: [placed(state.place)], body: [h('div', { 'class': 'story' }, story(item)), field(entry)],
    steps: assessed ? paperSteps(entry, spend) : [button('Answer', function () {
      settle(entry);
      spend();
      if (missing(item, entry.answer)) { say(missing(item, entry.answer)); } else if (item.of > 0) { weigh(entry); } else { commit(entry, 0); }
    })] });
  choices();
}

// paperSteps lead to and fro in an assessment.
function paperSteps(entry, spend) {
  var n = state.place, last = n + 1 === state.entries.length, flag;
  function to(stage, place) {
    return function () {
      spend();
      go(stage, place);
    };
  }
  flag = button(flagged(), function () {
    entry.flagged = !entry.flagged;
    clear(flag).appendChild(document.createTextNode(flagged()));
    say(entry.flagged ? 'Flagged.' : 'No longer flagged.');
    save();
  }, { 'class': 'quiet' });
  function flagged() { return entry.flagged ? 'Take the flag away' : 'Flag'; }
  return [
    last ? button('To the overview', to('overview')) : button('Next', to('question', n + 1)),
    entry.item.input === 'order' ? button('Keep this order', function () {
      settle(entry);
      say('The order is your answer.');
      save();
    }, { 'class': 'quiet' }) : '',
    n > 0 ? button('Back', to('question', n - 1), { 'class': 'quiet' }) : '', flag, last ? '' : button('Overview', to('overview'), { 'class': 'quiet' })];
}

// weigh asks how sure somebody is.
function weigh(entry) {
  var item = entry.item, out = [], i;
  function sure(s) { return function () { commit(entry, s); }; }
  for (i = 1; i <= content.certainties.length; i++) { out.push(button(capital(content.certainties[i - 1]), sure(i))); }
  out.push(button('Back to the question', question, { 'class': 'quiet' }));
  show('How sure are you?', { above: [placed(state.place)], body: [h('p', {}, 'Your answer: ' + chosen(entry) + (item.input === 'one' ? '' : '.')), h('p', {}, 'This never changes your marks.')], steps: out });
}

// chosen is an answer in few words.
function chosen(entry) {
  var item = entry.item, out = [], at, now = item.input === 'order' ? order(entry) : item.order;
  for (at = 0; at < now.length; at++) {
    if (entry.answer[now[at]]) { out.push(letter(item.order.indexOf(now[at])) + (item.input === 'one' ? ', ' + item.options[now[at]].text : item.input === 'numbers' ? ' ' + entry.answer[now[at]] : '')); }
  }
  return item.input === 'order' ? out.join(', ') : series(out);
}

function commit(entry, sure) {
  entry.sure = sure;
  entry.done = true;
  report(entry);
  go('question');
}

function feedback() {
  var entry = state.entries[state.place], next = state.entries[state.place + 1], shown = told(entry);
  show(shown.title, { sign: shown.sign, above: [placed(state.place)], body: shown.body, steps: [
    !next ? button('What it comes to', function () { go('result'); }) :
      button(next.item.before ? 'Next: one thing is different' : 'Next', function () { go('question', state.place + 1); })] });
}

// review is the feedback on one of all, from where they are listed.
function review(n) {
  var shown = told(pairAt(n));
  show(shown.title, { sign: shown.sign, above: [placed(n)], body: shown.body, steps: [button('Back to the list', draw)] });
}

// pairAt is a situation with the answer that counts.
function pairAt(n) {
  var e = state.entries[n];
  return { item: e.item, answer: answered(e) ? e.answer : empty(e.item), sure: e.sure };
}

// named is what a situation is called in a list.
function named(n) { return situations(n + 1) + '. ' + state.entries[n].item.title + (state.entries[n].item.before ? ', one fact changed' : ''); }

function stateOf(entry) {
  var n = given(entry.answer), item = entry.item;
  if (!answered(entry)) { return n > 0 && item.input === 'numbers' ? 'not answered, ' + n + ' of ' + entry.answer.length + ' rated' : 'not answered'; }
  return item.input === 'several' && n < item.most ? 'answered, ' + n + ' of ' + item.most + ' chosen' : 'answered';
}

function overview() {
  var list = [], left = 0, i, e;
  function to(n) { return function () { go('question', n); }; }
  for (i = 0; i < state.entries.length; i++) {
    e = state.entries[i];
    left += answered(e) ? 0 : 1;
    list.push(h('li', {}, button(named(i), to(i), { 'class': 'link' }), h('span', { 'class': 'tags' }, stateOf(e) + (e.flagged ? ' \u00b7 \u2691 flagged' : ''))));
  }
  show('Overview', { body: [h('p', {}, count(state.entries.length - left, 'situation') + ' answered, ' + left + ' not. Active time so far: ' +
    count(Math.round((state.before + active()) / 60), 'minute') + '.'), h('ul', { 'class': 'rows' }, list)], steps: handing(left) });
}

// handing asks first where something is left blank.
function handing(left) {
  var asked = false;
  return [button('Hand in', function () {
    if (left > 0 && !asked) {
      asked = true;
      say(count(left, 'situation') + (left === 1 ? ' has' : ' have') + ' no answer, and a blank earns nothing. Press Hand in again to hand in all the same.');
      return;
    }
    handIn();
  })];
}

function handIn() {
  var all, i;
  state.stage = 'result';
  all = pairs();
  for (i = 0; i < all.length; i++) { report({ item: all[i].item, answer: all[i].answer, seconds: all[i].entry.seconds }); }
  go('result');
}

// rows lists what was answered, each with its verdict.
function rows() {
  var out = [], i;
  function to(n) { return function () { review(n); }; }
  for (i = 0; i < state.entries.length; i++) { out.push(row(i, to(i))); }
  return h('ul', { 'class': 'rows' }, out);
}

function row(n, does) {
  var e = pairAt(n), v = judged(e.item, e.answer);
  return h('li', {}, button(named(n), does, { 'class': 'link' }),
    h('span', { 'class': 'tags ' + v.standing }, v.sign ? h('span', { 'aria-hidden': 'true' }, v.sign + ' ') : '', v.words.charAt(0).toLowerCase() + v.words.slice(1) + (e.sure === 3 && v.standing === 'wrong' ? ' \u00b7 you were very sure' : '')));
}

function result() {
  var score = scoreOf(pairs()), passed = assessed && reaches(score, content.pass), within = content.papers[state.paper].within;
  var said = [h('p', { 'class': 'score' }, capital(spoken(score)) + '.')];
  if (score.answers >= content.enough && within) { said.push(h('p', {}, capital(within) + '.')); }
  if (score.weights) { said.push(h('p', {}, (score.answers < content.enough ? '' : score.right + ' of ' + score.answers + ' right. ') + number(score.marks) + ' of ' + count(score.of, 'mark') + '; chance alone brings ' + number(score.chance) + '.')); }
  if (assessed) { said.push(h('p', {}, content.rule)); }
  if (assessed && !passed && blanks() > 0) { said.push(h('p', {}, blanks() + ' left blank: a blank earns nothing, which is less than guessing brings.')); }
  said.push(h('p', {}, !records() ? '' : lms.refused ? '' : 'This is with your learning platform. You can close this window.'));
  show(!assessed ? 'What it comes to' : passed ? 'Passed' : 'Not passed', {
    sign: passed ? '\u2713' : '', body: [said, h('h2', {}, 'Look at each again'), rows()],
    steps: !passed && content.papers.length > 1 && lms.mode !== 'review' ? [button(assessed ? 'Sit another paper' : 'Go through it again, with other facts', function () {
      open(another(state.paper));
      go('begin');
    })] : [] });
}

function blanks() {
  var n = 0, i;
  for (i = 0; i < state.entries.length; i++) { n += answered(state.entries[i]) ? 0 : 1; }
  return n;
}
