// Text from outside: isolated in its direction, with badges for what cannot be seen; long text folds.

import { type ComponentChildren, Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { index } from "./app";
import { save } from "./files";
import { pieces } from "./hidden";
import { Aside, Button, Tools, whole } from "./parts";

export function Badges({ text = "" }: { text: string | undefined }) {
  return (
    <>
      {pieces(text).map((piece) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <span class="hidden" title={index.hidden[piece.code] ?? "lone surrogate"}>
            {piece.code}
          </span>
        ),
      )}
    </>
  );
}

/** Text from outside, in an isolate of its own direction. */
export const shown = (text: string | undefined) => (
  <bdi dir="auto">
    <Badges text={text} />
  </bdi>
);

export const LINES = 12;
export const CHARACTERS = 1200;

/** The beginning of a text that is too long to be read at a glance; the text itself when it is not. */
export function beginning(text: string): string {
  let end = 0;
  for (let line = 0; line < LINES; line++) {
    const at = text.indexOf("\n", end);
    if (at < 0) {
      end = text.length;
      break;
    }
    end = at + 1;
  }
  end = Math.min(end, CHARACTERS);
  return text.length <= end + 80 ? text : text.slice(0, end);
}

export function Folding({ text, name, children }: { text: string; name: string; children?: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const start = beginning(text);
  const folds = start.length < text.length;
  return (
    <div class="said">
      <p class="answer-text">
        {text === "" ? <Aside>(an empty answer)</Aside> : shown(open ? text : start)}
        {folds && !open && "…"}
      </p>
      <Tools>
        {folds && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "fold" : `show all ${whole(text.length)} characters`}
          </Button>
        )}
        {text && <Copy text={text} />}
        {folds && (
          <Button onClick={() => save(`${name}.txt`, text, "text/plain")}>
            download
          </Button>
        )}
        {children}
      </Tools>
    </div>
  );
}

export function Copy({ text, label = "copy" }: { text: string | (() => string | Promise<string>); label?: string }) {
  const [done, setDone] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : await text());
      setDone("copied");
    } catch {
      setDone("the browser forbids copying");
    }
    setTimeout(() => setDone(""), 2000);
  };
  return (
    <Button onClick={() => void copy()}>
      {done || label}
    </Button>
  );
}
