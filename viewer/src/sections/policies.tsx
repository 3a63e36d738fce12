// The two policies against each other: how often each calls an answer correct, and where they differ.

import { h } from "preact";
import { app, index } from "../app";
import { shown } from "../text";
import { shareOf } from "../headline";
import { Figure } from "../shares";
import { Button, Note, Table, Tools } from "../parts";

interface Counted {
  n: number;
  own: number;
  other: number;
  /** Correct by one of them only. */
  only: [number, number];
}

function counted(answerer: number): Counted {
  const made: Counted = { n: 0, own: 0, other: 0, only: [0, 0] };
  index.columns.forEach(([owner], column) => {
    const cell = index.cells[column];
    if (owner !== answerer || !cell?.other) return;
    for (let row = 0; row < cell.other.length; row++) {
      if (cell.other[row] === "-" && cell.verdict[row] !== "f") continue; // a failed answer is correct by neither
      const [own, other] = [cell.verdict[row] === "c", cell.other[row] === "c"];
      made.n++;
      made.own += Number(own);
      made.other += Number(other);
      if (own !== other) made.only[own ? 0 : 1]++;
    }
  });
  return made;
}

export function Policies() {
  const [own, other] = index.policies;
  if (!own || !other) return null;
  return (
    <section aria-label="Policies">
      <h3>
        {shown(own)} and {shown(other)}
      </h3>
      <Note about="policies" />
      <Table
        label="Accuracy by policy"
        heads={["answerer", own, other, `correct by ${own} only`, `correct by ${other} only`]}
        rows={index.answerers.map((_, answerer) => {
          const { n, own: right, other: passed, only } = counted(answerer);
          return [shown(app.shortName(answerer)), <Figure share={shareOf(answerer, right, n)} />, <Figure share={shareOf(answerer, passed, n)} />, only[0], only[1]];
        })}
      />
      <Tools>
        <Button onClick={() => app.search("is:debated")}>questions on which they differ</Button>
      </Tools>
    </section>
  );
}
