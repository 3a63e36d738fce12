// The state of the page and everything that changes it; the address holds what should survive a reload.

import { Blocks, type Code, type Index } from "./data";
import type { Mode } from "./difference";
import { Filter, type Filtered, sorted } from "./filter";
import { Reviews } from "./reviews";
import { EMPTY, readRoute, type Route, type View, writeRoute } from "./route";
import { parse, type Token } from "./search";
import { changeOf, wordOf } from "./words";

export interface Draft {
  verdict: Code;
  note: string;
  name: string;
}

export type Theme = "auto" | "light" | "dark";

function storage(): Storage | null {
  try {
    const store = window.localStorage;
    store.getItem("qa-eval:theme");
    return store;
  } catch {
    return null;
  }
}

export class App {
  route: Route;
  mode: Mode | "off" = "words";
  help = false;
  message = "";
  focus: "row" | "detail" | "answer" | "evidence" | "review" | "confirm" | "" = "";
  reviewing = -1;
  #at = -1;
  /** Reviews that were begun, by the row and the column of their answer. */
  readonly drafts = new Map<string, Draft>();
  theme: Theme = "auto";
  reviewer = "";
  top = 0;
  readonly blocks: Blocks;
  readonly filter: Filter;
  readonly reviews: Reviews;
  readonly #store = storage();
  #listeners: (() => void)[] = [];
  #memo: { key: string; filtered: Filtered; rows: number[]; tokens: Token[] } | null = null;
  #version = 0;

  constructor(readonly index: Index) {
    this.blocks = new Blocks(index);
    this.reviews = new Reviews(index, this.#store);
    this.filter = new Filter(index, (row, column) => !!this.reviews.of(row, column));
    this.theme = (this.read("theme") as Theme | null) ?? "auto";
    this.reviewer = this.read("reviewer") ?? "";
    this.route = readRoute(location.hash) ?? this.#landing();
    this.#applyTheme();
    window.addEventListener("popstate", () => this.#follow());
    window.addEventListener("hashchange", () => this.#follow());
    window.addEventListener("storage", () => {
      this.reviews.load();
      this.reviewed();
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.reviews.unexported || this.drafts.size) event.preventDefault();
    });
  }

  /** Against another run what has changed, otherwise the questions that went wrong, when there are any. */
  #landing(): Route {
    const { cells } = this.index;
    const changed = ["r", "f"].filter((code) => cells.some((cell) => cell.changes?.includes(code)));
    if (changed.length) return { ...EMPTY, q: `diff:${changed.map((code) => changeOf(code)?.word).join(",")}` };
    const wrong = ["i", "f"].filter((code) => cells.some((cell) => cell.verdict.includes(code)));
    if (wrong.length) return { ...EMPTY, q: wrong.map((code) => `s:${wordOf(code)}`).join(" ") };
    return { ...EMPTY, view: this.index.rows.id.length ? "overview" : "questions" };
  }

  #follow(): void {
    const route = readRoute(location.hash);
    if (!route || writeRoute(route) === writeRoute(this.route)) return;
    const closing = this.route.id && !route.id && route.view === "questions";
    this.route = route;
    this.focus = closing ? "row" : "";
    this.changed();
  }

