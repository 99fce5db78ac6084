// The functions of the package.

import { PlanError } from "./errors.js";
import { call, callEach, callForPlan, callWith } from "./instance.js";

export { PlanError };
export { rules, version } from "./about.js";
export { schema } from "./schema.js";

export function plan(request) {
  return callForPlan(request);
}

export function assess(request) {
  return call("assess", request);
}

// So many requests cross at a time: enough to make the crossing cheap, few enough to keep the tape short.
const BATCH = 1_000;

export function planMany(requests) {
  const answers = [];
  for (let from = 0; from < requests.length; from += BATCH) {
    for (const answer of callEach("planMany", requests.slice(from, from + BATCH))) {
      answers.push(answer instanceof PlanError ? { error: { path: answer.path, message: answer.message } } : answer);
    }
  }
  return answers;
}

export function importDescription(description) {
  if (description instanceof Uint8Array) return callWith("importFile", description);
  return callWith("importDescription", textOf(description));
}

export function compare(before, after, path) {
  return call("compare", { before, after, path });
}

/** What each fleet was made from: it holds no answers of its own from which it could be made again. */
const origins = new WeakMap();

export function fleet(imported, options) {
  const origin = { imported, options };
  const made = call("fleet", origin);
  origins.set(made, origin);
  return made;
}

export function toMarkdown(made) {
  return isPlan(made) ? call("planMarkdown", requestOf(made)) : call("fleetMarkdown", originOf(made));
}

export function toCsv(made, table) {
  return isPlan(made) ? call("planCsv", { ...requestOf(made), table }) : call("fleetCsv", { ...originOf(made), table });
}

export function toIcs(made, { start } = {}) {
  return isPlan(made) ? call("planIcs", { ...requestOf(made), start }) : call("fleetIcs", originOf(made));
}

export function toLetter(made, owner) {
  return call("planLetter", { ...requestOf(made), owner });
}

export function encode(request) {
  return call("encode", request);
}

export function decode(code) {
  return callWith("decode", textOf(code));
}

function textOf(given) {
  if (typeof given !== "string") throw new PlanError("", `expected text, got ${given === null ? "null" : typeof given}`);
  return given;
}

function isPlan(made) {
  return Array.isArray(made?.paths);
}

/** Plans carry their request, also when they come from a file: their texts are made from it anew. */
function requestOf({ request }) {
  if (!request) throw new PlanError("request", "the plan has lost its request; hand in the plan as plan() returned it");
  return { request };
}

function originOf(made) {
  const origin = origins.get(made);
  if (!origin) throw new PlanError("", "neither a plan nor a fleet as fleet() returned it");
  return origin;
}
