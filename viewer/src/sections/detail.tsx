// One question: what was asked and expected, and what each answerer said to it.

import { type ComponentChildren, Fragment, h } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { app, index, scored } from "../app";
import type { Detail as Data } from "../data";
import { issue } from "../export";
import { next } from "../keys";
import { quoted } from "../search";
import { Copy, Folding, shown } from "../text";
import { timeText } from "../statistics";
import { changeOf, wordOf } from "../words";
import { VerdictMark } from "../shares";
import { Evidence } from "./evidence";
import { ReviewForm } from "./review";
import { Difference, Why } from "./why";
import { Aside, Button, Facts, Icon, Notice, Soft, Tools, Unseen } from "../parts";

/** The detail of a row, undefined while it is being inflated, null when the file leaves it out. */
export function useDetail(row: number): Data | null | undefined {
  const [loaded, setLoaded] = useState<{ row: number; detail: Data | null }>();
  useEffect(() => {
    let gone = false;
    void app.blocks.detail(row).then((detail) => {
      if (!gone) setLoaded({ row, detail });
    });
    return () => {
      gone = true;
    };
  }, [row]);
  return loaded?.row === row ? loaded.detail : undefined;
}

export function Detail() {
  const row = app.open;
  const detail = useDetail(row);
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [row]);
  useLayoutEffect(() => {
    if (app.focus === "detail") box.current?.querySelector<HTMLElement>("h2")?.focus();
    else if (app.focus === "answer") {
      if (detail === undefined) return; // what comes with it would push the answer out of sight again
      box.current?.querySelector(".at")?.scrollIntoView({ block: "nearest" });
    }
    else if (app.focus === "evidence") {
      const target = box.current?.querySelector<HTMLElement>(".evidence h3");
      if (!target) return;
      target.scrollIntoView({ block: "start" });
      target.focus({ preventScroll: true });
    } else return;
    app.focus = "";
  });
  const { rows } = index;
  return (
    <article class="detail" ref={box} aria-labelledby="qa-detail" tabIndex={-1}>
      <Top row={row} />
      <h2 id="qa-detail" tabIndex={-1}>
        <span class="id">
          {shown(rows.id[row])}
        </span>{" "}
        {shown(detail?.text ?? rows.text[row])}
      </h2>
      <Expected row={row} detail={detail ?? null} />
      {detail === undefined && <Soft>…</Soft>}
      {detail === null && (
        <Notice>
          <code>--details {index.details}</code>: {index.texts.details}
        </Notice>
      )}
      {app.columns.map((column) => (
        <Answer key={`${row}-${column}`} row={row} column={column} detail={detail ?? null} />
      ))}
      {detail && <Evidence row={row} detail={detail} />}
      <Tools>
        {detail && <Copy label="copy as issue" text={() => issue(row, detail)} />}
        <Copy label="copy link" text={() => location.href} />
      </Tools>
    </article>
  );
}

function Top({ row }: { row: number }) {
  const { rows } = app;
  const step = (by: number) => {
    const to = next(rows, row, by, () => true);
    if (to >= 0) app.openRow(to);
  };
  const place = rows.indexOf(row);
  return (
    <div class="detail-top">
      <Button onClick={() => app.close()}>
        ✕ <span class="word">close</span>
        <Unseen>the question</Unseen>
      </Button>
      <span class="steps">
        <Button aria-label="previous question" disabled={place <= 0} onClick={() => step(-1)}>
          ‹
        </Button>
        <span aria-live="polite">{place < 0 ? "outside the filter" : `${place + 1}/${rows.length}`}</span>
        <Button aria-label="next question" disabled={place >= rows.length - 1} onClick={() => step(1)}>
          ›
        </Button>
      </span>
    </div>
  );
}

function Expected({ row, detail }: { row: number; detail: Data | null }) {
  const { rows } = index;
  const type = rows.types[rows.type[row] ?? 0] ?? "";
  const level = rows.difficulties[rows.difficulty[row] ?? 0];
  const expected = detail?.expected ?? rows.expected[row] ?? "";
  return (
    <>
      <p class="tags">
        <span class="tag type">{type.replace("_", "/")}</span>
        {level && (
          <span class="tag">
            {shown(level)}
          </span>
        )}
        {(rows.tags[row] ?? []).map((tag) => (
          <Button class="tag" onClick={() => app.search(`@${quoted(rows.tagNames[tag] ?? "")}`)}>
            {shown(rows.tagNames[tag])}
          </Button>
        ))}
      </p>
      <Facts
        rows={[
          [
            "expected",
            <span class="expected-text">
              {expected ? shown(expected) : index.texts.abstain}
              {detail?.tolerance ? <Aside> tolerance {detail.tolerance}</Aside> : null}
            </span>,
          ],
          ["accepted too", detail?.accepted.length ? detail.accepted.map((text, k) => [k ? " · " : "", shown(text)]) : ""],
          ["derivation", detail?.derivation],
          ["note", detail?.note],
          ["also asked as", detail?.paraphrases.join(" · ")],
          ["question then", detail?.beforeText],
        ]}
      />
    </>
  );
}