  subscribe(listener: () => void): void {
    this.#listeners.push(listener);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Changes the address: a new entry of the history, or in place of the present one. */
  go(change: Partial<Route>, how: "push" | "replace" = "push"): void {
    const before = writeRoute(this.route);
    this.route = { ...this.route, ...change };
    const after = writeRoute(this.route);
    if (before !== after || !location.hash) {
      try {
        history[how === "push" ? "pushState" : "replaceState"](null, "", after);
      } catch {
        location.hash = after; // a sandboxed frame may forbid the other
      }
    }
    this.changed();
  }

  set(change: Partial<Pick<App, "mode" | "help" | "message" | "focus" | "reviewing">>): void {
    Object.assign(this, change);
    this.changed();
  }

  #calculated() {
    const key = [this.route.q, this.route.sort, this.#version].join("\n");
    if (this.#memo?.key === key) return this.#memo;
    const tokens = parse(this.route.q, this.filter.known);
    const filtered = this.filter.apply(tokens);
    const columns = this.filter.columns(tokens);
    this.#memo = { key, filtered, rows: sorted(this.index, filtered.rows, this.route.sort, columns, (row, column) => this.reviews.verdict(row, column)), tokens };
    return this.#memo;
  }

  get rows(): number[] {
    return this.#calculated().rows;
  }

  get filtered(): Filtered {
    return this.#calculated().filtered;
  }

  get tokens(): Token[] {
    return this.#calculated().tokens;
  }

  /** Columns to show: all of them, or those that `by:` names. */
  get columns(): number[] {
    return this.filter.columns(this.tokens);
  }

  /** The row that is open, -1 when none is. */
  get open(): number {
    return this.route.id ? this.index.rows.id.indexOf(this.route.id) : -1;
  }

  /** The row that is open, otherwise the one that the reader was at last. */
  get current(): number {
    return this.open < 0 ? this.last : this.open;
  }

  /** Opens a row; from one open row to the next no entry is added to the history. */
  openRow(row: number, focus: App["focus"] = "", column = -1): void {
    const id = this.index.rows.id[row];
    if (id === undefined) return;
    this.focus = focus;
    this.reviewing = -1;
    this.#at = column;
    this.go({ view: "questions", id }, this.route.id ? "replace" : "push");
  }

  close(): void {
    if (!this.route.id) return;
    this.last = this.open;
    this.focus = "row";
    this.reviewing = -1;
    this.go({ id: "" });
  }

  last = -1;

  /** Columns in sight whose answer to a question is not correct. */
  wrong(row: number): number[] {
    return this.columns.filter((column) => "iaf".includes(scored(row, column)));
  }

  /** The column of the answer of the open question that is read: where the reader stopped, otherwise the first that is not correct. */
  get answer(): number {
    const wrong = this.wrong(this.open);
    return wrong.find((column) => column === this.#at) ?? wrong[0] ?? this.columns.find((column) => scored(this.open, column) !== "-") ?? -1;
  }

  show(view: View): void {
    this.focus = "";
    this.go({ view, id: view === "questions" || view === "article" ? this.route.id : "", doc: "", span: "" });
    window.scrollTo(0, 0);
  }

  search(q: string, how: "push" | "replace" = "push"): void {
    this.top = 0;
    this.go({ view: "questions", q }, how);
  }

  reviewed(): void {
    this.#version++;
    this.changed();
  }

  say(message: string): void {
    this.message = message;
    this.changed();
  }

  read(name: string): string | null {
    try {
      return this.#store?.getItem(`qa-eval:${name}`) ?? null;
    } catch {
      return null;
    }
  }

  keep(name: string, value: string): void {
    try {
      this.#store?.setItem(`qa-eval:${name}`, value);
    } catch {
      // a full or forbidden store only forgets
    }
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.keep("theme", theme);
    this.#applyTheme();
    this.changed();
  }

  #applyTheme(): void {
    if (this.theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.theme;
  }

  answererOf(column: number): string {
    return this.index.answerers[this.index.columns[column]?.[0] ?? 0] ?? "";
  }

  /** An answerer's name as far as it tells it from the others. */
  shortName(answerer: number): string {
    return this.index.short[answerer] ?? "";
  }

  /** "lexical", or "lexical · repeat 1" where there are several. */
  columnName(column: number): string {
    const repeats = this.index.columns.filter(([answerer]) => answerer === this.index.columns[column]?.[0]).length;
    const repeat = this.index.columns[column]?.[1] ?? 0;
    const name = this.shortName(this.index.columns[column]?.[0] ?? 0);
    return repeats > 1 ? `${name} · repeat ${repeat}` : name;
  }
}

/** The page's one state: every part of it draws from here. */
export let app: App;
export let index: Index;

export function begin(read: Index): void {
  index = read;
  app = new App(read);
}

/** The verdict of an answer as it was scored. */
export const scored = (row: number, column: number): Code => (index.cells[column]?.verdict[row] ?? "-") as Code;

/** The code of the rule that decided about an answer. */
export const reasonOf = (row: number, column: number): string => index.reasons[index.cells[column]?.reason[row] ?? -1] ?? "";
