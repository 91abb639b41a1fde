/** A situation: one scene at a time, what came of each choice, and the way that led here. */

import { button, focusOn, h } from "./dom.js";
import { localKey } from "./hash.js";

/** Plays the scenes of a marked element; a choice of theirs is a link to another. */
export function enhanceSituation(host, { t, session, activity }) {
  const scenes = new Map([...host.querySelectorAll(":scope > .cb-scene")].map((element) => [element.id, sceneOf(element)]));
  const [first] = scenes.keys();
  const kept = session.situation(activity.key);
  const way = [];
  let here = [...scenes.keys()].find((id) => localKey(id) === kept?.scene) ?? first;

  function sceneOf(element) {
    const list = element.querySelector(":scope > .cb-choices");
    const choices = [...(list?.children ?? [])].map((item) => {
      const link = item.querySelector(":scope > a");
      return {
        label: link.textContent, target: decodeURIComponent(link.hash.slice(1)),
        consequence: item.querySelector(":scope > .cb-consequence"),
      };
    });
    list?.replaceChildren(...choices.map((choice) => h("li", {}, button(choice.label, () => choose(choice)))));
    return { element, title: element.querySelector("h2"), ends: Boolean(element.querySelector(":scope > .cb-ending")) };
  }

  function choose(choice) {
    way.push({ from: here, choice });
    go(choice.target, choice);
  }

  function back() {
    go(way.pop().from);
  }

  function restart() {
    way.length = 0;
    go(first);
  }

  function go(id, choice) {
    here = id;
    const ended = scenes.get(id).ends || Boolean(session.situation(activity.key)?.ended);
    session.keepSituation(activity.key, { scene: localKey(id), ended });
    focusOn(show(choice));
  }

  /** Shows where the learner is; answers with the place where reading goes on. */
  function show(choice) {
    const { element, title } = scenes.get(here);
    const chosen = choice && h("div", { class: "cb-chosen" }, h("p", { class: "cb-label", text: t("chosen", { choice: choice.label }) }), choice.consequence);
    const moves = [way.length > 0 && button(t("stepBack"), back), here !== first && button(t("startOver"), restart)].filter(Boolean);
    host.replaceChildren(...[chosen, element, moves.length > 0 && h("p", { class: "cb-actions" }, moves), way.length > 0 && trail()].filter(Boolean));
    return chosen ?? title;
  }

  function trail() {
    return h("details", { class: "cb-fold" }, h("summary", { text: t("yourWay") }), h("ol", {}, way.map(({ from, choice }) => (
      h("li", {}, scenes.get(from).title.textContent, h("br"), h("strong", { text: choice.label }))))));
  }

  host.classList.add("cb-live");
  show();
}
