/** The interface in the language of the course; English where the player does not speak it. */

const LANGUAGES = ["nl", "en", "fr", "de"];

/** The `t(key, values)` of a BCP 47 tag; `{name}` in a text stands for a value. */
export async function loadTexts(tag) {
  const primary = String(tag).toLowerCase().split("-")[0];
  const language = LANGUAGES.includes(primary) ? primary : "en";
  const { default: texts } = await import(`./${language}.js`);
  return translator(texts, language);
}

/** `t` over one table of texts; a text in two forms, `one||many`, goes by the value `n`. */
export function translator(texts, language) {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const shown = (value) => (typeof value === "number" ? numbers.format(value) : value);
  return (key, values = {}) => {
    const forms = (texts[key] ?? key).split("||");
    const form = forms.length > 1 && values.n !== 1 ? forms[1] : forms[0];
    return form.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
  };
}
