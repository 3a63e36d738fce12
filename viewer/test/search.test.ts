import { describe, expect, test } from "vitest";
import { type Known, parse, quoted, replaced, toggled, without } from "../src/search";

const KNOWN: Known = {
  tag: ["numeric", "date", "two words"],
  type: ["quantity", "date", "yes_no"],
  difficulty: ["easy", "hard"],
  reason: ["wrong_unit", "exact"],
  by: ["lexical", "openai:a b"],
  doc: ["1", "2"],
};
const read = (query: string) => parse(query, KNOWN);

describe("a query", () => {
  test("is read token by token", () => {
    const tokens = read('s:incorrect @numeric -@date "exact words" lat:>2 reason:wrong_unit type:date diff:regressed loose');
    expect(tokens.map((t) => [t.kind, t.not, t.values[0]])).toEqual([
      ["s", false, "incorrect"],
      ["tag", false, "numeric"],
      ["tag", true, "date"],
      ["word", false, "exact words"],
      ["lat", false, ">2"],
      ["reason", false, "wrong_unit"],
      ["type", false, "date"],
      ["diff", false, "regressed"],
      ["word", false, "loose"],
    ]);
    expect(tokens.every((t) => !t.error)).toBe(true);
  });

  test.each([
    ["lat:>2", 2, Infinity],
    ["lat:>=2", 2, Infinity],
    ["lat:<0.5", -Infinity, 0.5],
    ["lat:0.5..2", 0.5, 2],
    ["cost:.01", 0.01, 0.01],
  ])("%s is a range", (query, low, high) => {
    const [token] = read(query);
    expect(token?.low).toBeCloseTo(low, 6);
    expect(token?.high).toBeCloseTo(high, 6);
  });

  test("lat:>2 leaves 2 itself out and lat:>=2 does not", () => {
    expect(read("lat:>2")[0]?.low).toBeGreaterThan(2);
    expect(read("lat:>=2")[0]?.low).toBe(2);
  });

  test.each([
    ["s:wrong", "there is no value of s: “wrong”; did you mean “incorrect”?"],
    ["s:Right", "did you mean “correct”?"],
    ["s:error", "did you mean “failed”?"],
    ["diff:better", "did you mean “fixed”?"],
    ["s:incorect", "did you mean “incorrect”?"],
    ["@numerc", "did you mean “numeric”?"],
    ["lat:soon", "takes a figure"],
    ["conf:0,8..1", "takes a figure"],
    ["colour:red", "there is no key “colour:”"],
    ["type:", "needs a value"],
    ["diff:worse", "there is no value of diff:"],
  ])("%s is explained", (query, text) => {
    expect(read(query)[0]?.error).toContain(text);
  });

  test("what is like nothing that is known gets no suggestion", () => {
    expect(read("type:nothing")[0]?.error).toBe("there is no value of type: “nothing”");
  });

  test.each(['12" disc', '5"', 'a "b" c', '"'])("a tag %s that holds a quotation mark can be searched for", (tag) => {
    const known = { ...KNOWN, tag: [tag] };
    const [token] = parse(`@${quoted(tag)}`, known);
    expect([token?.values, token?.error]).toEqual([[tag], ""]);
  });

  test.each(["10:30", "https://example.org", "a-b", "-", "1:1", '"unclosed'])("%s is plain words", (query) => {
    expect(read(query).map((t) => [t.kind, t.error])).toEqual([["word", ""]]);
  });

  test("values in quotation marks may hold blanks, and several values are alternatives", () => {
    expect(read('@"two words" by:"openai:a b" s:incorrect,failed').map((t) => t.values)).toEqual([
      ["two words"],
      ["openai:a b"],
      ["incorrect", "failed"],
    ]);
  });
});

describe("changing a query", () => {
  test("a chip never erases what was typed", () => {
    const pressed = toggled('some "typed text" @numeric', KNOWN, "s", "failed");
    expect(pressed).toBe('some "typed text" @numeric s:failed');
    expect(toggled(pressed, KNOWN, "s", "failed")).toBe('some "typed text" @numeric');
  });

  test("one of several values goes and the others stay", () => {
    expect(toggled("s:incorrect,failed x", KNOWN, "s", "failed")).toBe("s:incorrect x");
  });

  test("a tag with a blank reads back as itself", () => {
    const query = toggled("", KNOWN, "tag", "two words");
    expect(read(query)[0]?.values).toEqual(["two words"]);
    expect(toggled(query, KNOWN, "tag", "two words")).toBe("");
  });

  test("a token can be dropped or all of its kind replaced", () => {
    const [, second] = read("a lat:>2 b");
    expect(second && without("a lat:>2 b", second)).toBe("a b");
    expect(replaced("a lat:>2 b lat:<9", KNOWN, "lat", "lat:1..2")).toBe("a b lat:1..2");
  });
});
