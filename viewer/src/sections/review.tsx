// Overturning a verdict, with a note and a name, or confirming it; the verdict as scored stays in sight.

import { Fragment, h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { app, index, scored } from "../app";
import type { Code } from "../data";
import { shown } from "../text";
import { VerdictMark } from "../shares";
import { VERDICTS } from "../words";
import { why } from "../reviews";
import { Aside, Button } from "../parts";

export function ReviewForm({ row, column, digest }: { row: number; column: number; digest: string }) {
  const review = app.reviews.of(row, column);
  const open = app.reviewing === column;
  return (
    <div class="review">
      {review ? (
        <p class="overturned">
          reviewed as <VerdictMark code={review.verdict[0] ?? "-"} /> by {shown(review.reviewer)}
          {shown(why(review))}{" "}
          {review.applied ? (
            <Aside>
              applied {review.applied.time.slice(0, 10)} from {shown(review.applied.file)}
            </Aside>
          ) : (
            <Button
              onClick={() => {
                app.reviews.withdraw(row, column);
                app.reviewed();
              }}
            >
              withdraw
            </Button>
          )}
        </p>
      ) : null}
      {open ? (
        <Form row={row} column={column} digest={digest} />
      ) : (
        <>
          <Button onClick={() => app.set({ reviewing: column, focus: "review" })}>
            {review ? "change the review" : "overturn"}
          </Button>{" "}
          {review ? null : (
            <Button
              onClick={() => {
                if (!app.reviewer) return app.set({ reviewing: column, focus: "confirm" });
                app.reviews.add(row, column, digest, scored(row, column), "", app.reviewer);
                app.reviewed();
              }}
            >
              confirm
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function Form({ row, column, digest }: { row: number; column: number; digest: string }) {
  const was = scored(row, column);
  const before = app.reviews.of(row, column);
  const [verdict, setVerdict] = useState<Code>((before?.verdict[0] as Code | undefined) ?? (app.focus === "confirm" ? was : was === "c" ? "i" : "c"));
  const [note, setNote] = useState(before?.note ?? "");
  const [name, setName] = useState(app.reviewer);
  const [problems, setProblems] = useState<string[]>([]);
  const first = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => {
    if (app.focus !== "review" && app.focus !== "confirm") return;
    first.current?.focus();
    app.focus = "";
  });
  const saveReview = () => {
    const missing = [note.trim() || verdict === was ? "" : index.texts.note, name.trim() ? "" : index.texts.name].filter(Boolean) as string[];
    setProblems(missing);
    if (missing.length) return;
    app.reviewer = name.trim();
    app.keep("reviewer", app.reviewer);
    app.reviews.add(row, column, digest, verdict, note.trim(), app.reviewer);
    app.reviewing = -1;
    app.reviewed();
  };
  return (
    <form
      class="review-form"
      aria-label="Review"
      onSubmit={(event) => {
        event.preventDefault();
        saveReview();
      }}
    >
      <p>
        as scored: <VerdictMark code={was} />
      </p>
      <label>
        verdict
        <select ref={first} value={verdict} onChange={(event) => setVerdict(event.currentTarget.value as Code)}>
          {VERDICTS.filter((v) => v.code !== "-").map((v) => (
            <option value={v.code}>{v.word}</option>
          ))}
        </select>
      </label>
      <label>
        note
        <textarea rows={2} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <label>
        reviewer
        <input value={name} autocomplete="name" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      {problems.length ? (
        <ul class="bad" role="alert">
          {problems.map((problem) => (
            <li>{problem}</li>
          ))}
        </ul>
      ) : null}
      <p class="tools">
        <button type="submit">save</button>
        <Button onClick={() => app.set({ reviewing: -1 })}>
          cancel
        </Button>
      </p>
    </form>
  );
}
