// Marking. There is no scheme here: what an answer earns is added up from the table that comes with each situation.

var content = JSON.parse(document.getElementById('content').textContent);

// An answer is a value for each option, in the order of the file: 0 for none, else a row of the option's table.

function empty(item) {
  var out = [], i;
  for (i = 0; i < item.options.length; i++) { out.push(0); }
  return out;
}

function cell(item, answer, i) { return answer[i] ? item.options[i].cells[answer[i] - 1] : null; }

function marksOf(item, answer) {
  var sum = 0, i, c;
  for (i = 0; i < answer.length; i++) {
    c = cell(item, answer, i);
    sum += c ? c.marks : 0;
  }
  return sum;
}

function given(answer) {
  var n = 0, i;
  for (i = 0; i < answer.length; i++) { n += answer[i] ? 1 : 0; }
  return n;
}

// missing says what an answer lacks before it is one; '' for nothing.
function missing(item, answer) {
  var left = answer.length - given(answer);
  if (item.input === 'one' && left === answer.length) { return 'Choose an answer first.'; }
  if (item.input === 'several' && left === answer.length) { return 'Choose at least one first.'; }
  if (item.input === 'numbers' && left > 0) { return capital(left === 1 ? 'one is' : left + ' are') + ' not rated yet.'; }
  return item.input === 'order' && left > 0 ? 'Put them in order first.' : '';
}

function isRight(item, answer) { return item.of > 0 && marksOf(item, answer) >= content.right * item.of; }

// share is the share above chance of a scored answer.
function share(item, answer) {
  var chance = item.chance * item.of;
  return (marksOf(item, answer) - chance) / (item.of - chance);
}

// scoreOf adds up answers: a list of pairs of a situation and its answer.
function scoreOf(pairs) {
  var s = { answers: 0, right: 0, marks: 0, of: 0, chance: 0, weights: 0, above: 0 }, sum = 0, i, item, answer;
  for (i = 0; i < pairs.length; i++) {
    item = pairs[i].item;
    answer = pairs[i].answer;
    if (item.of > 0) {
      s.answers++;
      s.right += isRight(item, answer) ? 1 : 0;
      s.marks += marksOf(item, answer);
      s.of += item.of;
      s.chance += item.chance * item.of;
      s.weights += item.weight;
      sum += item.weight * share(item, answer);
    }
  }
  s.above = s.weights ? sum / s.weights : 0;
  return s;
}

function reaches(score, least) { return score.weights > 0 && score.above >= least - CLOSE; }

// judged is how an answer stands beside the key: a sign, words, and a class.
function judged(item, answer) {
  var marks = marksOf(item, answer);
  if (item.of === 0) { return { sign: '', words: 'There is no right answer here', standing: 'none' }; }
  if (given(answer) === 0) { return { sign: '\u2013', words: 'Left blank', standing: 'wrong' }; }
  if (marks === item.of) { return { sign: '\u2713', words: 'Right', standing: 'right' }; }
  if (isRight(item, answer)) { return { sign: '\u2713', words: 'Nearly all of it', standing: 'right' }; }
  if (marks > item.chance * item.of) { return { sign: '\u25d0', words: 'Part of the way', standing: 'partly' }; }
  return { sign: '\u2717', words: item.input === 'one' ? 'Not the best answer' : 'Not this time', standing: 'wrong' };
}
