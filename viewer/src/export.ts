// What leaves the page: an issue for one question, the rows in sight, the reviews.

import { app, index, reasonOf, scored } from "./app";
import type { Detail } from "./data";
import { save } from "./files";
import { csv, fenced, jsonLines, shellWord } from "./markdown";
import { wordOf } from "./words";

export function rerun(id: string): string {
  const { run } = index;
  const answerers = index.answerers.map((name) => ` -a ${shellWord(name)}`).join("");
  return `qa-eval run ${shellWord(run.path || run.name)}${answerers} --only ${shellWord(id)}`;
}

export function issue(row: number, detail: Detail): string {
  const { rows, run } = index;
  const id = rows.id[row] ?? "";
  const parts = [`## ${id.replace(/[`\r\n]/g, " ")}`, "Question", fenced(detail.text), "Expected", fenced(detail.expected || `(${index.texts.abstain})`)];
  for (const column of app.columns) {
    const answer = detail.answers[column];
    if (!answer) continue;
    const got = answer.failure ? `${answer.failure[0]}: ${answer.failure[1]}` : answer.text;
    parts.push(`Got from ${app.columnName(column).replace(/[`\r\n]/g, " ")}: **${wordOf(scored(row, column))}**`, fenced(got));
    parts.push(`Why: \`${reasonOf(row, column)}\``, fenced(answer.message));
    const review = app.reviews.of(row, column);
    if (review) parts.push(`Reviewed as **${review.verdict}** by ${review.reviewer.replace(/[`\r\n]/g, " ")}`, fenced(review.note));
  }
  parts.push("Run again", fenced(rerun(id)), `Run \`${run.digest}\`, ${run.title}, qa_eval ${run.qa_eval}`);
  return `${parts.join("\n\n")}\n`;
}

type Line = Record<string, string | number | boolean | null>;

async function lines(): Promise<Line[]> {
  const { rows, cells } = index;
  const made: Line[] = [];
  for (const row of app.rows) {
    const detail = await app.blocks.detail(row);
    for (const column of app.columns) {
      const cell = cells[column];
      const verdict = scored(row, column);
      if (!cell || verdict === "-") continue;
      const answer = detail?.answers[column];
      made.push({
        id: rows.id[row] ?? "",
        question: detail?.text ?? rows.text[row] ?? "",
        type: rows.types[rows.type[row] ?? 0] ?? "",
        tags: (rows.tags[row] ?? []).map((tag) => rows.tagNames[tag]).join(";"),
        expected: detail?.expected ?? rows.expected[row] ?? "",
        answerer: app.answererOf(column),
        repeat: index.columns[column]?.[1] ?? 0,
        answer: answer ? (answer.failure ? null : answer.text) : (cell.got[row] ?? ""),
        verdict: wordOf(verdict),
        reviewed: app.reviews.of(row, column)?.verdict ?? null,
        reason: reasonOf(row, column),
        message: answer?.message ?? "",
        seconds: (cell.ms[row] ?? 0) / 1000,
      });
    }
  }
  return made;
}

export async function exportRows(kind: "csv" | "jsonl"): Promise<void> {
  const all = await lines();
  const name = index.run.title.replace(" ", "-");
  if (kind === "jsonl") save(`${name}.jsonl`, jsonLines(all), "application/x-ndjson");
  else {
    const heads = Object.keys(all[0] ?? { id: "" });
    const cells = all.map((line) => heads.map((head) => (typeof line[head] === "boolean" ? String(line[head]) : (line[head] as string | number | null))));
    save(`${name}.csv`, csv([heads, ...cells]), "text/csv");
  }
  app.say(`${all.length.toLocaleString("en")} answers exported`);
}

export function exportReviews(): void {
  save("reviews.jsonl", jsonLines(app.reviews.own), "application/x-ndjson");
  app.reviews.markExported();
  app.say(`${app.reviews.size} reviews exported`);
}
