// The words of verdicts, changes and reasons, one place for all of them.

import type { Code } from "./data";

export const VERDICTS: { code: Code; word: string; icon: string }[] = [
  { code: "i", word: "incorrect", icon: "✗" },
  { code: "f", word: "failed", icon: "!" },
  { code: "a", word: "abstained", icon: "∅" },
  { code: "c", word: "correct", icon: "✓" },
  { code: "-", word: "unscored", icon: "·" },
];

export const wordOf = (code: string): string => VERDICTS.find((v) => v.code === code)?.word ?? "unscored";
export const iconOf = (code: string): string => VERDICTS.find((v) => v.code === code)?.icon ?? "·";
export const codeOf = (word: string): Code | undefined => VERDICTS.find((v) => v.word === word)?.code;

export const CHANGES: { code: string; word: string; icon: string; meaning: string }[] = [
  { code: "f", word: "fixed", icon: "↗", meaning: "correct here, not there" },
  { code: "r", word: "regressed", icon: "↘", meaning: "correct there, not here" },
  { code: "c", word: "both-correct", icon: "=", meaning: "correct in both" },
  { code: "n", word: "neither-correct", icon: "≠", meaning: "correct in neither" },
  { code: "h", word: "only-here", icon: "+", meaning: "answered only in this run" },
  { code: "t", word: "only-there", icon: "−", meaning: "answered only in the other run" },
  { code: "q", word: "changed", icon: "~", meaning: "the question or its answer was edited: not compared" },
];

export const changeOf = (code: string) => CHANGES.find((c) => c.code === code);
