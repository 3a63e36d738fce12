// Why the verdict fell: the difference to what was expected, and the ladder from the raw answer to the rule.

import { h } from "preact";
import { app, index, reasonOf, scored } from "../app";
import type { Answer } from "../data";
import { difference, LONGEST, unicodeForm } from "../difference";
import { Badges, shown } from "../text";
import { wordOf } from "../words";
import { VerdictMark } from "../shares";
import { fixed } from "../statistics";
import { NumberLine } from "./numberline";
import { Aside, Notice, Soft, Unseen, whole } from "../parts";

export function Difference({ expected, got, right, label = "expected → got" }: { expected: string; got: string; right: boolean; label?: string }) {
  if (app.mode === "off" || !expected || !got || expected === got) return null;
  if (right && got.length > 400) return null;
  const form = unicodeForm(expected, got);
  const parts = difference(expected, got, app.mode);
  return (
    <div class="difference">
      <Soft>
        {label}, in {app.mode} <kbd>x</kbd>
      </Soft>
      <p class="diff" dir="auto">
        {parts.map((part) =>
          part.kind === "same" ? (
            <Badges text={part.text} />
          ) : part.kind === "missing" ? (
            <del>
              <Unseen>[missing: </Unseen>
              <Badges text={part.text} />
              <Unseen>]</Unseen>
            </del>
          ) : (
            <ins>
              <Unseen>[added: </Unseen>
              <Badges text={part.text} />
              <Unseen>]</Unseen>
            </ins>
          ),
        )}
      </p>
      {form && <Notice>{form}</Notice>}
      {Math.max(expected.length, got.length) > LONGEST ? <Soft>the first {whole(LONGEST)} characters are compared</Soft> : null}
    </div>
  );
}

const SHOWN = 160;
const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

function Step({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <li>
      <span class="step">{name}</span> <span>{children}</span>
    </li>
  );
}

/** What each of the two policies says of the answer, side by side; folded where they agree. */
function Policies({ row, column, answer }: { row: number; column: number; answer: Answer }) {
  const [name, verdict, value, reason, message] = answer.other ?? ["", "", 0, "", ""];
  const debated = app.filter.debated(row, column);
  const side = (policy: string, code: string, worth: number, why: string, says: string) => (
    <div>
      <h4>
        {shown(policy)} <VerdictMark code={code} />
      </h4>
      <p>
        <code>{why}</code> {shown(says)} <Aside>value {fixed(Number(worth), 2)}</Aside>
      </p>
    </div>
  );
  return (
    <details class="policies" open={debated}>
      <summary>
        {index.policies.join(" and ")} {debated ? <strong>differ</strong> : "agree"}
      </summary>
      <div class="sides">
        {side(index.policies[0] ?? "", scored(row, column), answer.value, reasonOf(row, column), answer.message)}
        {side(name, verdict[0] ?? "-", value, reason, message)}
      </div>
    </details>
  );
}

export function Why({ row, column, answer }: { row: number; column: number; answer: Answer | null }) {
  const reason = reasonOf(row, column);
  const code = scored(row, column);
  const link = (
    <a class="rule" href={`#/run?span=rule-${reason}`}>
      <code>{reason}</code>
    </a>
  );
  if (!answer) return <p class="why">{link}</p>;
  let said = answer.text;
  return (
    <div class="why">
      <h4>why</h4>
      <ol class="ladder">
        {answer.failure ? null : (
          <Step name="said">
            {shown(cut(answer.text))}
          </Step>
        )}
        {answer.steps.map(([name, after = said.toLowerCase()]) => (
          <Step name={name}>
            {shown(said)} <span aria-label="becomes">→</span> {shown((said = after))}
          </Step>
        ))}
        {answer.read && (
          <Step name="read as">
            {shown(cut(answer.read))}
          </Step>
        )}
        {answer.gold && (
          <Step name="compared with">
            {shown(cut(answer.gold))}
          </Step>
        )}
        <Step name="rule">
          {link} {shown(answer.message)}
        </Step>
        <Step name="verdict">
          {wordOf(code)}, value {answer.value}
          {answer.near ? `; near: ${answer.near}` : ""}
          {answer.line?.ratio && code !== "c" ? `; off by ${answer.line.ratio} (unit?)` : ""}
          <Aside>
            {" "}
            exact match {answer.exact ? "yes" : "no"}, F1 {fixed(Number(answer.f1), 2)}
          </Aside>
        </Step>
      </ol>
      {answer.line && <NumberLine line={answer.line} />}
      {answer.other && <Policies answer={answer} row={row} column={column} />}
    </div>
  );
}
