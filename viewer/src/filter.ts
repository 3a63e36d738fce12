// A query applied to all rows in one pass: which rows pass, and how many would pass with another choice of each facet.

import type { Index } from "./data";
import type { Known, Token } from "./search";
import { CHANGES, codeOf } from "./words";

const ROW = { word: 1, tag: 2, type: 4, difficulty: 8, other: 16 } as const;
const CELL = { s: 32, reason: 64, diff: 128, lat: 256, cost: 512, conf: 1024 } as const;

export interface Counts {
  s: Map<string, number>;
  type: Map<string, number>;
  difficulty: Map<string, number>;
  tag: Map<string, number>;
  reason: Map<string, number>;
  diff: Map<string, number>;
}

export interface Filtered {
  rows: number[];
  counts: Counts;
}

export function knownOf(index: Index): Known {
  return {
    tag: index.rows.tagNames,
    type: index.rows.types,
    difficulty: index.rows.difficulties.filter(Boolean),
    reason: index.reasons,
    by: [...new Set([...index.short, ...index.answerers])],
    doc: index.documents.map((_, place) => `${place + 1}`),
  };
}

export class Filter {
  readonly known: Known;
  readonly #all: number[];
  readonly #isReviewed: (row: number, column: number) => boolean;

  constructor(
    readonly index: Index,
    isReviewed: (row: number, column: number) => boolean,
  ) {
    this.#isReviewed = isReviewed;
    this.#all = [...index.columns.keys()];
    this.known = knownOf(index);
  }

