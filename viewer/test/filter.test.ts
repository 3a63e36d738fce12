import { describe, expect, test } from "vitest";
import type { Index } from "../src/data";
import { Filter, sorted } from "../src/filter";
import { parse } from "../src/search";

const index = {
  answerers: ["one", "./two.py:answer"],
  short: ["one", "two"],
  documents: [{ id: "first" }, { id: "second" }],
  columns: [[0, 0], [1, 0], [1, 1]],
  reasons: ["exact", "wrong_unit"],
  rows: {
    id: ["a", "b", "c", "d", "e", "f"],
    text: ["How far?", "How long?", "Who?", "When?", "Who led?", "Where?"],
    expected: ["5 km", "9 m", "Anna", "1911", "Anna", "there"],
    type: [0, 0, 1, 2, 1, 1],
    difficulty: [0, 1, 0, 0, 1, 0],
    tags: [[0], [0, 1], [], [1], [], []],
    document: [0, 0, 0, 0, 1, -1],
    types: ["quantity", "entity", "date"],
    difficulties: ["", "hard"],
    tagNames: ["size", "time"],
  },
  cells: [
    { verdict: "cciaf-", reason: [0, 0, 1, 1, 1, -1], got: ["5 km", "9 m", "Bert", "", "", ""], ms: [1, 2000, 3000, 4, 5, null], near: "001000", other: "cccaf-", confidence: null, cost: null, changes: "cfr-q-" },
    { verdict: "iciccc", reason: [1, 0, 1, 0, 0, 0], got: ["5 miles", "9 m", "Carl", "1911", "Anna", "there"], ms: [1, 2, 3, 4, 5, 6], near: "100000", confidence: null, cost: null },
    { verdict: "icccci", reason: [1, 0, 0, 0, 0, 1], got: ["5 miles", "9 m", "Anna", "1911", "Anna", "here"], ms: [1, 2, 3, 4, 5, 6], near: "000000", confidence: null, cost: null },
  ],
} as unknown as Index;
const filter = new Filter(index, (row, column) => row === 4 && column === 0);
const names = (query: string) => filter.apply(parse(query, filter.known)).rows.map((row) => index.rows.id[row]).join("");

describe("a filter", () => {
  test.each([
    ["", "abcdef"],
    ["s:incorrect", "acf"],
    ["s:incorrect by:one", "c"],
    ["s:incorrect s:failed by:one", "ce"],
    ["-s:correct by:one", "cdef"],
    ["@size", "ab"],
    ["@size @time", "b"],
    ["-@size @time", "d"],
    ["@nothing", "abcdef"],
    ["who", "ce"],
    ['"who led"', "e"],
    ["-who", "abdf"],
    ["miles", "a"],
    ["WHO", "ce"],
    ['"5 km"', "a"],
    ["how.*", ""],
    ["km\\", ""],
    ["lat:>2 by:one", "c"],
    ["lat:>=2", "bc"],
    ["reason:wrong_unit s:incorrect by:two", "acf"],
    ["type:date", "d"],
    ["type:date,quantity", "abd"],
    ["difficulty:hard", "be"],
    ["diff:fixed,regressed", "bc"],
    ["only:one", "a"],
    ["only:two", "de"],
    ["only:./two.py:answer", "de"],
    ["s:incorrect by:./two.py:answer", "acf"],
    ["is:debated", "c"],
    ["is:debated by:two", ""],
    ["is:near by:one", "c"],
    ["is:reviewed by:one", "e"],
    ["is:reviewed by:two", ""],
    ["is:flaky by:one", ""],
    ["is:differ by:one", ""],
    ["is:flaky", "cf"],
    ["is:differ", "acdef"],
    ["is:near", "ac"],
    ["is:reviewed", "e"],
    ["id:a,f", "af"],
    ["s:unscored", "f"],
    ["-s:incorrect", "bde"],
    ["-s:correct", ""],
    ["-reason:wrong_unit", "b"],
    ["-reason:wrong_unit by:one", "abf"],
    ["s:incorrect -reason:exact", ""],
    ["-s:incorrect,abstained", "be"],
    ["-lat:>1", "adef"],
    ["-diff:regressed", "abdef"],
    ["doc:2", "e"],
    ["doc:1,2 -@size", "cde"],
    ["doc:3", "abcdef"],
  ])("%s leaves %s", (query, expected) => {
    expect(names(query)).toBe(expected);
  });

  test("counts of a facet heed the other filters and not its own", () => {
    const { counts } = filter.apply(parse("@size s:incorrect by:one", filter.known));
    expect(Object.fromEntries(counts.s)).toEqual({ c: 2 });
    const all = filter.apply(parse("type:quantity by:one", filter.known)).counts;
    expect(Object.fromEntries(all.type)).toEqual({ quantity: 2, entity: 3, date: 1 });
    expect(Object.fromEntries(all.tag)).toEqual({ size: 2, time: 1 });
  });
});

test("rows that are equal keep the dataset's order, up and down", () => {
  const all = [0, 1, 2, 3, 4, 5];
  const by = (sort: string, columns = [0]) => sorted(index, all, sort, columns, (row, column) => index.cells[column]?.verdict[row] ?? "-").map((row) => index.rows.id[row]).join("");
  expect(by("verdict")).toBe("cedfab");
  expect(by("-verdict")).toBe("abfdec");
  expect(by("expected")).toBe("abdcef");
  expect(by("-time")).toBe("cbedaf");
  expect(by("")).toBe("abcdef");
  expect(by("verdict", [0, 1, 2])).toBe("acfdeb");
  expect(by("-verdict", [0, 1, 2])).toBe("bdeacf");
  expect(by("0", [0, 1, 2])).toBe("cedfab");
  expect(by("1", [0])).toBe("acfbde");
});
