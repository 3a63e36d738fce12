// Shares and verdicts as they are drawn everywhere: figure, interval, n; icon, word, colour.

import { Fragment, h } from "preact";
import { app, index } from "./app";
import type { Headline } from "./headline";
import { FEW, interval, percent, type Share } from "./statistics";
import { changeOf, iconOf, wordOf } from "./words";
import { Aside, Button, whole, Icon, Unseen } from "./parts";

export function VerdictMark({ code, word = true }: { code: string; word?: boolean }) {
  const name = wordOf(code);
  return (
    <span class={`verdict ${name}`}>
      <Icon>{iconOf(code)}</Icon>
      {word ? ` ${name}` : <Unseen>{name}</Unseen>}
    </span>
  );
}

/** How many answers have each verdict, as scored and, where that is another number, as reviewed. */
export function Parts({ line: { counts, now }, codes }: { line: Headline; codes: string }) {
  return (
    <>
      {[...codes].map((code) =>
        counts[code] || now[code] ? (
          <span class="part">
            {counts[code]}
            {now[code] === counts[code] ? "" : `→${now[code]}`} <VerdictMark code={code} />
          </span>
        ) : null,
      )}
    </>
  );
}

/** How many answers changed in one way; leads to them. */
export function Bucket({ code, n, by = "" }: { code: string; n: number; by?: string }) {
  const change = changeOf(code);
  return (
    <Button class={`chip ${change?.word}`} disabled={!n} title={index.texts[change?.word ?? ""]} onClick={() => app.search(`diff:${change?.word}${by}`)}>
      <Icon>{change?.icon}</Icon> {change?.word} {whole(n)}
    </Button>
  );
}

export function Figure({ share }: { share: Share | null }) {
  if (!share) return <Aside>no answers</Aside>;
  const few = share.n < FEW;
  return (
    <span class={few ? "figure few" : "figure"}>
      {percent(share.share)} <Aside>{interval(share.low, share.high)} n={share.n}{few ? " few" : ""}</Aside>
    </span>
  );
}

export function Bar({ share, label }: { share: Share; label: string }) {
  return (
    <svg
      class={share.n < FEW ? "bar few" : "bar"}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label} ${percent(share.share)}, 95 % interval ${interval(share.low, share.high)}`}
    >
      <rect class="track" width="100" height="8" />
      <rect class="fill" width={100 * share.share} height="8" />
      <rect class="interval" x={100 * share.low} y="3" width={Math.max(0.6, 100 * (share.high - share.low))} height="2" />
    </svg>
  );
}
