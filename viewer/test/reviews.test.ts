import { expect, test } from "vitest";
import type { Index, Review } from "../src/data";
import { Reviews, why } from "../src/reviews";

const applied: Review = {
  schema: 1, run: "r", id: "a", question_digest: "d", answerer: "one", repeat: 0, was: "incorrect", verdict: "correct",
  note: "why", reviewer: "Ada", time: "t0", applied: { time: "2026-11-25", file: "f", sha256: "" },
};
const index = {
  run: { digest: "r" }, answerers: ["one"], columns: [[0, 0]], rows: { id: ["a", "b"] }, cells: [{ verdict: "ic" }], reviews: [applied],
} as unknown as Index;

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  } as unknown as Storage;
}

test("applied reviews count, and are not exported again", () => {
  const reviews = new Reviews(index, storage());
  expect(reviews.verdict(0, 0)).toBe("c");
  expect([reviews.of(0, 0)?.reviewer, reviews.of(1, 0)]).toEqual(["Ada", undefined]);
  expect([reviews.all.length, reviews.own.length, reviews.unexported]).toEqual([1, 0, 0]);
  reviews.withdraw(0, 0);
  expect(reviews.verdict(0, 0)).toBe("c");
});

test("a new review goes first until it is withdrawn, and survives a reload", () => {
  const store = storage();
  const reviews = new Reviews(index, store);
  reviews.add(0, 0, "d", "a", "no", "Bob");
  reviews.add(1, 0, "e", "i", "no", "Bob");
  expect([reviews.verdict(0, 0), reviews.size, reviews.all.length, reviews.unexported]).toEqual(["a", 2, 2, 2]);
  const again = new Reviews(index, store);
  expect([again.verdict(0, 0), again.verdict(1, 0), again.unexported]).toEqual(["a", "i", 2]);
  again.withdraw(0, 0);
  expect(again.verdict(0, 0)).toBe("c");
});

test("a verdict that is confirmed stays, and is a review without a note", () => {
  const reviews = new Reviews(index, storage());
  reviews.add(1, 0, "e", "c", "", "Bob");
  const [own] = reviews.own;
  expect([reviews.verdict(1, 0), own?.was, own?.verdict, why(own as Review)]).toEqual(["c", "correct", "correct", ""]);
  expect(why(applied)).toBe(": why");
});

test("what was applied meanwhile is no longer this browser's", () => {
  const store = storage();
  const before = new Reviews({ ...index, reviews: [] } as Index, store);
  before.add(0, 0, "d", "c", "why", "Ada");
  const mine = before.own[0] as Review;
  const after = new Reviews({ ...index, reviews: [{ ...mine, applied: { time: "", file: "", sha256: "" } }] } as Index, store);
  expect([after.size, after.unexported, after.verdict(0, 0)]).toEqual([0, 0, "c"]);
});

test("without storage reviews live in memory and say so", () => {
  const reviews = new Reviews(index, null);
  expect(reviews.stored).toBe(false);
  reviews.add(1, 0, "e", "i", "no", "Bob");
  expect(reviews.verdict(1, 0)).toBe("i");
});

test("what another tab saved meanwhile is kept, and what it withdrew stays away", () => {
  const store = storage();
  const [one, two] = [new Reviews(index, store), new Reviews(index, store)];
  one.add(0, 0, "d", "a", "no", "Ada");
  two.add(1, 0, "e", "i", "no", "Bob");
  expect(new Reviews(index, store).own.map((review) => review.reviewer)).toEqual(["Ada", "Bob"]);
  one.withdraw(1, 0);
  two.markExported();
  expect(new Reviews(index, store).own.map((review) => review.reviewer)).toEqual(["Ada"]);
});

test("only what no export holds counts as not exported", () => {
  const reviews = new Reviews(index, storage());
  reviews.add(0, 0, "d", "a", "no", "Bob");
  reviews.add(1, 0, "e", "i", "no", "Bob");
  reviews.markExported();
  reviews.withdraw(0, 0);
  expect([reviews.size, reviews.unexported]).toEqual([1, 0]);
});
