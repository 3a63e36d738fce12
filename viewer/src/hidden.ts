// Characters that a reader cannot see, or that turn text around.

const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export type Piece = string | { code: string };

/** A text cut where something invisible stands. */
export function pieces(text: string): Piece[] {
  const made: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(HIDDEN)) {
    const point = match[0].charCodeAt(0);
    if (point === 0x200d && /\p{Extended_Pictographic}/u.test(text.slice(match.index + 1, match.index + 3))) continue;
    if (match.index > at) made.push(text.slice(at, match.index));
    made.push({ code: `U+${point.toString(16).toUpperCase().padStart(4, "0")}` });
    at = match.index + 1;
  }
  if (at < text.length) made.push(text.slice(at));
  return made;
}