interface AnswerProps {
  row: number;
  column: number;
  detail: Data | null;
}

function Answer({ row, column, detail }: AnswerProps) {
  const { cells, rows } = index;
  const cell = cells[column];
  const code = scored(row, column);
  const answer = detail?.answers[column] ?? null;
  const before = detail?.before?.[column] ?? null;
  const change = changeOf(cell?.changes?.[row] ?? "");
  if (code === "-" && !before) return null;
  const got = answer ? answer.text : (cell?.got[row] ?? "");
  return (
    <section class={`answer ${wordOf(code)}${app.columns.length > 1 && column === app.answer ? " at" : ""}`} aria-label={`Answer of ${app.columnName(column)}`}>
      <h3>
        <VerdictMark code={code} />{" "}
        <span class="who">
          {shown(app.columnName(column))}
        </span>
        {change && (
          <span class={`change ${change.word}`} title={index.texts[change.word]}>
            {" "}
            <Icon>{change.icon}</Icon> {change.word}
          </span>
        )}
        {answer?.near ? <span class="near">near: {answer.near}</span> : null}
      </h3>
      {answer?.failure ? (
        <p class="failure">
          <code>{answer.failure[0]}</code> {shown(answer.failure[1])}
        </p>
      ) : code === "-" ? (
        <Soft>no answer in this run</Soft>
      ) : (
        <Folding text={got} name={`${rows.id[row] ?? "answer"}-${app.answererOf(column)}`} />
      )}
      {answer && !answer.failure && <Difference expected={detail?.expected ?? ""} got={answer.text} right={code === "c"} />}
      {before && <Before before={before} detail={detail} got={got} column={column} />}
      {code === "-" ? null : <Why row={row} column={column} answer={answer} />}
      {answer && <More answer={answer} ms={cell?.ms[row]} />}
      {code === "-" ? null : <ReviewForm row={row} column={column} digest={detail?.digest ?? ""} />}
    </section>
  );
}

/** The other run's answer beside this one, with the difference between the two; one line where they are the same. */
function Before({ before, detail, got, column }: { before: NonNullable<NonNullable<Data["before"]>[number]>; detail: Data | null; got: string; column: number }) {
  const mark = <VerdictMark code={before.verdict[0] ?? "-"} />;
  if (got === before.text) {
    return (
      <p class="before aside">
        the other run: the same words, {mark} <code>{before.reason}</code>
      </p>
    );
  }
  return (
    <div class="before">
      <div class="sides" title={app.columnName(column)}>
        <div>
          <h4>this run</h4>
          <p class="answer-text">{shown(got.slice(0, 600) || "(no answer)")}</p>
        </div>
        <div>
          <h4>other run {mark}</h4>
          <p class="answer-text">{shown(before.text.slice(0, 600) || "(an empty answer)")}</p>
          <Soft>
            <code>{before.reason}</code> {shown(before.message)} · <time>{timeText(1000 * before.seconds)}</time>
          </Soft>
        </div>
      </div>
      <Difference expected={before.text} got={got} right={false} label="other run → this run" />
      <Difference expected={detail?.expected ?? ""} got={before.text} right={false} label="expected → other run" />
    </div>
  );
}

function More({ answer, ms }: { answer: NonNullable<Data["answers"][number]>; ms: number | null | undefined }) {
  const more = Object.entries(answer.details ?? {});
  return (
    <details class="more">
      <summary>time, attempts{more.length ? ", what the answerer tells" : ""}</summary>
      <Facts
        rows={[
          ["time", <time>{timeText(ms)}</time>],
          ["attempts", String(answer.attempts)],
          ["tokens", answer.tokens ? `${answer.tokens[0]} read, ${answer.tokens[1]} written` : ""],
          ...more.map(([name, value]): [string, ComponentChildren] => [
            name,
            <pre>
              {shown(typeof value === "string" ? value : JSON.stringify(value, null, 1))}
            </pre>,
          ]),
        ]}
      />
    </details>
  );
}
