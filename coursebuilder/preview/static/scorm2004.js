/**
 * A learning platform for one learner: the SCORM 2004 run-time API (4th edition, RTE, chapters 3 and 4) as
 * strict as the standard, with the modules of the package as its SCOs and their prerequisites kept.
 */

import { Platform } from "./platform.js";
import { CHILDREN, COLLECTIONS, ELEMENTS, ERRORS, LIMIT, checkResponse, sum } from "./scorm2004-model.js";

const FRESH = {
  "cmi._version": "1.0",
  "cmi.completion_status": "unknown",
  "cmi.success_status": "unknown",
  "cmi.credit": "credit",
  "cmi.mode": "normal",
  "cmi.entry": "ab-initio",
  "cmi.learner_id": "learner-1",
  "cmi.learner_name": "Learner, Preview",
  "cmi.total_time": "PT0H0M0S",
  "cmi.time_limit_action": "continue,no message",
  "cmi.learner_preference.audio_level": "1",
  "cmi.learner_preference.language": "",
  "cmi.learner_preference.delivery_speed": "1",
  "cmi.learner_preference.audio_captioning": "0",
};
const TRANSIENT = ["cmi.exit", "cmi.session_time", "adl.nav.request"];
const GLOBALS = ["success_status", "score.scaled"];
const MOVES = { continue: 1, previous: -1 };
const ONE_SCO = [{ id: "course", title: "", objectives: [], needs: [] }];

/**
 * The platform of SCORM 2004. `scos` are `{id, title, objectives, needs}` in the order of the package;
 * `moved(sco)` is called when the learner is to go to another one.
 */
export class Scorm2004 extends Platform {
  name = "API_1484_11";
  limit = LIMIT;
  scos = ONE_SCO;
  #current = ONE_SCO[0].id;
  /** Id of a SCO -> its values; global objective -> its status. */
  #work;

