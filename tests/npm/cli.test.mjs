import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, writeFileSync } from "node:fs";
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

test("a plan has sizes", () => {
  const whole = JSON.parse(done(run(["plan"], REQUEST)));
  const short = JSON.parse(done(run(["plan", "--paths", "recommended", "--sources=ids"], REQUEST)));
  assert.deepEqual(short.paths, whole.paths.slice(0, 1));
  assert.ok(short.sources.every((id) => whole.sources.some((source) => source.id === id)));
  const [line] = done(run(["plan", "--lines", "--paths", "open"], REQUEST)).split("\n");
  assert.ok(JSON.parse(line).paths.every(({ verdict }) => verdict !== "ruledOut"));
});

test("the change as code", () => {
  assert.match(done(run(["plan", "--format", "azcli"], REQUEST)), /^#!\/usr\/bin\/env bash\n/);
  assert.match(done(run(["plan", "--format", "terraform"], REQUEST)), /prevent_destroy = true/);
  assert.match(done(run(["plan", "--format", "powershell", "--path", "side-by-side"], REQUEST)), /Create the second instance/);
  assert.match(done(run(["plan", "--format", "bicep"], REQUEST)), /^\/\/ /);
});

test("wrong usage: status 2", () => {
  for (const args of [
    [], ["plans"], ["plan", "--formt", "json"], ["plan", "--format", "xml"], ["plan", "--format", "ics"], ["plan", "--table", "paths"],
    ["plan", "one.json", "two.json"], ["plan", "/nowhere/at/all.json"], ["plan", "--lines", "/nowhere/at/all.json"], ["schema"], ["schema", "fleet"],
    ["plan", "--lines", "--format", "csv"], ["plan", "--paths", "best"], ["plan", "--sources", "ids", "--format", "markdown"], ["plan", "--path", "side-by-side"], ["import", "--format", "csv"], ["fleet", "--options", "/nowhere.json"],
  ]) {
    const { status, stdout, stderr } = run(args, REQUEST);
    assert.deepEqual([status, stdout], [2, ""], args.join(" "));
    assert.ok(stderr.length > 0);
  }
});

test("help for each command, and the version", () => {
  assert.match(done(run(["--help"])), /apim-plan plan .*\n +Plans [^]*-h, --help[^]*-V, --version/);
  assert.equal(done(run(["help"])), done(run(["-h"])));
  for (const command of ["plan", "assess", "letter", "link", "import", "compare", "fleet", "schema", "completion"]) {
    const help = done(run([command, "--help"]));
    assert.match(help, new RegExp(`^apim-plan ${command}`));
    assert.match(help, /Examples?:/);
    assert.deepEqual([done(run([command, "-h"])), done(run(["help", command]))], [help, help]);
    // Read on a terminal of eighty signs as on a wide one, the examples apart, which are lines to copy.
    const [text] = help.split(/Examples?:/);
    for (const line of text.split("\n")) assert.ok(line.length <= 120, line);
  }
  assert.match(done(run(["--version"])), /^\d+\.\d+\.\d+\n$/);
  assert.equal(done(run(["-V"])), done(run(["--version"])));
});

test("a mistake points to the help of its command", () => {
  assert.match(run(["plan", "--table", "paths"]).stderr, /Try: apim-plan plan --help/);
  assert.match(run(["plans"]).stderr, /there is no command plans \(did you mean plan\?\): there are plan, assess, [^]*\nTry: apim-plan --help/);
  assert.match(run(["plan"], "").stderr, /the input is empty/);
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

/** The encodings in which files come from Windows, with a mark; UTF-16 also without. */
const ENCODED = {
  "UTF-8 with a mark": (text) => Buffer.from(`\ufeff${text}`),
  "UTF-16": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "UTF-16, the other way round": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  "UTF-16 without a mark": (text) => Buffer.from(text, "utf16le"),
};

test("every input is read in the encodings of Windows", () => {
  const folder = mkdtempSync(join(tmpdir(), "apim-plan-"));
  const [instance, options] = ["instance.json", "options.json"].map((name) => join(folder, name));
  const named = REQUEST.replace("{", '{"name":"Zürich\u2028",');
  for (const [encoding, encode] of Object.entries(ENCODED)) {
    writeFileSync(instance, encode(INSTANCE));
    writeFileSync(options, encode('{"simultaneous":1}'));
    assert.equal(JSON.parse(done(run(["plan"], encode(named)))).request.name, "Zürich\u2028", encoding);
    const lines = done(run(["plan", "--lines"], encode(`${named}\r\n${named}`))).trim().split("\n");
    assert.deepEqual(lines.map((line) => JSON.parse(line).request?.name), ["Zürich\u2028", "Zürich\u2028"], encoding);
    assert.equal(JSON.parse(done(run(["import", instance])))[0].request.tier, "premium", encoding);
    assert.equal(JSON.parse(done(run(["import", "--lines", instance])))[0].request.tier, "premium", encoding);
    assert.equal(JSON.parse(done(run(["fleet", instance, "--options", options]))).instances.length, 1, encoding);
  }
});

test("what `import` prints goes into `plan` and `fleet`", () => {
  const one = done(run(["import"], INSTANCE));
  const two = done(run(["import"], `[${INSTANCE},${INSTANCE}]`));
  const lines = done(run(["import", "--lines"], `${INSTANCE}\ndear all\n[${INSTANCE},${INSTANCE}]\n`));
  assert.equal(JSON.parse(done(run(["plan"], one))).status, "migrate");
  assert.equal(JSON.parse(done(run(["plan"], JSON.stringify(JSON.parse(one)[0])))).status, "migrate");
  assert.equal(JSON.parse(done(run(["fleet"], one))).instances.length, 1);
  assert.equal(JSON.parse(done(run(["fleet"], two))).instances.length, 2);
  assert.equal(JSON.parse(done(run(["fleet"], `${JSON.stringify(JSON.parse(one))}\n${JSON.stringify(JSON.parse(two))}\n`))).instances.length, 3);
  assert.equal(JSON.parse(done(run(["fleet"], `[{"request":${REQUEST}}]`))).instances.length, 1);

  // The reason of `import` is passed on.
  const [planned, refused, several] = done(run(["plan", "--lines"], lines)).trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(planned.status, "migrate");
  assert.deepEqual(refused, JSON.parse(lines.split("\n")[1]));
  assert.match(several.error.message, /2 instances/);
  for (const [input, said] of [[two, /the input has 2 instances: use `apim-plan fleet`/], [done(run(["plan"], REQUEST)), /the input is a plan/], ["[]", /expected an object/], [INSTANCE, /`apim-plan import`/], [`[${INSTANCE}]`, /`apim-plan import`/]]) {
    const { status, stderr } = run(["plan"], input);
    assert.equal(status, 1);
    assert.match(stderr, said);
  }
});

test("what reading warned of is told by whoever goes on with it, each once", () => {
  const page = `{"count":2,"skip_token":"more","data":[${INSTANCE},${INSTANCE}]}`;
  const { status, stderr } = run(["fleet"], page);
  assert.equal(status, 0);
  assert.equal(stderr.match(/^apim-plan: warning: The list continues on another page/gm).length, 1);
  const imported = done(run(["import"], page));
  assert.equal(run(["fleet"], imported).stderr, stderr);
  assert.match(run(["plan"], JSON.stringify(JSON.parse(imported)[0])).stderr, /^apim-plan: warning: The list/);
});

test("the options of a fleet come from a file or from standard input, and what is wrong with them names the file", () => {
  const folder = mkdtempSync(join(tmpdir(), "apim-plan-"));
  const [instance, options] = ["instance.json", "options.json"].map((name) => join(folder, name));
  writeFileSync(instance, INSTANCE);
  assert.equal(JSON.parse(done(run(["fleet", instance, "--options", "-"], '{"simultaneous":1}'))).instances.length, 1);
  assert.match(run(["fleet", "--options", "-"], INSTANCE).stderr, /can't both be standard input/);
  for (const wrong of ["", "{"]) {
    writeFileSync(options, wrong);
    assert.ok(run(["fleet", instance, "--options", options]).stderr.startsWith(`apim-plan: --options ${options}: `));
  }
});

test("mistakes are told in one line of a sensible length, without what a terminal would obey", () => {
  const name = "x".repeat(1_000_000);
  for (const [args, input] of [
    [["plan"], `{"${name}":1}`], [["plan"], '{"\\u001b[31mred\\n":1}'], [["plan", "--format", name.slice(0, 50_000)], REQUEST], [["plan", "--formt"], ""],
    [["plan", "--format"], ""], [["plan", "--lines=no"], ""], [["schema", "request", "plan"], ""],
  ]) {
    const { status, stderr } = run(args, input);
    const [said, ...more] = stderr.trimEnd().split("\n");
    assert.deepEqual(more, status === 2 ? [`Try: apim-plan ${args[0]} --help`] : []);
    assert.ok(said.length < 1100, `${said.length} signs`);
    assert.doesNotMatch(said, /\u001b|positional/);
  }
  assert.match(run(["plan", "--formt"]).stderr, /^apim-plan: there is no option --formt \(did you mean --format\?\): there are --format, --table, /);
  assert.match(run(["schema", "request", "plan"]).stderr, /one schema at a time/);
});

test("an output that cannot be written: status 1 and one line", { skip: !existsSync("/dev/full") }, () => {
  const full = openSync("/dev/full", "w");
  const { status, stderr } = run(["plan"], REQUEST, { stdio: ["pipe", full, "pipe"] });
  closeSync(full);
  assert.equal(status, 1);
  assert.match(stderr, /^apim-plan: the output cannot be written: .*\n$/);
});

test("a plan too large to be printed is refused; among lines, that line alone", () => {
  // What V8 says of a text of half a gigabyte, without making one.
  const large = `const write = JSON.stringify; JSON.stringify = (value, ...how) => {
    if (value?.request?.name === "large") throw new RangeError("Invalid string length");
    return write(value, ...how);
  };`;
  const env = { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(large)}` };
  const { status, stdout, stderr } = run(["plan"], '{"name":"large"}', { env });
  assert.deepEqual([status, stdout], [1, ""]);
  assert.match(stderr, /^apim-plan: .*half a gigabyte.*\n$/);
  const answers = done(run(["plan", "--lines"], '{"name":"large"}\n{"name":"small"}\n', { env })).trim().split("\n").map((line) => JSON.parse(line));
  assert.match(answers[0].error.message, /half a gigabyte/);
  assert.equal(answers[1].request.name, "small");
});

test("what people take away: a ticket, a report, letters, a text", () => {
  const named = REQUEST.replace("{", '{"name":"orders",');
  const context = ["--page", "https://plan.contoso.example/?x=1#/fleet", "--date", "2026-11-28"];
  const ticket = done(run(["plan", "--format", "ticket", ...context], named));
  assert.match(ticket, /^# Migrate orders from stv1 to stv2\n[^]*<https:\/\/plan\.contoso\.example\/\?x=1#\/plan\?tier=premium&[^>]*>[^]*plan of 28 Nov 2026/);
  assert.ok(ticket.length <= 8001);
  assert.match(done(run(["plan", "--format", "ticket", "--title", "CHG 17"], named)), /^# CHG 17\n/);
  // Without an option, the day is today's.
  assert.match(done(run(["plan", "--format", "markdown"], named)), new RegExp(`plan of \\d{1,2} [A-Z][a-z]{2} ${new Date().getFullYear()}`));
  const html = done(run(["plan", "--format", "html", ...context], named));
  assert.match(html, /^<!DOCTYPE html>/);
  assert.doesNotMatch(html, /<script|https?:\/\/(?!learn\.microsoft\.com|plan\.contoso\.example|management\.azure|aka\.ms|azure\.github|github\.com|techcommunity|azure\.microsoft)[^"\s<]*\.(js|css|png)/);
  assert.match(done(run(["plan", "--format", "text"], named)), /^Instance: orders\n/);
  for (const owner of ["network", "dns", "security", "clients", "apim", "certificates", "onCall"]) {
    const changed = named.replace("{", '{"downtimeAllowed":false,');
    assert.match(done(run(["letter", "--owner", owner, ...context], changed)), /^Subject: [^]*Plan: https:\/\/plan\.contoso\.example/);
  }
  assert.match(run(["letter", "--owner", "dns"], '{"platform":"stv2"}').stderr, /the plan has nothing for dns/);
  for (const args of [["letter"], ["letter", "--owner", "boss"], ["plan", "--format", "tikcet"]]) assert.equal(run(args, named).status, 2, args.join(" "));
  for (const args of [["--page", "plan.contoso.example"], ["--page", "file:///c/plan.html"], ["--date", "tomorrow"]]) {
    assert.equal(run(["plan", "--format", "ticket", ...args], named).status, 1, args.join(" "));
  }
});

test("the decision, the link and the comparison", () => {
  assert.equal(JSON.parse(done(run(["assess"], REQUEST))).recommended, "same-subnet-preserve-vip");
  assert.match(done(run(["assess", "--format", "text"], REQUEST)), /^status +migrate\n/);
  assert.equal(done(run(["assess", "--lines"], `${REQUEST}\n{}\n`)).trim().split("\n").length, 2);
  assert.equal(done(run(["link"], REQUEST)), "tier=premium&platform=stv1&vnet=internal&locations[0][name]=westeurope&locations[0][units]=2\n");
  assert.match(done(run(["link", "--page", "https://plan.contoso.example/x/"], REQUEST)), /^https:\/\/plan\.contoso\.example\/x\/#\/plan\?tier=premium/);
  const folder = mkdtempSync(join(tmpdir(), "apim-plan-"));
  const [before, after] = ["before.json", "after.json"].map((name) => join(folder, name));
  writeFileSync(before, INSTANCE);
  writeFileSync(after, INSTANCE.replace("stv1", "stv2"));
  assert.ok(JSON.parse(done(run(["compare", before, after, "--path", "same-subnet-preserve-vip"]))).lines.length > 0);
  assert.equal(done(run(["compare", before, "-", "--format", "text"], INSTANCE)).split("\n")[0], JSON.parse(done(run(["compare", before, before]))).headline);
  for (const args of [["compare", before], ["compare", "-", "-"], ["compare", before, after, before]]) assert.equal(run(args, "").status, 2, args.join(" "));
});

test("--fail-on ends with 3, and says why in what it prints", () => {
  for (const [args, input, status] of [
    [["plan", "--fail-on", "migrate"], REQUEST, 3], [["plan", "--fail-on", "blocker"], REQUEST, 0], [["plan", "--fail-on=risk"], REQUEST, 3],
    [["plan", "--fail-on", "migrate"], '{"platform":"stv2","tier":"premium"}', 0], [["assess", "--fail-on", "migrate"], REQUEST, 3],
    [["fleet", "--fail-on", "migrate"], `[${INSTANCE}]`, 3], [["fleet", "--fail-on", "blocker"], `[${INSTANCE}]`, 0],
    [["plan", "--fail-on", "risks"], REQUEST, 2], [["assess", "--fail-on", "risk"], REQUEST, 2], [["plan", "--lines", "--fail-on", "risk"], REQUEST, 2],
  ]) {
    const result = run(args, input);
    assert.equal(result.status, status, `${args.join(" ")}: ${result.stderr}`);
    assert.equal(result.stdout === "", status === 2);
  }
});

test("a misspelt word has the nearest one beside it, and --quiet leaves warnings out", () => {
  assert.match(run(["flete"]).stderr, /did you mean fleet\?/);
  assert.match(run(["plan", "--format", "tiket"], REQUEST).stderr, /did you mean ticket\?/);
  assert.match(run(["plan"], '{"tier":"premum"}').stderr, /^apim-plan: tier: unknown variant `premum` \(did you mean premium\?\), expected one of/);
  assert.doesNotMatch(run(["xyzzy"]).stderr, /did you mean/);
  const page = `{"count":2,"skip_token":"more","data":[${INSTANCE}]}`;
  assert.match(run(["fleet"], page).stderr, /warning/);
  assert.equal(run(["fleet", "--quiet"], page).stderr, "");
});

test("completion for each shell names every command and option", () => {
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    const script = done(run(["completion", shell]));
    for (const word of ["plan", "letter", "completion", "fail-on", "owner", "no-color"]) assert.ok(script.includes(word), `${shell}: ${word}`);
  }
  assert.equal(run(["completion", "tcsh"]).status, 2);
  const bash = spawnSync("bash", ["-c", 'eval "$0"; COMP_WORDS=(apim-plan letter --ow); COMP_CWORD=2; _apim_plan; echo "${COMPREPLY[*]}"', done(run(["completion", "bash"]))], { encoding: "utf8" });
  if (!bash.error) assert.equal(bash.stdout, "--owner\n");
});
