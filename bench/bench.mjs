// The planner through the package in Node, and next to it three rule engines for the four-row table alone: all in one
// run on one machine, so that the ratios mean something. `cargo xtask bench` builds the package and calls this.

import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ZenEngine } from "@gorules/zen-engine";
import { Engine } from "json-rules-engine";
import Publicodes from "publicodes";

const { assess, plan, planMany } = await import(pathToFileURL(join(process.env.PACKAGE, "node.js")));

// The four rows of the table as the planner is asked for them, and an instance with everything answered.
const ROWS = ["external", "internal"].flatMap((vnet) => [true, false].map((downtimeAllowed) => (
  { tier: "premium", platform: "stv1", vnet, downtimeAllowed, validateFirst: !downtimeAllowed }
)));
const FULL = JSON.parse(readFileSync(new URL("full.json", import.meta.url), "utf8"));
/** What a program needs that calls often, or sends plans on. */
const SHORT = { paths: "recommended", sources: "ids" };
const FLEET = Array.from({ length: 100_000 }, (_, i) => ({ ...ROWS[i % ROWS.length], name: `apim-${i}` }));

/** The median time of one call in microseconds, over samples of at least a millisecond each. */
async function median(call, samples = 101) {
  const time = async (calls) => {
    const from = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) {
      const answer = call(i);
      if (answer instanceof Promise) await answer;
    }
    return Number(process.hrtime.bigint() - from) / 1000;
  };
  // One sample is long enough for the clock, and the compiler of the engine has done its part: it works beside the program
  // and takes most of a second, whoever is measured.
  let calls = 1;
  while (await time(calls) < 1000) calls *= 2;
  for (let warm = 0; warm < 1_000_000;) warm += await time(calls);
  const times = [];
  for (let i = 0; i < samples; i++) times.push(await time(calls) / calls);
  return times.sort((a, b) => a - b)[samples >> 1];
}

// The table alone: what the mode and the choice of the address cost.
const TABLE = [
  ["external", "preserve", { downtimeMinutes: 0, temporaryAddressMinutes: 20, retentionMinutes: 0 }],
  ["external", "new", { downtimeMinutes: 0, temporaryAddressMinutes: 0, retentionMinutes: 15 }],
  ["internal", "preserve", { downtimeMinutes: 20, temporaryAddressMinutes: 0, retentionMinutes: 0 }],
  ["internal", "new", { downtimeMinutes: 0, temporaryAddressMinutes: 0, retentionMinutes: 240 }],
];
const FIGURES = Object.keys(TABLE[0][2]);

function jsonRules() {
  const equal = (fact, value) => ({ fact, operator: "equal", value });
  const engine = new Engine(TABLE.map(([vnet, vip, params]) => (
    { conditions: { all: [equal("vnet", vnet), equal("vip", vip)] }, event: { type: "row", params } }
  )));
  return async (facts) => (await engine.run(facts)).events[0].params;
}

function goRules() {
  const column = (field) => ({ id: field, name: field, field, type: "expression" });
  const rules = TABLE.map(([vnet, vip, figures], at) => ({
    _id: `row${at}`, vnet: `"${vnet}"`, vip: `"${vip}"`, ...Object.fromEntries(FIGURES.map((field) => [field, `${figures[field]}`])),
  }));
  const content = { hitPolicy: "first", inputs: [column("vnet"), column("vip")], outputs: FIGURES.map(column), rules };
  const position = { x: 0, y: 0 };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify({
    nodes: [
      { id: "in", type: "inputNode", name: "in", position },
      { id: "table", type: "decisionTableNode", name: "table", position, content },
      { id: "out", type: "outputNode", name: "out", position },
    ],
    edges: [{ id: "1", sourceId: "in", targetId: "table", type: "edge" }, { id: "2", sourceId: "table", targetId: "out", type: "edge" }],
  })));
  return async (facts) => (await decision.evaluate(facts)).result;
}

function publicodes() {
  const rows = (field) => ({
    variations: TABLE.map(([vnet, vip, figures]) => ({ si: { "toutes ces conditions": [`vnet = '${vnet}'`, `vip = '${vip}'`] }, alors: figures[field] })),
  });
  const engine = new Publicodes({
    vnet: { "par défaut": "'external'" }, vip: { "par défaut": "'new'" }, ...Object.fromEntries(FIGURES.map((field) => [field, rows(field)])),
  });
  return ({ vnet, vip }) => {
    engine.setSituation({ vnet: `'${vnet}'`, vip: `'${vip}'` });
    return Object.fromEntries(FIGURES.map((field) => [field, engine.evaluate(field).nodeValue]));
  };
}

/** What the same machine took a moment ago without JavaScript: a name, a tab and microseconds on each line. */
function native() {
  const lines = process.env.NATIVE.split("\n").filter((line) => line.includes("\t"));
  return lines.map((line) => line.split("\t")).map(([name, micros]) => [`native: ${name}`, Number(micros)]);
}

const facts = TABLE.map(([vnet, vip]) => ({ vnet, vip }));

/** The median time of one of them, once it has been seen to answer as the table does. */
async function engine(row) {
  for (const [at, [, , figures]] of TABLE.entries()) deepEqual(await row(facts[at]), figures);
  return median((i) => row(facts[i % facts.length]));
}

const rules = await engine(jsonRules());
const lines = [
  ["json-rules-engine, the four-row table alone", rules],
  ["GoRules' engine, the same", await engine(goRules())],
  ["publicodes, the same", await engine(publicodes())],
  ["assess", await median((i) => assess(ROWS[i % ROWS.length]))],
  ["plan, recommended path and ids, few answers", await median((i) => plan(ROWS[i % ROWS.length], SHORT))],
  ["plan, recommended path and ids, two regions, all answers", await median(() => plan(FULL, SHORT))],
  ["plan, everything, few answers", await median((i) => plan(ROWS[i % ROWS.length]))],
  ["plan, everything, two regions, all answers", await median(() => plan(FULL))],
  ["planMany, per instance of 100,000", await median(() => planMany(FLEET), 5) / FLEET.length],
  ...native(),
];

const width = Math.max(...lines.map(([name]) => name.length));
console.log(`${"".padEnd(width)}  ${"median".padStart(12)}  ${"to the table".padStart(12)}`);
for (const [name, micros] of lines) {
  const ratio = micros / rules;
  console.log(`${name.padEnd(width)}  ${`${micros.toFixed(2)} µs`.padStart(12)}  ${`× ${ratio.toFixed(3)}`.padStart(12)}`);
}
