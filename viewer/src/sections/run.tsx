// The run: what its numbers depend on, how to run it again, what the rules mean, and whose work is inside this file.

import { h } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { app, index } from "../app";
import { rerun } from "../export";
import { shellWord } from "../markdown";
import { Copy, shown } from "../text";
import { byId } from "../data";
import { Button, Facts, Note } from "../parts";

export function Run() {
  const { run } = index;
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const rule = app.route.span && byId(app.route.span);
    if (rule && box.current?.contains(rule)) {
      rule.scrollIntoView({ block: "center" });
      rule.focus({ preventScroll: true });
    }
  }, [app.route.span]);
  const command = rerun("ID").replace(" --only ID", "");
  return (
    <section aria-labelledby="qa-run" ref={box}>
      <h2 id="qa-run">Run</h2>
      <Facts rows={index.facts} />
      <h3>Signature</h3>
      <Note about="signature" />
      <Facts rows={run.signature} />
      <h3>Run again</h3>
      <Command text={command} />
      {run.folder && <Command text={`qa-eval rescore ${shellWord(run.folder)}`} />}
      <h3 id="rules">Rules</h3>
      <dl class="rules">
        {Object.entries(index.rules).map(([reason, meaning]) => (
          <div id={`rule-${reason}`} tabIndex={-1}>
            <dt>
              <code>{reason}</code>
            </dt>
            <dd>
              {meaning}{" "}
              {index.reasons.includes(reason) && (
                <Button onClick={() => app.search(`reason:${reason}`)}>
                  show its answers
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <h3>Licence notices</h3>
      <pre class="notices">{index.notices}</pre>
    </section>
  );
}

function Command({ text }: { text: string }) {
  return (
    <p class="command">
      <code>
        {shown(text)}
      </code>{" "}
      <Copy text={text} />
    </p>
  );
}
