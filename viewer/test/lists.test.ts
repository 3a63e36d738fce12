import { describe, expect, test } from "vitest";
import { span, topFor } from "../src/windowing";

describe("a list of equal heights", () => {
  test.each([
    [0, 360, 36, 10_000, 0, 16],
    [3600, 360, 36, 10_000, 94, 116],
    [359_640, 360, 36, 10_000, 9984, 10_000],
    [0, 360, 36, 3, 0, 3],
    [900, 360, 36, 3, 3, 3],
    [0, 360, 36, 0, 0, 0],
  ])("at %i px of %i it draws only what is in sight", (top, view, height, count, first, last) => {
    expect(span(top, view, height, count)).toEqual({ first, last });
  });

  test("a row in sight does not make it scroll, another one does by as little as can be", () => {
    expect(topFor(5, 100, 360, 36)).toBe(100);
    expect(topFor(0, 100, 360, 36)).toBe(0);
    expect(topFor(20, 100, 360, 36)).toBe(21 * 36 - 360);
  });
});
