// The examples of the package's README run, and print what their comments say.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const PACKAGE = process.env.PACKAGE ?? new URL("../../dist/npm", import.meta.url).pathname;
const home = mkdtempSync(join(tmpdir(), "apim-plan-"));
after(() => rmSync(home, { recursive: true }));
mkdirSync(join(home, "node_modules"));
cpSync(PACKAGE, join(home, "node_modules/apim-plan"), { recursive: true });

const readme = readFileSync(join(PACKAGE, "README.md"), "utf8");
const examples = [...readme.matchAll(/## ?(.*)\n|```js\n([^]*?)```/g)].reduce((found, [, title, code]) => (
  code ? { ...found, list: [...found.list, [found.title, code]] } : { ...found, title }
), { title: "first", list: [] }).list;

test("there are examples", () => assert.ok(examples.length >= 5));

for (const [title, code] of examples) {
  test(`README, ${title}`, () => {
    const wanted = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, printed]) => printed);
    assert.ok(wanted.length > 0, "nothing is printed");
    writeFileSync(join(home, "example.mjs"), code);
    const printed = execFileSync(process.execPath, ["example.mjs"], { cwd: home, encoding: "utf8" });
    assert.deepEqual(printed.trim().split("\n"), wanted);
  });
}
