// The slice table: figure, bar, interval, difference to the whole; a click filters.

import { Fragment, h } from "preact";
import { app, index } from "../app";
import { headline } from "../headline";
import { quoted } from "../search";
import { type Slice, slices } from "../slices";
import { FEW, points } from "../statistics";
import { shown } from "../text";
import { Bar, Figure } from "../shares";
import { Link, Note, Section, Soft, Table } from "../parts";

const MOST = 200; // rows of one table; more tags than that are looked for by search

export function Slices() {
  const all = slices();
  const kinds = ["type", "difficulty", "tag"].filter((kind) => all.some((slice) => slice.kind === kind));
  return (
    <Section name="Slices">
      <Note about="slices" />
      <Answerers />
      {kinds.map((kind) => (
        <Kind kind={kind} rows={all.filter((slice) => slice.kind === kind)} />
      ))}
    </Section>
  );
}

function Answerers() {
  const { answerers } = index;
  if (answerers.length < 2) return null;
  return (
    <Table
      label="Accuracy by answerer"
      heads={["answerer", "accuracy"]}
      rows={answerers.map((name, place) => {
        const share = headline(place).scored;
        return [
          <Link onClick={() => app.search(`by:${quoted(app.shortName(place))}`)}>
            {shown(app.shortName(place))}
          </Link>,
          <>
            <Figure share={share} />
            {share && <Bar share={share} label={name} />}
          </>,
        ];
      })}
    />
  );
}

function Kind({ kind, rows }: { kind: string; rows: Slice[] }) {
  return (
    <>
      <Table
        label={`Accuracy by ${kind}`}
        kind="slices"
        heads={[kind, ...index.answerers.map((_, k) => shown(app.shortName(k)))]}
        rows={rows.slice(0, MOST).map((slice) => [
          <Link onClick={() => app.search(slice.query)}>
            {shown(slice.name)}
          </Link>,
          ...slice.shares.map((share, k) => (
            <div class={share && share.n < FEW ? "few" : ""}>
              <Figure share={share} /> {share && <span class="delta">{points(slice.deltas[k] ?? 0)}</span>}
              {share && <Bar share={share} label={slice.name} />}
            </div>
          )),
        ])}
      />
      {rows.length > MOST && <Soft>{MOST} of {rows.length} are shown.</Soft>}
    </>
  );
}
