// Characters that a reader cannot see, or that turn text around.

const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const NAMES: Record<number, string> = {
  0x0d: "carriage return",
  0xad: "soft hyphen",
  0x200b: "zero width space",
  0x200c: "zero width non-joiner",
  0x200d: "zero width joiner",
  0x200e: "left-to-right mark",
  0x200f: "right-to-left mark",
  0x202a: "left-to-right embedding",
  0x202b: "right-to-left embedding",
  0x202c: "pop directional formatting",
  0x202d: "left-to-right override",
  0x202e: "right-to-left override",
  0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate",
  0x2068: "first strong isolate",
  0x2069: "pop directional isolate",
  0xfeff: "zero width no-break space",
};

export type Piece = string | { code: string; name: string };

/** A text cut where something invisible stands. */
export function pieces(text: string): Piece[] {
  const made: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(HIDDEN)) {
    const point = match[0].charCodeAt(0);
    if (point === 0x200d && /\p{Extended_Pictographic}/u.test(text.slice(match.index + 1, match.index + 3))) continue;
    if (match.index > at) made.push(text.slice(at, match.index));
    const name = NAMES[point] ?? (point >= 0xd800 && point <= 0xdfff ? "lone surrogate" : "control character");
    made.push({ code: `U+${point.toString(16).toUpperCase().padStart(4, "0")}`, name });
    at = match.index + 1;
  }
  if (at < text.length) made.push(text.slice(at));
  return made;
}
