// What of the document is asked about, sentence by sentence, and how each sentence fared.

import { Fragment, h } from "preact";
import { app, index, scored } from "../app";
import type { Sentence } from "../article";
import { quoted } from "../search";
import { shown } from "../text";
import { Aside, Link, Soft, Table, whole } from "../parts";
import { fared } from "./article";

const STRIP = 400; // sentences that a strip can tell apart
const ROWS = 150;
const LENGTH = 140;

/** Correct answers and all answers to some questions, an answerer. */
function counts(rows: number[]): [number, number][] {
  return index.answerers.map((_, answerer) => {
    let [right, all] = [0, 0];
    index.columns.forEach(([owner], column) => {
      if (owner !== answerer) return;
      for (const row of rows) {
        const code = scored(row, column);
        if (code === "-") continue;
        all++;
        if (code === "c") right++;
      }
    });
    return [right, all];
  });
}

const query = (rows: number[]): string => `id:${rows.map((row) => quoted(index.rows.id[row] ?? "")).join(",")}`;

export function Coverage({ text, sentences }: { text: string; sentences: Sentence[] }) {
  const unasked = sentences.filter((sentence) => !sentence.rows.length).length;
  const whose = (sentence: Sentence) => {
    const [start, end] = [sentence.start, sentence.end];
    const says = text.slice(start, Math.min(end, start + LENGTH));
    return shown(says + (end - start > LENGTH ? "…" : ""));
  };
  return (
    <div class="coverage">
      {sentences.length <= STRIP && index.answerers.map((_, answerer) => <Strip text={text} sentences={sentences} answerer={answerer} />)}
      <details>
        <summary>
          sentence by sentence{unasked ? `; nothing is asked about ${whole(unasked)} of them` : ""}
        </summary>
        <Table
          label="Sentences of the article"
          heads={["sentence", "questions", ...index.answerers.map((_, k) => shown(app.shortName(k)))]}
          rows={sentences.slice(0, ROWS).map((sentence) => [
            whose(sentence),
            sentence.rows.length ? <Link onClick={() => app.search(query(sentence.rows))}>{sentence.rows.length}</Link> : <Aside>none</Aside>,
            ...counts(sentence.rows).map(([right, all]) => (all ? `${right} of ${all}` : "–")),
          ])}
        />
        {sentences.length > ROWS && <Soft>{ROWS} of {whole(sentences.length)} sentences are listed.</Soft>}
      </details>
    </div>
  );
}

/** The document as one line: a piece a sentence, as long as it is, in the colour of how it fared. */
function Strip({ text, sentences, answerer }: { text: string; sentences: Sentence[]; answerer: number }) {
  const scale = 1000 / Math.max(1, text.length);
  const name = app.shortName(answerer);
  return (
    <>
    {shown(name)}
    <svg class="strip" viewBox="0 0 1000 16" preserveAspectRatio="none" role="img" aria-label={`${index.texts.strip} ${name}`}>
      {sentences.map((sentence) => (
        <rect class={fared(sentence.rows, answerer)} x={sentence.start * scale} width={Math.max(1, (sentence.end - sentence.start) * scale - 1.5)} height="16" />
      ))}
    </svg>
    </>
  );
}
