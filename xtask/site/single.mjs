// Writes planner.html: the site of a folder as one file that requests nothing, from a disk or in a frame without an origin.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export function single(folder) {
  const bytes = (name) => readFileSync(join(folder, name));
  const text = (name) => bytes(name).toString();

  let page = text("index.html");

  /** Replaces what must be there, once. */
  function swap(pattern, by) {
    if (!pattern.test(page)) throw new Error(`index.html has no ${pattern}: xtask/site/single.mjs belongs to it`);
    // By a function, because `$&` and the like have a meaning in replacement strings and occur in scripts.
    page = page.replace(pattern, (...found) => by(found));
  }

  // The policy names these hashes instead of 'self': no other script or style runs, and nothing can be requested.
  const allowed = { script: [], style: [] };

  function inline(kind, tag, content) {
    // The HTML parser ends a script at its end tag, even inside a JavaScript string.
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

  // Data blocks, which a policy does not apply to.
  const packed = (name, id) =>
    `<script type="application/gzip;base64" id="${id}">${gzipSync(bytes(name), { level: 9 }).toString("base64")}</script>`;
  const pieces = [];
  let glue;
  swap(/(<meta name="apim-plan-app") content="\.\/([^"]+)" data-wasm="\.\/([^"]+)"/, ([, meta, script, wasm]) => {
    glue = text(script).replace(/export\s*\{[^}]*?([\w$]+) as default[^}]*\};?\s*$/, (_, start) =>
      `document.getElementById("packed").glue = { default: ${start} };\n`);
    if (/\bexport\s*\{/.test(glue)) throw new Error("wasm-bindgen exports in another way");
    // Pieces that are loaded later come from the page as well. There are none if the module was not cut.
    glue = glue.replace(/fetch\(new URL\("\.\/([^"]+\.wasm)",\s*import\.meta\.url\)\)/g, (_, piece) => {
      pieces.push(packed(piece, `packed-${pieces.length}`));
      return `document.getElementById("packed").unpacked("packed-${pieces.length - 1}")`;
    });
    pieces.push(packed(wasm, "packed"));
    return meta;
  });
  // At the end of the body, so that the content that needs no script is parsed first.
  let boot;
  swap(/<script src="\.\/(boot[^"]*)" type="module"><\/script>/, ([, name]) => { boot = text(name); return ""; });
  swap(/<\/body>/, () => [
    ...pieces,
    inline("script", '<script type="module">', glue),
    inline("script", '<script type="module">', boot),
    "</body>",
  ].join("\n"));
  swap(/<!-- Nothing inline.*?-->/, () => "<!-- One file, made by `cargo xtask build`: scripts and styles are named by their hashes, and nothing is requested. -->");
  swap(/(http-equiv="Content-Security-Policy" content=")[^"]*/, ([, before]) =>
    `${before}default-src 'none'; script-src ${allowed.script.join(" ")} 'wasm-unsafe-eval'; style-src ${allowed.style.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`);
  swap(/(class="head__name" href=)"\.\/"/, ([, before]) => `${before}"#/plan"`);

  const left = page.match(/(?:src|href)="\.\/[^"]*"/);
  if (left) throw new Error(`planner.html would ask for ${left[0]}`);
  writeFileSync(join(folder, "planner.html"), page);
}
