// On the page for addresses that lead nowhere. A story of one article has no page of its own, and its article has one; a
// comparison that is no longer made, since the story has changed, is answered by the story, or by the two turned round.
(() => {
  "use strict";
  const missing = document.querySelector("[data-articles]");
  const named = missing && location.pathname.match(/^(.*\/stories\/([^/]+)\/)(?:(.+?)--([^/]+)\/.*)?$/);
  if (!named) return;
  const [, story, id, left, right] = named;
  const article = `${missing.dataset.articles}${id}/`;
  const lead = async (addresses) => {
    for (const address of addresses) {
      const answer = await fetch(address).catch(() => null);
      if (answer?.ok) return location.replace(address);
    }
  };
  lead(left ? [`${story}${right}--${left}/`, story, article] : [article]);
})();
