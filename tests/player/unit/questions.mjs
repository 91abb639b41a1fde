/** One question of every type, as the web course writes them. */

function question(id, type, more) {
  return {
    id, key: id.padEnd(3, "_").slice(0, 3), type, points: 1, name: id, stem: "<p>?</p>", feedback: "", hints: [],
    whenCorrect: "", whenPartial: "", whenIncorrect: "", pool: "", tags: [], objectives: [], ...more,
  };
}

const choice = (id, fraction) => ({ id, html: `keuze ${id}`, fraction, feedback: "" });
const option = (id, text) => ({ id, text });

export const QUESTIONS = {
  single: question("single", "choice", {
    multiple: false, shuffle: true, choices: [choice("a", 0), choice("b", 1), choice("c", -0.25)], objectives: ["een"],
  }),
  multiple: question("multi", "choice", {
    multiple: true, shuffle: true, points: 2, choices: [choice("a", 0.5), choice("b", 0.5), choice("c", -0.5), choice("d", -0.5)],
  }),
  truefalse: question("waar", "truefalse", { answer: true, choices: [choice("t"), choice("f")] }),
  short: question("kort", "shortanswer", {
    caseSensitive: false,
    answers: [
      { pattern: "takenoverzicht", fraction: 1, feedback: "" }, { pattern: "a\\*b", fraction: 1, feedback: "" },
      { pattern: "taken*overzicht", fraction: 0.5, feedback: "" }, { pattern: "*", fraction: 0, feedback: "<p>Nee.</p>" },
    ],
  }),
  number: question("getal", "numerical", {
    answers: [{ value: 4.5, tolerance: 0.5, fraction: 1, feedback: "" }, { value: 4.5, tolerance: 1, fraction: 0.5, feedback: "" }],
    units: [{ name: "uur", factor: 1 }, { name: "minuut", factor: 60 }],
  }),
  matching: question("paren", "matching", {
    shuffle: true,
    pairs: [{ id: "1", html: "een", option: "a" }, { id: "2", html: "twee", option: "b" }, { id: "3", html: "drie", option: "a" }],
    options: [option("a", "x"), option("b", "y"), option("c", "z")],
  }),
  ordering: question("orde", "ordering", {
    grading: "position", items: ["a", "b", "c"].map((id) => ({ id, html: id })),
  }),
  exact: question("exact", "ordering", { grading: "exact", items: ["a", "b", "c"].map((id) => ({ id, html: id })) }),
  choose: question("kies", "gaps", {
    mode: "choose", html: "",
    gaps: [
      { id: "1", answer: "a", options: [option("a", "bestuur"), option("b", "team")] },
      { id: "2", answer: "b", options: [option("a", "beslist"), option("b", "adviseert")] },
    ],
  }),
  drag: question("sleep", "gaps", {
    mode: "drag", html: "", gaps: [{ id: "1", answer: "a" }, { id: "2", answer: "b" }],
    options: [option("a", "pedagoog"), option("b", "technicus"), option("c", "directeur"), option("d", "raad")],
  }),
  typed: question("typ", "gaps", {
    mode: "type", html: "", caseSensitive: false,
    gaps: [{ id: "1", patterns: ["schoolbestuur", "*bestuur"] }, { id: "2", patterns: ["adviseert"] }],
  }),
  essay: question("open", "essay", { lines: 5, points: 3 }),
};
