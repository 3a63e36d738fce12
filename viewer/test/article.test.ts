import { expect, test } from "vitest";
import { coverage, segments } from "../src/article";

const TEXT = "First one. 🙂 is second! And a third?\nA fourth";

const SENTENCES = [0, 23, 24, 36, 37, 45];

test("each sentence has the questions whose evidence lies in it, whatever characters stand before it", () => {
  const at = (words: string) => [...TEXT.slice(0, TEXT.indexOf(words))].length; // as Python counts
  const span = (words: string, row: number) => ({ start: at(words), end: at(words) + [...words].length, row });
  const found = coverage(TEXT, [span("First", 4), span("third", 2), span("second! And", 1), span("fourth", 0)], SENTENCES);
  const byText = Object.fromEntries(found.map(({ start, end, rows }) => [TEXT.slice(start, end), rows]));
  expect(byText).toEqual({ "First one. 🙂 is second!": [1, 4], "And a third?": [1, 2], "A fourth": [0] });
});

test("a sentence that nobody asks about has no questions", () => {
  expect(coverage("One here. Two here.", [{ start: 0, end: 3, row: 7 }], [0, 9, 10, 19]).map((sentence) => sentence.rows)).toEqual([[7], []]);
  expect(coverage("", [], [])).toEqual([]);
});

test("segments rebuild the text", () => {
  const parts = segments(TEXT, [{ start: 2, end: 20, row: 0 }, { start: 10, end: 30, row: 1 }], { start: 5, end: 9 });
  expect(parts.map((part) => part.text).join("")).toBe(TEXT);
});
