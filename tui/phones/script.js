// The page works without this. With it, the page follows the room by itself, and what is chosen counts even when it is not sent.
"use strict";
(() => {
  const body = document.body, room = body.dataset.room;
  const form = document.querySelector("form[action$='/vote']");
  let asking = false;

  for (const link of document.querySelectorAll(".by-hand")) link.hidden = true;

  const round = form && [room, ...["situation", "action", "number"].map((name) => form.elements[name].value)].join(" ");
  const keep = (vote) => { try { sessionStorage.setItem("vote", JSON.stringify(vote)); } catch { /* this browser keeps nothing */ } };
  let kept = null;
  try { kept = JSON.parse(sessionStorage.getItem("vote")); } catch { /* nor gives anything */ }

  form?.addEventListener("change", () => {
    if ("sent" in body.dataset) return; // it has voted: only what is sent changes that
    fetch(room + "/pick", { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => {});
  });
  form?.addEventListener("submit", () => {
    keep({ round, choice: form.elements.choice.value });
  });
  if (kept && kept.round === round) {
    const sent = "sent" in body.dataset;
    if (!sent && !kept.again) { // the program was started again, and has lost it
      form.elements.choice.value = kept.choice;
      keep({ ...kept, again: true }); // once: what is refused is not sent for ever
      if (form.elements.choice.value) form.submit();
    } else if (sent) keep({ round, choice: kept.choice });
  }

  async function follow() {
    if (asking || document.hidden) return;
    asking = true;
    try {
      const answer = await fetch(room + "/now", { cache: "no-store" });
      if (answer.ok) {
        const now = await answer.json();
        if (String(now.revision) !== body.dataset.revision) location.replace(body.dataset.page || location.pathname.replace(/\/vote$/, ""));
        if ("notes" in body.dataset) document.querySelector(".said").textContent = now.turnout;
      }
    } catch { /* the network is away: the next time asks again */ }
    asking = false;
  }

  setInterval(follow, 1500);
  document.addEventListener("visibilitychange", follow);
  addEventListener("pageshow", (shown) => { if (shown.persisted) follow(); });
})();
