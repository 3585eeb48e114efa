// Says that there is a script, and holds the words of the others: sentences of the interface stand in data attributes, in the language of the page. This fills them.
const words = (() => {
  "use strict";
  document.documentElement.dataset.js = "";
  const language = document.documentElement.lang;
  const number = (value) => value.toLocaleString(`${language}-u-nu-latn`);
  // The day comes first in plain English, as in the sentences of the pages.
  const locale = `${language === "en" ? "en-GB" : language}-u-nu-latn-ca-gregory`;
  const day = (iso) => iso && new Date(`${iso}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
  // What is filled in keeps its own direction, as U+2068 and U+2069 say.
  const filled = (message, values) => message.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const counted = (forms, value, values = {}) => {
    const all = JSON.parse(forms);
    const form = all[new Intl.PluralRules(language).select(value)] ?? all.other;
    return filled(form, { count: number(value), ...values });
  };
  return { number, day, filled, counted, isolated: (text) => `\u2068${text}\u2069` };
})();
