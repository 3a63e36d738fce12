// The report's data as Python packed it: a columnar index, and details that are inflated when a row is opened.

import type { Tested } from "./statistics";

/** An element of the page. */
export const byId = (id: string): HTMLElement | null => document.getElementById(id);

export type Code = "c" | "i" | "a" | "f" | "-";

export interface RunFacts {
  name: string;
  title: string;
  version: string;
  description: string;
  dataset: string;
  path: string;
  questions: number;
  state: string;
  folder: string;
  digest: string;
  signature: [string, string][];
  qa_eval: string;
}

export interface Paired {
  n: number;
  fixed: number;
  regressed: number;
  both_correct: number;
  neither_correct: number;
  difference: number | null;
  interval: [number, number] | null;
  p: number;
}

export interface Comparison extends Paired, Tested {
  /** Answers that only the other run has: of a question or a repetition that this one lacks. */
  gone: number;
  answerer: string;
  other: string;
  slices: (Paired & { kind: string; name: string })[];
}

export interface Column {
  verdict: string;
  reason: number[];
  /** The beginning of what was said; in the file null where that is what is expected. */
  got: string[];
  ms: (number | null)[];
  near: string;
  /** What the other policy says, a code a row. */
  other?: string;
  confidence: (number | null)[] | null;
  cost: (number | null)[] | null;
  changes?: string;
  was?: string;
  wasMs?: (number | null)[];
}

/** One line of reviews.jsonl, overturned or confirmed; `applied` once it was taken over into the run. */
export interface Review {
  schema: number;
  run: string;
  id: string;
  question_digest: string;
  answerer: string;
  repeat: number;
  was: string;
  verdict: string;
  note: string;
  reviewer: string;
  time: string;
  applied?: { time: string; file: string; sha256: string };
}

export interface Finding {
  title: string;
  heads: string[];
  rows: string[][];
  notes: string[];
  curves: Curve[];
}

/** Points from left to right, both within 0..1, and the upper end of their scale. */
export interface Curve {
  title: string;
  heads: string[];
  rows: [number, number][];
  top: number;
}

export interface Index {
  schema: number;
  details: "all" | "failures" | "none";
  run: RunFacts;
  /** What the view of the run tells of it, in words; what is empty is left out. */
  facts: [string, string][];
  baseline: RunFacts | null;
  answerers: string[];
  /** Their names as columns carry them. */
  short: string[];
  columns: [number, number][];
  documents: { id: string; title: string; sha256: string; block: number }[];
  summaries: {
    answerer: string;
    expected: number;
    n: number;
    /** How many answers tell as much as one: more than 1 where questions were repeated. */
    effect: number;
  /** The design effect as reviewed, when the report was written. */
  reviewed: number;
    exact: number;
    f1: number | null;
    attempts: number;
    tokens: [number, number];
    failures: Record<string, number>;
  }[];
  /** Reviews that were applied to the run. */
  reviews: Review[];
  /** The policy that decided and the one beside it; empty where there is one only. */
  policies: string[];
  /** Tables of what was found out about the run beyond its scores. */
  findings: Finding[];
  comparisons: Comparison[];
  rows: {
    id: string[];
    text: string[];
    expected: string[];
    type: number[];
    difficulty: number[];
    tags: number[][];
    document: number[];
    types: string[];
    difficulties: string[];
    tagNames: string[];
  };
  cells: Column[];
  reasons: string[];
  /** What each rule means, by its code. */
  rules: Record<string, string>;
  help: { keys: [string, string][]; search: [string, string][] };
  /** What is said beside tables and charts. */
  texts: Record<string, string>;
  /** Names of what cannot be seen, by its code. */
  hidden: Record<string, string>;
  /** Whose work is built into this page. */
  notices: string;
}

export interface Quote {
  quote: string;
  start: number;
  before: string;
  after: string;
}

export interface NumberLine {
  gold: string;
  got: string;
  /** What the tolerance lets through, "" without one. */
  allowed: string;
  off: string;
  relative: string;
  ratio: string;
  /** Places of gold, got, low and high; behind them the far ends of gold and got where one of the two is a range. */
  at: [number, number, number, number] | [number, number, number, number, number, number];
  log: boolean;
}

