// A document cut where evidence starts and ends.

export interface Span {
  start: number;
  end: number;
  row: number;
}

export interface Segment {
  text: string;
  /** Questions whose evidence this is. */
  rows: number[];
  /** Those of them whose evidence ends here. */
  last: number[];
  target: boolean;
}

/** Offsets of Python count characters, those of JavaScript count halves of pairs: the same only without such pairs. */
export function offsets(text: string): (place: number) => number {
  const high: number[] = [];
  let at = 0;
  for (const character of text) {
    if (character.length === 2) high.push(at);
    at++;
  }
  if (!high.length) return (place) => place;
  return (place) => {
    let low = 0;
    let up = high.length;
    while (low < up) {
      const middle = (low + up) >> 1;
      if ((high[middle] ?? 0) < place) low = middle + 1;
      else up = middle;
    }
    return place + low;
  };
}

export function segments(text: string, spans: Span[], target: { start: number; end: number } | null): Segment[] {
  const place = offsets(text);
  const moved = spans.map((s) => ({ start: place(s.start), end: place(s.end), row: s.row }));
  const aim = target ? { start: place(target.start), end: place(target.end) } : null;
  const cuts = new Set([0, text.length]);
  for (const s of aim ? [...moved, aim] : moved) {
    if (s.start <= text.length) cuts.add(s.start);
    if (s.end <= text.length) cuts.add(s.end);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const starts = [...moved].sort((a, b) => a.start - b.start);
  let open: typeof moved = [];
  let at = 0;
  const made: Segment[] = [];
  for (let k = 0; k + 1 < ordered.length; k++) {
    const start = ordered[k] ?? 0;
    const end = ordered[k + 1] ?? 0;
    open = open.filter((s) => s.end > start);
    while (at < starts.length && (starts[at]?.start ?? 0) <= start) {
      const next = starts[at++];
      if (next && next.end > start) open.push(next);
    }
    made.push({
      text: text.slice(start, end),
      rows: [...new Set(open.map((s) => s.row))],
      last: [...new Set(open.filter((s) => s.end === end).map((s) => s.row))],
      target: aim !== null && aim.start <= start && end <= aim.end,
    });
  }
  return made;
}

export interface Sentence {
  start: number;
  end: number;
  /** Questions whose evidence lies in it. */
  rows: number[];
}

/** The sentences of a text, from their starts and ends in turn, with the questions about each. */
export function coverage(text: string, spans: Span[], sentences: number[]): Sentence[] {
  const place = offsets(text);
  const ordered = spans.map((s) => ({ start: place(s.start), end: place(s.end), row: s.row })).sort((a, b) => a.start - b.start);
  let open: typeof ordered = [];
  let at = 0;
  return sentences.flatMap((first, k) => {
    if (k % 2) return [];
    const [start, end] = [place(first), place(sentences[k + 1] ?? 0)];
    open = open.filter((s) => s.end > start);
    for (; at < ordered.length && (ordered[at]?.start ?? 0) < end; at++) {
      const next = ordered[at];
      if (next && next.end > start) open.push(next);
    }
    return [{ start, end, rows: [...new Set(open.map((s) => s.row))].sort((a, b) => a - b) }];
  });
}