  /** Bare words are looked for in id, question, expected and the beginning of each answer: no copy of them is kept. */
  #says(word: RegExp, row: number): boolean {
    const { id, text, expected } = this.index.rows;
    if (word.test(text[row] ?? "") || word.test(expected[row] ?? "") || word.test(id[row] ?? "")) return true;
    return this.index.cells.some((column) => word.test(column.got[row] ?? ""));
  }

  /** The columns that `by:` leaves. */
  columns(tokens: Token[]): number[] {
    const by = tokens.filter((t) => t.kind === "by" && !t.error);
    return this.#all.filter((column) => by.every((t) => this.#named(t.values, column) !== t.not));
  }

  /** Whether a column's answerer is among the names, whole or as the page shows it. */
  #named(names: string[], column: number): boolean {
    const { answerers, short, columns } = this.index;
    const place = columns[column]?.[0] ?? 0;
    return names.includes(answerers[place] ?? "") || names.includes(short[place] ?? "");
  }

  apply(tokens: Token[]): Filtered {
    const usable = tokens.filter((t) => !t.error);
    const columns = this.columns(usable);
    const rowMask = this.#rowMask(usable, columns);
    const cellMask = this.#cellMask(usable.filter((t) => !t.not));
    const unwanted = usable.filter((t) => t.not && t.kind in CELL).map((t) => this.#cellMask([{ ...t, not: false }]));
    const counts = this.#empty();
    const rows: number[] = [];
    const total = this.index.rows.id.length;
    for (let row = 0; row < total; row++) {
      let base = rowMask(row);
      if (unwanted.some((mask) => columns.some((column) => !mask(column, row)))) base |= ROW.other;
      if (base & (base - 1)) continue;
      let best = columns.length ? -1 : base;
      const masks: number[] = [];
      for (const column of columns) {
        const mask = base | cellMask(column, row);
        masks.push(mask);
        if (mask === 0) best = 0;
      }
      if (best === 0) rows.push(row);
      this.#count(counts, row, columns, masks, base);
    }
    return { rows, counts };
  }

  #empty(): Counts {
    return {
      s: new Map(),
      type: new Map(),
      difficulty: new Map(),
      tag: new Map(),
      reason: new Map(),
      diff: new Map(),
    };
  }

  #count(counts: Counts, row: number, columns: number[], masks: number[], base: number): void {
    const { rows, cells, reasons } = this.index;
    const add = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1);
    const passes = (mask: number, bit: number) => (mask & ~bit) === 0;
    const seen = { s: "", diff: "" };
    const seenReasons: number[] = [];
    let any = columns.length === 0 ? base : 2047;
    for (let k = 0; k < columns.length; k++) {
      const mask = masks[k] ?? 0;
      any &= mask;
      const column = cells[columns[k] ?? 0];
      if (!column) continue;
      const verdict = column.verdict[row] ?? "-";
      if (passes(mask, CELL.s) && !seen.s.includes(verdict)) {
        seen.s += verdict;
        add(counts.s, verdict);
      }
      const change = column.changes?.[row] ?? "-";
      if (passes(mask, CELL.diff) && change !== "-" && !seen.diff.includes(change)) {
        seen.diff += change;
        add(counts.diff, change);
      }
      const reason = column.reason[row] ?? -1;
      if (reason >= 0 && passes(mask, CELL.reason) && !seenReasons.includes(reason)) {
        seenReasons.push(reason);
        add(counts.reason, reasons[reason] ?? "");
      }
    }
    const some = (bit: number) => (masks.length ? masks.some((mask) => passes(mask, bit)) : passes(any, bit));
    if (some(ROW.type)) add(counts.type, rows.types[rows.type[row] ?? 0] ?? "");
    if (some(ROW.difficulty)) {
      const name = rows.difficulties[rows.difficulty[row] ?? 0];
      if (name) add(counts.difficulty, name);
    }
    if (some(0)) for (const tag of rows.tags[row] ?? []) add(counts.tag, rows.tagNames[tag] ?? "");
  }

  #rowMask(tokens: Token[], columns: number[]): (row: number) => number {
    const { rows } = this.index;
    const words = tokens.filter((t) => t.kind === "word").map((t) => ({ not: t.not, said: wordOf(t.values[0] ?? "") }));
    const tags = tokens.filter((t) => t.kind === "tag").map((t) => ({ not: t.not, at: rows.tagNames.indexOf(t.values[0] ?? "") }));
    const types = chosen(tokens, "type", rows.types);
    const levels = chosen(tokens, "difficulty", rows.difficulties);
    const others = tokens.filter((t) => t.kind === "is" || t.kind === "only" || t.kind === "id" || t.kind === "doc");
    return (row) => {
      let mask = 0;
      if (words.length && !words.every((w) => this.#says(w.said, row) !== w.not)) mask |= ROW.word;
      if (tags.length && !tags.every((t) => (rows.tags[row] ?? []).includes(t.at) !== t.not)) mask |= ROW.tag;
      if (types && !types(rows.type[row] ?? -1)) mask |= ROW.type;
      if (levels && !levels(rows.difficulty[row] ?? -1)) mask |= ROW.difficulty;
      if (others.length && !others.every((t) => this.#other(t, row, columns) !== t.not)) mask |= ROW.other;
      return mask;
    };
  }

  #other(token: Token, row: number, columns: number[]): boolean {
    if (token.kind === "id") return token.values.includes(this.index.rows.id[row] ?? "");
    if (token.kind === "doc") return token.values.includes(`${(this.index.rows.document[row] ?? -1) + 1}`);
    if (token.kind === "only") return this.#onlyRight(token.values, row);
    return token.values.some((state) => this.#state(state, row, columns));
  }

  /** Those named are right in every repeat, and nobody else is in any. */
  #onlyRight(names: string[], row: number): boolean {
    return this.index.cells.every((cell, column) => (cell.verdict[row] === "c") === this.#named(names, column));
  }

  #state(state: string, row: number, columns: number[]): boolean {
    if (state === "reviewed") return columns.some((column) => this.#isReviewed(row, column));
    if (state === "near") return columns.some((column) => this.index.cells[column]?.near[row] === "1");
    if (state === "debated") return columns.some((column) => this.debated(row, column));
    if (state === "flaky") return this.flaky(row, columns);
    const verdicts = new Set(columns.map((column) => this.index.cells[column]?.verdict[row]));
    return state === "differ" ? verdicts.size > 1 : verdicts.size === 1;
  }

  /** The two policies are of two minds whether the answer is correct. */
  debated(row: number, column: number): boolean {
    const cell = this.index.cells[column];
    const other = cell?.other?.[row] ?? "-";
    return other !== "-" && (other === "c") !== (cell?.verdict[row] === "c");
  }

  /** One answerer's repeats have unlike verdicts. */
  flaky(row: number, columns = this.#all): boolean {
    const first = new Map<number | undefined, string>();
    return columns.some((column) => {
      const answerer = this.index.columns[column]?.[0];
      const verdict = this.index.cells[column]?.verdict[row] ?? "-";
      if (verdict === "-") return false;
      const before = first.get(answerer);
      first.set(answerer, before ?? verdict);
      return before !== undefined && before !== verdict;
    });
  }

  #cellMask(tokens: Token[]): (column: number, row: number) => number {
    const { cells, reasons } = this.index;
    const verdicts = codes(tokens, "s", (word) => codeOf(word) ?? "");
    const changes = codes(tokens, "diff", (word) => CHANGES.find((c) => c.word === word)?.code ?? "");
    const why = chosen(tokens, "reason", reasons);
    const lat = tokens.filter((t) => t.kind === "lat");
    const cost = tokens.filter((t) => t.kind === "cost");
    const conf = tokens.filter((t) => t.kind === "conf");
    return (place, row) => {
      const cell = cells[place];
      if (!cell) return 0;
      let mask = 0;
      if (verdicts && !verdicts(cell.verdict[row] ?? "-")) mask |= CELL.s;
      if (changes && !changes(cell.changes?.[row] ?? "-")) mask |= CELL.diff;
      if (why && !why(cell.reason[row] ?? -1)) mask |= CELL.reason;
      if (lat.length && !within(lat, cell.ms[row], 1000)) mask |= CELL.lat;
      if (cost.length && !within(cost, cell.cost?.[row], 1)) mask |= CELL.cost;
      if (conf.length && !within(conf, cell.confidence?.[row], 1)) mask |= CELL.conf;
      return mask;
    };
  }
}

/** Upper and lower case are one, in any script. */
const wordOf = (text: string): RegExp => new RegExp(text.replace(/[\\^$.*+?()[\]{}|\/]/g, "\\$&"), /^[\x00-\x7f]*$/.test(text) ? "i" : "iu");

function within(tokens: Token[], value: number | null | undefined, scale: number): boolean {
  if (value === null || value === undefined) return false;
  return tokens.every((t) => value >= t.low * scale && value <= t.high * scale);
}

/** Values of one key are alternatives; those that are negated are all excluded. */
function chosen(tokens: Token[], kind: Token["kind"], names: string[]): ((place: number) => boolean) | null {
  const own = tokens.filter((t) => t.kind === kind);
  if (!own.length) return null;
  const wanted = new Set(own.filter((t) => !t.not).flatMap((t) => t.values.map((v) => names.indexOf(v))));
  const unwanted = new Set(own.filter((t) => t.not).flatMap((t) => t.values.map((v) => names.indexOf(v))));
  return (place) => (!wanted.size || wanted.has(place)) && !unwanted.has(place);
}

function codes(tokens: Token[], kind: Token["kind"], code: (word: string) => string): ((c: string) => boolean) | null {
  const own = tokens.filter((t) => t.kind === kind);
  if (!own.length) return null;
  const wanted = own.flatMap((t) => t.values.map(code)).join("");
  return (c) => wanted.includes(c);
}

export type SortKey = "" | "verdict" | "id" | "question" | "expected" | "answer" | "time";
const ORDER = "ifa-c";

/** Sorts rows by a key, or by how an answerer fared, which is named by its place; equal ones keep the order of the dataset. */
export function sorted(index: Index, rows: number[], sort: string, columns: number[], verdict: (row: number, column: number) => string): number[] {
  const down = sort.startsWith("-");
  const key = (down ? sort.slice(1) : sort) as SortKey;
  const cell = index.cells[columns[0] ?? 0];
  const text: Partial<Record<SortKey, string[]>> = {
    id: index.rows.id,
    question: index.rows.text,
    expected: index.rows.expected,
    answer: cell?.got,
  };
  const order = new Intl.Collator("en", { numeric: true }).compare;
  let compare: ((a: number, b: number) => number) | null = null;
  const texts = text[key];
  if (texts) compare = (a, b) => order(texts[a] ?? "", texts[b] ?? "");
  else if (key === "verdict" || /^\d+$/.test(key)) {
    const own = key === "verdict" ? columns : [...index.columns.keys()].filter((column) => index.columns[column]?.[0] === +key);
    const right = (row: number) => own.filter((column) => verdict(row, column) === "c").length;
    const worth = new Map(rows.map((row) => [row, own.length > 1 ? right(row) : ORDER.indexOf(verdict(row, own[0] ?? 0))]));
    compare = (a, b) => (worth.get(a) ?? 0) - (worth.get(b) ?? 0);
  } else if (key === "time") compare = (a, b) => (cell?.ms[a] ?? -1) - (cell?.ms[b] ?? -1);
  if (!compare) return rows;
  const by = compare;
  return [...rows].sort((a, b) => (down ? -by(a, b) : by(a, b)) || a - b);
}
