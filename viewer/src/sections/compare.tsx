// Two runs against each other, and the answerers of one run among themselves.

import { Fragment, h } from "preact";
import { app, index } from "../app";
import type { Comparison, Paired } from "../data";
import { quoted } from "../search";
import { differenceText, FEW, percent, percentile, points, timeText } from "../statistics";
import { Bucket } from "../shares";
import { shown } from "../text";
import { CHANGES } from "../words";
import { Aside, Button, Facts, Link, Note, Notice, Section, Soft, Table, Tools } from "../parts";
import { Policies } from "./policies";

export function Compare() {
  return (
    <Section name="Compare">
      {index.baseline && (
        <>
          <Soft>
            The other run is {shown(index.baseline.title)}, <code>{index.baseline.folder}</code>.
          </Soft>
          <Note about="compare" />
        </>
      )}
      <div class="comparisons">
        {index.comparisons.map((comparison) => (
          <One comparison={comparison} />
        ))}
      </div>
      {index.baseline && !index.comparisons.length && <Notice>{index.texts.nobody}</Notice>}
      {index.baseline && <SignatureDifference />}
      <Agreement />
      <Policies />
      {!index.baseline && index.answerers.length < 2 && (
        <Notice>{index.texts.alone}</Notice>
      )}
    </Section>
  );
}

function One({ comparison }: { comparison: Comparison }) {
  const columns = index.columns.flatMap(([k], column) => (index.answerers[k] === comparison.answerer ? [column] : []));
  const by = index.answerers.length > 1 ? ` by:${quoted(app.shortName(index.answerers.indexOf(comparison.answerer)))}` : "";
  const count = (code: string) => code === "t" ? comparison.gone : columns.reduce((sum, c) => sum + (index.cells[c]?.changes?.split(code).length ?? 1) - 1, 0);
  const total = CHANGES.reduce((sum, change) => sum + count(change.code), 0);
  const bucket = (code: string) => <Bucket code={code} n={count(code)} by={by} />;
  return (
    <section class="comparison" aria-label={`Comparison of ${comparison.answerer}`}>
      <h3>
        {shown(app.shortName(index.answerers.indexOf(comparison.answerer)))}
        {comparison.other === comparison.answerer ? null : <> against {shown(comparison.other)}</>}
      </h3>
      <p class="delta-line">
        Δ {differenceText(comparison)} <Aside>n={comparison.n} pairs, 95 % interval</Aside>
      </p>
      <table class="two-by-two">
        <thead>
          <tr>
            <td />
            <th scope="col">correct there</th>
            <th scope="col">not correct there</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">correct here</th>
            <td>{bucket("c")}</td>
            <td>{bucket("f")}</td>
          </tr>
          <tr>
            <th scope="row">not correct here</th>
            <td>{bucket("r")}</td>
            <td>{bucket("n")}</td>
          </tr>
          <tr>
            <th scope="row">not compared</th>
            <td colSpan={2}>
              <span class="tools">
                {["h", "t", "q"].map(bucket)}
              </span>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="aside total">{total} answers in all</p>
      <More columns={columns} />
      <BySlice comparison={comparison} />
    </section>
  );
}

/** Time: less is better, so a rise is drawn as a loss. */
function More({ columns }: { columns: number[] }) {
  const median = (pick: "ms" | "wasMs") => {
    const all = columns.flatMap((c) => (index.cells[c]?.[pick] ?? []).filter((v): v is number => v !== null));
    return percentile(Float64Array.from(all).sort(), 50);
  };
  const [here, there] = [median("ms"), median("wasMs")];
  if (here === null || there === null || !there) return null;
  const change = here / there - 1;
  const kind = Math.abs(change) < 0.02 ? "" : change > 0 ? "worse" : "better";
  return (
    <p class="time-line">
      <time>
        half of the answers within {timeText(here)}, there {timeText(there)}
      </time>{" "}
      <span class={`trend ${kind}`}>
        <time>
          {change >= 0 ? "+" : "−"}
          {Math.abs(100 * change).toFixed(0)} % {kind && (kind === "worse" ? "slower" : "faster")}
        </time>
      </span>
    </p>
  );
}

