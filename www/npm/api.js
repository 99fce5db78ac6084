// The functions of the package.

import { expected, kindOf, PlanError } from "./errors.js";
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
  if (!Array.isArray(requests)) throw expected("an array", requests);
  const answers = [];
  for (let from = 0; from < requests.length; from += BATCH) {
    for (const answer of callEach("planMany", requests.slice(from, from + BATCH))) {
      answers.push(answer instanceof PlanError ? { error: { path: answer.path, message: answer.message } } : answer);
    }
  }
  return answers;
}

/** The module refuses more as well, when it has it in its memory: what is much more would not fit. */
const LARGEST = 512 << 20;

export function importDescription(description) {
  const isText = typeof description === "string";
  const given = isText ? description : bytesOf(description);
  if (given.length > LARGEST) throw new PlanError("", "more than 512 megabytes, too much to read at once; split it");
  return callWith(isText ? "importDescription" : "importFile", given);
}

function bytesOf(given) {
  const isView = ArrayBuffer.isView(given);
  const kind = kindOf(given);
  if (!isView && kind !== "ArrayBuffer" && kind !== "SharedArrayBuffer") {
    throw expected("text or bytes", given, kind === "Object" || kind === "Array" ? "; hand in the JSON text itself" : "");
  }
  try {
    return isView ? new Uint8Array(given.buffer, given.byteOffset, given.byteLength) : new Uint8Array(given);
  } catch {
    throw new PlanError("", "these bytes are no longer here: their buffer was transferred");
  }
}

export function compare(before, after, path) {
  return call("compare", { before, after, path });
}

/** What each fleet was made from: it holds no answers of its own from which it could be made again. */
const origins = new WeakMap();

export function fleet(imported, options) {
  const origin = { imported, options };
  const made = call("fleet", origin);
  origins.set(made, copyOf(origin));
  return made;
}

/** Of what the module has taken: plain data, but perhaps behind a Proxy, which `structuredClone` refuses. */
function copyOf(value) {
  if (value === null || typeof value !== "object") return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  for (const key of Object.keys(copy)) copy[key] = copyOf(copy[key]);
  return copy;
}

export function toMarkdown(made) {
  return isPlan(made) ? call("planMarkdown", requestOf(made)) : call("fleetMarkdown", originOf(made));
}

export function toCsv(made, table) {
  return isPlan(made) ? call("planCsv", { ...requestOf(made), table }) : call("fleetCsv", { ...originOf(made), table });
}

export function toIcs(made, options) {
  if (typeof (options ?? {}) !== "object") throw expected("options such as { start }", options);
  const { start, ...others } = options ?? {};
  for (const name of Object.keys(others)) throw new PlanError(name, `unknown option \`${name}\`, expected \`start\``);
  if (isPlan(made)) return call("planIcs", { ...requestOf(made), start });
  if (start !== undefined) throw new PlanError("start", "only for a plan: a fleet starts when its schedule does");
  return call("fleetIcs", originOf(made));
}

export function toLetter(made, owner) {
  if (origins.has(made)) throw new PlanError("", "a letter is made of a plan, and this is a fleet");
  if (!isPlan(made)) throw expected("a plan as plan() returned it", made);
  return call("planLetter", { ...requestOf(made), owner });
}

export function encode(request) {
  return call("encode", request);
}

export function decode(code) {
  if (typeof code !== "string") throw expected("text", code);
  return callWith("decode", code);
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
