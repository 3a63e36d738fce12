import { expect, test } from "vitest";
import { bins, differenceText, fixed, percentile, points, reliability, shareText, timeText, wilson } from "../src/statistics";

test.each([
  [8, 10, 0.49, 0.943],
  [0, 10, 0, 0.278],
  [10, 10, 0.722, 1],
  [296, 412, 0.673, 0.76],
])("%i of %i has Wilson's interval", (right, n, low, high) => {
  const share = wilson(right, n);
  expect(share?.low).toBeCloseTo(low, 3);
  expect(share?.high).toBeCloseTo(high, 3);
});

test("a share is always said with its n and interval", () => {
  expect(shareText(wilson(296, 412))).toBe("71.8 % [67.3–76.0] n=412");
  expect(shareText(wilson(0, 0))).toBe("no answers");
});

test.each([
  [-0.017, [-0.04, 0.006], 0.23, "−1.7 pp [−4.0, +0.6], McNemar p = 0.230: not distinguishable"],
  [0.05, [0.01, 0.09], 0.0001, "+5.0 pp [+1.0, +9.0], McNemar p < 0.001: better than the other run"],
  [0.05, [0.01, 0.09], 0.03, "+5.0 pp [+1.0, +9.0], McNemar p = 0.030 (= 0.060 adjusted): not distinguishable"],
  [-0.05, [-0.09, -0.01], 0.01, "−5.0 pp [−9.0, −1.0], McNemar p = 0.010: worse than the other run"],
])("a difference of %d is put into a sentence", (difference, range, p, text) => {
  const adjusted = text.includes("adjusted") ? 2 * p : p;
  expect(differenceText({ difference, interval: range as [number, number], p, adjusted, test: "McNemar" })).toBe(text);
});

test("nothing compared is said so", () => {
  expect(differenceText({ difference: null, interval: null, p: 1, adjusted: 1, test: "exact" })).toBe("nothing can be compared");
  expect(points(0.0001)).toBe("±0.0 pp");
});

test.each([
  [null, "–"],
  [0, "<0.1 ms"],
  [0.1, "0.1 ms"],
  [3.25, "3.2 ms"],
  [250, "250 ms"],
  [1750, "1.75 s"],
  [61_000, "61.0 s"],
])("%s ms reads %s", (ms, text) => {
  expect(timeText(ms)).toBe(text);
});

test("percentiles are values that occur", () => {
  expect([percentile([1, 2, 3, 4], 50), percentile([1, 2, 3, 4], 95), percentile([], 50)]).toEqual([2, 4, null]);
});

test.each([false, true])("every value falls into one bin, log %s", (log) => {
  const values = Array.from({ length: 1000 }, (_, k) => 1 + ((k * 7919) % 5000));
  const made = bins(values, 24, log);
  expect(made.reduce((sum, bin) => sum + bin.n, 0)).toBe(1000);
  expect(made[0]?.low).toBeCloseTo(Math.min(...values));
  expect(made.at(-1)?.high).toBeCloseTo(Math.max(...values));
});

test("calibration error is the distance of confidence from being right", () => {
  const sure: [number, boolean][] = Array.from({ length: 10 }, (_, k) => [0.95, k < 5]);
  expect(reliability(sure)?.error).toBeCloseTo(0.45);
  expect(reliability([])).toBeNull();
});

test.each([
  [6.25, 1, "6.2"],
  [56.25, 1, "56.2"],
  [18.75, 1, "18.8"],
  [0.0625, 3, "0.062"],
  [0.6875, 3, "0.688"],
  [0.125, 2, "0.12"],
  [100, 1, "100.0"],
  [66.66666666666667, 1, "66.7"],
])("%d is written with %d decimals as Python does: a tie to the even digit", (value, decimals, text) => {
  expect(fixed(value, decimals)).toBe(text);
});
