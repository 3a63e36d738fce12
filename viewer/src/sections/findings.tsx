// Tables of what was found out about the run beyond its scores, as the report brings them.

import { h } from "preact";
import { index } from "../app";
import { shown } from "../text";
import { Chart } from "../charts";
import { Table, whole } from "../parts";

export function Findings() {
  return (
    <section aria-labelledby="qa-findings">
      <h2 id="qa-findings">Findings</h2>
      {index.findings.map((finding) => (
        <div class="finding">
          <h3>
            {shown(finding.title)}
          </h3>
          {finding.rows.length > 0 && (
            <Table
              label={finding.title}
              heads={finding.heads.map(shown)}
              rows={finding.rows.map((row) => row.map(shown))}
            />
          )}
          <div class="charts">
            {finding.curves.map(({ title, heads, rows, top }) => (
              <Chart title={title} heads={heads} rows={rows}>
                <svg class="reliability" viewBox="0 0 250 250" role="img" aria-label={heads.join(", ")}>
                  <polyline class="axis" points="0,0 0,250 250,250" />
                  <polyline points={rows.map(([x, y]) => [250 * x, 250 - (250 * y) / top].join()).join(" ")} />
                </svg>
                <p class="aside">
                  across: {heads[0]}, 0–100 %; up: {heads[1]}, 0–{whole(100 * top)} %
                </p>
              </Chart>
            ))}
          </div>
          {finding.notes.map((note) => (
            <p class="lead">{shown(note)}</p>
          ))}
        </div>
      ))}
    </section>
  );
}
