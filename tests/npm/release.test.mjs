import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const ROOT = new URL("../..", import.meta.url).pathname;
const home = mkdtempSync(join(tmpdir(), "apim-plan-"));
after(() => rmSync(home, { recursive: true }));

/** What the check says of a tag in a repository with these words. */
function check(tag, { cargo = "1.2.3", npm = "1.2.3", dist = "1.2.3", changelog = "## 1.2.3 (2026-12-01)\n\n- Everybody: more.\n" } = {}) {
  mkdirSync(join(home, "www/npm"), { recursive: true });
  mkdirSync(join(home, "dist/npm"), { recursive: true });
  writeFileSync(join(home, "Cargo.toml"), `[workspace]\nmembers = ["core"]\n\n[workspace.package]\nedition = "2024"\nversion = "${cargo}"\n\n[workspace.dependencies]\nversion = "9"\n`);
  writeFileSync(join(home, "www/npm/package.json"), JSON.stringify({ version: npm }));
  writeFileSync(join(home, "dist/npm/package.json"), JSON.stringify({ version: dist }));
  writeFileSync(join(home, "CHANGELOG.md"), `# Changelog\n\n${changelog}`);
  const env = { ...process.env, ROOT: home };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "xtask/npm/release-check.mjs"), ...tag, "dist/npm"], { env, encoding: "utf8" });
  return status === 0 ? stdout : stderr;
}

test("a tag, a version and a changelog that agree", () => assert.equal(check(["v1.2.3"]), "v1.2.3 may be published\n"));

for (const [what, tag, words, said] of [
  ["a tag that is none", "1.2.3", {}, /no tag of a version/],
  ["another version", "v1.2.4", {}, /the tag says 1\.2\.4, Cargo\.toml says 1\.2\.3\n.*www\/npm\/package\.json says 1\.2\.3\n.*dist\/npm\/package\.json says 1\.2\.3\n.*no entry for 1\.2\.4/],
  ["a package of another version", "v1.2.3", { dist: "1.2.2" }, /dist\/npm\/package\.json says 1\.2\.2/],
  ["no day", "v1.2.3", { changelog: "## 1.2.3 (unreleased)\n\n- x\n" }, /needs the day/],
  ["an empty entry", "v1.2.3", { changelog: "## 1.2.3 (2026-12-01)\n\n## 1.2.2 (2026-11-01)\n\n- x\n" }, /says nothing/],
  ["no newest entry", "v1.2.3", { changelog: "## 1.3.0 (2026-12-01)\n\n- x\n\n## 1.2.3 (2026-11-01)\n\n- x\n" }, /newest entry/],
]) {
  test(`refused: ${what}`, () => assert.match(check([tag], words), said));
}

test("what is in the repository agrees with itself, but for the day of the release", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "www/npm/package.json"), "utf8"));
  const { stderr } = spawnSync(process.execPath, [join(ROOT, "xtask/npm/release-check.mjs"), `v${version}`], { encoding: "utf8" });
  assert.ok(stderr === "" || /^release-check: CHANGELOG\.md says ".*\(unreleased\)"; .*\n$/.test(stderr), stderr);
});

test("the release is made with provenance, by a job that may prove who it is and does nothing else", () => {
  const workflow = readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8");
  const [test, publish] = workflow.split(/^  publish:$/m);
  assert.match(publish, /npm publish --provenance/);
  assert.match(publish, /id-token: write/);
  assert.doesNotMatch(test, /id-token/);
  assert.match(test, /release-check\.mjs "\$GITHUB_REF_NAME"/);
  assert.match(test, /bash \.ci\/run/);
  assert.doesNotMatch(publish, /checkout|cargo|npm (ci|install)/);
});
