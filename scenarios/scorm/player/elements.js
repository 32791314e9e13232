// Elements. All that comes from the content becomes text: nothing here reads HTML.

var ATTRIBUTES = /^(id|class|type|name|value|for|role|tabindex|lang|aria-[a-z]+)$/;

function put(parent, children) {
  var i;
  for (i = 0; i < children.length; i++) {
    if (children[i] instanceof Array) {
      put(parent, children[i]);
    } else if (children[i] && children[i].nodeType) {
      parent.appendChild(children[i]);
    } else if (children[i] !== null && children[i] !== undefined && children[i] !== '') {
      parent.appendChild(document.createTextNode(String(children[i])));
    }
  }
  return parent;
}

// h makes an element of a tag, attributes and what is in it.
function h(tag, attributes) {
  var e = document.createElement(tag), name;
  for (name in attributes || {}) {
    if (ATTRIBUTES.test(name)) { e.setAttribute(name, attributes[name]); }
  }
  return put(e, Array.prototype.slice.call(arguments, 2));
}

var TAGS = { p: 1, ul: 1, ol: 1, li: 1, blockquote: 1, em: 1, strong: 1, br: 1 };

// prose makes elements of a tree of texts and tags, of which there are few.
function prose(nodes) {
  var out = [], i;
  for (i = 0; i < nodes.length; i++) {
    if (nodes[i] instanceof Array) {
      out.push(h(TAGS.hasOwnProperty(nodes[i][0]) ? nodes[i][0] : 'span', {}, prose(nodes[i].slice(1))));
    } else {
      out.push(nodes[i]);
    }
  }
  return out;
}

function button(text, does, attributes) {
  var b = h('button', attributes || {}, text);
  b.setAttribute('type', 'button');
  b.addEventListener('click', does, false);
  return b;
}

function clear(e) {
  while (e.firstChild) { e.removeChild(e.firstChild); }
  return e;
}

function byID(id) { return document.getElementById(id); }

// say tells those who see and those who listen.
function say(text) {
  var status = byID('status');
  if (status) {
    clear(status);
    put(status, [text]);
  }
}

// show puts a page in place of the last. What is read first is its heading, and with it where one is. A sign before it is for the eye.
function show(title, parts) {
  var page = clear(byID('page')), sign = parts.sign ? h('span', { 'aria-hidden': 'true' }, parts.sign + ' ') : '';
  var heading = h('h1', parts.above ? { tabindex: '-1', 'aria-describedby': 'where' } : { tabindex: '-1' }, sign, title);
  put(page, parts.above || []);
  put(page, [heading, parts.body, h('p', { id: 'status', role: 'status', 'class': 'status' }), h('div', { 'class': 'steps' }, parts.steps || [])]);
  document.title = title === content.title ? title : title + ' \u2013 ' + content.title;
  window.scrollTo(0, 0);
  heading.focus();
}

var trouble = { late: false };

// showNotices says what stands between the page and the platform. They are read once what is read at the moment is over: it may be a new page.
function showNotices() {
  var all = clear(byID('notices')), text = '', again = false;
  if (!lms.api) {
    text = 'No learning platform was found around this page. You can go through it, and nothing is reported.';
  } else if (lms.refused && !lms.live) {
    text = 'Your learning platform is there and does not answer (' + lms.refused + '). You can go on, and nothing is reported: to have it reported, close this window and open it again.';
  } else if (lms.refused) {
    text = 'Your learning platform did not save this (' + lms.refused + '). Your answers are safe as long as this window is open.';
    again = true;
  } else if (lms.live && !records()) {
    text = lms.mode === 'review' ? 'You are looking back: nothing is reported.' : 'You are only looking round: nothing is reported.';
  }
  if (text) {
    put(all, [h('p', { 'class': 'notice', role: 'note' }, text, again ? button('Try again', save) : '')]);
  }
  if (trouble.late) {
    put(all, [h('p', { 'class': 'notice', role: 'note' }, 'The questions have changed since you were here, so that you begin anew.')]);
  }
}
