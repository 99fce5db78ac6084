import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const PACKAGE = process.env.PACKAGE ?? new URL("../../dist/npm", import.meta.url).pathname;
const run = (args, input = "") => spawnSync(process.execPath, [join(PACKAGE, "cli.js"), ...args], { input, encoding: "utf8", maxBuffer: 1 << 28 });
const REQUEST = JSON.stringify({ tier: "premium", platform: "stv1", vnet: "internal", locations: [{ name: "westeurope", units: 2 }] });
const INSTANCE = JSON.stringify({ type: "Microsoft.ApiManagement/service", name: "x", location: "West Europe", sku: { name: "Premium", capacity: 2 }, properties: { platformVersion: "stv1" } });

const done = ({ status, stdout, stderr }) => {
  assert.equal(status, 0, stderr);
  return stdout;
};

test("plan, in each format", () => {
  assert.equal(JSON.parse(done(run(["plan"], REQUEST))).status, "migrate");
  assert.equal(JSON.parse(done(run(["plan", "-"], `\ufeff${REQUEST}`))).status, "migrate");
  assert.match(done(run(["plan", "--format", "markdown"], REQUEST)), /^# /);
  assert.match(done(run(["plan", "--format=csv", "--table=paths"], REQUEST)), /^Path,Verdict/);
  assert.match(done(run(["plan", "--format", "ics", "--start", "2026-12-01T20:00:00+01:00"], REQUEST)), /^BEGIN:VCALENDAR/);
});

test("lines are answered in order, refusals included", () => {
  const lines = [REQUEST, '{"tier":"premium","vnett":1}', "", "{", "{}"];
  const answers = done(run(["plan", "--lines"], `${lines.join("\r\n")}\n`)).trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(answers.length, lines.length);
  assert.deepEqual(answers.map(({ status, error }) => status ?? error.path), ["migrate", "vnett", "", "", "unknown"]);
});

test("import, fleet, schema", () => {
  assert.equal(JSON.parse(done(run(["import"], INSTANCE)))[0].request.tier, "premium");
  assert.equal(JSON.parse(done(run(["import", "--lines"], `${INSTANCE}\n${INSTANCE}\n`)).split("\n")[1])[0].request.tier, "premium");
  const fleet = JSON.parse(done(run(["fleet"], `[${INSTANCE}]`)));
  assert.deepEqual([fleet.instances.length, Array.isArray(fleet.waves)], [1, true]);
  assert.match(done(run(["fleet", "--format", "csv"], `[${INSTANCE}]`)), /\r\n/);
  for (const name of ["request", "plan"]) assert.match(JSON.parse(done(run(["schema", name]))).$schema, /2020-12/);
});

test("a refused input: status 1, the reason with its path on standard error, nothing on standard output", () => {
  for (const [args, input, said] of [
    [["plan"], '{"locations":[{"name":"eastus","units":0}]}', /locations\[0\]\.units: 0 is not/],
    [["plan"], "{", /not JSON/],
    [["import"], "dear all", /./],
    [["fleet", "--format", "ics"], `[${INSTANCE}]`, /calendar/],
    [["plan", "--format", "ics", "--start", "soon"], REQUEST, /start/],
  ]) {
    const { status, stdout, stderr } = run(args, input);
    assert.deepEqual([status, stdout], [1, ""], args.join(" "));
    assert.match(stderr, said);
  }
});

test("wrong usage: status 2", () => {
  for (const args of [
    [], ["plans"], ["plan", "--formt", "json"], ["plan", "--format", "xml"], ["plan", "--format", "ics"], ["plan", "--table", "paths"],
    ["plan", "one.json", "two.json"], ["plan", "/nowhere/at/all.json"], ["plan", "--lines", "/nowhere/at/all.json"], ["schema"], ["schema", "fleet"],
    ["plan", "--lines", "--format", "csv"], ["import", "--format", "csv"], ["fleet", "--options", "/nowhere.json"],
  ]) {
    const { status, stdout, stderr } = run(args, REQUEST);
    assert.deepEqual([status, stdout], [2, ""], args.join(" "));
    assert.ok(stderr.length > 0);
  }
});

test("help for each command, and the version", () => {
  assert.match(done(run(["--help"])), /apim-plan plan/);
  for (const command of ["plan", "import", "fleet", "schema"]) assert.match(done(run([command, "--help"])), new RegExp(`^apim-plan ${command}`));
  assert.match(done(run(["--version"])), /^\d+\.\d+\.\d+\n$/);
});

test("no colours in a pipe", () => assert.doesNotMatch(done(run(["plan", "--format", "markdown"], REQUEST)), /\u001b/));

test("whoever reads may stop reading", async () => {
  const cli = spawn(process.execPath, [join(PACKAGE, "cli.js"), "plan", "--lines"], { stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  cli.stderr.on("data", (data) => (said += data));
  cli.stdin.on("error", () => {});
  cli.stdin.write(`${REQUEST}\n`.repeat(500));
  cli.stdout.once("data", () => cli.stdout.destroy());
  const status = await new Promise((end) => cli.once("exit", end));
  cli.stdin.destroy();
  assert.deepEqual([status, said], [0, ""]);
});
