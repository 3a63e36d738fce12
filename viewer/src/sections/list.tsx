// The list of questions: only the rows in sight are in the page, all of one height.

import { type ComponentChildren, Fragment, h } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { app, index, scored } from "../app";
import type { SortKey } from "../filter";
import { Badges, shown } from "../text";
import { timeText } from "../statistics";
import { span, topFor } from "../windowing";
import { changeOf, iconOf, wordOf } from "../words";
import { useHeight } from "./questions";
import { Button, Icon, Unseen } from "../parts";

const NARROW = "(max-width: 40rem)";
const HEIGHTS = { wide: 36, narrow: 64 };
const WIDE_COLUMNS = 4;

function rowHeight(): number {
  return matchMedia(NARROW).matches ? HEIGHTS.narrow : HEIGHTS.wide;
}

export function List() {
  const [box, view] = useHeight();
  const [top, setTop] = useState(app.top);
  const height = rowHeight();
  const { rows } = app;
  const { current } = app;
  const place = rows.indexOf(current);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (place >= 0 && app.focus !== "") element.scrollTop = topFor(place, element.scrollTop, element.clientHeight, height);
    else if (app.top !== element.scrollTop && app.focus === "") element.scrollTop = app.top;
    if (element.scrollTop !== top) setTop(element.scrollTop);
  }, [place, app.focus, rows, app.top]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element && place >= 0 && app.open >= 0) element.scrollTop = topFor(place, element.scrollTop, element.clientHeight, height);
  }, [place]);

  useLayoutEffect(() => {
    if (app.focus !== "row") return;
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${current}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    app.focus = "";
  });

  const { first, last } = span(top, view, height, rows.length);
  const active = place >= 0 ? current : rows[0];
  const groups = grouped().length;
  return (
    <div class={groups > WIDE_COLUMNS ? "grid crowded" : "grid"} style={{ "--N": groups }} role="grid" aria-label="Questions" aria-rowcount={rows.length + 1} aria-colcount={4 + app.columns.length}>
      <Header />
      <div
        class="rows"
        role="rowgroup"
        ref={box}
        onScroll={(event) => {
          app.top = event.currentTarget.scrollTop;
          setTop(app.top);
        }}
      >
        <div class="full" role="presentation" style={{ height: `${rows.length * height}px` }}>
          {rows.slice(first, last).map((row, k) => (
            <Row key={row} row={row} place={first + k} height={height} active={row === active} open={row === app.open} />
          ))}
        </div>
      </div>
    </div>
  );
}

const HEADS: [SortKey, string, string][] = [
  ["verdict", "", "verdict"],
  ["id", "id", "id"],
  ["question", "question", "question"],
  ["expected", "expected", "expected"],
];

