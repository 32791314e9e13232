// The beginning and the end.

connect();
alive();
if (!lms.live || !lms.suspended || !takeUp(lms.suspended)) {
  trouble.late = lms.live && !!lms.suspended;
  open(another(-1));
}
put(byID('foot'), [h('p', {}, content.whose + ' Licence: ' + content.licence + '.')]);
listen(document, 'keydown mousedown touchstart scroll input change', alive);
listen(window, 'onpagehide' in window ? 'pagehide' : 'unload', function () {
  alive();
  leave();
});
listen(window, 'pageshow', function (e) { // a page that the browser kept is connected no longer
  if (e.persisted && lms.api) { window.location.reload(); }
});
listen(document, 'visibilitychange', function () {
  if (document.visibilityState === 'hidden') { save(); }
});
showNotices();
save();
draw();
