// Overturning a verdict, with a note and a name, or confirming it; the verdict as scored stays in sight.

import { Fragment, h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { app, type Draft, index, scored } from "../app";
import type { Code } from "../data";
import { shown } from "../text";
import { VerdictMark } from "../shares";
import { VERDICTS } from "../words";
import { why } from "../reviews";
import { Aside, Button, Tools } from "../parts";

export function ReviewForm({ row, column, digest }: { row: number; column: number; digest: string }) {
  const review = app.reviews.of(row, column);
  const open = app.reviewing === column || app.drafts.has(`${row} ${column}`);
  return (
    <div class="review">
      {review && (
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
      )}
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
  const place = `${row} ${column}`;
  const [confirms] = useState(app.focus === "confirm");
  const [draft, setDraft] = useState<Draft>(
    app.drafts.get(place) ?? { verdict: (before?.verdict[0] as Code | undefined) ?? (confirms ? was : was === "c" ? "i" : "c"), note: before?.note ?? "", name: app.reviewer },
  );
  const [problems, setProblems] = useState<string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (app.focus !== "review" && app.focus !== "confirm") return;
    form.current?.querySelector<HTMLElement>("select,input")?.focus();
    app.focus = "";
  });
  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, ...part };
    app.drafts.set(place, changed);
    setDraft(changed);
  };
  const close = () => {
    app.drafts.delete(place);
    app.reviewing = -1;
    app.reviewed();
  };
  const saveReview = () => {
    const [note, name] = [draft.note.trim(), draft.name.trim()];
    const missing = [note || draft.verdict === was ? "" : index.texts.note, name ? "" : index.texts.name].filter(Boolean) as string[];
    setProblems(missing);
    if (missing.length) return;
    app.reviewer = name;
    app.keep("reviewer", name);
    app.reviews.add(row, column, digest, draft.verdict, note, name);
    close();
  };
  return (
    <form
      class="review-form"
      ref={form}
      aria-label="Review"
      onSubmit={(event) => {
        event.preventDefault();
        saveReview();
      }}
    >
      <p>
        as scored: <VerdictMark code={was} />
      </p>
      {confirms ? null : (
        <>
          <label>
            verdict
            <select value={draft.verdict} onChange={(event) => change({ verdict: event.currentTarget.value as Code })}>
              {VERDICTS.filter((v) => v.code !== "-").map((v) => (
                <option value={v.code}>{v.word}</option>
              ))}
            </select>
          </label>
          <label>
            note
            <textarea rows={2} value={draft.note} onInput={(event) => change({ note: event.currentTarget.value })} />
          </label>
        </>
      )}
      <label>
        reviewer
        <input value={draft.name} autocomplete="name" onInput={(event) => change({ name: event.currentTarget.value })} />
      </label>
      {problems.length > 0 && (
        <ul class="bad" role="alert">
          {problems.map((problem) => (
            <li>{problem}</li>
          ))}
        </ul>
      )}
      <Tools>
        <button type="submit">save</button>
        <Button onClick={close}>
          cancel
        </Button>
      </Tools>
    </form>
  );
}
