// Paper: summary, slices and the filtered rows as cards; drawn only while the page is printed.

import { Fragment, h, render } from "preact";
import { app, index, reasonOf, scored } from "./app";
import { headline } from "./headline";
import { slices } from "./slices";
import { why } from "./reviews";
import { timeText } from "./statistics";
import { shown } from "./text";
import { Figure, Parts, VerdictMark } from "./shares";
import { Aside, Facts, whole, Table } from "./parts";

export const CARDS = 500;

function Paper() {
  const { rows } = app;
  const tables = index.rows;
  return (
    <>
      <h1>
        {shown(index.run.title)}
      </h1>
      <p>
        printed {new Date().toISOString().slice(0, 10)} {shown(index.run.folder)} <code>{index.run.digest}</code>
      </p>
      {index.answerers.map((name, place) => {
        const line = headline(place);
        return (
          <p>
            <strong>
              {shown(name)}
            </strong>{" "}
            <Figure share={line.scored} />
            {line.reviewed && (
              <>
                {" "}
                as reviewed <Figure share={line.reviewed} />
              </>
            )}{" "}
            <Parts line={line} codes="ciaf" />
          </p>
        );
      })}
      <Table
        label="slices"
        heads={["slice", ...index.answerers]}
        rows={slices()
          .slice(0, 60)
          .map((slice) => [
            <span>
              {slice.kind} {shown(slice.name)}
            </span>,
            ...slice.shares.map((share) => <Figure share={share} />),
          ])}
      />
      <h2>
        {whole(rows.length)} of {whole(tables.id.length)} questions{rows.length > CARDS && `: the first ${CARDS}`}
      </h2>
      {app.route.q && (
        <p>
          filter: <code>{app.route.q}</code>
        </p>
      )}
      {rows.slice(0, CARDS).map((row) => (
        <section class="paper-card">
          <h3>
            <span class="id">{tables.id[row]}</span> {shown(tables.text[row])}
          </h3>
          <p>
            expected {shown(tables.expected[row] || "(not stated)")}
          </p>
          {app.columns.map((column) => {
            const cell = index.cells[column];
            const review = app.reviews.of(row, column);
            const reason = reasonOf(row, column);
            return (
              <p>
                <VerdictMark code={scored(row, column)} /> {index.columns.length > 1 ? `${app.columnName(column)}: ` : ""}
                {shown(cell?.got[row])} <time class="aside">{timeText(cell?.ms[row])}</time>
                {review ? ` reviewed as ${review.verdict} by ${review.reviewer}${why(review)}` : ""}
                <br />
                <Aside>{[reason, index.rules[reason]].join(": ")}</Aside>
              </p>
            );
          })}
        </section>
      ))}
      <h2>Signature</h2>
      <Facts rows={index.run.signature} />
    </>
  );
}

export function listenToPrinting(): void {
  const paper = document.createElement("div");
  paper.id = "qa-paper";
  window.addEventListener("beforeprint", () => {
    document.body.append(paper);
    render(<Paper />, paper);
  });
  window.addEventListener("afterprint", () => {
    render(null, paper);
    paper.remove();
  });
}
