// Verdicts that a reader overturned or confirmed, kept in the browser under the run's digest until they are exported.

import type { Code, Index, Review } from "./data";
import { wordOf } from "./words";

export const SCHEMA = 1;

interface Stored {
  reviews: Review[];
  exported: boolean;
}

const keyOf = (id: string, answerer: string, repeat: number): string => JSON.stringify([id, answerer, repeat]);

/** The note behind a colon, "" where a verdict is confirmed without one. */
export const why = (review: Review): string => review.note && `: ${review.note}`;

/** Those of this browser, before those that were applied to the run. */
export class Reviews {
  private rows = new Map<string, Review>();
  private readonly applied: Map<string, Review>;
  private ids = new Map<string, number>();
  exported = true;
  stored = true;
  private readonly place: string;

  constructor(
    readonly index: Index,
    private readonly storage: Storage | null,
  ) {
    this.place = `qa-eval:reviews:${index.run.digest}`;
    this.applied = new Map(index.reviews.map((review) => [keyOf(review.id, review.answerer, review.repeat), review]));
    this.load();
  }

  private load(): void {
    try {
      if (!this.storage) throw new Error("no storage");
      const text = this.storage.getItem(this.place);
      if (!text) return;
      const data = JSON.parse(text) as Stored;
      for (const review of data.reviews) {
        const key = keyOf(review.id, review.answerer, review.repeat);
        if (this.applied.get(key)?.time !== review.time) this.rows.set(key, review);
      }
      this.exported = data.exported || !this.rows.size;
    } catch {
      this.stored = false;
    } finally {
      this.recount();
    }
  }

  private recount(): void {
    this.ids = new Map();
    for (const review of this.all) this.ids.set(review.id, (this.ids.get(review.id) ?? 0) + 1);
  }

  private save(): void {
    this.recount();
    try {
      if (!this.storage) throw new Error("no storage");
      const data: Stored = { reviews: this.own, exported: this.exported };
      if (this.rows.size) this.storage.setItem(this.place, JSON.stringify(data));
      else this.storage.removeItem(this.place);
      this.stored = true;
    } catch {
      this.stored = false;
    }
  }

  /** Those made in this browser. */
  get own(): Review[] {
    return [...this.rows.values()];
  }

  /** One an answer. */
  get all(): Review[] {
    return [...new Map([...this.applied, ...this.rows]).values()];
  }

  /** How many were made in this browser. */
  get size(): number {
    return this.rows.size;
  }

  has(row: number): boolean {
    return this.ids.has(this.index.rows.id[row] ?? "");
  }

  of(row: number, column: number): Review | undefined {
    if (!this.rows.size && !this.applied.size) return undefined;
    const [answerer, repeat] = this.index.columns[column] ?? [0, 0];
    const key = keyOf(this.index.rows.id[row] ?? "", this.index.answerers[answerer] ?? "", repeat);
    return this.rows.get(key) ?? this.applied.get(key);
  }

  /** The verdict with reviews applied. */
  verdict(row: number, column: number): Code {
    const scored = (this.index.cells[column]?.verdict[row] ?? "-") as Code;
    const review = this.of(row, column);
    return review ? (review.verdict[0] as Code) : scored;
  }

  add(row: number, column: number, digest: string, verdict: Code, note: string, reviewer: string): void {
    const [answerer, repeat] = this.index.columns[column] ?? [0, 0];
    const id = this.index.rows.id[row] ?? "";
    const name = this.index.answerers[answerer] ?? "";
    this.rows.set(keyOf(id, name, repeat), {
      schema: SCHEMA,
      run: this.index.run.digest,
      id,
      question_digest: digest,
      answerer: name,
      repeat,
      was: wordOf(this.index.cells[column]?.verdict[row] ?? "-"),
      verdict: wordOf(verdict),
      note,
      reviewer,
      time: new Date().toISOString(),
    });
    this.exported = false;
    this.save();
  }

  withdraw(row: number, column: number): void {
    const review = this.of(row, column);
    if (!review || review.applied) return;
    this.rows.delete(keyOf(review.id, review.answerer, review.repeat));
    this.exported = this.rows.size === 0;
    this.save();
  }

  markExported(): void {
    this.exported = true;
    this.save();
  }
}
