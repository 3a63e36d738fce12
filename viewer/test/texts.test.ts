import { expect, test } from "vitest";
import { segments } from "../src/article";
import { pieces } from "../src/hidden";
import { csv, fenced, jsonLines, shellWord } from "../src/markdown";
import { EMPTY, readRoute, writeRoute } from "../src/route";

test("what cannot be seen becomes a badge, and emoji stay whole", () => {
  expect(pieces("a\u202eb\u200bc")).toEqual(["a", { code: "U+202E" }, "b", { code: "U+200B" }, "c"]);
  expect(pieces("x\ud800y")).toEqual(["x", { code: "U+D800" }, "y"]);
  expect(pieces("🙂 a\nb\tc")).toEqual(["🙂 a\nb\tc"]);
  expect(pieces("👩‍🚀")).toEqual(["👩‍🚀"]);
});

test("a fence is longer than any run of backticks inside", () => {
  expect(fenced("a ```` b").split("\n")[0]).toBe("`````text");
  expect(fenced("plain").split("\n")[0]).toBe("```text");
});

test("no cell of CSV is a formula, and quotes and lines survive", () => {
  expect(csv([["=1+1", "+x", "-x", "@x", 'a "b", c', "d\ne", 3, null]])).toBe(`'=1+1,'+x,'-x,'@x,"a ""b"", c","d\ne",3,\r\n`);
});

test("a lone surrogate survives JSON lines", () => {
  expect(jsonLines([{ a: "\ud800" }])).toBe('{"a":"\\ud800"}\n');
});

test("a word of a command is quoted where a shell would read it otherwise", () => {
  expect(shellWord("it's; rm -rf")).toBe(`'it'\\''s; rm -rf'`);
  expect(shellWord("openai:a?b=c")).toBe("'openai:a?b=c'");
  expect(shellWord("lexical")).toBe("lexical");
});

test("an address reads back as it was written", () => {
  const route = { ...EMPTY, q: 's:failed "a & b" @x=1', sort: "-time", id: "q#1?&", span: "3-9" };
  expect(readRoute(writeRoute(route))).toEqual(route);
  expect(readRoute("#q-3")).toBeNull();
  expect(readRoute("#/nothing")).toBeNull();
});

test("an article is cut where evidence starts and ends, and nothing of it is lost", () => {
  const text = "One two three four.";
  const made = segments(text, [{ start: 4, end: 7, row: 1 }, { start: 4, end: 13, row: 2 }], { start: 8, end: 13 });
  expect(made.map((s) => s.text).join("")).toBe(text);
  expect(made.map((s) => [s.text, s.rows, s.target])).toEqual([
    ["One ", [], false],
    ["two", [1, 2], false],
    [" ", [2], false],
    ["three", [2], true],
    [" four.", [], false],
  ]);
});

test("offsets count characters, not halves of them", () => {
  const made = segments("🙂🙂 abc", [{ start: 3, end: 6, row: 0 }], null);
  expect(made.find((s) => s.rows.length)?.text).toBe("abc");
});
