// The page: header, headline, tabs, the view, and what lies over it.

import { Fragment, h } from "preact";
import { useLayoutEffect, useReducer, useRef } from "preact/hooks";
import { app, index, type Theme } from "./app";
import { exportReviews, exportRows } from "./export";
import { headline } from "./headline";
import { Article } from "./sections/article";
import { Compare } from "./sections/compare";
import { Findings } from "./sections/findings";
import { Overview } from "./sections/overview";
import { Questions } from "./sections/questions";
import { Run } from "./sections/run";
import { Slices } from "./sections/slices";
import { type View, VIEWS } from "./route";
import { differenceText, timeText } from "./statistics";
import { Bar, Figure, Parts } from "./shares";
import { shown } from "./text";
import { byId } from "./data";
import { Button, Facts, Link, Note, whole, Unseen } from "./parts";

const CONTENTS: Record<View, () => preact.VNode> = {
  overview: Overview,
  questions: Questions,
  compare: Compare,
  slices: Slices,
  article: Article,
  findings: Findings,
  run: Run,
};

export function Page() {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useLayoutEffect(() => app.subscribe(() => redraw(0)), []); // before the first paint: an early key must not be lost
  const Content = CONTENTS[app.route.view];
  return (
    <div class={`page view-${app.route.view}${app.open >= 0 && app.route.view === "questions" ? " has-detail" : ""}`}>
      <a class="skip" href="#qa-main" onClick={(event) => {
        event.preventDefault();
        byId("qa-main")?.focus();
      }}>
        to the content
      </a>
      <Header />
      <Headlines />
      <Tabs />
      <main id="qa-main" tabIndex={-1}>
        <Content />
      </main>
      <p class="unseen" role="status">
        {app.message}
      </p>
      {app.help && <Help />}
    </div>
  );
}

const THEMES: Theme[] = ["auto", "light", "dark"];

function Header() {
  const { run } = index;
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <header class="top">
      <h1>
        {shown(run.name)} <small>{shown(run.version)}</small>
      </h1>
      <div class="tools">
        <label class="theme">
          <Unseen>theme</Unseen>
          <select value={app.theme} onChange={(event) => app.setTheme(event.currentTarget.value as Theme)}>
            {THEMES.map((theme) => (
              <option value={theme}>{theme}</option>
            ))}
          </select>
        </label>
        <Button aria-label="help" onClick={() => app.set({ help: true })}>
          ?
        </Button>
        <details class="menu" ref={menu}>
          <summary>export</summary>
          <div class="menu-list" onClick={close}>
            <Button onClick={() => void exportRows("csv")}>
              rows in sight as CSV
            </Button>
            <Button onClick={() => void exportRows("jsonl")}>
              rows in sight as JSON lines
            </Button>
            <Button disabled={!app.reviews.size} onClick={() => exportReviews()}>
              reviews.jsonl ({app.reviews.size})
            </Button>
            <Button onClick={() => window.print()}>
              print
            </Button>
          </div>
        </details>
      </div>
    </header>
  );
}

function Banners() {
  const { unexported } = app.reviews;
  return (
    <>
      {index.run.state === "complete" ? null : (
        <p class="notice banner" role="alert">
          This run is {index.run.state}: figures cover the answers that came.
        </p>
      )}
      {unexported ? (
        <p class="notice banner unexported" role="status">
          {unexported} {unexported === 1 ? "review is" : "reviews are"} not exported yet.{" "}
          <Button onClick={() => exportReviews()}>
            export reviews.jsonl
          </Button>
        </p>
      ) : null}
      {app.reviews.stored || !app.reviews.size ? null : (
        <p class="notice banner" role="status">
          {index.texts.memory}
        </p>
      )}
    </>
  );
}

const SHOWN = 4;

function Headlines() {
  const { answerers, comparisons } = index;
  return (
    <section class="headlines" aria-label="Scores">
      <Banners />
      {answerers.slice(0, SHOWN).map((name, place) => {
        const line = headline(place);
        const comparison = comparisons.find((c) => c.answerer === name);
        return (
          <div class="headline">
            <span class="who" title={name}>
              {shown(app.shortName(place))}
            </span>
            <span class="score-line">
              <strong class="scored">
                <Figure share={line.scored} />
              </strong>
              {line.reviewed && (
                <>
                  {" "}
                  as scored ·{" "}
                  <span class="reviewed">
                    <Figure share={line.reviewed} /> as reviewed ({line.overturned} overturned{line.confirmed ? `, ${line.confirmed} confirmed` : ""})
                  </span>
                </>
              )}
              {line.scored && <Bar share={line.scored} label={name} />}
            </span>
            <span class="aside">
              <Parts line={line} codes="iaf" />
              {(line.p95 ?? 0) >= 0.1 ? (
                <time>
                  p50 {timeText(line.p50)}, p95 {timeText(line.p95)}
                </time>
              ) : null}
              {line.cost ? ` · cost ${line.cost.toPrecision(3)}` : ""}
            </span>
            {comparison && <span class="delta-line">Δ {differenceText(comparison)}</span>}
          </div>
        );
      })}
      {answerers.length > SHOWN && <Link onClick={() => app.show("overview")}>and {answerers.length - SHOWN} more in the overview</Link>}
    </section>
  );
}

function Tabs() {
  return (
    <nav class="tabs" aria-label="Views">
      {VIEWS.filter((view) => view !== "findings" || index.findings.length).map((view) => (
        <a
          href={`#/${view}`}
          aria-current={app.route.view === view ? "page" : undefined}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            app.show(view);
          }}
        >
          {view}
          {view === "questions" ? ` ${whole(index.rows.id.length)}` : ""}
        </a>
      ))}
    </nav>
  );
}

function Help() {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    box.current?.showModal();
    box.current?.scrollTo(0, 0);
  }, []);
  return (
    <dialog ref={box} aria-labelledby="qa-help" onClose={() => app.set({ help: false })}>
      <h2 id="qa-help">Keys</h2>
      <Facts rows={index.help.keys} />
      <h2>Search</h2>
      <Facts rows={index.help.search} />
      <Note about="search" />
      <Button onClick={() => box.current?.close()}>
        close
      </Button>
    </dialog>
  );
}
