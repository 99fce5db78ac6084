import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";

const PACKAGE = process.env.PACKAGE ?? new URL("../../dist/npm", import.meta.url).pathname;
const api = await import(pathToFileURL(join(PACKAGE, "node.js")));
const { assess, compare, decode, encode, fleet, importDescription, init, plan, planMany, PlanError, readLink, rules, schema, sources, toCode, toCsv, toHtml, toIcs, toLetter, toMarkdown, toText, toTicket, version } = api;

const REQUEST = { tier: "premium", platform: "stv1", vnet: "internal", locations: [{ name: "West Europe", units: 2 }] };

describe("what is no data is refused with its path", () => {
  class Request { tier = "premium"; }
  const circle = {};
  circle.goals = circle;
  const cases = {
    "": [undefined, null, 7, "premium", [], new Request(), new Map(), () => REQUEST],
    dnsChangeMinutes: [{ dnsChangeMinutes: NaN }, { dnsChangeMinutes: Infinity }, { dnsChangeMinutes: 1.5 }, { dnsChangeMinutes: -1 }, { dnsChangeMinutes: 10n }, { dnsChangeMinutes: 2 ** 40 }],
    createdOn: [{ createdOn: new Date(0) }, { createdOn: "2024-02-30" }, { createdOn: 2024 }],
    name: [{ name: Symbol("x") }, { name: () => "x" }, { name: ["x"] }],
    goals: [{ goals: new Map() }, { goals: "all" }],
    "goals.surviveZoneLoss": [{ goals: { surviveZoneLoss: 1 } }],
    "locations[1].units": [{ locations: [{ name: "eastus" }, { name: "ü", units: 0 }] }, { locations: [{ name: "eastus" }, { name: "ü", units: "2" }] }],
    "locations[0]": [{ locations: [undefined] }, { locations: [{}] }, { locations: ["eastus"] }],
    "autoscale.step": [{ autoscale: { minimum: 1, maximum: 2, step: 0 } }],
    autoscale: [{ autoscale: { minimum: 3, maximum: 2, step: 1 } }, { autoscale: true }],
    vnett: [{ vnett: "internal" }],
  };
  for (const [path, values] of Object.entries(cases)) {
    for (const value of values) {
      test(`${path || "the whole"}: ${typeof value === "object" ? value?.constructor?.name : typeof value}`, () => {
        for (const call of [plan, assess, encode]) {
          assert.throws(() => call(value), (error) => {
            assert.ok(error instanceof PlanError && error instanceof Error, String(error));
            assert.equal(error.path, path);
            assert.ok(error.message.length > 0);
            return true;
          });
        }
      });
    }
  }
  test("__proto__", () => assert.throws(() => plan(JSON.parse('{ "__proto__": {} }')), { path: "__proto__" }));
  test("a circle", () => assert.throws(() => plan(circle), PlanError));
});

test("what is not known may be absent, undefined or null", () => {
  const bare = plan({});
  assert.deepEqual(plan({ tier: undefined, vnet: null, goals: { surviveZoneLoss: undefined } }), { ...plan({ goals: {} }) });
  assert.equal(bare.status, "unknown");
});

describe("a call within a call: a getter that calls the package", () => {
  const { locations, ...outer } = REQUEST;
  const within = (call) => ({ tier: "premium", platform: "stv1", get vnet() { call(); return "internal"; } });
  const basic = assess({ tier: "basic" });
  const inner = {
    assess: () => assert.deepEqual(assess({ tier: "basic" }), basic),
    "a plan, for which the room grows": () => assert.equal(plan({ name: "x".repeat(200_000) }).status, "unknown"),
    "one that is refused": () => assert.throws(() => assess({ vnett: 1 }), PlanError),
    "one with a text": () => assert.equal(decode(encode(outer)).tier, "premium"),
    "one within that": () => assert.deepEqual(assess(within(() => assess({}))), assess(outer)),
  };
  for (const [name, call] of Object.entries(inner)) {
    test(name, () => {
      assert.deepEqual(assess(within(call)), assess(outer));
      assert.deepEqual(planMany([outer, within(call), outer]), planMany([outer, outer, outer]));
    });
  }

  test("a getter that throws leaves nothing behind", () => {
    const thrown = () => { throw new RangeError("mine"); };
    assert.throws(() => assess(within(thrown)), { name: "RangeError", message: "mine" });
    assert.deepEqual(assess(within(() => assert.throws(() => assess(within(thrown))))), assess(outer));
  });
});

