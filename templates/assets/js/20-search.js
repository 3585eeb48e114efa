// The search box of /search/. Pagefind is fetched when the reader begins to search; results are built from text only.
(() => {
  "use strict";
  const form = document.querySelector("[data-find]");
  if (!form) return;

  const input = form.querySelector("input");
  const status = form.querySelector("[data-find-status]");
  const list = form.querySelector("[data-find-results]");
  const more = form.querySelector("[data-find-more]");
  const step = 10;
  let engine = null;
  let results = [];
  let shown = 0;
  let lost = 0;
  let asked = "";
  let turn = 0;
  let wait = 0;

  const load = () => {
    engine ??= (async () => {
      // A large archive has its index in parts, of which a build makes anew those that have changed.
      const { index, root } = form.dataset;
      const [first, ...others] = (await (await fetch(`${index}parts.json`)).json()).parts;
      const pagefind = await import(`${index}${first}pagefind.js`);
      await pagefind.options({ baseUrl: root, excerptLength: 28 });
      await pagefind.init();
      await Promise.all(others.map((part) =>
        pagefind.mergeIndex(new URL(`${index}${part}`, location.href).href, { baseUrl: root })));
      return pagefind;
    })();
    return engine;
  };

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  // An excerpt is the text of the article with <mark> around words, and of all signs Pagefind escapes only < and >.
  // So an & that begins neither of these is the article's own. The browser parses the rest in a document that runs
  // and loads nothing, and only text is taken from it.
  const excerpt = (html) => {
    const paragraph = make("p", "", { dir: "auto" });
    const parsed = new DOMParser().parseFromString(html.replace(/&(?!(?:lt|gt);)/g, "&amp;"), "text/html");
    for (const node of parsed.body.childNodes) {
      paragraph.append(node.nodeName === "MARK" ? make("mark", node.textContent) : node.textContent);
    }
    return paragraph;
  };

  const entry = async (result) => {
    const { url, meta, excerpt: html } = await result.data();
    const item = make("li", "");
    item.append(make("a", meta.title || url, { href: url, dir: "auto" }));
    const about = [meta.outlet, meta.when].filter(Boolean).join(" · ");
    if (about) item.append(make("p", about, { class: "meta" }));
    item.append(excerpt(html));
    return item;
  };

  // A result that cannot be fetched or shown is left out and counted; it takes no other with it.
  const show = async (mine) => {
    const batch = await Promise.allSettled(results.slice(shown, shown + step).map(entry));
    if (mine !== turn) return;
    const items = batch.filter(({ status: outcome }) => outcome === "fulfilled").map(({ value }) => value);
    list.append(...items);
    shown += batch.length;
    lost += batch.length - items.length;
    status.textContent = summary();
    more.hidden = shown >= results.length;
  };

  const summary = () => {
    const { found, lost: failed, none } = form.dataset;
    if (!results.length) return words.filled(none, { words: words.isolated(asked) });
    const told = words.counted(found, results.length);
    return lost ? `${told}; ${words.counted(failed, lost)}` : told;
  };

  const find = async () => {
    const query = input.value.trim();
    const mine = ++turn;
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    results = [];
    shown = 0;
    lost = 0;
    if (!query) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      return;
    }
    status.textContent = form.dataset.searching;
    try {
      const found = await (await load()).search(query);
      if (mine !== turn) return;
      results = found.results;
      asked = query;
      list.replaceChildren();
      await show(mine);
    } catch {
      if (mine !== turn) return;
      engine = null;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = form.dataset.failed;
    }
  };

  const later = () => {
    clearTimeout(wait);
    wait = setTimeout(find, 200);
  };

  input.addEventListener("input", later);
  input.addEventListener("focus", () => load().catch(() => { engine = null; }), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    find();
  });
  more.addEventListener("click", async () => {
    const before = shown;
    await show(turn);
    list.children[before]?.querySelector("a").focus();
  });
  // The arrows walk from the box through the results and back.
  form.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (!by || at < 0 || !stops[at + by]) return;
    event.preventDefault();
    stops[at + by].focus();
  });

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) find();
})();
