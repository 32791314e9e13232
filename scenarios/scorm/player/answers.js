// The ways of answering: fields of the browser's own, so that keyboards and screen readers work as everywhere.

// changed is called when an answer was changed by somebody.
var changed = function () {};

// lettered is an option with the letter of where it is shown.
function lettered(item, at) {
  return [h('span', { 'class': 'letter' }, letter(at)), h('span', { 'class': 'words' }, item.options[item.order[at]].text)];
}

// choices sets off what is chosen, beside the sign that the browser has for it.
function choices() {
  var all = byID('page').getElementsByTagName('input'), i, label;
  for (i = 0; i < all.length; i++) {
    label = all[i].parentNode;
    label.className = label.className.replace(' chosen', '') + (all[i].checked ? ' chosen' : '');
  }
}

function picks(entry) {
  var item = entry.item, kind = item.input === 'one' ? 'radio' : 'checkbox', out = [], at;
  for (at = 0; at < item.order.length; at++) { out.push(pick(entry, item.order[at], at, kind)); }
  return out;
}

function pick(entry, i, at, kind) {
  var field = h('input', { type: kind, name: 'answer', id: 'option' + at });
  field.checked = entry.answer[i] === 1;
  field.addEventListener('change', function () {
    window.setTimeout(choices, 0);
    if (kind === 'radio') {
      entry.answer = empty(entry.item);
    } else if (field.checked && given(entry.answer) === entry.item.most) {
      field.checked = false;
      say(entry.item.full);
      return;
    }
    entry.answer[i] = field.checked ? 1 : 0;
    say(kind === 'radio' ? '' : given(entry.answer) + ' of ' + entry.item.most + ' chosen.');
    changed();
  }, false);
  return h('label', { 'class': 'option', 'for': 'option' + at }, field, lettered(entry.item, at));
}

function ratings(entry) {
  var item = entry.item, out = [], at, v, of;
  for (at = 0; at < item.order.length; at++) {
    of = [];
    for (v = item.said.length; v > 0; v--) { of.push(rating(entry, item.order[at], at, v)); }
    out.push(h('fieldset', { 'class': 'rating' }, h('legend', {}, lettered(item, at)), h('div', { 'class': 'scale' }, of)));
  }
  return out;
}

function rating(entry, i, at, v) {
  var id = 'option' + at + '-' + v, field = h('input', { type: 'radio', name: 'option' + at, id: id });
  field.checked = entry.answer[i] === v;
  field.addEventListener('change', function () {
    entry.answer[i] = v;
    choices();
    say('');
    changed();
  }, false);
  return h('label', { 'class': 'step', 'for': id }, field, h('span', { 'class': 'words' }, h('strong', {}, v), ' ' + entry.item.said[v - 1]));
}

// order is the options in the order in which they stand, by their places in the file.
function order(entry) {
  var out = entry.item.order.slice();
  if (given(entry.answer)) { out.sort(function (x, y) { return entry.answer[x] - entry.answer[y]; }); }
  return out;
}

function ranking(entry) {
  var list = h('ol', { 'class': 'ranking', id: 'ranking' });
  ranked(list, entry);
  return list;
}

function ranked(list, entry) {
  var now = order(entry), p;
  clear(list);
  for (p = 0; p < now.length; p++) { list.appendChild(place(list, entry, now, p)); }
}

// place is an option in its place, with what moves it.
function place(list, entry, now, p) {
  var at = entry.item.order.indexOf(now[p]), name = letter(at);
  return h('li', { 'class': 'option' }, h('span', { 'class': 'place' }, entry.item.said[p]), lettered(entry.item, at),
    h('span', { 'class': 'moves' }, mover('\u2191', 'up', -1), mover('\u2193', 'down', 1)));
  function mover(sign, way, by) {
    var end = p + by < 0 || p + by >= now.length;
    return button(sign, function () { if (!end) { moveBy(by, way + at); } }, { id: way + at, 'class': 'move', 'aria-label': 'Move ' + name + ' ' + way, 'aria-disabled': String(end) });
  }
  function moveBy(by, focused) {
    var i;
    now.splice(p + by, 0, now.splice(p, 1)[0]);
    for (i = 0; i < now.length; i++) { entry.answer[now[i]] = i + 1; }
    ranked(list, entry);
    byID(focused).focus();
    say(name + ' is now ' + entry.item.said[p + by] + '.');
    changed();
  }
}

// settle takes an order as it stands for an answer.
function settle(entry) {
  var now = order(entry), i;
  if (entry.item.input === 'order') {
    for (i = 0; i < now.length; i++) { entry.answer[now[i]] = i + 1; }
  }
}

// field is where a situation is answered.
function field(entry) {
  var item = entry.item, inputs = { one: picks, several: picks, numbers: ratings, order: ranking };
  return h('fieldset', { 'class': 'answer', 'aria-describedby': 'how' }, h('legend', {}, item.ask),
    h('p', { id: 'how', 'class': 'how' }, item.instruction), inputs[item.input](entry));
}
