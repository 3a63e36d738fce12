// The search grammar: `s:incorrect @tag -@tag "exact words" lat:>2 reason:wrong_unit type:date diff:regressed`, bare words otherwise.

import { CHANGES, VERDICTS } from "./words";

export type Kind =
  | "word"
  | "tag"
  | "s"
  | "type"
  | "difficulty"
  | "reason"
  | "diff"
  | "by"
  | "only"
  | "is"
  | "id"
  | "doc"
  | "lat"
  | "cost"
  | "conf";

export interface Token {
  start: number;
  end: number;
  text: string;
  kind: Kind;
  not: boolean;
  values: string[];
  low: number;
  high: number;
  error: string;
}

/** What the values of keys may be; a key without an entry takes anything. */
export interface Known {
  tag: string[];
  type: string[];
  difficulty: string[];
  reason: string[];
  by: string[];
  /** The documents by their numbers. */
  doc: string[];
}

const RANGES: Kind[] = ["lat", "cost", "conf"];
const KEYS: Kind[] = ["s", "type", "difficulty", "reason", "diff", "by", "only", "is", "id", "doc", ...RANGES];
export const STATES = ["debated", "differ", "flaky", "near", "reviewed", "same"];
const TOKEN = /-?(?:(?:@|[A-Za-z]+:)?"(?:[^"]|"")*"?|\S+)/g;
const unquoted = (text: string): string => text.replace(/^"(.*?)"?$/s, (_, inside) => inside.replaceAll('""', '"'));

/** Writes a value so that it reads back as one; a quotation mark in it is doubled. */
export const quoted = (value: string): string => (/[\s",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** What others call a verdict or a change. */
const MEANT: Record<string, string> = {
  wrong: "incorrect", right: "correct", error: "failed", better: "fixed", worse: "regressed",
};

/** Two words are near when one letter's change, or a beginning, leads from one to the other. */
function nearest(word: string, among: string[]): string {
  const low = word.toLowerCase();
  const meant = MEANT[low] ?? "";
  if (among.includes(meant)) return meant;
  const score = (other: string): number => {
    let same = 0;
    while (same < other.length && other[same]?.toLowerCase() === low[same]) same++;
    return same * 2 - Math.abs(other.length - low.length);
  };
  return among.filter((other) => score(other) > 0).sort((a, b) => score(b) - score(a))[0] ?? "";
}

function range(text: string): [number, number] | null {
  const between = /^(\d*\.?\d+)\.\.(\d*\.?\d+)$/.exec(text);
  if (between) return [Number(between[1]), Number(between[2])];
  const limit = /^(>=?|<=?|=?)(\d*\.?\d+)$/.exec(text);
  if (!limit) return null;
  const value = Number(limit[2]);
  const step = Math.max(1e-9, Math.abs(value) * 1e-9);
  if (limit[1] === ">") return [value + step, Infinity];
  if (limit[1] === ">=") return [value, Infinity];
  if (limit[1] === "<") return [-Infinity, value - step];
  if (limit[1] === "<=") return [-Infinity, value];
  return [value, value];
}

function allowed(kind: Kind, known: Known): string[] | null {
  if (kind === "s") return VERDICTS.map((v) => v.word);
  if (kind === "diff") return CHANGES.map((c) => c.word);
  if (kind === "is") return STATES;
  if (kind === "only") return known.by;
  return kind in known ? known[kind as keyof Known] : null;
}

function checked(token: Token, known: Known): Token {
  if (RANGES.includes(token.kind)) {
    const found = range(token.values.join());
    if (found) [token.low, token.high] = found;
    else token.error = `${token.kind}: takes a figure, as in ${token.kind}:>2 or ${token.kind}:0.5..2`;
    return token;
  }
  const among = allowed(token.kind, known);
  if (!among) return token;
  const wrong = token.values.find((value) => !among.includes(value));
  if (wrong === undefined) return token;
  const name = token.kind === "tag" ? "tag" : `value of ${token.kind}:`;
  const hint = nearest(wrong, among);
  token.error = `there is no ${name} “${wrong}”${hint ? `; did you mean “${hint}”?` : ""}`;
  return token;
}

/** Reads a query; a token that cannot be read carries its error and is left out of the filter. */
export function parse(query: string, known: Known): Token[] {
  const tokens: Token[] = [];
  for (const match of query.matchAll(TOKEN)) {
    const text = match[0];
    const token: Token = {
      start: match.index,
      end: match.index + text.length,
      text,
      kind: "word",
      not: text.length > 1 && text.startsWith("-"),
      values: [],
      low: -Infinity,
      high: Infinity,
      error: "",
    };
    const body = token.not ? text.slice(1) : text;
    const key = /^([A-Za-z]+):(.*)$/s.exec(body);
    if (body.startsWith("@")) {
      token.kind = "tag";
      token.values = [unquoted(body.slice(1))];
    } else if (key && !body.startsWith('"')) {
      const name = key[1] ?? "";
      const rest = key[2] ?? "";
      if (!KEYS.includes(name as Kind)) {
        if (/^\/\//.test(rest)) token.values = [body];
        else token.error = `there is no key “${name}:”; known are ${KEYS.join(", ")}; write "${body}" to search for it`;
        tokens.push(token);
        continue;
      }
      token.kind = name as Kind;
      token.values = rest.startsWith('"') ? [unquoted(rest)] : rest.split(",").filter(Boolean);
      if (!token.values.length) token.error = `${name}: needs a value`;
    } else {
      token.values = [unquoted(body)];
      if (!token.values[0]) token.error = "an empty quotation";
    }
    tokens.push(token.error ? token : checked(token, known));
  }
  return tokens;
}

/** Adds or takes away one value of a key, leaving all else as it was typed. */
export function toggled(query: string, known: Known, kind: Kind, value: string): string {
  const tokens = parse(query, known);
  const same = tokens.filter((t) => t.kind === kind && !t.not && t.values.includes(value));
  if (same.length === 0) {
    const prefix = kind === "tag" ? "@" : `${kind}:`;
    return `${query.trimEnd()} ${prefix}${quoted(value)}`.trim();
  }
  let made = query;
  for (const token of [...same].reverse()) {
    const rest = token.values.filter((v) => v !== value);
    const text = rest.length ? `${kind}:${rest.map(quoted).join(",")}` : "";
    made = made.slice(0, token.start) + text + made.slice(token.end);
  }
  return made.replace(/ {2,}/g, " ").trim();
}

/** The query without the tokens of a kind, and with `more` at its end. */
export function replaced(query: string, known: Known, kind: Kind, more: string): string {
  let made = query;
  for (const token of parse(query, known).reverse()) {
    if (token.kind === kind) made = made.slice(0, token.start) + made.slice(token.end);
  }
  return `${made.replace(/ {2,}/g, " ").trim()} ${more}`.trim();
}

/** The query without its token at `place`. */
export function without(query: string, token: Token): string {
  return (query.slice(0, token.start) + query.slice(token.end)).replace(/ {2,}/g, " ").trim();
}