describe("what is too large is refused, and the next call is answered", () => {
  const long = "a".repeat(3e8);
  const cases = {
    name: () => assess({ name: long }),
    "locations[0].name": () => assess({ locations: [{ name: long }] }),
    goals: () => assess({ goals: { [long]: true } }),
  };
  for (const [path, call] of Object.entries(cases)) {
    test(path, () => {
      assert.throws(call, { name: "PlanError", path });
      assert.equal(assess(REQUEST).status, "migrate");
    });
  }
  test("many texts", () => {
    const request = { name: "a".repeat(2 ** 20) };
    assert.throws(() => fleet(Array(600).fill({ request })), { name: "PlanError", message: /512 megabytes/ });
    assert.equal(assess(REQUEST).status, "migrate");
  });
  test("bytes", () => assert.throws(() => importDescription(new Uint8Array(2 ** 31)), { name: "PlanError", message: /512 megabytes/ }));

  test("what makes the module stop all the same", async () => {
    const { call } = await import(pathToFileURL(join(PACKAGE, "instance.js")));
    assert.throws(() => call("importFile", new Uint8Array(2 ** 31)), /want of memory/);
    assert.equal(assess(REQUEST).status, "migrate");
  });
});

test("objects without a prototype, of another realm, frozen", () => {
  const bare = Object.assign(Object.create(null), REQUEST);
  assert.deepEqual(plan(Object.freeze(bare)), plan(REQUEST));
});

test("signs beyond ASCII, and of two units", () => {
  const name = "größe-𝄞-名前";
  assert.equal(plan({ ...REQUEST, name }).request.name, name);
});

test("every answer is the caller's own", () => {
  const one = plan(REQUEST);
  const before = structuredClone(one);
  one.paths.length = 0;
  one.sources[0].title = "changed";
  assert.deepEqual(plan(REQUEST), before);
  schema("plan").title = "changed";
  assert.equal(schema("plan").title, "Plan");
});

test("a plan says what assess says", () => {
  const { status, recommended, paths: [first] } = plan(REQUEST);
  const short = assess(REQUEST);
  assert.deepEqual([short.status, short.recommended, short.downtimeMinutes, short.retentionMinutes, short.publicVip],
    [status, recommended, first.downtime.minutes, first.retention.minutes, first.publicVip]);
});

test("planMany keeps the order and puts refusals in their places", () => {
  const many = Array.from({ length: 2_500 }, (_, at) => (at % 1_000 === 7 ? { tier: at } : at % 1_000 === 8 ? { tier: NaN } : REQUEST));
  const answers = planMany(many);
  assert.equal(answers.length, many.length);
  answers.forEach((answer, at) => {
    if (many[at] === REQUEST) assert.deepEqual(answer, assess(REQUEST));
    else assert.deepEqual([Object.keys(answer), answer.error.path], [["error"], "tier"]);
  });
  assert.deepEqual(planMany([]), []);
});

describe("a plan has sizes", () => {
  const whole = plan(REQUEST);

  test("paths", () => {
    const open = whole.paths.filter(({ verdict }) => verdict !== "ruledOut");
    const sizes = { recommended: open.slice(0, 1), open, all: whole.paths };
    for (const [paths, wanted] of Object.entries(sizes)) {
      const made = plan(REQUEST, { paths });
      assert.deepEqual(made.paths, wanted);
      // All else is the same, but for sources that nothing refers to any longer.
      assert.deepEqual({ ...made, paths: [], sources: [] }, { ...whole, paths: [], sources: [] });
      assert.ok(made.sources.every(({ id }) => whole.sources.some((source) => source.id === id)));
    }
    assert.deepEqual(plan({}, { paths: "recommended" }).paths, []);
  });

  test("sources", () => {
    const made = plan(REQUEST, { sources: "ids" });
    assert.deepEqual(made.sources, whole.sources.map(({ id }) => id));
    const known = new Map(sources().map((source) => [source.id, source]));
    assert.deepEqual(made.sources.map((id) => known.get(id)), whole.sources);
    assert.equal(toMarkdown(made), toMarkdown(whole));
  });

  test("options that are absent, undefined or null ask for everything", () => {
    for (const options of [undefined, null, {}, { paths: undefined, sources: null }]) assert.deepEqual(plan(REQUEST, options), whole);
  });

  test("what is misspelt is refused with its path", () => {
    const wrong = { "options.path": { path: "open" }, "options.paths": { paths: "opened" }, "options.sources": { sources: true }, options: [] };
    for (const [path, options] of Object.entries(wrong)) assert.throws(() => plan(REQUEST, options), { name: "PlanError", path });
  });
});

