// How an answer differs from what was expected, in words or in characters.

export type Part = { kind: "same" | "missing" | "added"; text: string };
export type Mode = "words" | "characters";
export const LONGEST = 3000;

const WORDS = /\s+|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** The fewest edits between two sequences, by the longest sequence that both have in common. */
function shortest(a: string[], b: string[]): Part[] {
  const wide = b.length + 1;
  const common = new Uint16Array((a.length + 1) * wide);
  const at = (x: number, y: number): number => common[x * wide + y] ?? 0;
  for (let x = a.length - 1; x >= 0; x--) {
    for (let y = b.length - 1; y >= 0; y--) {
      common[x * wide + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
    }
  }
  const made: Part[] = [];
  let [x, y] = [0, 0];
  while (x < a.length || y < b.length) {
    if (x < a.length && a[x] === b[y]) {
      made.push(part("same", a[x++] ?? ""));
      y++;
    } else if (y >= b.length || (x < a.length && at(x + 1, y) >= at(x, y + 1))) made.push(part("missing", a[x++] ?? ""));
    else made.push(part("added", b[y++] ?? ""));
  }
  return made;
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
