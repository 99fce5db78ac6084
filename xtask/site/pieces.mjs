// Puts the pieces of the page's module into a site: one script that joins them, names that tell one build from another,
// and the page that asks for them. Usage: node pieces.mjs PIECES SITE STEM, where STEM is what Trunk named the whole.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [from, site, stem] = process.argv.slice(2);
const text = (name) => readFileSync(join(from, name)).toString();

/** Replaces what must be there. */
function swap(whole, pattern, by) {
  const there = typeof pattern === "string" ? whole.includes(pattern) : pattern.test(whole);
  if (!there) throw new Error(`no ${pattern}: xtask/site/pieces.mjs belongs to other versions of the tools`);
  return whole.replaceAll(pattern, by);
}

const modules = readdirSync(from).filter((name) => name.endsWith(".wasm"));

// The cutter's own script imports wasm-bindgen's and is imported by it. One script instead of two: nothing to wait for
// twice, and nothing that planner.html could not hold.
let joiner = text("__wasm_split.js");
joiner = swap(joiner, /^import \{ initSync \} from .*$/gm, "");
const loaders = [...joiner.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
joiner = swap(joiner, /^export const /gm, "const ");
// The browser's streaming refuses a module that the server calls anything but application/wasm.
joiner = swap(joiner, "WebAssembly.instantiateStreaming(src, imports)", "instantiatePiece(await src, imports)");
let glue = text(`${stem}.js`);
glue = swap(glue, /^import \* as (\w+) from "\.\/__wasm_split\.js";?$/gm, "const $1 = pieces;");
glue = `const pieces = { ${loaders.map((name) => `${name}: (...of) => ${name}(...of)`).join(", ")} };
${glue.replace(/^export /m, `${joiner}
async function instantiatePiece(response, imports) {
    if (!response.ok) throw new Error(\`\${response.url}: \${response.status}\`);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
export `)}`;

// The pieces of two builds do not fit together: whatever changes one of them renames all of them.
const digest = createHash("sha256").update(glue);
for (const name of modules) digest.update(readFileSync(join(from, name)));
const hash = digest.digest("hex").slice(0, 16);
const named = `apim-plan-${hash}`;
// The digest last: that is how a server knows what it may let browsers keep for ever.
const renamed = (name) => name.replace(stem, named).replace(/^(?:split|chunk)_(.*)\.wasm$/, `apim-plan-$1-${hash}.wasm`);

for (const name of modules) {
  writeFileSync(join(site, renamed(name)), readFileSync(join(from, name)));
  if (name.startsWith("split_") || name.startsWith("chunk_")) glue = swap(glue, `"./${name}"`, `"./${renamed(name)}"`);
}
glue = swap(glue, `${stem}_bg.wasm`, `${named}_bg.wasm`);
for (const name of [`${stem}.js`, `${stem}_bg.wasm`]) rmSync(join(site, name));
writeFileSync(join(site, `${named}.js`), glue);

const index = join(site, "index.html");
let page = swap(readFileSync(index).toString(), stem, named);
// The length after decompression, which no header tells.
page = swap(page, 'data-bytes="0"', `data-bytes="${readFileSync(join(from, `${stem}_bg.wasm`)).length}"`);
writeFileSync(index, page);
