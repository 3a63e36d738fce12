// Facets: every value with how many rows it would leave, whatever else is chosen; those that leave none stay, disabled.

import { h } from "preact";
import { useState } from "preact/hooks";
import { app, index } from "../app";
import type { Counts } from "../filter";
import { type Kind, STATES, toggled } from "../search";
import { shown } from "../text";
import { Aside, Button, whole, Icon } from "../parts";

const MOST = 40;

interface Group {
  kind: Kind;
  label: string;
  values: string[];
  counts: Map<string, number> | null;
}

function groups(counts: Counts): Group[] {
  const { known } = app.filter;
  const several = index.answerers.length > 1;
  const able: Record<string, boolean> = {
    differ: several,
    same: several,
    flaky: index.columns.length > index.answerers.length,
    debated: index.policies.length > 0,
  };
  const states = STATES.filter((state) => able[state] ?? true);
  return [
    { kind: "type", label: "type", values: known.type, counts: counts.type },
    { kind: "difficulty", label: "difficulty", values: known.difficulty, counts: counts.difficulty },
    { kind: "tag", label: "tag", values: known.tag, counts: counts.tag },
    { kind: "reason", label: "reason", values: known.reason, counts: counts.reason },
    { kind: "by", label: "answerer", values: several ? index.short : [], counts: null },
    { kind: "only", label: "only right", values: several ? index.short : [], counts: null },
    { kind: "is", label: "is", values: states, counts: null },
  ];
}

export function Facets() {
  const [open, setOpen] = useState(false);
  return (
    <div class="facets">
      <Button class="plain" aria-expanded={open} aria-controls="qa-facets" onClick={() => setOpen(!open)}>
        <Icon>{open ? "▾" : "▸"}</Icon> filters
      </Button>
      <div id="qa-facets" hidden={!open}>
        {open && groups(app.filtered.counts).map((group) => <Values group={group} />)}
      </div>
    </div>
  );
}

function Values({ group }: { group: Group }) {
  if (!group.values.length) return null;
  const pressed = (value: string) => app.tokens.some((t) => t.kind === group.kind && !t.not && t.values.includes(value));
  const count = (value: string) => group.counts?.get(value) ?? 0;
  const order = group.values.length > MOST ? [...group.values].sort((a, b) => count(b) - count(a)).slice(0, MOST) : group.values;
  return (
    <div class="facet" role="group" aria-label={group.label}>
      <Aside>{group.label}</Aside>
      {order.map((value) => (
        <Button class="chip small"
          aria-pressed={pressed(value)}
          disabled={group.counts !== null && !count(value) && !pressed(value)}
          onClick={() => app.search(toggled(app.route.q, app.filter.known, group.kind, value))}
        >
          {shown(value)} {group.counts ? whole(count(value)) : ""}
        </Button>
      ))}
      {group.values.length > MOST && <Aside>and {group.values.length - MOST} more: write @name</Aside>}
    </div>
  );
}
