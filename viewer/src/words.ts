// The words of verdicts, changes and reasons, one place for all of them.

import type { Code } from "./data";

interface Word {
  code: string;
  word: string;
  icon: string;
}

const words = (text: string): Word[] =>
  text.split(" ").map((row) => {
    const [code = "", word = "", icon = ""] = row.split(",");
    return { code, word, icon };
  });

export const VERDICTS = words("i,incorrect,✗ f,failed,! a,abstained,∅ c,correct,✓ -,unscored,·");

export const wordOf = (code: string): string => VERDICTS.find((v) => v.code === code)?.word ?? "unscored";
export const iconOf = (code: string): string => VERDICTS.find((v) => v.code === code)?.icon ?? "·";
export const codeOf = (word: string): Code | undefined => VERDICTS.find((v) => v.word === word)?.code as Code | undefined;

/** What became of an answer since the other run; what each means stands among the index's texts, by its word. */
export const CHANGES = words("f,fixed,↗ r,regressed,↘ c,both-correct,= n,neither-correct,≠ h,only-here,+ t,only-there,− q,changed,~");

export const changeOf = (code: string) => CHANGES.find((c) => c.code === code);
