// The questions: search, facets, the list, and the open question beside it.

import { Fragment, h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { app, index } from "../app";
import { to } from "../keys";
import { type Token, toggled, without } from "../search";
import { CHANGES, VERDICTS } from "../words";
import { Detail } from "./detail";
import { Facets } from "./facets";
import { List } from "./list";
import { Aside, Button, Notice, whole, Icon } from "../parts";

export function Questions() {
  const open = app.open >= 0;
  return (
    <section class={open ? "questions with-detail" : "questions"} aria-label="Questions">
      <div class="list-side">
        <Search />
        <Chips />
        <Facets />
        {app.rows.length ? <List /> : <Nothing />}
        <p class="aside count" role="status">
          {whole(app.rows.length)} of {whole(index.rows.id.length)}
        </p>
      </div>
      {open ? <Detail key="detail" /> : app.route.id ? <Notice>This report has no question {app.route.id}.</Notice> : null}
    </section>
  );
}

function Search() {
  const bad = app.tokens.filter((token) => token.error);
  const typed = useRef(false);
  return (
    <div class="search" role="search">
      <div class="search-field">
        <div class="underlay" aria-hidden="true">
          <Marked query={app.route.q} bad={bad} />
        </div>
        <input
          id="qa-search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={index.texts.example}
          aria-label="Search questions and answers"
          aria-invalid={bad.length > 0}
          aria-describedby={bad.length ? "qa-bad" : undefined}
          value={app.route.q}
          onInput={(event) => {
            const how = typed.current ? "replace" : "push";
            typed.current = true;
            app.search(event.currentTarget.value, how);
          }}
          onBlur={() => {
            typed.current = false;
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && app.rows.length) {
              event.currentTarget.blur();
              to(app.rows.includes(app.current) ? app.current : (app.rows[0] ?? -1), "row");
            }
          }}
        />
      </div>
      {bad.length > 0 && (
        <ul class="bad" id="qa-bad">
          {bad.map((token) => (
            <li>
              <code>{token.text}</code> is left out: {token.error}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The query once more behind the field, so that what cannot be read is underlined where it stands. */
function Marked({ query, bad }: { query: string; bad: Token[] }) {
  const parts = [];
  let at = 0;
  for (const token of bad) {
    parts.push(query.slice(at, token.start), <span class="wavy">{token.text}</span>);
    at = token.end;
  }
  return (
    <>
      {parts}
      {query.slice(at)}
    </>
  );
}

interface ChipProps {
  kind: "s" | "diff";
  word: string;
  icon: string;
  n: number;
}

/** A filter to press and release; it stays, disabled, where it would leave nothing. */
function Chip({ kind, word, icon, n }: ChipProps) {
  const pressed = app.tokens.some((t) => t.kind === kind && !t.not && t.values.includes(word));
  return (
    <Button
      class={`chip ${word}`}
      title={index.texts[word]}
      aria-pressed={pressed}
      disabled={!n && !pressed}
      onClick={() => app.search(toggled(app.route.q, app.filter.known, kind, word))}
    >
      <Icon>{icon}</Icon> {word} {whole(n)}
    </Button>
  );
}

function Chips() {
  const { s, diff } = app.filtered.counts;
  return (
    <div class="chips" role="group" aria-label="Verdicts">
      {app.columns.length > 1 && <Aside>{index.texts.chips}</Aside>}
      {VERDICTS.map(({ code, word, icon }) => (code !== "-" || s.get("-") ? <Chip kind="s" word={word} icon={icon} n={s.get(code) ?? 0} /> : null))}
      {index.comparisons.length
        ? CHANGES.filter(({ code }) => "frq".includes(code) || app.tokens.some((t) => t.kind === "diff")).map(({ code, word, icon }) => <Chip kind="diff" word={word} icon={icon} n={diff.get(code) ?? 0} />)
        : null}
    </div>
  );
}

/** Which filters leave nothing: those whose removal brings rows back come first. */
function Nothing() {
  const shown = app.tokens.filter((token) => !token.error);
  if (!shown.length) return <p class="notice empty">No question was asked.</p>;
  const rest = (token: Token) => without(app.route.q, token);
  const brings = (token: Token) => app.filter.apply(app.tokens.filter((t) => t !== token)).rows.length;
  const counted = shown.map((token) => ({ token, n: brings(token) })).sort((a, b) => b.n - a.n);
  const first = counted[0];
  return (
    <div class="notice empty" role="status">
      {first && first.n > 0 ? (
        <p>
          Nothing is left by <code>{first.token.text}</code>.{" "}
          <Button onClick={() => app.search(rest(first.token))}>
            drop {first.token.text}: {whole(first.n)} rows
          </Button>
        </p>
      ) : (
        <p>
          {index.texts.nothing}{" "}
          <Button onClick={() => app.search("")}>
            drop all of them
          </Button>
        </p>
      )}
    </div>
  );
}

export function useHeight(): [preact.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(600);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, height];
}

