// Charts drawn by hand: a histogram to brush, a reliability diagram; each also as a table and as CSV.

import { useRef, useState } from "preact/hooks";
import { type ComponentChildren, Fragment, h } from "preact";
import { index } from "./app";
import { type Bin, fixed, type Reliability } from "./statistics";
import { csv } from "./markdown";
import { Copy } from "./text";
import { Button, Note, Soft, Table, whole } from "./parts";

type Cell = string | number;

/** What the axes of a chart show. */
export const Axes = ({ across, up }: { across: string; up: string }) => (
  <Soft>
    across: {across}; up: {up}
  </Soft>
);

/** A chart with its figures as a table and as CSV. */
export function Chart({ title, heads, rows, children, tools }: { title: string; heads: string[]; rows: Cell[][]; children: ComponentChildren; tools?: ComponentChildren }) {
  const [table, setTable] = useState(false);
  return (
    <figure class="chart" aria-label={title}>
      <figcaption>
        <h3>{title}</h3>
        <span class="tools">
          {tools}
          <Button aria-pressed={table} onClick={() => setTable(!table)}>
            as table
          </Button>
          <Copy label="copy CSV" text={() => csv([heads, ...rows])} />
        </span>
      </figcaption>
      {table ? (
        <Table label={title} heads={heads} rows={rows} />
      ) : (
        children
      )}
    </figure>
  );
}

interface HistogramProps {
  title: string;
  bins: Bin[];
  marks: { name: string; value: number | null }[];
  text: (value: number) => string;
  log: boolean;
  onLog: () => void;
  onPick: (low: number, high: number) => void;
}

/** A histogram: drag over bars, or arrow keys with Shift and Enter, to filter by a range. */
export function Histogram({ title, bins, marks, text, log, onLog, onPick }: HistogramProps) {
  const [range, setRange] = useState<[number, number] | null>(null);
  const dragging = useRef(-1);
  const most = Math.max(1, ...bins.map((bin) => bin.n));
  const rows = bins.map((bin) => [text(bin.low), text(bin.high), bin.n]);
  const at = (event: PointerEvent): number => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return Math.min(bins.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bins.length)));
  };
  const pick = (from: number, to: number) => {
    const first = bins[Math.min(from, to)];
    const last = bins[Math.max(from, to)];
    if (first && last) onPick(first.low, last.high);
  };
  const key = (event: KeyboardEvent) => {
    const [from, to] = range ?? [-1, -1];
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step) {
      const place = Math.min(bins.length - 1, Math.max(0, to + (range ? step : Math.max(1, step))));
      setRange(event.shiftKey && range ? [from, place] : [place, place]);
      event.preventDefault();
    } else if (event.key === "Enter" && range) pick(...range);
  };
  const inside = (k: number) => range !== null && k >= Math.min(...range) && k <= Math.max(...range);
  const chosen = range ? `${text(bins[Math.min(...range)]?.low ?? 0)} to ${text(bins[Math.max(...range)]?.high ?? 0)} chosen` : "none chosen";
  return (
    <Chart
      title={title}
      heads={["from", "to", "answers"]}
      rows={rows}
      tools={
        <Button aria-pressed={log} onClick={onLog}>
          log
        </Button>
      }
    >
      <svg
        class="histogram"
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        tabindex={0}
        role="application"
        aria-label={`${title}: ${index.texts.histogram}; ${chosen}`}
        onKeyDown={key}
        onPointerDown={(event) => {
          dragging.current = at(event);
          setRange([dragging.current, dragging.current]);
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (dragging.current >= 0) setRange([dragging.current, at(event)]);
        }}
        onPointerUp={(event) => {
          if (dragging.current >= 0) pick(dragging.current, at(event));
          dragging.current = -1;
        }}
      >
        {bins.map((bin, k) => (
          <rect
            class={inside(k) ? "bin chosen" : "bin"}
            x={(100 * k) / bins.length}
            width={Math.max(0.5, 100 / bins.length - 0.4)}
            y={40 - (40 * bin.n) / most}
            height={(40 * bin.n) / most}
          />
        ))}
      </svg>
      <p class="scale aside">
        <span>{text(bins[0]?.low ?? 0)}</span>
        <span>
          {marks.map((mark) => (
            <span> {mark.name} {mark.value === null ? "–" : text(mark.value)}</span>
          ))}
        </span>
        <span>{text(bins.at(-1)?.high ?? 0)}</span>
      </p>
      <Axes across={`${title.toLowerCase()}${log ? ", logarithmic" : ""}`} up={`answers, 0–${whole(most)}`} />
    </Chart>
  );
}

/** How often answers of a confidence are right, against how confident they are. */
export function ReliabilityDiagram({ data, name }: { data: Reliability; name: string }) {
  const used = data.bins.filter((bin) => bin.n);
  const rows = used.map((bin) => [fixed(bin.low), fixed(bin.high), bin.n, fixed(bin.right / bin.n, 3), fixed(bin.confidence, 3)]);
  return (
    <Chart title={`Reliability of ${name}`} heads={["from", "to", "answers", "share correct", "mean confidence"]} rows={rows}>
      <svg class="reliability" viewBox="0 0 100 100" role="img" aria-label={`expected calibration error ${fixed(data.error, 3)} over ${data.n} answers`}>
        <line class="axis" x1="0" y1="100" x2="100" y2="0" />
        {used.map((bin) => (
          <>
            <rect class="bin" x={100 * bin.low + 0.5} width="9" y={100 - (100 * bin.right) / bin.n} height={(100 * bin.right) / bin.n} />
            <text x={100 * bin.low + 5} y="98" text-anchor="middle">
              {bin.n}
            </text>
          </>
        ))}
      </svg>
      <Soft>
        expected calibration error {fixed(data.error, 3)}, n={data.n}
      </Soft>
      <Axes across="confidence, 0–1" up="share correct, 0–100 %" />
      <Note about="reliability" />
    </Chart>
  );
}
