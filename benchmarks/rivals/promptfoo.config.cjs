// promptfoo with a provider that knows every answer; QUESTIONS and SECONDS come from the environment (see table.py)
const fs = require("fs");
const rows = fs.readFileSync(process.env.QUESTIONS, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const seconds = Number(process.env.SECONDS);
module.exports = {
  prompts: ["{{question}}"],
  providers: [
    {
      id: () => "oracle",
      callApi: async (prompt, context) => {
        if (seconds) await new Promise((done) => setTimeout(done, 1000 * seconds));
        return { output: context.vars.expected };
      },
    },
  ],
  tests: rows.map((row) => ({
    vars: { question: row.question, expected: row.answers[0] },
    assert: [{ type: "equals", value: row.answers[0] }],
  })),
};
