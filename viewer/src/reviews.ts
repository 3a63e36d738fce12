// Verdicts that a reader overturned or confirmed, kept in the browser under the run's digest until they are exported.

import type { Code, Index, Review } from "./data";
import { wordOf } from "./words";

export const SCHEMA = 1;

interface Stored {
  reviews: Review[];
  /** When they were last exported. */
  exported: string;
}

const keyOf = (id: string, answerer: string, repeat: number): string => JSON.stringify([id, answerer, repeat]);

/** The note behind a colon, "" where a verdict is confirmed without one. */
export const why = (review: Review): string => review.note && `: ${review.note}`;

/** Those of this browser, before those that were applied to the run. */
export class Reviews {
  #rows = new Map<string, Review>();
  readonly #applied: Map<string, Review>;
  #ids = new Set<string>();
  #exported = "";
  stored = true;
  readonly #place: string;
  readonly #storage: Storage | null;

  constructor(
    readonly index: Index,
    storage: Storage | null,
  ) {
    this.#storage = storage;
    this.#place = `qa-eval:reviews:${index.run.digest}`;
    this.#applied = new Map(index.reviews.map((review) => [keyOf(review.id, review.answerer, review.repeat), review]));
    this.load();
  }

  /** Takes what the browser keeps, which another tab with this report may have changed. */
  load(): void {
    try {
      if (!this.#storage) throw new Error("no storage");
      const text = this.#storage.getItem(this.#place);
      if (this.stored) this.#rows.clear();
      const data = JSON.parse(text ?? '{"reviews":[],"exported":""}') as Stored;
      for (const review of data.reviews) {
        const key = keyOf(review.id, review.answerer, review.repeat);
        if (this.#applied.get(key)?.time !== review.time && !this.#rows.has(key)) this.#rows.set(key, review);
      }
      this.#exported = data.exported;
    } catch {
      this.stored = false;
    }
    this.#ids = new Set(this.all.map((review) => review.id));
  }

  /** Changes what is kept, not what this tab knew of it. */
  #change(how: () => void): void {
    this.load();
    how();
    this.#ids = new Set(this.all.map((review) => review.id));
    try {
      if (!this.#storage) throw new Error("no storage");
      const data: Stored = { reviews: this.own, exported: this.#exported };
      if (this.size) this.#storage.setItem(this.#place, JSON.stringify(data));
      else this.#storage.removeItem(this.#place);
      this.stored = true;
    } catch {
      this.stored = false;
    }
  }

  /** Those made in this browser. */
  get own(): Review[] {
    return [...this.#rows.values()];
  }

  /** One an answer. */
  get all(): Review[] {
    return [...new Map([...this.#applied, ...this.#rows]).values()];
  }

  /** How many were made in this browser. */
  get size(): number {
    return this.#rows.size;
  }

  /** How many of them no export holds. */
  get unexported(): number {
    return this.own.filter((review) => review.time > this.#exported).length;
  }

  #key(row: number, column: number): string {
    const [answerer, repeat] = this.index.columns[column] ?? [0, 0];
    return keyOf(this.index.rows.id[row] ?? "", this.index.answerers[answerer] ?? "", repeat);
  }

  of(row: number, column: number): Review | undefined {
    if (!this.#ids.has(this.index.rows.id[row] ?? "")) return undefined;
    const key = this.#key(row, column);
    return this.#rows.get(key) ?? this.#applied.get(key);
  }

  #scored(row: number, column: number): Code {
    return (this.index.cells[column]?.verdict[row] ?? "-") as Code;
  }

  /** The verdict with reviews applied. */
  verdict(row: number, column: number): Code {
    return (this.of(row, column)?.verdict[0] ?? this.#scored(row, column)) as Code;
  }

  add(row: number, column: number, digest: string, verdict: Code, note: string, reviewer: string): void {
    const key = this.#key(row, column);
    const [id, answerer, repeat] = JSON.parse(key) as [string, string, number];
    this.#change(() =>
      this.#rows.set(key, {
        schema: SCHEMA,
        run: this.index.run.digest,
        id,
        question_digest: digest,
        answerer,
        repeat,
        was: wordOf(this.#scored(row, column)),
        verdict: wordOf(verdict),
        note,
        reviewer,
        time: new Date().toISOString(),
      }),
    );
  }

  withdraw(row: number, column: number): void {
    this.#change(() => this.#rows.delete(this.#key(row, column)));
  }

  markExported(): void {
    this.#change(() => {
      this.#exported = new Date().toISOString();
    });
  }
}
