// The package answers every golden case as the crate does: the whole plan, not only what the case fixes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = new URL("../..", import.meta.url).pathname;
const PACKAGE = process.env.PACKAGE ?? join(ROOT, "dist/npm");

const options = { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 };
const lines = (text) => text.trim().split("\n").map((line) => JSON.parse(line));

const native = lines(execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "apim-plan-tests", "--bin", "answers"], options));
const input = native.map(({ request }) => JSON.stringify(request)).join("\n");
const answers = lines(execFileSync(process.execPath, [join(PACKAGE, "cli.js"), "plan", "--lines"], { ...options, input }));

test("every line is answered", () => {
  assert.ok(native.length > 0, "there are no cases");
  assert.equal(answers.length, native.length);
});

for (const [at, { case: name, answer }] of native.entries()) {
  test(name, () => assert.deepEqual(answers[at], answer));
}
