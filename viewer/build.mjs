// Builds the one template that the Python package carries; --check fails where the committed one differs from it.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const TARGET = at("../qa_eval/reporters/html/template.html");
const LARGEST = 102_400; // 100 KB

/** Custom properties under short names: they are only used inside the style. */
function renamed(style) {
  const names = new Map();
  return style.replace(/--[a-z]+/g, (name) => names.get(name) ?? (names.set(name, `--${names.size.toString(36)}`), names.get(name)));
}

/** Elements with nothing at all, with nothing but a class, or with a class first are made by a short function each: most are. */
function shortened(code) {
  if (/\b[ACN]\$/.test(code)) throw new Error("the names of the short functions are taken");
  const [, h] = /\b(\w+)\(`p`,\{class:/.exec(code);
  const bare = code.replaceAll(new RegExp(`\\b${h}\\(\`(\\w+)\`,(?:\\{class:(\`[^\`$]*\`)\\}|null)(,?)`, "g"), (_, tag, kind, more) =>
    kind ? `C$(\`${tag}\`,${kind}${more}` : `N$(\`${tag}\`${more}`,
  );
  const classed = bare.replaceAll(new RegExp(`\\b${h}\\(\`(\\w+)\`,\\{class:(\`[^\`$]*\`),`, "g"), "A$$(`$1`,$2,{");
  return classed.replace("{", () => `{let A$=(t,c,a,...e)=>${h}(t,{class:c,...a},...e),N$=(t,...e)=>${h}(t,null,...e),C$=(t,c,...e)=>${h}(t,{class:c},...e);`);
}

const made = await build({
  root: at("."),
  configFile: false,
  logLevel: "warn",
  build: {
    write: false,
    target: "esnext",
    cssMinify: "lightningcss",
    cssTarget: ["chrome125", "firefox125", "safari17.5"],
    modulePreload: false,
    lib: { entry: at("src/main.tsx"), formats: ["iife"], name: "viewer", fileName: () => "viewer.js", cssFileName: "viewer" },
    minify: "oxc",
  },
});
const output = [made].flat()[0].output;
const js = shortened(output.find((part) => part.fileName.endsWith(".js")).code.trim());
const css = renamed(String(output.find((part) => part.fileName.endsWith(".css")).source).replace(/\/\*.*?\*\//g, "").trim());
if (js.includes("</script") || js.includes("<!--") || css.includes("</style")) throw new Error("the code would end its own element");

const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
const parts = { script: hash(js), style: hash(css), js, css };
const template = readFileSync(at("src/template.html"), "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
const size = Buffer.byteLength(template);
if (size > LARGEST) throw new Error(`the template has ${size} bytes; at most ${LARGEST} are allowed`);

if (process.argv.includes("--check")) {
  let committed = "";
  try {
    committed = readFileSync(TARGET, "utf8");
  } catch {
    // a template that is missing differs
  }
  if (committed !== template) {
    console.error(`${TARGET} differs from a fresh build: run scripts/viewer.sh build and commit it`);
    process.exit(1);
  }
  console.log(`the committed template is up to date (${size} bytes)`);
} else {
  writeFileSync(TARGET, template);
  console.log(`wrote ${TARGET} (${size} bytes)`);
}
