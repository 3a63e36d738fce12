// What of the document a question rests on, and where an answer's words stand in it.

import { h } from "preact";
import { app, index } from "../app";
import type { Detail, Quote } from "../data";
import { shown } from "../text";
import { Button, Note, whole } from "../parts";

function Cited({ row, quote, kind }: { row: number; quote: Quote; kind: "gold" | "cited" }) {
  const doc = index.rows.document[row] ?? -1;
  if (quote.start < 0) {
    return (
      <p class="notice missing-quote">
        <strong>not found in the article:</strong> “{shown(quote.quote)}”
      </p>
    );
  }
  return (
    <blockquote class={kind}>
      …{shown(quote.before)}
      <mark class={kind}>
        {shown(quote.quote)}
      </mark>
      {shown(quote.after)}…{" "}
      <Button onClick={() => openArticle(row, doc, quote.start, quote.start + quote.quote.length)}>
        open in the article
      </Button>
    </blockquote>
  );
}

export function openArticle(row: number, doc: number, start: number, end: number): void {
  app.focus = "";
  app.go({ view: "article", id: index.rows.id[row] ?? "", doc: String(doc), span: `${start}-${end}` });
}

export function Evidence({ row, detail }: { row: number; detail: Detail }) {
  const doc = index.rows.document[row] ?? -1;
  return (
    <section class="evidence" aria-labelledby="qa-evidence">
      <h3 id="qa-evidence" tabIndex={-1}>
        evidence
      </h3>
      {detail.evidence.length ? null : <Note about="bare" />}
      {doc >= 0 && !detail.evidence.length ? <Button onClick={() => openArticle(row, doc, 0, 0)}>open the article</Button> : null}
      {detail.evidence.map((quote) => (
        <Cited row={row} quote={quote} kind="gold" />
      ))}
      {app.columns.map((column) => {
        const answer = detail.answers[column];
        if (!answer || (!answer.cited.length && !answer.places.length)) return null;
        return (
          <div class="located">
            <h4>
              {shown(app.columnName(column))}
            </h4>
            {answer.cited.map((quote) => (
              <Cited row={row} quote={quote} kind="cited" />
            ))}
            {answer.places.length > 0 && (
              <p>
                the answer’s words stand in the article at{" "}
                {answer.places.map(([place, length]) => (
                  <Button onClick={() => openArticle(row, doc, place, place + length)}>
                    character {whole(place)}
                    {detail.evidence.some((e) => place >= e.start && place < e.start + e.quote.length) ? "" : ", outside the evidence"}
                  </Button>
                ))}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}
