// The document: evidence marked, how each marked stretch fared, and where an answer's words stand.

import { Fragment, h } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { app, index, scored } from "../app";
import { coverage, type Segment, segments, type Span } from "../article";
import type { Text as Document } from "../data";
import { Badges, shown } from "../text";
import { Coverage } from "./coverage";
import { Button, Link, Note, Notice, Soft } from "../parts";

interface Loaded extends Document {
  doc: number;
  spans: Span[];
}

/** The evidence of all questions about a document: it stands in their details. */
async function evidence(doc: number): Promise<Span[]> {
  const { rows } = index;
  const found: Span[] = [];
  for (let row = 0; row < rows.id.length; row++) {
    if (rows.document[row] !== doc) continue;
    const detail = await app.blocks.detail(row);
    for (const quote of detail?.evidence ?? []) {
      if (quote.start >= 0) found.push({ start: quote.start, end: quote.start + quote.quote.length, row });
    }
  }
  return found;
}

export function Article() {
  const { documents, rows } = index;
  const own = app.open >= 0 ? (rows.document[app.open] ?? 0) : 0;
  const doc = app.route.doc ? Number(app.route.doc) : own;
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let gone = false;
    void Promise.all([app.blocks.document(doc), evidence(doc)]).then(([text, spans]) => {
      if (!gone) setLoaded({ doc, ...text, spans });
    });
    return () => {
      gone = true;
    };
  }, [doc]);
  const facts = documents[doc];
  return (
    <section aria-labelledby="qa-article" class="article">
      <h2 id="qa-article">
        {shown(facts?.title || "Article")}
      </h2>
      {documents.length > 1 && (
        <label>
          document{" "}
          <select value={String(doc)} onChange={(event) => app.go({ doc: event.currentTarget.value, span: "" })}>
            {documents.slice(0, 500).map((d, k) => (
              <option value={String(k)}>
                {k + 1} · {d.title || d.id}
              </option>
            ))}
          </select>
        </label>
      )}
      {" "}
      {facts && <Link onClick={() => app.search(`doc:${doc + 1}`)}>its questions: {rows.document.filter((own) => own === doc).length}</Link>}
      {app.route.id && app.open >= 0 && (
        <p>
          <Button onClick={() => app.openRow(app.open, "evidence")}>
            ‹ back to {shown(app.route.id)}
          </Button>
        </p>
      )}
      {!facts && <Notice>This report holds no document.</Notice>}
      {loaded?.doc === doc ? <Text loaded={loaded} /> : facts ? <Soft>…</Soft> : null}
      {facts && (
        <Soft>
          sha256 <code>{facts.sha256}</code>
        </Soft>
      )}
    </section>
  );
}

export function fared(rows: number[], answerer = -1): "correct" | "mixed" | "incorrect" | "none" {
  let [right, all] = [0, 0];
  for (const row of rows) {
    for (const [column, [owner]] of index.columns.entries()) {
      const code = scored(row, column);
      if (code === "-" || (answerer >= 0 && owner !== answerer)) continue;
      all++;
      if (code === "c") right++;
    }
  }
  return !all ? "none" : right === all ? "correct" : right ? "mixed" : "incorrect";
}

function Text({ loaded }: { loaded: Loaded }) {
  const { text, spans, sentences } = loaded;
  const target = app.route.span;
  const [start, end] = target.split("-").map(Number);
  const chosen = start !== undefined && end !== undefined && end > start ? { start, end } : null;
  const parts = useMemo(() => segments(text, spans, chosen), [loaded, target]);
  const box = useRef<HTMLDivElement>(null);
  const place = app.open;
  useLayoutEffect(() => {
    box.current?.querySelector(".target")?.scrollIntoView({ block: "center" });
  }, [target, loaded]);
  const covered = useMemo(() => coverage(text, spans, sentences), [loaded]);
  return (
    <>
      {spans.length ? (
        <Soft>
        {covered.filter((sentence) => sentence.rows.length).length} of {covered.length} sentences are asked about. {index.texts.stretch} <mark class="correct">✓ all correct</mark>{" "}
        <mark class="mixed">~ some</mark> <mark class="incorrect">✗ none</mark>
        {chosen && (
          <>
            {" "}
            <mark class="target">what you followed</mark>
          </>
        )}
        </Soft>
      ) : (
        <Note about="unmarked" />
      )}
      {spans.length ? <Coverage text={text} sentences={covered} /> : null}
      <div class="text" ref={box} dir="auto">
        {parts.map((part) => (
          <Stretch part={part} place={place} />
        ))}
      </div>
    </>
  );
}

const SIGNS = { correct: "✓", mixed: "~", incorrect: "✗", none: "·" };

function Stretch({ part, place }: { part: Segment; place: number }) {
  if (!part.rows.length && !part.target) return <Badges text={part.text} />;
  const how = fared(part.rows);
  const classes = [part.rows.length ? how : "answer-span", part.target ? "target" : "", part.rows.includes(place) ? "own" : ""];
  return (
    <>
      <mark class={classes.filter(Boolean).join(" ")}>
        <Badges text={part.text} />
      </mark>
      {part.last.length ? "\u2060" : null}
      {part.last.length ? (
        <Button class="asked"
          title={part.last.map((row) => index.rows.id[row]).join(", ")}
          aria-label={`${part.last.length} questions, ${how}`}
          onClick={() => (part.last.length === 1 ? app.openRow(part.last[0] ?? 0, "detail") : app.search(`id:${part.last.map((row) => index.rows.id[row]).join(",")}`))}
        >
          {SIGNS[how]}
          {part.last.length}
        </Button>
      ) : null}
    </>
  );
}
