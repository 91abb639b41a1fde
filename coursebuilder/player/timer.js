/** The clock of a quiz with a time limit. */

import { announce } from "./dom.js";

const WARNINGS = new Set([300, 60]);

/**
 * Counts down in `element`, warns at five and one minutes, calls `over()` at zero; gives back its
 * stop. It stops by itself when the element has left the page.
 */
export function startTimer({ element, t, left, over }) {
  const tick = () => {
    if (!element.isConnected) {
      clearInterval(timer);
      return;
    }
    const seconds = Math.max(0, Math.round(left()));
    element.textContent = t("timeLeft", { time: clock(seconds) });
    element.classList.toggle("cb-clock-short", seconds <= 60);
    if (WARNINGS.has(seconds)) announce(t("timeWarning", { n: seconds / 60 }));
    if (seconds === 0) {
      clearInterval(timer);
      over();
    }
  };
  const timer = setInterval(tick, 1000);
  tick();
  return () => clearInterval(timer);
}

/** Minutes and seconds. */
export function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
