// Improves comparison pages: steps from change to change by button or by key. The page is complete without it.
(() => {
  "use strict";
  document.documentElement.dataset.js = "";
  const step = document.querySelector("[data-step]");
  if (!step) return;

  const output = step.querySelector("output");
  const count = step.querySelector("[data-step-count]");
  const said = step.querySelector("[data-step-said]");
  const keys = document.querySelector("[data-keys]");
  let here = null;

  // A kind that the reader has hidden is not a stop.
  const stops = () => [...document.querySelectorAll("[data-stop]")].filter((stop) => stop.getClientRects().length);

  const tell = () => {
    const all = stops();
    const at = all.indexOf(here);
    count.textContent = at < 0
      ? words.counted(output.dataset.changes, all.length)
      : words.filled(output.dataset.place, { part: words.number(at + 1), whole: words.number(all.length) });
    said.textContent = at < 0 ? "" : here.textContent.replace(/\s+/g, " ").trim();
    for (const button of step.querySelectorAll("button")) button.disabled = !all.length;
  };

  const mark = (stop) => {
    for (const old of document.querySelectorAll("[data-here], [data-lit]")) {
      delete old.dataset.here;
      delete old.dataset.lit;
    }
    here = stop;
    if (stop) {
      stop.dataset.here = "";
      for (const run of document.querySelectorAll(`[data-of="${CSS.escape(stop.id)}"]`)) run.dataset.lit = "";
    }
    tell();
  };

  const go = (by) => {
    const all = stops();
    if (!all.length) return;
    const at = all.indexOf(here);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    mark(all[next]);
    all[next].closest("[data-line]").scrollIntoView({ block: "start" });
    // The focus goes along, so that a reader who listens is where a reader who looks is.
    all[next].tabIndex = -1;
    all[next].focus({ preventScroll: true });
    history.replaceState(null, "", `#${all[next].id}`);
  };

  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    mark(target?.matches("[data-stop]") ? target : null);
  };

  step.querySelector("[data-step-back]").addEventListener("click", () => go(-1));
  step.querySelector("[data-step-on]").addEventListener("click", () => go(1));
  step.closest("form").addEventListener("change", tell);
  step.closest("form").addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const by = { j: 1, n: 1, k: -1, p: -1 }[event.key];
    if (by) go(by);
  });
  follow();
})();
