// Writes planner.html: the finished site of a folder as one file that asks for nothing, from a disk or in a frame
// without an origin. Usage: node single.mjs FOLDER

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const folder = process.argv[2];
const bytes = (name) => readFileSync(join(folder, name));
const text = (name) => bytes(name).toString();

let page = text("index.html");

/** Replaces what must be there, once. */
function swap(pattern, by) {
  if (!pattern.test(page)) throw new Error(`index.html has no ${pattern}: xtask/site/single.mjs belongs to it`);
  // By a function: signs with a meaning in replacements stand in any script.
  page = page.replace(pattern, (...found) => by(found));
}

// What the policy of the page names instead of 'self': no other script or style runs in it, and nothing is asked for.
const allowed = { script: [], style: [] };

function inline(kind, tag, content) {
  // The parser ends a script where it reads this, whatever the language says.
  if (new RegExp(`</${kind}|<!--`, "i").test(content)) throw new Error(`a ${kind} would end too early`);
  allowed[kind].push(`'sha256-${createHash("sha256").update(content).digest("base64")}'`);
  return `${tag}${content}</${kind}>`;
}

swap(/<script src="\.\/(theme[^"]*)"><\/script>/, ([, name]) => inline("script", "<script>", text(name)));
while (page.includes('<link rel="stylesheet"')) {
  swap(/<link rel="stylesheet" href="\.\/([^"]+)"\s*\/?>/, ([, name]) => inline("style", "<style>", text(name)));
}
swap(/<link rel="icon" href="\.\/([^"]+)"\s*\/?>/, ([, name]) => `<link rel="icon" href="data:image/svg+xml;base64,${bytes(name).toString("base64")}">`);
swap(/<link rel="modulepreload"[^>]*>/, () => "");
swap(/<link rel="preload"[^>]*>/, () => "");

// Blocks of data and no scripts: no policy looks at them.
const packed = (name, id) =>
  `<script type="application/gzip;base64" id="${id}">${gzipSync(bytes(name), { level: 9 }).toString("base64")}</script>`;
const pieces = [];
let glue;
swap(/(<meta name="apim-plan-app") content="\.\/([^"]+)" data-wasm="\.\/([^"]+)"/, ([, meta, script, wasm]) => {
  glue = text(script).replace(/export\s*\{[^}]*?([\w$]+) as default[^}]*\};?\s*$/, (_, start) =>
    `document.getElementById("packed").glue = { default: ${start} };\n`);
  if (/\bexport\s*\{/.test(glue)) throw new Error("wasm-bindgen exports in another way");
  // What comes later comes from the page as well.
  glue = glue.replace(/fetch\(new URL\("\.\/([^"]+\.wasm)",\s*import\.meta\.url\)\)/g, (_, piece) => {
    pieces.push(packed(piece, `packed-${pieces.length}`));
    return `document.getElementById("packed").unpacked("packed-${pieces.length - 1}")`;
  });
  if (pieces.length === 0) throw new Error("the script asks for no piece: xtask/site/finish.mjs joins in another way");
  pieces.push(packed(wasm, "packed"));
  return meta;
});
// Not in the head: what the page shows before anything runs comes first.
let boot;
swap(/<script src="\.\/(boot[^"]*)" type="module"><\/script>/, ([, name]) => { boot = text(name); return ""; });
swap(/<\/body>/, () => [
  ...pieces,
  inline("script", '<script type="module">', glue),
  inline("script", '<script type="module">', boot),
  "</body>",
].join("\n"));
swap(/<!-- Nothing inline.*?-->/, () => "<!-- One file, made by `cargo xtask build`: what runs in it is named by its hash, and it asks for nothing. -->");
swap(/(http-equiv="Content-Security-Policy" content=")[^"]*/, ([, before]) =>
  `${before}default-src 'none'; script-src ${allowed.script.join(" ")} 'wasm-unsafe-eval'; style-src ${allowed.style.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`);
swap(/(class="head__name" href=)"\.\/"/, ([, before]) => `${before}"#/plan"`);

const left = page.match(/(?:src|href)="\.\/[^"]*"/);
if (left) throw new Error(`planner.html would ask for ${left[0]}`);
writeFileSync(join(folder, "planner.html"), page);
