// An answerer's figures: as scored, and as reviewed.

import { app, index } from "./app";
import { percentile, type Share, wilson } from "./statistics";

export interface Headline {
  answerer: string;
  counts: Record<string, number>;
  /** The counts as reviewed. */
  now: Record<string, number>;
  scored: Share | null;
  reviewed: Share | null;
  overturned: number;
  confirmed: number;
  missing: number;
  p50: number | null;
  p95: number | null;
  cost: number | null;
  columns: number[];
}

export const summaryOf = (answerer: number) => index.summaries.find((summary) => summary.answerer === index.answerers[answerer]);

/** The interval of so many of an answerer's answers. */
export const shareOf = (answerer: number, right: number, n: number): Share | null => wilson(right, n, summaryOf(answerer)?.effect);

type Known = Pick<Headline, "counts" | "p50" | "p95">;
const known: Known[] = [];

/** What no review changes: counted once an answerer. */
function counted(columns: number[]): Known {
  const counts: Record<string, number> = { c: 0, i: 0, a: 0, f: 0 };
  const all: number[] = [];
  for (const column of columns) {
    const cell = index.cells[column];
    cell?.ms.forEach((ms, row) => {
      const code = cell.verdict[row] ?? "-";
      counts[code] = (counts[code] ?? 0) + 1;
      if (ms !== null && code !== "f") all.push(ms);
    });
  }
  const ordered = Float64Array.from(all).sort();
  return { counts, p50: percentile(ordered, 50), p95: percentile(ordered, 95) };
}

export function headline(answerer: number): Headline {
  const columns = index.columns.flatMap(([owner], place) => (owner === answerer ? [place] : []));
  const { counts, p50, p95 } = (known[answerer] ??= counted(columns));
  const n = (counts.c ?? 0) + (counts.i ?? 0) + (counts.a ?? 0) + (counts.f ?? 0);
  const name = index.answerers[answerer] ?? "";
  const own = app.reviews.all.filter((review) => review.answerer === name && review.was !== "unscored");
  const overturned = own.filter((review) => review.verdict !== review.was).length;
  const cost = columns.reduce((sum, c) => sum + (index.cells[c]?.cost ?? []).reduce<number>((s, v) => s + (v ?? 0), 0), 0);
  const now = { ...counts };
  for (const { was, verdict } of own) {
    now[was[0] ?? ""]!--;
    now[verdict[0] ?? ""]!++;
  }
  return {
    answerer: name,
    counts,
    now,
    scored: shareOf(answerer, counts.c ?? 0, n),
    reviewed: own.length ? wilson(now.c ?? 0, n, summaryOf(answerer)?.reviewed) : null,
    overturned,
    confirmed: own.length - overturned,
    missing: Math.max(0, (summaryOf(answerer)?.expected ?? n) - n),
    p50,
    p95,
    cost: cost || null,
    columns,
  };
}
