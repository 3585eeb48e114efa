// The search of /search/: terms, facets and results from an index in files, the excerpts from the pages themselves.
(() => {
  "use strict";
  const form = document.querySelector("[data-find]");
  if (!form) return;

  const part = (name) => form.querySelector(`[data-find-${name}]`);
  const input = form.querySelector("input[type=search]");
  const [status, list, more, facets, outlets] = ["status", "results", "more", "facets", "outlets"].map(part);
  const FACETS = ["source", "language", "relation", "year", "tags", "kinds"];
  const STEP = 10;

  // The index speaks no language: values stand in it by their names in the data, addresses below the root of the pages.
  const NAMES = JSON.parse(form.dataset.names);
  const plainName = (name) => name.replace(/\n$/, ` ${form.dataset.inferred}`);
  const nameOf = (facet, value) => NAMES[facet]?.[value] ?? plainName(value);
  const addressOf = (path) => path && `${form.dataset.root}${path}`;

  // --- Terms: what sitegen/search/terms.py does to a text is done to a query. A test holds the two to each other.
  const LETTERS = {
    đ: "d", ð: "d", ø: "o", ł: "l", ħ: "h", ŧ: "t", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th",
    ς: "σ", ى: "ي", ة: "ه", ک: "ك", ی: "ي", ے: "ي", ہ: "ه", ـ: "",
  };
  const ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០";
  const MARKS = new RegExp("[\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7"
    + "\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u08d3-\\u08e1"
    + "\\u08e3-\\u08ff\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]+", "g");
  const UNSEEN = new RegExp("[\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f"
    + "\\ufe00-\\ufe0f\\ufeff]+", "g");
  const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}"
    + "\\p{Script=Khmer}\\p{Script=Myanmar}ー";
  const WORD = new RegExp(`(?:(?=[${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
  const ARTICLE = /^[وفبك]?(?:ال|لل)(?=...)/u;
  const LONGEST = 40;

  const digit = (sign) => {
    const code = sign.codePointAt(0);
    for (const zero of ZEROS) {
      const value = code - zero.codePointAt(0);
      if (value >= 0 && value < 10) return String(value);
    }
    return sign;
  };

  const fold = (text) => {
    const plain = text.replace(UNSEEN, "").normalize("NFKD").replace(MARKS, "").toLowerCase();
    return plain.replace(/[^\0-\x7f]/g, (sign) => LETTERS[sign] ?? digit(sign)).normalize("NFC");
  };

  const pieces = (text) => fold(text).match(WORD) ?? [];

  // Of a word in a script without spaces the pairs stand together: the last sign alone is no pair.
  const termsOf = (text, isQuery) => pieces(text).flatMap((word) => {
    const signs = [...word];
    if (!IS_UNSPACED.test(word)) return [[...word.replace(ARTICLE, "")].slice(0, LONGEST).join("")];
    const pairs = signs.map((sign, at) => sign + (signs[at + 1] ?? ""));
    return isQuery && pairs.length > 1 ? pairs.slice(0, -1) : pairs;
  });
  form.terms = termsOf;

  // --- The index: a head for each segment, of each the shards in which a word sorts.
  const read = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const kept = new Map();
  const file = (name) => {
    if (!kept.has(name)) {
      const asked = read(`${form.dataset.index}index/${name}.json`);
      asked.catch(() => kept.delete(name));
      kept.set(name, asked);
    }
    return kept.get(name);
  };

  let loading = null;
  const load = () => {
    loading ??= (async () => {
      const { segments, outlets: named } = await read(`${form.dataset.index}segments.json`);
      const heads = await Promise.all(segments.map(file));
      const pages = heads.reduce((sum, head) => sum + head.length.length, 0);
      const terms = heads.reduce((sum, head) => head.length.reduce((all, one) => all + one, sum), 0);
      return { heads, pages, mean: Math.max(1, terms / Math.max(1, pages)), named };
    })();
    loading.catch(() => { loading = null; });
    return loading;
  };

  // Sorted as Python sorts: by code point.
  const before = (one, other) => {
    const [left, right] = [[...one], [...other]];
    for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
      const step = left[at].codePointAt(0) - right[at].codePointAt(0);
      if (step) return step < 0;
    }
    return left.length < right.length;
  };

  // How well a term answers a word: itself, a longer form of it, a shorter one (`pumps` finds `pump`).
  const SHORTEST_STEM = 4;
  const stem = (word) => {
    const signs = [...word];
    return IS_UNSPACED.test(word) ? word : signs.slice(0, Math.max(Math.min(SHORTEST_STEM, signs.length), signs.length - 2)).join("");
  };
  const likeness = (term, word) => {
    if (term === word) return 1;
    if (term.startsWith(word)) return 0.6;
    return word.startsWith(term) && [...term].length >= SHORTEST_STEM ? 0.5 : 0;
  };

  const shardsFor = (head, word) => {
    const root = stem(word);
    const found = [];
    for (let at = 0; at < head.terms.length; at += 1) {
      const next = head.first[at + 1];
      const isBehind = before(root, head.first[at]) && !head.first[at].startsWith(root);
      if (isBehind) break;
      if (next === undefined || before(root, next)) found.push(head.terms[at]);
    }
    return found;
  };

  // The pages of a segment that have a word, each with how often, weighed by likeness; at most of so many shards.
  const MOST_SHARDS = 6;
  const pagesWith = async (head, word) => {
    const root = stem(word);
    const counts = new Map();
    for (const shard of await Promise.all(shardsFor(head, word).slice(0, MOST_SHARDS).map(file))) {
      shard.terms.forEach((term, number) => {
        if (!term.startsWith(root) && !word.startsWith(term)) return;
        const weight = likeness(term, word);
        if (!weight) return;
        let page = 0;
        for (const step of shard.pages[number]) {
          page += step >> 4;
          counts.set(page, Math.max(counts.get(page) ?? 0, (step & 15) * weight));
        }
      });
    }
    return counts;
  };

  const rank = ({ heads, pages, mean }, found) => {
    // Okapi BM25 with its usual constants; found[word][segment] holds counts by page.
    const hits = [];
    const rarity = found.map((segments) => {
      const holding = segments.reduce((sum, counts) => sum + counts.size, 0);
      return Math.log(1 + (pages - holding + 0.5) / (holding + 0.5));
    });
    heads.forEach((head, segment) => {
      const [first, ...others] = found.map((segments) => segments[segment]);
      for (const page of first?.keys() ?? []) {
        if (!others.every((counts) => counts.has(page))) continue;
        const length = 0.25 + 0.75 * (head.length[page] / mean);
        const score = found.reduce((sum, segments, word) => {
          const count = segments[segment].get(page);
          return sum + rarity[word] * (count * 2.2) / (count + 1.2 * length);
        }, 0);
        hits.push({ segment, page, score, head });
      }
    });
    return hits.sort((one, other) => other.score - one.score || one.segment - other.segment || one.page - other.page);
  };

  const valuesOf = ({ head, page }, facet) => [head[facet][page]].flat().filter((number) => number >= 0)
    .map((number) => head.names[facet][number]);

  // The best copy of each story stands for it; the others are named below it.
  const grouped = (hits) => {
    const groups = new Map();
    hits.forEach((hit, at) => {
      const [story] = valuesOf(hit, "story");
      const key = story ?? `\0${at}`;
      if (groups.has(key)) groups.get(key).others.push(hit);
      else groups.set(key, { ...hit, others: [] });
    });
    return [...groups.values()];
  };

  // --- What is shown.
  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
    return element;
  };

  const AROUND = 14;
  const excerpt = async (href, terms) => {
    // The page itself holds the text, with what its rights withhold left out.
    const answer = await fetch(href);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const body = page.querySelector("[data-search-body]");
    body.querySelectorAll("[data-search-ignore], [data-search-title]").forEach((element) => element.remove());
    const text = body.textContent.replace(/\s+/g, " ").trim();
    const isHit = (word) => termsOf(word, true).some((term) => terms.some((asked) => likeness(term, asked) > 0));
    const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
    const units = [...segmenter.segment(text)].map(({ segment, isWordLike }) =>
      ({ text: segment, isWord: isWordLike, isHit: isWordLike && isHit(segment) }));
    const marked = units.findIndex((unit) => unit.isHit);
    let start = Math.max(0, marked - AROUND);
    while (start < marked && !units[start].isWord) start += 1;
    const shown = units.slice(start, start + 4 * AROUND);
    const paragraph = make("p", start ? "… " : "", { dir: "auto" });
    for (const unit of shown) paragraph.append(unit.isHit ? make("mark", unit.text) : unit.text);
    if (start + shown.length < units.length) paragraph.append(" …");
    return paragraph;
  };

  const rowOf = async ({ head, page }) => {
    const rows = await file(head.rows[Math.floor(page / head.rowsAFile)]);
    const [path, title, lang, dir, outlet, outletLang, outletDir, day, story, storyTitle] = rows[page % head.rowsAFile];
    return {
      href: addressOf(path), title, lang, dir, outletLang, outletDir, storyTitle,
      outlet: path === story ? form.dataset.story : plainName(outlet),
      when: words.day(day),
      story: addressOf(story),
    };
  };

  const MOST_OTHERS = 5;
  const othersOf = async (others, { story, storyTitle }) => {
    const also = make("p", `${form.dataset.also} `, { class: "meta same-story" });
    const rows = await Promise.all(others.slice(0, MOST_OTHERS).map(rowOf));
    rows.forEach((row, at) => {
      const link = make("a", row.outlet || row.title, { href: row.href, lang: row.outletLang, title: row.title });
      also.append(at ? " · " : "", link);
    });
    const rest = others.length - rows.length;
    if (rest) also.append(" · ", make("a", words.counted(form.dataset.others, rest), { href: story, title: storyTitle }));
    return also;
  };

  const entry = async ({ others, ...hit }, terms) => {
    const row = await rowOf(hit);
    const { href, title, lang, dir, outlet, outletLang, outletDir, when } = row;
    const text = await excerpt(href, terms);
    const item = make("li", "");
    item.append(make("a", title, { href, lang, dir: dir || "auto" }));
    const about = make("p", "", { class: "meta" });
    if (outlet) about.append(make("bdi", outlet, { lang: outletLang, dir: outletDir }));
    if (outlet && when) about.append(" · ");
    about.append(when);
    item.append(about, text);
    if (others.length) item.append(await othersOf(others, row));
    return item;
  };

  let turn = 0;
  let current = null;

  const chosen = () => FACETS.flatMap((facet) =>
    [...facets.querySelectorAll(`input[name="${facet}"]:checked`)].map((box) => [facet, box.value]));

  const isChosen = (hit, choices) => FACETS.every((facet) => {
    const wanted = choices.filter(([name]) => name === facet).map(([, value]) => value);
    return !wanted.length || valuesOf(hit, facet).some((value) => wanted.includes(value));
  });

  const MOST_VALUES = 12;
  const showFacets = (hits, choices) => {
    const open = new Set([...facets.querySelectorAll("details[open]")].map((one) => one.dataset.facet));
    facets.replaceChildren(...FACETS.flatMap((facet) => {
      const others = choices.filter(([name]) => name !== facet);
      const counts = new Map();
      for (const hit of hits.filter((one) => isChosen(one, others))) {
        for (const value of valuesOf(hit, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const mine = choices.filter(([name]) => name === facet).map(([, value]) => value);
      const values = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
      if (values.length < 2 && !mine.length) return [];
      const box = make("details", "", { "data-facet": facet });
      box.open = open.has(facet) || mine.length > 0;
      box.append(make("summary", form.dataset[facet]));
      const shown = values.filter(([value], at) => at < MOST_VALUES || mine.includes(value));
      for (const [value, count] of shown) {
        const label = make("label", "");
        const check = make("input", "", { type: "checkbox", name: facet, value });
        check.checked = mine.includes(value);
        label.append(check, " ", make("bdi", nameOf(facet, value)), ` ${words.number(count)}`);
        box.append(label);
      }
      return [box];
    }));
  };

  // A result that cannot be fetched or shown is left out and counted; it takes no other with it.
  const show = async (mine) => {
    const { groups, terms } = current;
    list.setAttribute("aria-busy", "true");
    const batch = await Promise.allSettled(groups.slice(current.shown, current.shown + STEP).map((one) => entry(one, terms)));
    if (mine !== turn) return;
    const items = batch.filter(({ status: outcome }) => outcome === "fulfilled").map(({ value }) => value);
    list.append(...items);
    current.shown += batch.length;
    current.lost += batch.length - items.length;
    more.hidden = current.shown >= groups.length;
    status.textContent = told();
    list.removeAttribute("aria-busy");
  };

  const told = () => {
    const { count, lost, asked } = current;
    if (!count) return words.filled(form.dataset.none, { words: words.isolated(asked) });
    const found = words.counted(form.dataset.found, count);
    return lost ? `${found}; ${words.counted(form.dataset.lost, lost)}` : found;
  };

  const clear = (said) => {
    [list, facets, outlets].forEach((element) => element.replaceChildren());
    list.removeAttribute("aria-busy");
    more.hidden = true;
    status.textContent = said;
  };

  const choose = async () => {
    const mine = ++turn;
    const choices = chosen();
    const hits = current.hits.filter((hit) => isChosen(hit, choices));
    current = { ...current, groups: grouped(hits), count: hits.length, shown: 0, lost: 0 };
    showFacets(current.hits, choices);
    list.replaceChildren();
    await show(mine);
  };

  const find = async () => {
    const query = input.value.trim();
    const mine = ++turn;
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    const terms = [...new Set(termsOf(query, true))];
    if (!query) return clear("");
    status.textContent = form.dataset.searching;
    try {
      const index = await load();
      const found = await Promise.all(terms.map((term) => Promise.all(index.heads.map((head) => pagesWith(head, term)))));
      if (mine !== turn) return;
      current = { hits: terms.length ? rank(index, found) : [], terms, asked: query };
      outlets.replaceChildren(...index.named
        .filter(([name]) => terms.length && terms.every((term) => termsOf(name).some((one) => one.startsWith(term))))
        .slice(0, STEP).map(([name, path]) => make("a", name, { href: addressOf(path), dir: "auto" })));
      await choose();
    } catch {
      if (mine === turn) clear(form.dataset.failed);
    }
  };

  let wait = 0;
  input.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(find, 200);
  });
  input.addEventListener("focus", () => load().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    find();
  });
  facets.addEventListener("change", choose);
  more.addEventListener("click", async () => {
    const at = list.children.length;
    await show(turn);
    list.children[at]?.querySelector("a").focus();
  });
  // The arrows walk from the box through the results and back.
  form.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...list.querySelectorAll("li > a")];
    const at = stops.indexOf(document.activeElement);
    if (!by || at < 0 || !stops[at + by]) return;
    event.preventDefault();
    stops[at + by].focus();
  });

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) find();
})();
