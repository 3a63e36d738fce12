// Shares and verdicts as they are drawn everywhere: figure, interval, n; icon, word, colour.

import { h } from "preact";
import { FEW, interval, percent, type Share } from "./statistics";
import { iconOf, wordOf } from "./words";

export function VerdictMark({ code, word = true }: { code: string; word?: boolean }) {
  const name = wordOf(code);
  return (
    <span class={`verdict ${name}`}>
      <span aria-hidden="true">{iconOf(code)}</span>
      {word ? ` ${name}` : <span class="unseen">{name}</span>}
    </span>
  );
}

export function Figure({ share }: { share: Share | null }) {
  if (!share) return <span class="aside">no answers</span>;
  const few = share.n < FEW;
  return (
    <span class={few ? "figure few" : "figure"}>
      {percent(share.share)} <span class="aside">{interval(share.low, share.high)} n={share.n}{few ? " few" : ""}</span>
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
