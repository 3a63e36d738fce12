// Which rows of a list of equal heights are in sight.

export interface Span {
  first: number;
  last: number;
}

/** Rows `first` to `last` (exclusive) to draw, a few more on either side than can be seen. */
export function span(top: number, view: number, height: number, count: number, more = 6): Span {
  const first = Math.max(0, Math.floor(top / height) - more);
  return { first: Math.min(first, count), last: Math.min(count, Math.ceil((top + view) / height) + more) };
}

/** Where to scroll so that a row is in sight: unchanged when it is already. */
export function topFor(row: number, top: number, view: number, height: number): number {
  if (row * height < top) return row * height;
  if ((row + 1) * height > top + view) return (row + 1) * height - view;
  return top;
}