  constructor({ moved = () => {}, ...options } = {}) {
    super("attempt2004", "101", options);
    this.moved = moved;
    this.#work = this.kept() ?? empty();
    this.api = {
      Initialize: (...given) => this.logged("Initialize", given, () => this.#initialize(given)),
      Terminate: (...given) => this.logged("Terminate", given, () => this.#terminate(given)),
      GetValue: (...given) => this.logged("GetValue", given, () => this.#get(String(given[0]))),
      SetValue: (...given) => this.logged("SetValue", given, () => this.#set(String(given[0]), String(given[1]))),
      Commit: (...given) => this.logged("Commit", given, () => this.#commit(given)),
      GetLastError: () => this.code,
      GetErrorString: (code) => ERRORS[String(code)] ?? "",
      GetDiagnostic: (code) => ERRORS[String(code || this.code)] ?? "",
    };
  }

  /** Takes over the modules of the package; the first one that may start stands ready. */
  package(scos) {
    this.scos = scos.length ? scos : ONE_SCO;
    if (!this.scos.some(({ id }) => id === this.#current)) this.#current = this.scos[0].id;
  }

  /** The SCO that runs, or runs at the next launch. */
  get current() {
    return this.scos.find(({ id }) => id === this.#current);
  }

  choose(id) {
    this.#current = id;
  }

  /** Whether the prerequisites of a SCO are satisfied (SN 4.2, as the manifest asks). */
  mayStart({ needs }) {
    return needs.every((target) => this.#work.globals[target]?.success_status === "passed");
  }

  /** A SCO's status as the menu of a platform shows it. */
  statusOf({ id }) {
    const values = this.#work.scos[id] ?? FRESH;
    const success = values["cmi.success_status"];
    return success === "unknown" ? values["cmi.completion_status"] : success;
  }

  /** What is kept of an element of the current SCO; "" when nothing is. */
  value(element) {
    return (this.#work.scos[this.#current] ?? FRESH)[element] ?? "";
  }

  get facts() {
    const value = (name) => this.value(`cmi.${name}`);
    return [
      ["completionStatus", value("completion_status")],
      ["success", value("success_status")],
      ["scaled", value("score.scaled")],
      ["score", value("score.raw") === "" ? "" : `${value("score.raw")} / ${value("score.max") || 100}`],
      ["progress", value("progress_measure")],
      ["location", value("location")],
      ["entry", value("entry")],
      ["time", value("total_time")],
    ];
  }

  get suspendData() {
    return this.value("cmi.suspend_data");
  }

  /** Id, answer and result of each interaction. */
  get answers() {
    return this.#rows("interactions", ["id", "learner_response", "result"]);
  }

  /** Id, status and scaled score of each objective. */
  get objectives() {
    return this.#rows("objectives", ["id", "success_status", "score.scaled"]);
  }

  #rows(collection, names) {
    return Array.from({ length: this.#count(`cmi.${collection}`) }, (_, index) =>
      names.map((name) => this.value(`cmi.${collection}.${index}.${name}`)));
  }

  /** Makes ready for the next launch: what the learner left is taken up. */
  launch() {
    if (this.phase === "open") this.#end();
    this.phase = "new";
    this.changed();
  }

  /** Forgets the learner. */
  reset() {
    this.#work = empty();
    this.#current = this.scos[0].id;
    this.phase = "new";
    this.log = [];
    this.keep(this.#work);
    this.changed();
  }

  get #values() {
    return (this.#work.scos[this.#current] ??= { ...FRESH });
  }

  /** 0 to 2 behind the first digits of a code: before the start, after the end. */
  #closed(before) {
    return this.phase === "open" ? "" : String(before + (this.phase === "over" ? 1 : 0));
  }

  #initialize(given) {
    if (given.length !== 1 || given[0] !== "") return this.refuse("201");
    if (this.phase !== "new") return this.refuse(this.phase === "open" ? "103" : "104");
    if (this.failure === "start") return this.refuse("102");
    this.phase = "open";
    this.#offerObjectives();
    return this.answer("true");
  }

  /** The objectives of the manifest stand ready, with what other SCOs know of them (RTE 4.2.17). */
  #offerObjectives() {
    const values = this.#values;
    this.current.objectives.forEach(({ id, target }, place) => {
      const known = this.#work.globals[target] ?? {};
      const prefix = `cmi.objectives.${place}`;
      values[`${prefix}.id`] = id;
      values[`${prefix}.success_status`] = known.success_status ?? "unknown";
      values[`${prefix}.completion_status`] ??= "unknown";
      if (known["score.scaled"]) values[`${prefix}.score.scaled`] = known["score.scaled"];
    });
  }

  #terminate(given) {
    const closed = this.#closed(112);
    if (closed) return this.refuse(closed);
    if (given.length !== 1 || given[0] !== "") return this.refuse("201");
    const step = MOVES[this.value("adl.nav.request")];
    this.#end();
    const next = step && this.#neighbour(step);
    if (next) {
      this.#current = next.id;
      queueMicrotask(() => this.moved(next));
    }
    return this.answer("true");
  }

  /** The end of a session: its time is added; a SCO that was not suspended starts anew next time. */
  #end() {
    this.phase = "over";
    const values = this.#values;
    values["cmi.total_time"] = sum(values["cmi.total_time"], values["cmi.session_time"]);
    const suspended = ["suspend", "logout"].includes(values["cmi.exit"]);
    values["cmi.entry"] = suspended ? "resume" : "";
    for (const name of TRANSIENT) delete values[name];
    if (!suspended) delete values["cmi.suspend_data"];
    this.keep(this.#work);
  }

  #commit(given) {
    const closed = this.#closed(142);
    if (closed) return this.refuse(closed);
    if (given.length !== 1 || given[0] !== "") return this.refuse("201");
    if (this.failure === "set") return this.refuse("391");
    this.keep(this.#work);
    return this.answer("true");
  }

  #get(element) {
    const closed = this.#closed(122);
    if (closed) return this.refuse(closed, "");
    if (element === "") return this.refuse("301", "");
    const [, base, keyword] = /^(.*)\._(children|count)$/.exec(element) ?? [];
    if (keyword) return this.#keyword(base, keyword);
    const direction = /^adl\.nav\.request_valid\.(continue|previous)$/.exec(element);
    if (direction) return this.answer(String(Boolean(this.#neighbour(MOVES[direction[1]]))));
    if (/^adl\.nav\.request_valid\.(choice|jump)\.\{target=.+\}$/.test(element)) return this.answer("unknown");
    const rule = ELEMENTS[general(element)];
    if (!rule) return this.refuse("401", "");
    if (!rule[0]) return this.refuse("405", "");
    if (this.#beyond(element, 0)) return this.refuse("301", "");
    if (element === "adl.nav.request" && this.value(element) === "") return this.answer("_none_");
    if (!(element in this.#values)) return this.refuse("403", "");
    return this.answer(this.value(element));
  }

  #keyword(base, keyword) {
    if (keyword === "children") {
      const children = CHILDREN[general(base)];
      return children ? this.answer(children) : this.refuse(ELEMENTS[general(base)] ? "301" : "401", "");
    }
    if (!COLLECTIONS.includes(general(base))) return this.refuse(ELEMENTS[general(base)] ? "301" : "401", "");
    return this.#beyond(base, 0) ? this.refuse("301", "") : this.answer(String(this.#count(base)));
  }

  #set(element, value) {
    const closed = this.#closed(132);
    if (closed) return this.refuse(closed);
    if (element === "") return this.refuse("351");
    if (this.failure === "set") return this.refuse("351");
    if (/\._(children|count|version)$/.test(element)) return this.refuse("404");
    const rule = ELEMENTS[general(element)];
    if (!rule) return this.refuse("401");
    if (!rule[1]) return this.refuse("404");
    const code = this.#unfit(element, value, rule[2]);
    if (code !== "0") return this.refuse(code);
    this.#values[element] = value;
    this.#share(element, value);
    return this.answer("true");
  }

  /** The error code of a value, "0" when it fits. */
  #unfit(element, value, check) {
    if (this.#beyond(element, 1)) return "351";
    const [, owner, name] = /^(cmi\.(?:interactions|objectives)\.\d+)\.(.+)$/.exec(element) ?? [];
    if (owner && name !== "id" && this.value(`${owner}.id`) === "") return "408";
    if (owner?.startsWith("cmi.objectives") && name === "id") {
      const ids = this.objectives.map(([id]) => id);
      const place = Number(owner.split(".")[2]);
      if (ids.some((id, other) => (id === value) !== (other === place))) return "351";
    }
    if (check) return check(value);
    const type = this.value(`${owner}.type`);
    return type === "" ? "408" : checkResponse(type, value, { pattern: name !== "learner_response" });
  }

  /** What a SCO says of itself is said of its primary objective; objectives are shared by their target. */
  #share(element, value) {
    const [, place, name] = /^cmi\.(?:objectives\.(\d+)\.)?(success_status|score\.scaled)$/.exec(element) ?? [];
    const objective = this.current.objectives[place ?? 0];
    if (!GLOBALS.includes(name) || !objective?.writes) return;
    (this.#work.globals[objective.target] ??= {})[name] = value;
    if (place === undefined) this.#values[`cmi.objectives.0.${name}`] = value;
  }

  /** Whether an index in the element lies `more` or more beyond the end of its collection. */
  #beyond(element, more) {
    const parts = element.split(".");
    return parts.some((part, at) => /^\d+$/.test(part) && Number(part) >= this.#count(parts.slice(0, at).join(".")) + more);
  }

  /** Members of a collection of the current SCO. */
  #count(collection) {
    const next = new RegExp(`^${collection.replaceAll(".", "\\.")}\\.(\\d+)\\.`);
    return Object.keys(this.#values).reduce((most, key) => Math.max(most, Number(next.exec(key)?.[1] ?? -1) + 1), 0);
  }

  #neighbour(step) {
    const next = this.scos[this.scos.indexOf(this.current) + step];
    return next && this.mayStart(next) ? next : null;
  }
}

function empty() {
  return { scos: {}, globals: {} };
}

/** The element with `n` for each index. */
function general(element) {
  return element.replace(/\.\d+(?=\.|$)/g, ".n");
}
