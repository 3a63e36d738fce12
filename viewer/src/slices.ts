// Shares by type, difficulty and tag, computed once from the index.

import { index } from "./app";
import { shareOf } from "./headline";
import { quoted } from "./search";
import type { Share } from "./statistics";

export interface Slice {
  kind: string;
  name: string;
  query: string;
  shares: (Share | null)[];
  deltas: (number | null)[];
}

let kept: Slice[] | null = null;

function keys(): { kind: string; name: string; query: string }[][] {
  const { rows } = index;
  const type = rows.types.map((name) => ({ kind: "type", name, query: `type:${name}` }));
  const level = rows.difficulties.map((name) => ({ kind: "difficulty", name, query: `difficulty:${quoted(name)}` }));
  const tag = rows.tagNames.map((name) => ({ kind: "tag", name, query: `@${quoted(name)}` }));
  return rows.id.map((_, row) =>
    [type[rows.type[row] ?? 0], level[rows.difficulty[row] ?? 0], ...(rows.tags[row] ?? []).map((k) => tag[k])].flatMap((key) =>
      key?.name ? [key] : [],
    ),
  );
}

/** All slices, one share an answerer; the verdicts are those of the scorer. */
export function slices(): Slice[] {
  if (kept) return kept;
  const { answerers, cells, columns } = index;
  const sums = new Map<string, { key: { kind: string; name: string; query: string }; right: number[]; n: number[] }>();
  const overall = { right: answerers.map(() => 0), n: answerers.map(() => 0) };
  keys().forEach((own, row) => {
    columns.forEach(([answerer], column) => {
      const code = cells[column]?.verdict[row] ?? "-";
      if (code === "-") return;
      const right = code === "c" ? 1 : 0;
      overall.right[answerer] = (overall.right[answerer] ?? 0) + right;
      overall.n[answerer] = (overall.n[answerer] ?? 0) + 1;
      for (const key of own) {
        let sum = sums.get(key.query);
        if (!sum) sums.set(key.query, (sum = { key, right: answerers.map(() => 0), n: answerers.map(() => 0) }));
        sum.right[answerer] = (sum.right[answerer] ?? 0) + right;
        sum.n[answerer] = (sum.n[answerer] ?? 0) + 1;
      }
    });
  });
  const order = ["type", "difficulty", "tag"];
  const made = [...sums.values()]
    .map(({ key, right, n }) => {
      const shares = answerers.map((_, k) => shareOf(k, right[k] ?? 0, n[k] ?? 0));
      const deltas = shares.map((share, k) => (share && overall.n[k] ? share.share - (overall.right[k] ?? 0) / overall.n[k] : null));
      return { ...key, shares, deltas };
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.name < b.name ? -1 : 1));
  return (kept = made);
}
