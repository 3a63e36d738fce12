// The overview: what changed, worst slices, times and costs, and what to read first.

import { Fragment, h } from "preact";
import { useMemo, useState } from "preact/hooks";
import { app, index } from "../app";
import { Histogram, ReliabilityDiagram } from "../charts";
import { headline, shareOf, summaryOf } from "../headline";
import { replaced } from "../search";
import { bins, FEW, percentile, points, reliability, timeText } from "../statistics";
import { shown } from "../text";
import { Bucket, Figure } from "../shares";
import { type Slice, slices } from "../slices";
import { CHANGES } from "../words";
import { Aside, Link, Notice, Section, Table, Tools, whole } from "../parts";

export function Overview() {
  return (
    <Section name="Overview">
      {index.run.description && (
        <p class="lead">
          {shown(index.run.description)}
        </p>
      )}
      <Scores />
      <Changed />
      <Reads />
      <Worst />
      <div class="charts">
        <Times what="ms" />
        <Times what="cost" />
        {index.answerers.map((_, answerer) => (
          <Confidence answerer={answerer} name={app.shortName(answerer)} />
        ))}
      </div>
    </Section>
  );
}

function Scores() {
  const facts = index.answerers.map((name, place) => ({ name, place, line: headline(place), own: summaryOf(place) }));
  return (
    <>
      <Table
        label="Figures by answerer"
        heads={["answerer", "accuracy", "exact match", "token F1", "tokens read, written", "failed"]}
        rows={facts.map(({ name, place, line, own }) => [
          <>
            {shown(app.shortName(place))} {app.shortName(place) === name ? null : <Aside>{shown(name)}</Aside>}
          </>,
          <span class="score">
            <Figure share={line.scored} />
          </span>,
          <Figure share={shareOf(place, own?.exact ?? 0, own?.n ?? 0)} />,
          <Figure share={shareOf(place, (own?.f1 ?? 0) * (own?.n ?? 0), own?.n ?? 0)} />,
          own?.tokens[0] || own?.tokens[1] ? `${whole(own.tokens[0])}, ${whole(own.tokens[1])}` : "–",
          Object.entries(own?.failures ?? {})
            .map(([kind, n]) => `${n} ${kind}`)
            .join(", ") || "none",
        ])}
      />
      {facts.map(({ line }) => (line.missing ? <Notice>{line.missing} answers of {shown(line.answerer)} are missing: the run is {index.run.state}.</Notice> : null))}
    </>
  );
}

function Changed() {
  if (!index.comparisons.length) return null;
  return (
    <>
      <h3>What changed</h3>
      <Tools>
        {CHANGES.map((change) => {
          const n = index.cells.reduce((sum, cell) => sum + (cell.changes?.split(change.code).length ?? 1) - 1, 0);
          return <Bucket code={change.code} n={n} />;
        })}
      </Tools>
    </>
  );
}

const READS: [string, (row: number, column: number) => boolean][] = [
  ["regressed", (row, c) => index.cells[c]?.changes?.[row] === "r"],
  ["failed", (row, c) => index.cells[c]?.verdict[row] === "f"],
  ["near miss", (row, c) => index.cells[c]?.near[row] === "1"],
  ["sure, and wrong", (row, c) => (index.cells[c]?.confidence?.[row] ?? 0) >= 0.8 && index.cells[c]?.verdict[row] === "i"],
  ["repeats differ", (row) => app.filter.flaky(row)],
  ["incorrect", (row, c) => index.cells[c]?.verdict[row] === "i"],
];

/** Up to five questions to read first, each for another reason where there are so many. */
function reads(): { row: number; why: string }[] {
  const found: { row: number; why: string }[] = [];
  for (let round = 0; round < 5 && found.length < 5; round++) {
    for (const [why, test] of READS) {
      if (found.length >= 5) break;
      const row = index.rows.id.findIndex((_, k) => !found.some((f) => f.row === k) && index.cells.some((_, c) => test(k, c)));
      if (row >= 0) found.push({ row, why });
    }
  }
  return found;
}

function Reads() {
  const found = useMemo(() => reads(), []);
  if (!found.length) return null;
  return (
    <>
      <h3>Read these first</h3>
      <ul class="reads">
        {found.map(({ row, why }) => (
          <li>
            <span class="tag">{why}</span>{" "}
            <Link onClick={() => app.openRow(row, "detail")}>
              {shown(index.rows.text[row])}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Worst() {
  const delta = (slice: Slice) => Math.min(...slice.deltas.map((d, k) => ((slice.shares[k]?.n ?? 0) >= FEW ? (d ?? 0) : 0)));
  const all = slices().filter((slice) => delta(slice) < 0);
  const worst = all.sort((a, b) => delta(a) - delta(b)).slice(0, 5);
  if (!worst.length) return null;
  return (
    <>
      <h3>Weakest slices</h3>
      <Table
        label="Weakest slices"
        heads={["slice", ...index.answerers.map((_, k) => shown(app.shortName(k)))]}
        rows={worst.map((slice) => [
          <Link onClick={() => app.search(slice.query)}>
            {slice.kind} {shown(slice.name)}
          </Link>,
          ...slice.shares.map((share, k) => (
            <>
              <Figure share={share} /> <Aside>{share ? points(slice.deltas[k] ?? 0) : ""}</Aside>
            </>
          )),
        ])}
      />
    </>
  );
}

const BINS = 24;

/** Times or costs of the answers that came; a stretch of them filters the questions. */
function Times({ what }: { what: "ms" | "cost" }) {
  const [log, setLog] = useState(what === "ms");
  const values = useMemo(() => {
    const all: number[] = [];
    for (const cell of index.cells) cell[what]?.forEach((v, row) => v !== null && cell.verdict[row] !== "f" && all.push(v));
    return all;
  }, []);
  const ordered = useMemo(() => Float64Array.from(values).sort(), []);
  if (!values.length) return null;
  const text = what === "ms" ? timeText : (value: number) => value.toPrecision(3);
  const key = what === "ms" ? "lat" : "cost";
  const scale = what === "ms" ? 1000 : 1;
  const pick = (low: number, high: number) => {
    const round = (v: number, up: boolean) => Number(((up ? Math.ceil : Math.floor)((v / scale) * 1e6) / 1e6).toFixed(6));
    app.search(replaced(app.route.q, app.filter.known, key, `${key}:${round(log && low <= 0.1 ? 0 : low, false)}..${round(high, true)}`));
  };
  return (
    <Histogram
      title={what === "ms" ? "Time an answer" : "Cost an answer"}
      bins={bins(values, BINS, log)}
      marks={[
        { name: "p50", value: percentile(ordered, 50) },
        { name: "p95", value: percentile(ordered, 95) },
      ]}
      text={text}
      log={log}
      onLog={() => setLog(!log)}
      onPick={pick}
    />
  );
}

function Confidence({ answerer, name }: { answerer: number; name: string }) {
  const pairs: [number, boolean][] = [];
  index.columns.forEach(([owner], column) => {
    const cell = index.cells[column];
    if (owner !== answerer || !cell?.confidence) return;
    cell.confidence.forEach((value, row) => value !== null && pairs.push([value, cell.verdict[row] === "c"]));
  });
  const data = reliability(pairs);
  return data ? <ReliabilityDiagram data={data} name={name} /> : null;
}

