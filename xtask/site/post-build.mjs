// The hook that Trunk runs after it has packed the site (Trunk.toml). It works on Trunk's staging folder.
//
// Always: names that servers know, the length of the module for the progress bar, and `planner.html`.
// With APIM_PLAN_CUT, which `cargo xtask build` sets to the compiled module: the module in pieces, and everything shortened.

import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { cut } from "./cut.mjs";
import { single } from "./single.mjs";

const site = process.env.TRUNK_STAGING_DIR;
const module = process.env.APIM_PLAN_CUT;

if (module) {
  cut(site, module);
  shorten(site);
}
const page = join(site, "index.html");
let html = readFileSync(page, "utf8");
// Many servers do not know .mjs and send it with a type that browsers refuse.
for (const name of readdirSync(site).filter((name) => name.endsWith(".mjs"))) {
  const known = name.replace(/\.mjs$/, ".js");
  renameSync(join(site, name), join(site, known));
  html = html.replaceAll(name, known);
}
const whole = readdirSync(site).find((name) => name.endsWith("_bg.wasm"));
html = html.replace('data-bytes="0"', `data-bytes="${readFileSync(join(site, whole)).length}"`);
writeFileSync(page, html);
single(site);

/** Scripts and styles through esbuild. Not embed.js: it runs in other people's pages, who want to read it. */
function shorten(site) {
  const { transformSync } = createRequire(new URL("../../tests/package.json", import.meta.url))("esbuild");
  const loaders = { ".css": "css", ".js": "js", ".mjs": "js" };
  for (const name of readdirSync(site)) {
    const loader = loaders[extname(name)];
    if (!loader || name === "embed.js") continue;
    const { code } = transformSync(readFileSync(join(site, name), "utf8"), { loader, minify: true, target: "es2022", legalComments: "none" });
    writeFileSync(join(site, name), code.trimEnd());
  }
}