function Header() {
  const single = app.columns.length === 1;
  const sort = app.route.sort;
  const order = (key: string) => (sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none");
  const click = (key: string) => app.go({ sort: sort === key ? `-${key}` : sort === `-${key}` ? "" : key });
  const head = (key: string, label: ComponentChildren, name: string, kind = `cell c-${key}`) => (
    <div role="columnheader" class={kind} aria-sort={order(key)}>
      <Button onClick={() => click(key)} aria-label={`sort by ${name}`} title={name}>
        {label || "✓✗"}
        <Icon>{sort === key ? " ▲" : sort === `-${key}` ? " ▼" : ""}</Icon>
      </Button>
    </div>
  );
  return (
    <div role="rowgroup" class="head">
      <div role="row" class={single ? "row single" : "row several"} aria-rowindex={1}>
        {HEADS.map(([key, label, name]) => head(key, label, name))}
        {single ? (
          <>
            {head("answer", "answer", "answer")}
            {head("time", "time", "time")}
          </>
        ) : (
          <div class="cell answers columns" role="presentation">
            {grouped().map(([answerer]) => head(`${answerer}`, shown(app.shortName(answerer)), index.answerers[answerer] ?? "", "column"))}
          </div>
        )}
      </div>
    </div>
  );
}

/** The columns of each answerer: its repeats stand together. */
export function grouped(): [number, number[]][] {
  const groups = new Map<number, number[]>();
  for (const column of app.columns) {
    const answerer = index.columns[column]?.[0] ?? 0;
    groups.set(answerer, [...(groups.get(answerer) ?? []), column]);
  }
  return [...groups];
}

interface RowProps {
  row: number;
  place: number;
  height: number;
  active: boolean;
  open: boolean;
}

function Row({ row, place, height, active, open }: RowProps) {
  const { rows } = index;
  const single = app.columns.length === 1;
  const first = app.columns[0] ?? 0;
  return (
    <div
      role="row"
      class={`row ${single ? "single" : "several"}${open ? " open" : ""}`}
      aria-rowindex={place + 2}
      aria-selected={open}
      tabIndex={active ? 0 : -1}
      data-row={row}
      style={{ top: `${place * height}px`, height: `${height}px` }}
      onClick={() => app.openRow(row)}
      onFocus={() => {
        if (app.open < 0) app.last = row;
      }}
      onKeyDown={(event) => onKey(event, row)}
    >
      <Cell of="verdict">
        {single ? <Mark row={row} column={first} /> : <Overall row={row} />}
      </Cell>
      <Cell of="id">
        <Badges text={rows.id[row]} />
      </Cell>
      <Cell of="question">
        {shown(rows.text[row])}
      </Cell>
      <Cell of="expected">
        {shown(rows.expected[row] || "(not stated)")}
      </Cell>
      {single ? <Single row={row} column={first} /> : <Several row={row} />}
    </div>
  );
}

function Cell({ of, children }: { of: string; children: ComponentChildren }) {
  return (
    <div role="gridcell" class={`cell c-${of}`}>
      {children}
    </div>
  );
}

function onKey(event: KeyboardEvent, row: number): void {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    app.openRow(row, "detail");
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: event.key === "ArrowDown" ? "j" : "k" }));
    app.set({ focus: "row" });
  }
}

function Single({ row, column }: { row: number; column: number }) {
  const cell = index.cells[column];
  return (
    <>
      <Cell of="answer">
        {shown(cell?.got[row])}
      </Cell>
      <Cell of="time">
        {timeText(cell?.ms[row])}
      </Cell>
    </>
  );
}

function Mark({ row, column }: { row: number; column: number }) {
  const cell = index.cells[column];
  const code = scored(row, column);
  const review = app.reviews.of(row, column);
  const now = app.reviews.verdict(row, column);
  const change = changeOf(cell?.changes?.[row] ?? "");
  const shows = change && (change.code === "f" || change.code === "r" || change.code === "q");
  const debated = app.filter.debated(row, column);
  const other = cell?.other?.[row] ?? "";
  const roomy = grouped().length <= WIDE_COLUMNS;
  const name = `${app.columnName(column)}: ${wordOf(code)}${debated ? `, ${index.policies[1]} ${wordOf(other)}` : ""}${review ? `, reviewed as ${wordOf(now)}` : ""}${shows ? `, ${change.word}` : ""}`;
  return (
    <span class={`mark ${wordOf(code)}`} title={name}>
      <Icon>
        {iconOf(code)}
        {now !== code ? `→${iconOf(now)}` : review ? "☑" : ""}
        {debated && now === code && roomy ? `≈${iconOf(other)}` : ""}
        {shows && roomy ? change.icon : ""}
      </Icon>
      <Unseen>{name}</Unseen>
    </span>
  );
}

/** With several answerers the first cell says how many of them are right. */
function Overall({ row }: { row: number }) {
  const { columns } = app;
  const right = columns.filter((column) => scored(row, column) === "c").length;
  const now = columns.filter((column) => app.reviews.verdict(row, column) === "c").length;
  const tally = `${right === now ? "" : `${right}→`}${now}/${columns.length}`;
  return (
    <span class="tally" title={`${tally} correct`}>
      {tally}
    </span>
  );
}

function Several({ row }: { row: number }) {
  const groups = grouped();
  const texts = groups.length <= WIDE_COLUMNS;
  return (
    <div role="presentation" class="cell answers columns">
      {groups.map(([, columns]) => (
        <div role="gridcell" class="column">
          {columns.map((column) => (
            <Mark row={row} column={column} />
          ))}
          {texts && (
            <span class="short">
              {shown(index.cells[columns[0] ?? 0]?.got[row])}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
