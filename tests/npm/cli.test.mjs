import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const PACKAGE = process.env.PACKAGE ?? new URL("../../dist/npm", import.meta.url).pathname;
const run = (args, input = "", options = {}) => spawnSync(process.execPath, [join(PACKAGE, "cli.js"), ...args], { input, encoding: "utf8", maxBuffer: 1 << 28, ...options });
const REQUEST = JSON.stringify({ tier: "premium", platform: "stv1", vnet: "internal", locations: [{ name: "westeurope", units: 2 }] });
const INSTANCE = JSON.stringify({ type: "Microsoft.ApiManagement/service", name: "x", location: "West Europe", sku: { name: "Premium", capacity: 2 }, properties: { platformVersion: "stv1", virtualNetworkType: "External" } });

const done = ({ status, stdout, stderr }) => {
  assert.equal(status, 0, stderr);
  return stdout;
};

test("plan, in each format", () => {
  assert.equal(JSON.parse(done(run(["plan"], REQUEST))).status, "migrate");
  assert.equal(JSON.parse(done(run(["plan", "-"], `\ufeff${REQUEST}`))).status, "migrate");
  assert.match(done(run(["plan", "--format", "markdown"], REQUEST)), /^# /);
  assert.match(done(run(["plan", "--format=csv", "--table=paths"], REQUEST)), /^\ufeffPath,Verdict/);
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
  assert.equal(done(run(["help"])), done(run(["-h"])));
  for (const command of ["plan", "import", "fleet", "schema"]) {
    const help = done(run([command, "--help"]));
    assert.match(help, new RegExp(`^apim-plan ${command}`));
    assert.match(help, /Example:/);
    assert.deepEqual([done(run([command, "-h"])), done(run(["help", command]))], [help, help]);
    // Read on a terminal of eighty signs as on a wide one, the example apart, which is one line to copy.
    const [text] = help.split("Example:");
    for (const line of text.split("\n")) assert.ok(line.length <= 120, line);
  }
  assert.match(done(run(["--version"])), /^\d+\.\d+\.\d+\n$/);
  assert.equal(done(run(["-V"])), done(run(["--version"])));
});

test("a mistake points to the help of its command", () => {
  assert.match(run(["plan", "--table", "paths"]).stderr, /Try: apim-plan plan --help/);
  assert.match(run(["plans"]).stderr, /there is no command plans: there are plan, import, fleet, schema\nTry: apim-plan --help/);
  assert.match(run(["plan"], "").stderr, /there is nothing to read/);
});

test("every table opens in Excel: the mark of UTF-8 and CRLF", () => {
  const calendar = join(mkdtempSync(join(tmpdir(), "apim-plan-")), "options.json");
  writeFileSync(calendar, JSON.stringify({ calendar: { from: "2026-12-01", timeZone: "UTC", windows: [{ weekdays: ["saturday"], from: "20:00", to: "04:00" }] } }));
  for (const table of ["checklist", "paths"]) {
    const text = done(run(["plan", "--format", "csv", "--table", table], REQUEST));
    assert.match(text, /^\ufeff[A-Z]/);
    assert.ok(text.endsWith("\r\n"));
  }
  for (const table of ["instances", "schedule"]) {
    const text = done(run(["fleet", "--format", "csv", "--table", table, "--options", calendar], `[${INSTANCE}]`));
    assert.match(text, /^\ufeff[A-Z]/);
    assert.deepEqual(text.match(/[^\r]\n/g), null);
  }
});

test("a fleet in each format", () => {
  const options = join(mkdtempSync(join(tmpdir(), "apim-plan-")), "options.json");
  writeFileSync(options, JSON.stringify({ simultaneous: 1, calendar: { from: "2026-12-01", timeZone: "UTC", windows: [{ weekdays: ["saturday"], from: "20:00", to: "04:00" }] } }));
  const of = (format) => done(run(["fleet", "--options", options, "--format", format], `[${INSTANCE}]`));
  assert.equal(JSON.parse(of("json")).instances.length, 1);
  assert.match(of("markdown"), /^# /);
  assert.match(of("csv"), /^\ufeff/);
  assert.match(of("ics"), /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  writeFileSync(options, '{"calendar":{"from":"2026-12-01","timeZone":"Mars","windows":[]}}');
  const { status, stdout, stderr } = run(["fleet", "--options", options], `[${INSTANCE}]`);
  assert.deepEqual([status, stdout], [1, ""]);
  assert.match(stderr, /^apim-plan: options\.calendar\.\w+: /);
});

test("no colours in a pipe, not even when they are asked for", () => {
  const env = { ...process.env, FORCE_COLOR: "3", CLICOLOR_FORCE: "1" };
  for (const [args, input] of [[["plan", "--format", "markdown"], REQUEST], [["plan"], "{"], [["nothing"], ""], [["--help"], ""]]) {
    const { stdout, stderr } = run(args, input, { env });
    assert.doesNotMatch(stdout + stderr, /\u001b/);
  }
});

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
