// An answerer's figures: as scored, and as reviewed.

import { app } from "./app";
import { percentile, type Share, wilson } from "./statistics";

export interface Headline {
  answerer: string;
  counts: Record<string, number>;
  scored: Share | null;
  reviewed: Share | null;
  overturned: number;
  missing: number;
  p50: number | null;
  p95: number | null;
  cost: number | null;
  columns: number[];
}

const times = new WeakMap<object, Map<number, { p50: number | null; p95: number | null }>>();

function latency(answerer: number, columns: number[]) {
  const known = times.get(app.index) ?? new Map<number, { p50: number | null; p95: number | null }>();
  times.set(app.index, known);
  const found = known.get(answerer);
  if (found) return found;
  const all: number[] = [];
  for (const column of columns) {
    const cell = app.index.cells[column];
    cell?.ms.forEach((ms, row) => {
      if (ms !== null && cell.verdict[row] !== "f") all.push(ms);
    });
  }
  const ordered = Float64Array.from(all).sort();
  const made = { p50: percentile(ordered, 50), p95: percentile(ordered, 95) };
  known.set(answerer, made);
  return made;
}

/** Counts of a column's verdict codes. */
function counted(verdicts: string, counts: Record<string, number>): void {
  for (let row = 0; row < verdicts.length; row++) {
    const code = verdicts[row] ?? "-";
    counts[code] = (counts[code] ?? 0) + 1;
  }
}

const kept = new WeakMap<object, Map<number, Record<string, number>>>();

export function headline(answerer: number): Headline {
  const { index } = app;
  const columns = index.columns.flatMap(([owner], place) => (owner === answerer ? [place] : []));
  const cache = kept.get(index) ?? new Map<number, Record<string, number>>();
  kept.set(index, cache);
  let counts = cache.get(answerer);
  if (!counts) {
    counts = { c: 0, i: 0, a: 0, f: 0 };
    for (const column of columns) counted(index.cells[column]?.verdict ?? "", counts);
    cache.set(answerer, counts);
  }
  const n = (counts.c ?? 0) + (counts.i ?? 0) + (counts.a ?? 0) + (counts.f ?? 0);
  const name = index.answerers[answerer] ?? "";
  const own = app.reviews.all.filter((review) => review.answerer === name && review.was !== "unscored");
  const change = own.reduce((sum, r) => sum + Number(r.verdict === "correct") - Number(r.was === "correct"), 0);
  const cost = columns.reduce((sum, c) => sum + (index.cells[c]?.cost ?? []).reduce<number>((s, v) => s + (v ?? 0), 0), 0);
  const expected = index.summaries.find((s) => s.answerer === name)?.expected ?? n;
  return {
    answerer: name,
    counts,
    scored: wilson(counts.c ?? 0, n),
    reviewed: own.length ? wilson((counts.c ?? 0) + change, n) : null,
    overturned: own.length,
    missing: Math.max(0, expected - n),
    ...latency(answerer, columns),
    cost: cost || null,
    columns,
  };
}
