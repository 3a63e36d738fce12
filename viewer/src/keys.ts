// Keys: none of them does anything while the reader is typing.

import { options } from "preact";
import { byId } from "./data";
import { type App, app } from "./app";

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

/** To a row: where one is open, it is opened in its place. */
export function to(row: number, focus: App["focus"] = ""): void {
  if (row < 0) return;
  if (app.open >= 0) app.openRow(row, focus);
  else {
    app.last = row;
    app.set({ focus: "row" });
  }
}

function move(step: number): void {
  to(next(app.rows, app.current, step, () => true));
}

/** To the next answer that is not correct: another one of the open question, or one of the next question that has any. */
function moveToWrong(step: number): void {
  const own = app.open >= 0 ? app.wrong(app.open) : [];
  const among = own[own.indexOf(app.answer) + step];
  if (own.length && among !== undefined) return app.openRow(app.open, "answer", among);
  const row = next(app.rows, app.current, step, (row) => app.wrong(row).length > 0);
  if (row >= 0) app.openRow(row, "answer", app.wrong(row).at(step > 0 ? 0 : -1));
}

/** The page is drawn before this returns: of letters typed right behind the slash none may reach the page's own keys. */
function toSearch(): void {
  const later = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  if (app.route.view !== "questions") app.show("questions");
  options.debounceRendering = later;
  byId("qa-search")?.focus();
}

const MODES = ["words", "characters", "off"] as const;

/** Does what a key means; false when it means nothing here. */
function act(key: string): boolean {
  const questions = app.route.view === "questions";
  if (key === "?") app.set({ help: true });
  else if (key === "/") toSearch();
  else if (!questions) return false;
  else if (key === "j" || key === "k") move(key === "j" ? 1 : -1);
  else if (key === "n" || key === "p") moveToWrong(key === "n" ? 1 : -1);
  else if (app.open < 0) return false;
  else if (key === "Escape") app.close();
  else if (key === "x") app.set({ mode: MODES[(MODES.indexOf(app.mode) + 1) % MODES.length] ?? "words" });
  else if (key === "e") app.set({ focus: "evidence" });
  else if (key === "o") app.set({ reviewing: app.answer, focus: "review" });
  else return false;
  return true;
}

export function listen(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typing(event.target)) {
      if (event.key !== "Escape") return;
      (event.target as HTMLElement).blur();
      if ((event.target as HTMLElement).id === "qa-search") app.search("");
      return;
    }
    if (document.querySelector("dialog[open]")) return;
    if (act(event.key)) event.preventDefault();
  });
}
