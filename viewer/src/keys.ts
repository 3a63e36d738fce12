// Keys: none of them does anything while the reader is typing.

import { byId } from "./data";
import { app, index } from "./app";

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The row to go to from `row` by `step`, over rows that `wanted` lets through; -1 when there is none. */
export function next(rows: number[], row: number, step: number, wanted: (row: number) => boolean): number {
  const at = rows.indexOf(row);
  let place = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  for (; place >= 0 && place < rows.length; place += step) {
    const found = rows[place] ?? -1;
    if (wanted(found)) return found;
  }
  return -1;
}

function move(step: number, failuresOnly: boolean): void {
  const from = app.open >= 0 ? app.open : app.last;
  const wrong = (row: number) => app.columns.some((column) => index.cells[column]?.verdict[row] !== "c");
  const row = next(app.rows, from, step, failuresOnly ? wrong : () => true);
  if (row < 0) return;
  if (app.open >= 0 || failuresOnly) app.openRow(row);
  else {
    app.last = row;
    app.set({ focus: "row" });
  }
}

const MODES = ["words", "characters", "off"] as const;

/** Does what a key means; false when it means nothing here. */
function act(key: string): boolean {
  const questions = app.route.view === "questions";
  if (key === "?") app.set({ help: true });
  else if (key === "/") {
    if (!questions) app.show("questions");
    requestAnimationFrame(() => byId("qa-search")?.focus());
  } else if (!questions) return false;
  else if (key === "j" || key === "k") move(key === "j" ? 1 : -1, false);
  else if (key === "n" || key === "p") move(key === "n" ? 1 : -1, true);
  else if (app.open < 0) return false;
  else if (key === "Escape") app.close();
  else if (key === "x") app.set({ mode: MODES[(MODES.indexOf(app.mode) + 1) % MODES.length] ?? "words" });
  else if (key === "e") app.set({ focus: "evidence" });
  else if (key === "o") app.set({ reviewing: app.columns.find((c) => index.cells[c]?.verdict[app.open] !== "-") ?? -1, focus: "review" });
  else return false;
  return true;
}

export function listen(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typing(event.target)) {
      if (event.key === "Escape") (event.target as HTMLElement).blur();
      return;
    }
    if (document.querySelector("dialog[open]")) return;
    if (act(event.key)) event.preventDefault();
  });
}
