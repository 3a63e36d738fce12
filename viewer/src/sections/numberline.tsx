// Expected figure, what the tolerance lets through, and the answer's figure on one line.

import { h } from "preact";
import type { NumberLine as Line } from "../data";
import { Aside } from "../parts";

export function NumberLine({ line }: { line: Line }) {
  const [gold, got, low, high, goldEnd = gold, gotEnd = got] = line.at;
  const same = !line.off;
  const inside = same && gotEnd - got < goldEnd - gold;
  const says = same
    ? `${line.got} ${inside ? "lies within" : "is"} ${line.gold}`
    : `${line.got} is ${line.off}${line.relative ? ` (${line.relative})` : ""} from ${line.gold}`;
  const allowed = line.allowed && `; ${line.allowed} is let through`;
  return (
    <figure class="number-line">
      <svg viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label={`Number line: ${says}${allowed}`}>
        <line class="axis" x1="0" x2="100" y1="7" y2="7" />
        {line.allowed && <rect class="band" x={low} width={Math.max(0.8, high - low)} y="2" height="10" />}
        <rect class="gold" x={gold - 0.4} width={goldEnd - gold + 0.8} y="1" height="12" />
        <rect class="got" x={got - 0.4} width={gotEnd - got + 0.8} y="4" height="6" />
      </svg>
      <figcaption>
        <span class="key gold">▮ expected {line.gold}</span> <span class="key got">▪ got {line.got}</span>
        {line.allowed && <span class="key band">▒ allowed {line.allowed}</span>}
        {inside && " inside"}
        {same ? null : (
          <span>
            {" · "}off by {line.off}
            {line.relative ? `, ${line.relative}` : ""}
            {line.ratio ? `, ${line.ratio}` : ""}
          </span>
        )}
        {line.log && <Aside> logarithmic</Aside>}
      </figcaption>
    </figure>
  );
}
