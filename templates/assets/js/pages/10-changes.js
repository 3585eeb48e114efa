// Improves comparison pages: steps from change to change by button or by key. The page is complete without it.
(() => {
  "use strict";
  const step = document.querySelector("[data-step]");
  if (!step) return;

  const output = step.querySelector("output");
  const count = step.querySelector("[data-step-count]");
  const said = step.querySelector("[data-step-said]");
  const opener = step.querySelector("[data-step-card]");
  const card = document.getElementById("step-card");
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
    opener.disabled = at < 0;
    if (!card.hidden) show();
  };

  // The sentence of a side that a change stands in; the first where it is about the whole of it.
  const runIn = (side) => side?.querySelector(`[data-of="${CSS.escape(here.id)}"]`);
  const sentenceOf = (side, isWhole) => {
    const run = runIn(side);
    const paragraph = isWhole ? side?.querySelector(".text p") : run?.closest("p, blockquote, .title");
    if (!paragraph) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    if (run) before.setEndBefore(run);
    const place = String(before).length;
    const language = paragraph.closest("[lang]").lang;
    const sentences = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(paragraph.textContent)];
    const quote = document.createElement("blockquote");
    quote.lang = language;
    quote.dir = "auto";
    quote.textContent = sentences.findLast(({ index }) => index <= place)?.segment.trim() ?? "";
    return quote.textContent ? quote : null;
  };

  // The change in full: the sentence of each side under its name, and what is said of it, with its links.
  const show = () => {
    const line = here?.closest("[data-line]");
    card.hidden = !line;
    opener.setAttribute("aria-expanded", String(!card.hidden));
    if (!line) return;
    const sides = ["left", "right"].map((which) => line.querySelector(`:scope > .${which}`));
    const isWhole = !sides.some(runIn);
    const parts = ["left", "right"].flatMap((which, at) => {
      const quote = sentenceOf(sides[at], isWhole);
      if (!quote) return [];
      const name = document.createElement("p");
      name.className = "who";
      name.append(...document.querySelector(`.heads .${which}`).cloneNode(true).childNodes);
      return [name, quote];
    });
    const remark = document.createElement("p");
    remark.append(...here.cloneNode(true).childNodes);
    card.replaceChildren(...parts, remark);
    const cite = document.querySelector("#cite");
    if (!cite) return;
    const link = Object.assign(document.createElement("a"), { href: "#cite" });
    link.textContent = cite.querySelector("summary").textContent;
    link.addEventListener("click", () => { cite.querySelector("details").open = true; });
    remark.append(" ", link);
  };

  const close = () => {
    card.hidden = true;
    opener.setAttribute("aria-expanded", "false");
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
  opener.addEventListener("click", () => {
    if (!card.hidden) return close();
    show();
    card.focus({ preventScroll: true });
  });
  card.addEventListener("click", (event) => event.target.closest("a") && close());
  step.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || card.hidden) return;
    close();
    opener.focus();
  });
  step.closest("form").addEventListener("change", tell);
  step.closest("form").addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const by = { j: 1, n: 1, k: -1, p: -1 }[event.key];
    if (by) go(by);
  });
  // How many there are stands in the page: to ask again, and for the words of a language, costs a slow telephone a paint.
  if (location.hash) follow();
})();
