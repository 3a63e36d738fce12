// Tables of what was found out about the run beyond its scores, as the report brings them.

import { h } from "preact";
import { index } from "../app";
import { shown } from "../text";
import { Axes, Chart } from "../charts";
import { Section, Table, whole } from "../parts";

export function Findings() {
  return (
    <Section name="Findings">
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
                <Axes across={`${heads[0]}, 0–100 %`} up={`${heads[1]}, 0–${whole(100 * top)} %`} />
              </Chart>
            ))}
          </div>
          {finding.notes.map((note) => (
            <p class="lead">{shown(note)}</p>
          ))}
        </div>
      ))}
    </Section>
  );
}