export interface Answer {
  text: string;
  message: string;
  read: string;
  gold: string;
  value: number;
  exact: boolean;
  f1: number;
  attempts: number;
  tokens: [number, number] | null;
  failure: [string, string] | null;
  details: Record<string, unknown> | null;
  /** What each step of normalising makes of the answer; nothing where that is the same in small letters. */
  steps: [string, string?][];
  line: NumberLine | null;
  near: string;
  /** The other policy's name, verdict, value, reason and message. */
  other: [string, string, number, string, string] | null;
  /** Where the document says the answer, or the figure that was read of it: start and length. */
  places: [number, number][];
  cited: Quote[];
}

export interface Before {
  text: string;
  verdict: string;
  reason: string;
  message: string;
  seconds: number;
}

export interface Detail {
  text: string;
  expected: string;
  accepted: string[];
  tolerance: string;
  derivation: string;
  note: string;
  paraphrases: string[];
  digest: string;
  evidence: Quote[];
  answers: (Answer | null)[];
  before?: (Before | null)[];
  beforeText?: string;
}

/** A block as it is packed: what most rows and answers say stands once, each row holds what it says besides. */
interface Block {
  plain: Detail;
  kinds: Answer[];
  /** All rows' digests, so many characters each. */
  digests: string;
  rows: ((Partial<Omit<Detail, "answers">> & { answers?: ((Partial<Answer> & { kind?: number }) | null)[] }) | null)[];
}

/** A document, with where each of its sentences starts and ends, in turn. */
export interface Text {
  text: string;
  sentences: number[];
}

export const BLOCK = 512;
const DIGEST = 16;

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const direct = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64;
  if (direct) return direct.call(Uint8Array, text);
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
  return bytes;
}

async function inflated(text: string): Promise<unknown> {
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function parsed(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => document.addEventListener("DOMContentLoaded", () => done(), { once: true }));
}

async function blockText(name: string): Promise<string | null> {
  const id = `qa-${name}`;
  if (!byId(id)) await parsed();
  return byId(id)?.textContent ?? null;
}

/** Reads the index; its text leaves the page afterwards, since nothing needs it twice. */
export async function readIndex(): Promise<Index> {
  const element = byId("qa-index");
  if (!element) throw new Error("this file holds no report");
  const index = (await inflated(element.textContent ?? "")) as Index;
  for (const cell of index.cells) cell.got = cell.got.map((got, row) => got ?? index.rows.expected[row]);
  element.remove();
  return index;
}

/** Keeps the last few blocks inflated, so that going from row to row costs nothing. */
export class Blocks {
  #kept = new Map<string, Promise<unknown>>();

  constructor(private readonly index: Index) {}

  get(name: string): Promise<unknown> {
    const found = this.#kept.get(name);
    if (found) return found;
    const made = blockText(name).then((text) => (text === null ? null : inflated(text)));
    this.#kept.set(name, made);
    if (this.#kept.size > 8) this.#kept.delete(this.#kept.keys().next().value as string);
    return made;
  }

  async detail(row: number): Promise<Detail | null> {
    const block = (await this.get(`d${Math.floor(row / BLOCK)}`)) as Block | null;
    const at = row % BLOCK;
    const found = block?.rows[at];
    if (!block || !found) return null;
    const { rows, cells } = this.index;
    return {
      ...block.plain,
      text: rows.text[row] as string,
      expected: rows.expected[row] as string,
      digest: block.digests.substr(at * DIGEST, DIGEST),
      ...found,
      answers: cells.map((cell, column) => {
        const own = found.answers ? found.answers[column] : {};
        if (!own) return null;
        const made = { ...(block.kinds[own.kind ?? 0] as Answer), text: cell.got[row] as string, ...own };
        made.read ??= made.text;
        made.gold ??= made.read;
        return made;
      }),
    };
  }

  async document(place: number): Promise<Text> {
    const facts = this.index.documents[place];
    const shelf = facts ? ((await this.get(`a${facts.block}`)) as Record<string, Text> | null) : null;
    return shelf?.[facts?.id ?? ""] ?? { text: "", sentences: [] };
  }
}
