// Cuts the page's module in pieces: what the first view needs, and what is loaded when the reader touches the page.
//
// Trunk has no step between compiling and wasm-bindgen, and that is where the cut must be made. So Trunk packs the whole module, and this
// replaces it. This file, `web/src/split` and the feature `split` can go when Trunk or Yew split modules themselves.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shrink } from "../shrink.mjs";

const run = (program, ...words) => execFileSync(program, words, { stdio: "inherit" });

/** Replaces a text that must be there. */
function swap(whole, pattern, by) {
  const there = typeof pattern === "string" ? whole.includes(pattern) : pattern.test(whole);
  if (!there) throw new Error(`no ${pattern}: xtask/site/cut.mjs was written for other versions of the tools`);
  return whole.replaceAll(pattern, by);
}

/** `module` is the compiled module before wasm-bindgen; `site` is the folder that Trunk has packed. */
export function cut(site, module) {
  const stem = readdirSync(site).find((name) => name.endsWith("_bg.wasm"))?.slice(0, -"_bg.wasm".length);
  if (!stem) throw new Error("Trunk packed no module");
  const folder = mkdtempSync(join(tmpdir(), "apim-plan-"));
  const first = join(folder, `${stem}.wasm`);
  run("wasm-split-cli", module, folder, "--out-name", stem);
  // The pieces call each other through the table that the linker exports.
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", stem, "--out-dir", folder, first);
  rmSync(first);
  const modules = readdirSync(folder).filter((name) => name.endsWith(".wasm"));
  for (const name of modules) shrink(join(folder, name));
  let glue = joined(readFileSync(join(folder, `${stem}.js`), "utf8"), readFileSync(join(folder, "__wasm_split.js"), "utf8"));

  // Pieces of two builds do not fit together: a change of one of them renames all of them.
  const bytes = new Map(modules.map((name) => [name, readFileSync(join(folder, name))]));
  const digest = createHash("sha256").update(glue);
  for (const module of bytes.values()) digest.update(module);
  const hash = digest.digest("hex").slice(0, 16);
  // Servers recognise by the digest at the end which files browsers may cache for ever.
  const renamed = (name) =>
    name === `${stem}_bg.wasm` ? `apim-plan-${hash}_bg.wasm` : name.replace(/^(?:split|chunk)_(.*)\.wasm$/, `apim-plan-$1-${hash}.wasm`);
  for (const name of [`${stem}.js`, `${stem}_bg.wasm`]) rmSync(join(site, name));
  for (const [name, module] of bytes) {
    writeFileSync(join(site, renamed(name)), module);
    glue = swap(glue, name, renamed(name));
  }
  writeFileSync(join(site, `apim-plan-${hash}.js`), glue);
  const page = join(site, "index.html");
  writeFileSync(page, swap(readFileSync(page, "utf8"), stem, `apim-plan-${hash}`));
  rmSync(folder, { recursive: true });
}

/**
 * One script instead of two: the cutter's script imports wasm-bindgen's and is imported by it, and `planner.html` can hold no imports.
 */
function joined(glue, joiner) {
  let inner = swap(joiner, /^import \{ initSync \} from .*$/gm, "");
  const loaders = [...inner.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  inner = swap(inner, /^export const /gm, "const ");
  // Streaming compilation refuses a module that the server does not send as application/wasm.
  inner = swap(inner, "WebAssembly.instantiateStreaming(src, imports)", "instantiatePiece(await src, imports)");
  const outer = swap(glue, /^import \* as (\w+) from "\.\/__wasm_split\.js";?$/gm, "const $1 = pieces;");
  const inserted = `${inner}
async function instantiatePiece(response, imports) {
    if (!response.ok) throw new Error(\`\${response.url}: \${response.status}\`);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
export `;
  return `const pieces = { ${loaders.map((name) => `${name}: (...of) => ${name}(...of)`).join(", ")} };
${outer.replace(/^export /m, () => inserted)}`;
}
