// In a text that is read with what became of it: behind the sentence under the pointer, or the one that was touched, a
// link to it. One link for all, since a page has hundreds of sentences; without it each is led to from its findings.
(() => {
  "use strict";
  const text = document.querySelector("[data-here]");
  if (!text) return;
  const { lang, dir } = document.documentElement;
  const link = Object.assign(document.createElement("a"), { className: "here", lang, dir });
  link.setAttribute("aria-label", text.dataset.here);

  const follow = ({ target }) => {
    const sentence = target.closest("[id^='s-']");
    if (!sentence || !text.contains(sentence) || sentence.contains(link)) return;
    link.href = `#${sentence.id}`;
    sentence.append(link);
  };

  text.addEventListener("pointerover", follow);
  text.addEventListener("click", follow);
})();
