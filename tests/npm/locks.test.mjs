// `npm ci` refuses a lock file that leaves out a package of some other system, which npm itself writes when a registry
// has not got that package yet. Then an older version that is there for every system is the one to name.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../..", import.meta.url).pathname;

for (const folder of ["tests", "tests/consumers", "bench"]) {
  test(`the lock file of ${folder} is whole, and names no registry`, () => {
    const { packages } = JSON.parse(readFileSync(`${ROOT}/${folder}/package-lock.json`, "utf8"));
    const wanted = JSON.parse(readFileSync(`${ROOT}/${folder}/package.json`, "utf8"));
    assert.deepEqual(packages[""].devDependencies ?? packages[""].dependencies, wanted.devDependencies ?? wanted.dependencies);
    const missing = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) => (
      Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !found(packages, from, name))));
    assert.deepEqual(missing, []);
    assert.deepEqual(Object.entries(packages).filter(([, { resolved }]) => resolved).map(([at]) => at), []);
  });
}

/** Whether a package finds another: in its own folder, or in one above it. */
function found(packages, from, name) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (packages[folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}