test("planMany takes an array and nothing like one", () => {
  for (const value of [undefined, null, {}, 5, "[]", new Set([REQUEST]), { length: 1, 0: REQUEST }]) {
    assert.throws(() => planMany(value), { name: "PlanError", path: "", message: /^expected an array, not / });
  }
});

test("texts of a plan, also of one that was stored", () => {
  const made = plan(REQUEST);
  const stored = JSON.parse(JSON.stringify(made));
  assert.match(toMarkdown(made), /^# /);
  assert.equal(toMarkdown(stored), toMarkdown(made));
  assert.match(toCsv(stored), /\r\n/);
  assert.notEqual(toCsv(made, "paths"), toCsv(made));
  assert.match(toIcs(made, { start: "2026-12-01T20:00:00+01:00" }), /^BEGIN:VCALENDAR/);
  assert.throws(() => toIcs(made, { start: "tomorrow" }), { name: "PlanError", path: "start" });
  assert.throws(() => toCsv(made, "work"), { name: "PlanError", path: "table" });
  assert.throws(() => toMarkdown({ paths: [] }), { name: "PlanError", path: "request" });
  assert.equal(typeof (toLetter(made, "apim") ?? ""), "string");
});

test("the change as code, of the recommended path and of another one", () => {
  const made = plan(REQUEST);
  const open = made.paths.find(({ verdict }) => verdict === "possible");
  const closed = made.paths.find(({ verdict }) => verdict === "ruledOut");
  for (const tool of ["azcli", "powershell", "bicep", "terraform"]) {
    assert.ok(toCode(made, tool).includes(made.paths[0].title), tool);
    assert.ok(toCode(JSON.parse(JSON.stringify(made)), tool, open.id).includes(open.title), tool);
    assert.throws(() => toCode(made, tool, closed.id), { name: "PlanError", path: "path" });
  }
  for (const tool of [undefined, null, "bash"]) assert.throws(() => toCode(made, tool), { name: "PlanError", path: "tool" });
  assert.ok(made.changes.every(({ id, step, text }) => id && step >= 1 && text));
});

test("what no text can be made of, and options that do not exist", () => {
  const made = plan(REQUEST);
  const many = fleet([{ request: REQUEST }]);
  const start = "2026-12-01T20:00:00+01:00";
  for (const write of [toMarkdown, toCode, toCsv, toIcs, toLetter]) {
    for (const value of [undefined, null, 5, {}, structuredClone(many)]) assert.throws(() => write(value), { name: "PlanError", path: "" });
  }
  for (const write of [toLetter, toCode]) assert.throws(() => write(many, "dns"), { name: "PlanError", message: /this is a fleet/ });
  for (const owner of [undefined, null, "boss"]) assert.throws(() => toLetter(made, owner), { name: "PlanError", path: "owner" });
  for (const options of [undefined, null, {}, { start: new Date() }]) assert.throws(() => toIcs(made, options), { name: "PlanError", path: "start" });
  assert.throws(() => toIcs(made, { start, strat: 1 }), { name: "PlanError", path: "strat", message: /expected `start`/ });
  assert.throws(() => toIcs(made, {}), { message: /^a start is needed/ });
  assert.throws(() => toIcs(made, start), { name: "PlanError", path: "" });
  assert.throws(() => toIcs(many, { start }), { name: "PlanError", path: "start" });
  for (const name of [undefined, "toString", Symbol("plan")]) assert.throws(() => schema(name), { name: "PlanError", message: /there are request, plan/ });
});

test("a fleet and its texts", () => {
  const instances = [{ request: { ...REQUEST, name: "orders-prod" } }, { request: { ...REQUEST, name: "orders-test" } }];
  const calendar = { from: "2026-12-01", timeZone: "Europe/Amsterdam", windows: [{ weekdays: ["saturday"], from: "20:00", to: "04:00" }] };
  const made = fleet(instances, { simultaneous: 1, calendar });
  assert.equal(made.instances.length, 2);
  assert.ok(made.waves.length > 0 && made.schedule.length > 0);
  assert.match(toMarkdown(made), /^# /);
  assert.match(toCsv(made, "schedule"), /\r\n/);
  assert.match(toIcs(made), /^BEGIN:VCALENDAR/);
  assert.equal(toIcs(fleet(instances)), null);
  assert.throws(() => fleet([{ request: { tier: "gold" } }]), { name: "PlanError", path: "imported[0].request.tier" });
  assert.throws(() => fleet(instances, { simultaneous: 0 }), { name: "PlanError", path: "options.simultaneous" });
});

test("what is misspelt beside a request is named as well", () => {
  const request = { name: "a" };
  assert.throws(() => fleet([{ request, extras: { enviroment: "production" } }]), { path: "imported[0].extras.enviroment" });
  assert.throws(() => fleet([{ request, extra: {} }]), { path: "imported[0].extra" });
  assert.throws(() => compare(plan({}), plan({})), { name: "PlanError" });
});

test("schemas have no formats but those of JSON Schema", () => {
  for (const name of ["request", "plan"]) {
    const formats = JSON.stringify(schema(name)).match(/"format":"[^"]*"/g) ?? [];
    assert.deepEqual(formats.filter((format) => format !== '"format":"date"'), []);
  }
});

test("the texts of a fleet are of what it was made from, whatever becomes of that", () => {
  const request = { ...REQUEST, name: "orders" };
  const instances = [new Proxy({ request }, {})];
  const options = { simultaneous: 1 };
  const made = fleet(instances, options);
  const before = toCsv(made);
  request.name = "other";
  options.simultaneous = 0;
  instances.length = 0;
  assert.equal(toCsv(made), before);
});

test("a name that a spreadsheet would take for a formula is text in the tables, which have no mark of UTF-8", () => {
  const made = fleet([{ request: { ...REQUEST, name: '=HYPERLINK("x")-größe' } }]);
  assert.match(toCsv(made), /^Instance,[^]*\r\n"'=HYPERLINK\(""x""\)-größe",/);
});

test("descriptions, as text and as the bytes of a file in UTF-16", () => {
  const text = JSON.stringify({ type: "Microsoft.ApiManagement/service", name: "x", location: "West Europe", sku: { name: "Premium", capacity: 2 }, properties: {} });
  const imported = importDescription(text);
  assert.equal(imported[0].request.tier, "premium");
  assert.deepEqual(importDescription(new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"))), imported);
  assert.throws(() => importDescription("dear all"), PlanError);
});

test("descriptions, as bytes in whatever they are held", () => {
  const bytes = new TextEncoder().encode(`  ${JSON.stringify({ type: "Microsoft.ApiManagement/service", name: "x", sku: { name: "Premium", capacity: 2 } })}`);
  const foreign = runInNewContext("Uint8Array").from(bytes);
  for (const held of [bytes.buffer, foreign, foreign.buffer, new DataView(bytes.buffer, 2), bytes.subarray(1)]) {
    assert.deepEqual(importDescription(held), importDescription(bytes));
  }
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  for (const gone of [bytes, bytes.buffer]) assert.throws(() => importDescription(gone), { name: "PlanError", message: /transferred/ });
  for (const parsed of [{}, []]) assert.throws(() => importDescription(parsed), { name: "PlanError", message: /text or bytes.*JSON text/ });
  for (const value of [undefined, null, 5, new Map()]) assert.throws(() => importDescription(value), { name: "PlanError", message: /text or bytes/ });
});

test("links can be read by people, hold the answers and no names", () => {
  const query = encode({ ...REQUEST, name: "secret" });
  assert.match(query, /(^|&)tier=premium(&|$)/);
  assert.ok(query.includes("locations[0][name]=westeurope"), query);
  assert.doesNotMatch(query, /secret/);
  assert.deepEqual(decode(query), { ...REQUEST, locations: [{ name: "westeurope", units: 2 }] });
  assert.throws(() => decode(`${query}&locations[0][zones][kind]=both`), (error) => error instanceof PlanError && error.path.startsWith("locations[0].zones"));
  assert.throws(() => decode(7), PlanError);
});

test("an answer of a link that cannot be used is told, and the others are used", () => {
  const { request, dropped } = readLink("tier=premium&teir=basic&name=orders");
  assert.deepEqual(request, { tier: "premium" });
  assert.deepEqual(dropped.map(({ path }) => path), ["name", "teir"]);
  for (const { why } of dropped) assert.equal(typeof why, "string");
  assert.throws(() => readLink(7), PlanError);
});

test("version, age, schemas, init", async () => {
  assert.equal(version, JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")).version);
  assert.match(rules.checkedOn, /^\d{4}-\d{2}-\d{2}$/);
  assert.ok(rules.newestPage <= rules.checkedOn);
  assert.equal(await init(), undefined);
});

test("every rule says what it finds, and names sources that exist", () => {
  const known = new Set(sources().map(({ id }) => id));
  assert.equal(new Set(rules.list.map(({ id }) => id)).size, rules.list.length);
  for (const { id, severity, finds, basis, sources: cited } of rules.list) {
    assert.ok(["blocker", "risk", "note"].includes(severity) && ["stated", "derived"].includes(basis), id);
    assert.ok(finds.length > 0 && cited.length > 0 && cited.every((source) => known.has(source)), id);
  }
  for (const { rule } of plan(REQUEST).findings) assert.ok(rules.list.some(({ id }) => id === rule), rule);
});

test("an error is data: code, path, what is allowed, and the nearest word", () => {
  const refusal = (request) => {
    try {
      plan(request);
    } catch (error) {
      return error;
    }
    return assert.fail("it was not refused");
  };
  for (const [request, code, path, nearest] of [
    [{ vnett: 1 }, "unknownField", "vnett", "vnet"], [{ vnet: "interal" }, "unknownValue", "vnet", "internal"], [{ tier: 5 }, "wrongType", "tier", undefined],
    [{ locations: [{}] }, "missingField", "locations[0]", undefined], [{ locations: [{ name: "x", units: 0 }] }, "invalidValue", "locations[0].units", undefined],
    [{ goals: { zonk: true } }, "unknownField", "goals.zonk", undefined],
  ]) {
    const error = refusal(request);
    assert.deepEqual([error.code, error.path, error.nearest], [code, path, nearest], JSON.stringify(request));
    assert.equal(error.allowed === undefined, !code.startsWith("unknown"));
    assert.deepEqual(structuredClone(error.toJSON()), JSON.parse(JSON.stringify(error)));
    assert.equal(new PlanError(error.path, error.message).code, code);
  }
  assert.deepEqual(planMany([{ vnett: 1 }])[0].error, refusal({ vnett: 1 }).toJSON());
});

test("what people take away is made of a plan and what the caller knows", () => {
  const made = plan(REQUEST);
  const context = { link: "https://plan.contoso.example/#/plan?tier=premium", date: "2026-11-28", title: "CHG 17" };
  assert.match(toTicket(made, context), /^# CHG 17\n[^]*<https:\/\/plan\.contoso\.example\/#\/plan\?tier=premium>[^]*28 Nov 2026/);
  assert.match(toHtml(made, context), /<h1>CHG 17<\/h1>/);
  assert.match(toMarkdown(made, context), /^# CHG 17\n/);
  assert.match(toIcs(made, { start: "2026-12-01T20:00:00+01:00", context }), /\r\nURL:https:\/\/plan\.contoso\.example/);
  assert.match(toCsv(made, "paths", context), /https:\/\/plan\.contoso\.example/);
  assert.equal(toText(made), toText(made, 80));
  assert.ok(toText(made, 50).split("\n").every((line) => line.length <= 50 || !line.trim().includes(" ")));
  for (const write of [toTicket, toHtml, toMarkdown]) {
    assert.throws(() => write(made, { lnk: "x" }), { name: "PlanError", path: "context.lnk" });
    assert.throws(() => write(made, { date: "soon" }), { name: "PlanError", path: "context.date" });
  }
  for (const write of [toTicket, toHtml, toText]) assert.throws(() => write(fleet([])), { name: "PlanError", message: /this is a fleet/ });
  assert.throws(() => toMarkdown(fleet([]), context), { name: "PlanError", path: "context" });
});
