// How an answer differs from what was expected, in words or in characters.

export type Part = { kind: "same" | "missing" | "added"; text: string };
export type Mode = "words" | "characters";
export const LONGEST = 4000;
const MOST = 1500; // edits after which the rest counts as replaced: such texts have little in common

const WORDS = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** Myers's shortest edits between two sequences: for each number of edits, how far each diagonal was reached. */
function reached(a: string[], b: string[]): Int32Array[] {
  const size = Math.min(MOST, a.length + b.length);
  const far = new Int32Array(2 * size + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= size; edits++) {
    trace.push(far.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = size + 1 + diagonal;
      const down = diagonal === -edits || (diagonal !== edits && (far[at - 1] ?? 0) < (far[at + 1] ?? 0));
      let x = down ? (far[at + 1] ?? 0) : (far[at - 1] ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      far[at] = x;
      if (x >= a.length && x - diagonal >= b.length) return trace;
    }
  }
  return [];
}

function shortest(a: string[], b: string[]): Part[] {
  const trace = reached(a, b);
  if (!trace.length) return [...a.map((text) => part("missing", text)), ...b.map((text) => part("added", text))];
  const size = ((trace[0]?.length ?? 3) - 3) / 2;
  const made: Part[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const far = trace[edits] as Int32Array;
    const diagonal = x - y;
    const at = size + 1 + diagonal;
    const down = diagonal === -edits || (diagonal !== edits && (far[at - 1] ?? 0) < (far[at + 1] ?? 0));
    const before = edits === 0 ? 0 : down ? (far[at + 1] ?? 0) : (far[at - 1] ?? 0);
    const beforeY = edits === 0 ? 0 : before - (down ? diagonal + 1 : diagonal - 1);
    while (x > before && y > beforeY) {
      made.push(part("same", a[--x] ?? ""));
      y--;
    }
    if (edits === 0) break;
    if (down) made.push(part("added", b[--y] ?? ""));
    else made.push(part("missing", a[--x] ?? ""));
  }
  return made.reverse();
}

const part = (kind: Part["kind"], text: string): Part => ({ kind, text });

/** Neighbours of one kind together; between two that are the same, what is missing comes before what is added. */
function joined(parts: Part[]): Part[] {
  const made: Part[] = [];
  let [missing, added] = ["", ""];
  const flush = () => {
    if (missing) made.push(part("missing", missing));
    if (added) made.push(part("added", added));
    [missing, added] = ["", ""];
  };
  parts.forEach(({ kind, text }, k) => {
    const last = made.at(-1);
    if (kind === "missing") missing += text;
    else if (kind === "added") added += text;
    else if (!missing && !added && last?.kind === "same") last.text += text;
    else {
      if ((missing || added) && /^\s+$/.test(text) && parts[k + 1] && parts[k + 1]?.kind !== "same") {
        missing += text;
        added += text;
        return;
      }
      flush();
      made.push(part("same", text));
    }
  });
  flush();
  return made;
}

/** Parts from expected to got; only the beginnings of very long texts are compared. */
export function difference(expected: string, got: string, mode: Mode): Part[] {
  const cut = (text: string): string[] => (mode === "words" ? (text.slice(0, LONGEST).match(WORDS) ?? []) : [...text.slice(0, LONGEST)]);
  return joined(shortest(cut(expected), cut(got)));
}

/** A difference that no one can see: the same letters in another Unicode form. */
export function unicodeForm(expected: string, got: string): string {
  if (expected === got || expected.normalize("NFC") !== got.normalize("NFC")) return "";
  const form = (text: string) => (text === text.normalize("NFC") ? "NFC" : text === text.normalize("NFD") ? "NFD" : "mixed");
  return `same letters in another Unicode form: expected ${form(expected)}, got ${form(got)}`;
}
