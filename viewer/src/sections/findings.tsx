// Tables of what was found out about the run beyond its scores, as the report brings them.

import { h } from "preact";
import { index } from "../app";
import { shown } from "../text";
import { Table } from "../parts";

export function Findings() {
  return (
    <section aria-labelledby="qa-findings">
      <h2 id="qa-findings">Findings</h2>
      {index.findings.map((finding) => (
        <div class="finding">
          <h3>
            {shown(finding.title)}
          </h3>
          {finding.rows.length ? (
            <Table
              label={finding.title}
              heads={finding.heads.map(shown)}
              rows={finding.rows.map((row) => row.map(shown))}
            />
          ) : null}
          {finding.notes.map((note) => (
            <p class="lead">{shown(note)}</p>
          ))}
        </div>
      ))}
    </section>
  );
}
