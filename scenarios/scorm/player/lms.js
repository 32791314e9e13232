// The learning platform: the run-time environment of SCORM 1.2. It is asked for nothing that says who the learner is.

var lms = { api: null, live: false, mode: 'normal', refused: '', told: {} };

// among looks for the platform in a window and those that it stands in.
function among(w) {
  var steps;
  for (steps = 0; w && steps < 50; steps++) {
    try {
      if (w.API && w.API !== null) { return w.API; }
      if (w.parent === w) { return null; }
      w = w.parent;
    } catch (e) { // another site's
      return null;
    }
  }
  return null;
}

function findPlatform() {
  var w = window, steps, found = null;
  for (steps = 0; w && !found && steps < 10; steps++) {
    found = among(w);
    try {
      w = (w.opener || (w.top !== w && w.top.opener)) || null;
    } catch (e) {
      w = null;
    }
  }
  return found;
}

// asked makes a call, and takes a platform that fails for one that says no.
function asked(name, a, b) {
  try {
    var answer = a === undefined ? lms.api[name]('') : b === undefined ? lms.api[name](a) : lms.api[name](a, b);
    return answer === null || answer === undefined ? '' : String(answer);
  } catch (e) { // of the call, or of an answer that is no text
    return '';
  }
}

function yes(answer) { return answer === 'true' || answer === '1'; }

// reason is the platform's own for its last refusal.
function reason() {
  var code = asked('LMSGetLastError');
  return code === '0' || code === '' ? 'it gave no reason' : (asked('LMSGetErrorString', code) || 'error') + ', ' + code;
}

function connect() {
  lms.api = findPlatform();
  if (!lms.api) { return; }
  lms.live = yes(asked('LMSInitialize'));
  if (!lms.live) {
    lms.refused = reason();
    return;
  }
  lms.mode = asked('LMSGetValue', 'cmi.core.lesson_mode') || 'normal';
  lms.status = asked('LMSGetValue', 'cmi.core.lesson_status');
  lms.suspended = asked('LMSGetValue', 'cmi.suspend_data');
  lms.interactions = parseInt(asked('LMSGetValue', 'cmi.interactions._count'), 10);
}

// records reports whether what happens is to be kept: not of somebody who only looks, or looks back.
function records() { return lms.live && lms.mode !== 'browse' && lms.mode !== 'review'; }

// tell sets a value, unless it is what was told before. What a platform need not know may be refused.
function tell(element, value, optional) {
  if (lms.told[element] === value) { return; }
  if (yes(asked('LMSSetValue', element, value))) {
    lms.told[element] = value;
  } else if (!optional) {
    lms.refused = lms.refused || reason();
  }
}

function twoDigits(n) { return (n < 10 ? '0' : '') + n; }

// timespan is so many seconds as HHHH:MM:SS.SS.
function timespan(seconds) {
  var whole = Math.min(Math.floor(seconds), 9999 * 3600), hours = String(Math.floor(whole / 3600));
  return ('0000' + hours).slice(-4) + ':' + twoDigits(Math.floor(whole / 60) % 60) + ':' + twoDigits(whole % 60) + '.00';
}

// raw is a score as a platform takes it: from 0 to 100, never rounded up.
function raw(above) {
  var hundredths = Math.floor(1e4 * Math.max(0, Math.min(1, above)) + CLOSE);
  return String(hundredths / 100);
}

// better is the status that stands: what is completed or passed stays so.
function better(now) {
  var was = lms.status;
  return was === 'passed' || (was === 'completed' && now !== 'passed') || (was === 'failed' && now === 'incomplete') ? was : now;
}

// save tells the platform where things stand. It is asked to keep it at once.
function save() {
  if (!records()) { return; }
  var was = lms.refused;
  lms.refused = '';
  lms.status = better(standing());
  tell('cmi.suspend_data', written());
  tell('cmi.core.lesson_location', String(state.place + 1));
  tell('cmi.core.lesson_status', lms.status);
  tell('cmi.core.exit', over() ? '' : 'suspend');
  tell('cmi.core.session_time', timespan(active()));
  tellScore();
  if (!yes(asked('LMSCommit'))) { lms.refused = lms.refused || reason(); }
  if (was !== lms.refused) { showNotices(); }
}

// tellScore is for what is over, and has answers enough for a figure.
function tellScore() {
  var score = scoreOf(pairs());
  if (!over() || score.answers < content.enough) { return; }
  tell('cmi.core.score.min', '0', true);
  tell('cmi.core.score.max', '100', true);
  tell('cmi.core.score.raw', raw(score.above));
}

// response is an answer as the platform writes one of its kind, with options by their letters in the file.
function response(item, answer) {
  var out = [], i;
  for (i = 0; i < answer.length; i++) {
    if (answer[i]) { out.push({ letter: letter(i), value: answer[i] }); }
  }
  if (item.input === 'order') { out.sort(function (x, y) { return x.value - y.value; }); }
  for (i = 0; i < out.length; i++) { out[i] = out[i].letter + (item.input === 'numbers' ? '.' + out[i].value : ''); }
  return out.join(',');
}

// report tells of one answer, where the platform takes such reports.
function report(entry) {
  var now = new Date(), at = 'cmi.interactions.' + lms.interactions + '.', item = entry.item, result;
  if (!records() || isNaN(lms.interactions) || given(entry.answer) === 0) { return; }
  result = item.of === 0 ? 'neutral' : isRight(item, entry.answer) ? 'correct' : 'wrong';
  tell(at + 'id', item.id, true);
  tell(at + 'time', twoDigits(now.getHours()) + ':' + twoDigits(now.getMinutes()) + ':' + twoDigits(now.getSeconds()), true);
  tell(at + 'type', item.interaction, true);
  tell(at + 'weighting', String(item.weight), true);
  tell(at + 'student_response', response(item, entry.answer), true);
  tell(at + 'result', result, true);
  tell(at + 'latency', timespan(entry.seconds), true);
  lms.interactions++;
}

// leave is said once, when the window goes.
function leave() {
  if (!lms.live) { return; }
  save();
  lms.live = false;
  asked('LMSFinish');
}
