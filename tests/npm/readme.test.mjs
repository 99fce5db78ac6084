// The examples of the package's README run, and print what their comments say.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

const PACKAGE = process.env.PACKAGE ?? new URL("../../dist/npm", import.meta.url).pathname;
const home = mkdtempSync(join(tmpdir(), "apim-plan-"));
after(() => rmSync(home, { recursive: true }));
mkdirSync(join(home, "node_modules"));
cpSync(PACKAGE, join(home, "node_modules/apim-plan"), { recursive: true });

const readme = readFileSync(join(PACKAGE, "README.md"), "utf8");
const examples = [...readme.matchAll(/^##+ (.*)\n|```js\n([^]*?)```/gm)].reduce((found, [, title, code]) => (
  code ? { ...found, list: [...found.list, [found.title, code]] } : { ...found, title }
), { title: "first", list: [] }).list;

test("every function has an example", async () => {
  const { default: _, ...functions } = await import(pathToFileURL(join(PACKAGE, "node.js")));
  const shown = readme.match(/```(js|html)\n[^]*?```/g).join("\n");
  const missing = Object.keys(functions).filter((name) => !new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\}`).test(shown));
  assert.deepEqual(missing, []);
});

test("every link within the page leads to a heading", () => {
  const anchors = [...readme.matchAll(/^##+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w -]/g, "").replaceAll(" ", "-"));
  const links = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map(([, to]) => to);
  assert.deepEqual(links.filter((to) => !anchors.includes(to)), []);
});

for (const [title, code] of examples) {
  test(`README, ${title}`, () => {
    // What is printed stands behind the call, or on lines of its own below it, after which no prose may come.
    const wanted = code.split("\n").flatMap((line, at, lines) => {
      const [, printed] = /console\.log\(.*\); \/\/ (.*)/.exec(line) ?? /^\/\/ (.*)/.exec(line) ?? [];
      const isProse = line.startsWith("//") && /[.:]$/.test(line) && /^(const|import|for|console)/.test(lines[at + 1] ?? "") && lines[at - 1] === "";
      return printed === undefined || isProse ? [] : [printed];
    });
    assert.ok(wanted.length > 0, "nothing is printed");
    writeFileSync(join(home, "example.mjs"), code);
    const printed = execFileSync(process.execPath, ["example.mjs"], { cwd: home, encoding: "utf8" });
    assert.deepEqual(printed.trim().split("\n"), wanted);
  });
}

for (const line of readme.match(/```sh\n([^]*?)```/)[1].trim().split("\n")) {
  test(`README, ${line}`, () => {
    const said = (name) => `cat "${new URL(`../fixtures/import/${name}.json`, import.meta.url).pathname}" |`;
    const cli = `"${process.execPath}" "${join(PACKAGE, "cli.js")}"`;
    const runnable = line
      .replace(/^az apim show.*? \|/, said("az-show"))
      .replace(/^az apim list.*? \|/, said("az-list"))
      .replace(/^az graph query.*?" \|/, said("graph-cli"))
      .replaceAll("npx apim-plan", cli);
    execFileSync("sh", ["-ec", runnable], { cwd: home });
    assert.ok(readFileSync(join(home, line.split(" > ")[1]), "utf8").length > 200);
  });
}
