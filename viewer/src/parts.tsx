// Small parts that every view is made of.

import { type ButtonHTMLAttributes, type ComponentChildren, h } from "preact";
import { index } from "./app";
import { shown } from "./text";

export function Button(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...props} />;
}

/** A sign that says nothing to a screen reader. */
export function Icon({ children }: { children: ComponentChildren }) {
  return <span aria-hidden="true">{children}</span>;
}

/** What only a screen reader says. */
export function Unseen({ children }: { children: ComponentChildren }) {
  return <span class="unseen">{children}</span>;
}

/** What is said beside the main thing. */
export function Aside({ children }: { children: ComponentChildren }) {
  return <span class="aside">{children}</span>;
}

const paragraph = (kind: string) => ({ children }: { children: ComponentChildren }) => <p class={kind}>{children}</p>;

/** What is said beside the main thing, as a paragraph of its own. */
export const Soft = paragraph("aside");
export const Notice = paragraph("notice");
/** Buttons in a row. */
export const Tools = paragraph("tools");

/** What the report says beside a table or a chart. */
export function Note({ about }: { about: string }) {
  return <Soft>{index.texts[about]}</Soft>;
}

/** One view of the page below its heading. */
export function Section({ name, title = name, children }: { name: string; title?: ComponentChildren; children: ComponentChildren }) {
  const id = `qa-${name.toLowerCase()}`;
  return (
    <section aria-labelledby={id} class={name.toLowerCase()}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A question's or slice's name that leads there. */
export function Link(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <Button class="link" {...props} />;
}

/** Names with what belongs to them; what is empty is left out, and a text is shown as one from outside. */
export function Facts({ rows }: { rows: [string, ComponentChildren][] }) {
  return (
    <dl class="facts">
      {rows.map(([name, value]) =>
        value === "" || value === null || value === undefined ? null : (
          <div>
            <dt>
              {shown(name)}
            </dt>
            <dd>{typeof value === "string" ? shown(value) : value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

interface TableProps {
  label: string;
  heads: ComponentChildren[];
  rows: ComponentChildren[][];
  kind?: string;
}

/** A table that scrolls by itself where it is too wide; the first cell of each row is its heading. */
export function Table({ label, heads, rows, kind }: TableProps) {
  return (
    <div class="scroll" role="region" aria-label={label} tabIndex={0}>
      <table class={kind}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const whole = (n: number): string => n.toLocaleString("en");
