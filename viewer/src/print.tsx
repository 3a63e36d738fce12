// Paper: summary, slices and the filtered rows as cards; drawn only while the page is printed.

import { Fragment, h, render } from "preact";
import { app, index } from "./app";
import { headline } from "./headline";
import { slices } from "./slices";
import { why } from "./reviews";
import { timeText } from "./statistics";
import { shown } from "./text";
import { Figure, VerdictMark } from "./shares";
import { Aside, whole, Table } from "./parts";

export const CARDS = 500;

function Paper() {
  const { rows } = app;
  const tables = index.rows;
  return (
    <>
      <h1>
        {shown(`${index.run.name} ${index.run.version}`)}
      </h1>
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
            )}
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
        {whole(Math.min(CARDS, rows.length))} of {whole(rows.length)} questions
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
            return (
              <p>
                <VerdictMark code={cell?.verdict[row] ?? "-"} /> {index.columns.length > 1 ? `${app.columnName(column)}: ` : ""}
                {shown(cell?.got[row])} <Aside>{index.reasons[cell?.reason[row] ?? -1] ?? ""} · </Aside>
                <time class="aside">{timeText(cell?.ms[row])}</time>
                {review ? ` reviewed as ${review.verdict} by ${review.reviewer}${why(review)}` : ""}
              </p>
            );
          })}
        </section>
      ))}
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
