// Checks whether a tag can be published: node xtask/npm/release-check.mjs v1.2.3 [FOLDER OF THE BUILT PACKAGE]
//
// The tag must be the version of the crates and of the package, and the changelog must have a dated entry for it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = process.env.ROOT ?? new URL("../..", import.meta.url).pathname;
const read = (...path) => readFileSync(join(ROOT, ...path), "utf8");

const [tag, folder] = process.argv.slice(2);
const wrong = tag === undefined ? ["which tag? node xtask/npm/release-check.mjs v1.2.3"] : problems(tag);
for (const problem of wrong) console.error(`release-check: ${problem}`);
if (wrong.length === 0) console.log(`${tag} may be published`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function problems(tag) {
  const [, version] = /^v(\d+\.\d+\.\d+)$/.exec(tag) ?? [];
  if (version === undefined) return [`${tag} is no tag of a version; write v1.2.3`];
  return [
    ...stated(version, "Cargo.toml", /^\[workspace\.package\][^[]*?^version = "(.*)"$/m.exec(read("Cargo.toml"))?.[1]),
    ...stated(version, "www/npm/package.json", JSON.parse(read("www/npm/package.json")).version),
    ...(folder === undefined ? [] : built(version)),
    ...changes(version),
  ];
}

function stated(version, where, found) {
  return found === version ? [] : [`the tag says ${version}, ${where} says ${found}`];
}

function built(version) {
  const manifest = join(ROOT, folder, "package.json");
  if (!existsSync(manifest)) return [`${folder} has no package: cargo xtask build`];
  return stated(version, `${folder}/package.json`, JSON.parse(readFileSync(manifest, "utf8")).version);
}

function changes(version) {
  const entries = read("CHANGELOG.md").split(/^## /m).slice(1);
  const entry = entries.find((entry) => entry.split(/\s/, 1)[0] === version);
  if (entry === undefined) return [`CHANGELOG.md has no entry for ${version}`];
  const [title, ...lines] = entry.split("\n");
  const wrong = [];
  if (!/\(\d{4}-\d{2}-\d{2}\)$/.test(title)) wrong.push(`CHANGELOG.md says "${title}"; it needs the day of the release, (2026-12-31)`);
  if (!lines.some((line) => line.startsWith("- "))) wrong.push(`the entry for ${version} in CHANGELOG.md says nothing`);
  if (entries[0] !== entry) wrong.push(`the newest entry of CHANGELOG.md is not ${version}`);
  return wrong;
}
