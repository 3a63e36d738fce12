// What the address holds after `#/`: view, query, sort, question and place in the article.

export const VIEWS = ["overview", "questions", "compare", "slices", "article", "findings", "run"] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  view: View;
  q: string;
  sort: string;
  id: string;
  doc: string;
  span: string;
}

export const EMPTY: Route = { view: "questions", q: "", sort: "", id: "", doc: "", span: "" };
const FIELDS = ["q", "sort", "id", "doc", "span"] as const;

/** Reads an address; null when it names no view. */
export function readRoute(hash: string): Route | null {
  const match = /^#\/(\w+)(?:\?(.*))?$/s.exec(hash);
  const view = VIEWS.find((name) => name === match?.[1]);
  if (!match || !view) return null;
  const route: Route = { ...EMPTY, view };
  const given = new URLSearchParams(match[2] ?? "");
  for (const field of FIELDS) route[field] = given.get(field) ?? "";
  return route;
}

/** Writes an address; the query stays even on views that do not show it, so that it is there on the way back. */
export function writeRoute(route: Route): string {
  const given = new URLSearchParams();
  for (const field of FIELDS) if (route[field]) given.set(field, route[field]);
  const text = given.toString();
  return `#/${route.view}${text ? `?${text}` : ""}`;
}
