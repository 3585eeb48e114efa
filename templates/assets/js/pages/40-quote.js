// On the page of an article: beside the paragraph that a link leads to, a button that copies it with its citation. The
// link works without.
(() => {
  "use strict";
  const text = document.querySelector("[data-quotable]");
  if (!text || !navigator.clipboard) return;
  const { quotable, quote, quoted, marks } = text.dataset;
  const address = document.querySelector("link[rel=canonical]").href;
  const root = document.documentElement;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "quote", lang: root.lang });

  // Words of another text, which pages show beside, are none of the paragraph; what a reader has chosen in it is enough.
  const wordsOf = (paragraph) => {
    const chosen = String(getSelection()).trim();
    if (chosen && paragraph.contains(getSelection().anchorNode)) return chosen;
    const copy = paragraph.cloneNode(true);
    copy.querySelectorAll("del, .lost, .here, .quote").forEach((element) => element.remove());
    return copy.textContent.trim();
  };

  const follow = () => {
    button.remove();
    const link = text.querySelector(`.here[href="${CSS.escape(location.hash)}"]`)
      ?? [...text.querySelectorAll(".here")].find((each) => each.hash === location.hash);
    if (!link || !location.hash) return;
    button.textContent = quote;
    link.after(" ", button);
  };

  button.addEventListener("click", async () => {
    const paragraph = button.previousElementSibling.parentElement;
    const words = marks.replace("{text}", wordsOf(paragraph).replace(/\s+/g, " "));
    await navigator.clipboard.writeText(`${words}\n${quotable} ${address}${location.hash}\n`);
    button.textContent = quoted;
  });
  addEventListener("hashchange", follow);
  follow();
})();
