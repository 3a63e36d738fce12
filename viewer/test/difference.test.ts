import { expect, test } from "vitest";
import { difference, unicodeForm } from "../src/difference";

const text = (parts: { kind: string; text: string }[], left: string) =>
  parts.filter((p) => p.kind === "same" || p.kind === left).map((p) => p.text).join("");

const PAIRS: [string, string][] = [
  ["227.9 million km", "22.79 million km"],
  ["", "new"],
  ["gone", ""],
  ["the same", "the same"],
  ["Kyrylo Budanov", "Budanov, the chief"],
  ["a b c d e f", "f e d c b a"],
  ["naïve 🙂 text", "naive 🙃 text"],
  ["x".repeat(3000), "y".repeat(3000)],
];

test.each(PAIRS)("%j and %j can be read off their difference", (expected, got) => {
  for (const mode of ["words", "characters"] as const) {
    const parts = difference(expected, got, mode);
    expect(text(parts, "missing")).toBe(expected);
    expect(text(parts, "added")).toBe(got);
  }
});

test("words stay whole and characters do not", () => {
  expect(difference("155 metres", "155 m", "words").map((p) => p.text)).toEqual(["155 ", "metres", "m"]);
  expect(difference("155 metres", "155 m", "characters").map((p) => p.text)).toEqual(["155 m", "etres"]);
});

test("random texts are rebuilt by their difference, which is no longer than both", () => {
  let seed = 7;
  const random = (n: number) => (seed = (seed * 16807) % 2147483647) % n;
  for (let round = 0; round < 300; round++) {
    const make = () => Array.from({ length: random(30) }, () => "abc "[random(4)]).join("");
    const [a, b] = [make(), make()];
    const parts = difference(a, b, "characters");
    expect(text(parts, "missing")).toBe(a);
    expect(text(parts, "added")).toBe(b);
  }
});

test("a Unicode form that nobody sees is named", () => {
  expect(unicodeForm("café", "cafe\u0301")).toBe("same letters in another Unicode form: expected NFC, got NFD");
  expect(unicodeForm("café", "cafe")).toBe("");
});

test("a number is one word, with what groups its digits", () => {
  expect(difference("9,000–11,000 visitors", "9,500–11,000 visitors", "words").map((p) => p.text)).toEqual(["9,000", "9,500", "–11,000 visitors"]);
});