function BySlice({ comparison }: { comparison: Comparison }) {
  const query = (kind: string, name: string) => (kind === "tag" ? `@${quoted(name)}` : `${kind}:${quoted(name)}`);
  const rows = comparison.slices.filter((slice) => slice.n > 0);
  if (!rows.length) return null;
  const range = (slice: Paired) => (slice.interval ? `[${points(slice.interval[0])}, ${points(slice.interval[1])}]` : "");
  return (
    <details>
      <summary>by slice</summary>
      <Table
        label={`Difference by slice of ${comparison.answerer}`}
        heads={["slice", "Δ", "fixed", "regressed", "pairs"]}
        rows={rows.map((slice) => [
          <Link onClick={() => app.search(query(slice.kind, slice.name))}>
            {slice.kind} {shown(slice.name)}
          </Link>,
          <span class={slice.n < FEW ? "aside" : ""}>
            {points(slice.difference ?? 0)} {range(slice)}
            {slice.n < FEW ? " few" : ""}
          </span>,
          slice.fixed,
          slice.regressed,
          slice.n,
        ])}
      />
    </details>
  );
}

function SignatureDifference() {
  const here = new Map(index.run.signature);
  const there = new Map(index.baseline?.signature ?? []);
  const keys = [...new Set([...here.keys(), ...there.keys()])].filter((key) => here.get(key) !== there.get(key));
  return (
    <>
      <h3>What differs between the runs</h3>
      {keys.length ? (
        <Facts rows={keys.map((key) => [key, `${here.get(key) ?? "(none)"} here, ${there.get(key) ?? "(none)"} there`])} />
      ) : (
        <Soft>Their signatures are the same.</Soft>
      )}
    </>
  );
}

/** How often two answerers are both right or both not, on the questions that both answered. */
function Agreement() {
  const { answerers, columns, cells } = index;
  if (answerers.length < 2) return null;
  const first = answerers.map((_, k) => columns.findIndex(([owner]) => owner === k));
  const agree = (a: number, b: number) => {
    const [x, y] = [cells[first[a] ?? -1]?.verdict ?? "", cells[first[b] ?? -1]?.verdict ?? ""];
    let [same, n, ahead] = [0, 0, 0];
    for (let row = 0; row < x.length; row++) {
      if (x[row] === "-" || y[row] === "-" || y[row] === undefined) continue;
      n++;
      if ((x[row] === "c") === (y[row] === "c")) same++;
      else if (x[row] === "c") ahead++;
    }
    return { same, n, ahead };
  };
  const only = (name: string) => app.filter.apply([{ start: 0, end: 0, text: "", kind: "only", not: false, values: [name], low: 0, high: 0, error: "" }]).rows.length;
  return (
    <>
      <h3>Agreement</h3>
      <Note about="agreement" />
      <Table
        label="Agreement of answerers"
        kind="agreement"
        heads={["answerer", ...answerers.map((_, k) => shown(app.shortName(k))), "only it is correct"]}
        rows={answerers.map((name, a) => [
          shown(app.shortName(a)),
          ...answerers.map((_, b) => {
            if (a === b) return "–";
            const { same, n, ahead } = agree(a, b);
            return (
              <>
                {n ? percent(same / n) : "–"} <Aside>({ahead}) n={n}</Aside>
              </>
            );
          }),
          <Button class="chip" disabled={!only(name)} onClick={() => app.search(`only:${quoted(app.shortName(a))}`)}>
            only {shown(app.shortName(a))} {only(name)}
          </Button>,
        ])}
      />
      <Tools>
        <Button onClick={() => app.search("is:differ")}>
          questions on which they differ
        </Button>
      </Tools>
    </>
  );
}
