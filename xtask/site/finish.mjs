// Finishes what Trunk has packed: puts the pieces of the module in the place of the whole, and makes every file as short as
// it can be. Usage: node finish.mjs PIECES SITE STEM, where STEM is what Trunk named the whole.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { transformSync } = createRequire(new URL("../../tests/package.json", import.meta.url))("esbuild");
const [from, site, stem] = process.argv.slice(2);
const text = (folder, name) => readFileSync(join(folder, name)).toString();

/** Replaces what must be there. */
function swap(whole, pattern, by) {
  const there = typeof pattern === "string" ? whole.includes(pattern) : pattern.test(whole);
  if (!there) throw new Error(`no ${pattern}: xtask/site/finish.mjs belongs to other versions of the tools`);
  return whole.replaceAll(pattern, by);
}

const short = (content, loader) =>
  transformSync(content, { loader, minify: true, target: "es2022", legalComments: "none" }).code.trimEnd();

/** A module whose imports have the names that a function gives them. */
function importing(module, rename) {
  let at = 8;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = module[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const written = (value) => {
    const bytes = [];
    for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
    return Buffer.from([...bytes, value]);
  };
  const name = () => {
    const length = number();
    return module.subarray(at, (at += length)).toString();
  };
  const named = (name) => Buffer.concat([written(Buffer.byteLength(name)), Buffer.from(name)]);
  while (at < module.length) {
    const start = at;
    const id = module[at++];
    const length = number();
    const end = at + length;
    if (id === 2) {
      const count = number();
      const parts = [written(count)];
      for (let each = 0; each < count; each++) {
        parts.push(named(name()), named(rename(name())));
        const what = at;
        // Functions alone: wasm-bindgen's main module imports nothing else.
        if (module[at++] !== 0) throw new Error("the module imports more than functions");
        number();
        parts.push(module.subarray(what, at));
      }
      const section = Buffer.concat(parts);
      return Buffer.concat([module.subarray(0, start), Buffer.from([id]), written(section.length), section, module.subarray(end)]);
    }
    at = end;
  }
  throw new Error("the module imports nothing");
}

// The cutter's own script imports wasm-bindgen's and is imported by it. One script instead of two: nothing to wait for
// twice, and nothing that planner.html could not hold.
let joiner = text(from, "__wasm_split.js");
joiner = swap(joiner, /^import \{ initSync \} from .*$/gm, "");
const loaders = [...joiner.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
joiner = swap(joiner, /^export const /gm, "const ");
// The browser's streaming refuses a module that the server calls anything but application/wasm.
joiner = swap(joiner, "WebAssembly.instantiateStreaming(src, imports)", "instantiatePiece(await src, imports)");
let glue = text(from, `${stem}.js`);
glue = swap(glue, /^import \* as (\w+) from "\.\/__wasm_split\.js";?$/gm, "const $1 = pieces;");
glue = `const pieces = { ${loaders.map((name) => `${name}: (...of) => ${name}(...of)`).join(", ")} };
${glue.replace(/^export /m, `${joiner}
async function instantiatePiece(response, imports) {
    if (!response.ok) throw new Error(\`\${response.url}: \${response.status}\`);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
export `)}`;

// wasm-bindgen's names end in digests, which no compressor makes shorter: in the script and in the module they were
// four kilobytes of the first view.
const names = new Map();
const modules = new Map(readdirSync(from).filter((name) => name.endsWith(".wasm")).map((name) => [name, readFileSync(join(from, name))]));
const whole = `${stem}_bg.wasm`;
modules.set(whole, importing(modules.get(whole), (name) => {
  if (!names.has(name)) names.set(name, `i${names.size.toString(36)}`);
  return names.get(name);
}));
glue = glue.replace(/\b__w\w+/g, (name) => names.get(name) ?? name);
glue = short(glue, "js");

// The pieces of two builds do not fit together: whatever changes one of them renames all of them.
const digest = createHash("sha256").update(glue);
for (const module of modules.values()) digest.update(module);
const hash = digest.digest("hex").slice(0, 16);
// The digest last: that is how a server knows what it may let browsers keep for ever.
const renamed = (name) =>
  name === whole ? `apim-plan-${hash}_bg.wasm` : name.replace(/^(?:split|chunk)_(.*)\.wasm$/, `apim-plan-$1-${hash}.wasm`);
for (const name of [`${stem}.js`, whole]) rmSync(join(site, name));
for (const [name, module] of modules) {
  writeFileSync(join(site, renamed(name)), module);
  glue = swap(glue, name, renamed(name));
}
writeFileSync(join(site, `apim-plan-${hash}.js`), glue);

let page = swap(text(site, "index.html"), stem, `apim-plan-${hash}`);
// The length after decompression, which no header tells.
page = swap(page, 'data-bytes="0"', `data-bytes="${modules.get(whole).length}"`);
for (const name of readdirSync(site)) {
  // embed.js runs in other people's pages: they shall be able to read it.
  const [, loader] = /^(?:theme|boot|tokens|page|views)-.*\.m?(js|css)$/.exec(name) ?? [];
  if (!loader) continue;
  writeFileSync(join(site, name), short(text(site, name), loader));
  if (name.endsWith(".mjs")) {
    // Many servers do not know .mjs and would call it anything but JavaScript, which browsers then refuse.
    const known = name.replace(/\.mjs$/, ".js");
    writeFileSync(join(site, known), readFileSync(join(site, name)));
    rmSync(join(site, name));
    page = swap(page, name, known);
  }
}
writeFileSync(join(site, "index.html"), page);
