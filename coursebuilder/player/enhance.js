/** Makes the marked elements of a page live. */

import { dataOf, fragmentOf, wrapTables } from "./content.js";
import { enhanceChecklist, enhanceReflection } from "./jottings.js";
import { enhancePractice } from "./practice.js";
import { enhanceQuiz } from "./quiz.js";
import { enhanceScan } from "./scan.js";
import { enhanceSituation } from "./situation.js";
import { enhanceTabs } from "./tabs.js";
import { h, hidden } from "./dom.js";
import { hashOfAddress } from "./router.js";

const ENHANCERS = {
  question: withData(enhancePractice),
  quiz: withData(enhanceQuiz),
  scan: withData(enhanceScan),
  reflection: enhanceReflection,
  checklist: enhanceChecklist,
  situation: enhanceSituation,
  tabs: enhanceTabs,
};

/** Enhances `root`; a part that fails keeps its static rendering. */
export function enhance(root, context) {
  const place = (html) => {
    const fragment = fragmentOf(html, context.url);
    finishLinks(fragment, context);
    return fragment;
  };
  for (const host of root.querySelectorAll("[data-cb]")) {
    try {
      ENHANCERS[host.dataset.cb]?.(host, { ...context, place });
    } catch (error) {
      console.error(error);
    }
  }
  wrapTables(root, context.t("table"));
  finishLinks(root, context);
}

/** Links within the course go through the shell, others to a new tab. */
function finishLinks(root, { course, root: base, t }) {
  for (const link of root.querySelectorAll("a[href]:not([target])")) {
    const address = link.getAttribute("href");
    if (address.startsWith("#")) continue;
    const hash = hashOfAddress(address, course, base);
    if (hash) {
      link.setAttribute("href", hash);
      continue;
    }
    link.target = "_blank";
    link.rel = "noopener";
    if (!link.hasAttribute("download")) link.append(hidden(` ${t("newTab")}`));
  }
}

function withData(enhancer) {
  return (host, context) => {
    const data = dataOf(host);
    if (!data) return;
    const live = h("div", { class: "cb-live" });
    enhancer(live, data, context);
    host.replaceChildren(live);
  };
}
