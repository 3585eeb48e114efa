// On the page for addresses that lead nowhere: a story of one article has no page of its own, and its article has one.
(() => {
  "use strict";
  const missing = document.querySelector("[data-articles]");
  const named = missing && location.pathname.match(/\/stories\/([^/]+)\/?$/);
  if (!named) return;
  const article = `${missing.dataset.articles}${named[1]}/`;
  fetch(article).then((answer) => answer.ok && location.replace(article)).catch(() => {});
})();
