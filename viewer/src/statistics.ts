// Shares with their intervals, and how figures are written.

const Z = 1.959963984540054;
export const FEW = 10;

export interface Share {
  right: number;
  n: number;
  share: number;
  low: number;
  high: number;
}

/** Wilson's 95 % interval of a share whose answers have a design effect; null when there is nothing. */
export function wilson(right: number, n: number, effect = 1): Share | null {
  if (!n) return null;
  const share = right / n;
  const part = (Z * Z * effect) / n;
  const spread = Math.sqrt(part * share * (1 - share) + (part * part) / 4);
  const centre = share + part / 2;
  const scale = 1 + part;
  return {
    right,
    n,
    share,
    low: right === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: right === n ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

/** A figure with so many decimals (one or more), a tie to the even digit: as Python writes it everywhere else. */
export function fixed(value: number, decimals = 1): string {
  const exact = value.toFixed(99);
  const end = exact.length - 99 + decimals;
  return /^[02468]50*$/.test(exact.slice(end - 1)) ? exact.slice(0, end) : value.toFixed(decimals);
}

export const percent = (value: number): string => `${fixed(100 * value)} %`;
export const interval = (low: number, high: number): string => `[${fixed(100 * low)}–${fixed(100 * high)}]`;
export const shareText = (s: Share | null): string =>
  s ? `${percent(s.share)} ${interval(s.low, s.high)} n=${s.n}` : "no answers";

/** "+1.2 pp": a difference of shares in percentage points. */
export function points(value: number): string {
  const text = fixed(100 * Math.abs(value));
  return `${value < 0 && text !== "0.0" ? "−" : text === "0.0" ? "±" : "+"}${text} pp`;
}

/** `adjusted`: p by Holm's method among all that are looked at together; it decides. */
export interface Tested {
  difference: number | null;
  interval: [number, number] | null;
  p: number;
  adjusted: number;
  test: string;
}

const chance = (p: number): string => (p < 0.001 ? "< 0.001" : `= ${fixed(p, 3)}`);

/** What a difference between two runs is worth, in one sentence. */
export function differenceText({ difference, interval: range, p, adjusted, test }: Tested): string {
  if (difference === null || range === null) return "nothing can be compared";
  const [low, high] = range;
  const both = adjusted > p ? ` (${chance(adjusted)} adjusted)` : "";
  const figures = `${points(difference)} [${points(low)}, ${points(high)}]`.replaceAll(" pp", "").replace(" ", " pp ") + `, ${test} p ${chance(p)}${both}`;
  if (adjusted > 0.05) return `${figures}: not distinguishable`;
  return `${figures}: ${difference > 0 ? "better" : "worse"} than the other run`;
}

/** Seconds from milliseconds, as people read them. */
export function timeText(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return "–";
  if (ms < 0.1) return "<0.1 ms"; // as far down as a logarithmic axis goes
  if (ms < 1000) return `${ms < 10 ? fixed(ms) : Math.round(ms)} ms`;
  return `${fixed(ms / 1000, ms < 10_000 ? 2 : 1)} s`;
}

/** The smallest value that at least `part` % do not exceed. */
export function percentile(ordered: ArrayLike<number>, part: number): number | null {
  if (!ordered.length) return null;
  return ordered[Math.max(0, Math.ceil((ordered.length * part) / 100) - 1)] ?? null;
}

export interface Bin {
  low: number;
  high: number;
  n: number;
}

/** Bins of equal width, or of equal ratio with `log`; every value falls into exactly one. */
export function bins(values: number[], count: number, log: boolean): Bin[] {
  const usable = log ? values.map((v) => Math.max(v, 0.1)) : values;
  if (!usable.length) return [];
  let low = Infinity;
  let high = -Infinity;
  for (const value of usable) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === high) return [{ low, high, n: usable.length }];
  const at = (part: number) => (log ? low * (high / low) ** part : low + (high - low) * part);
  const made = Array.from({ length: count }, (_, k) => ({ low: at(k / count), high: at((k + 1) / count), n: 0 }));
  for (const value of usable) {
    const part = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    const bin = made[Math.min(count - 1, Math.max(0, Math.floor(part * count)))];
    if (bin) bin.n++;
  }
  return made;
}

export interface Reliability {
  bins: { low: number; high: number; n: number; right: number; confidence: number }[];
  error: number;
  n: number;
}

/** Ten bins of confidence and the expected calibration error. */
export function reliability(pairs: [number, boolean][]): Reliability | null {
  if (!pairs.length) return null;
  const made = Array.from({ length: 10 }, (_, k) => ({ low: k / 10, high: (k + 1) / 10, n: 0, right: 0, confidence: 0 }));
  for (const [confidence, right] of pairs) {
    const bin = made[Math.min(9, Math.max(0, Math.floor(confidence * 10)))];
    if (!bin) continue;
    bin.n++;
    bin.right += right ? 1 : 0;
    bin.confidence += confidence;
  }
  for (const bin of made) bin.confidence = bin.n ? bin.confidence / bin.n : 0;
  const error = made.reduce((sum, b) => sum + (b.n ? (b.n / pairs.length) * Math.abs(b.right / b.n - b.confidence) : 0), 0);
  return { bins: made, error, n: pairs.length };
}
