// The functions of the package.

import { expected, kindOf, PlanError } from "./errors.js";
import { call } from "./instance.js";
import { plain } from "./plain.js";

export { PlanError };
export { rules, version } from "./about.js";
export { schema } from "./schema.js";

export function plan(request, options) {
  return call("plan", plain(request), optional(options, "options"));
}

export function sources() {
  return call("sources");
}

export function assess(request) {
  return call("assess", plain(request));
}

export function planMany(requests) {
  if (!Array.isArray(requests)) throw expected("an array", requests);
  return Array.from(requests, (request) => {
    try {
      return assess(request);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      return { error: error.toJSON() };
    }
  });
}

/** The module refuses more as well, but only once it has the text in its memory: much more would not fit. */
const LARGEST = 512 << 20;

export function importDescription(description) {
  const isText = typeof description === "string";
  const given = isText ? description : bytesOf(description);
  if (given.length > LARGEST) throw new PlanError("", "more than 512 megabytes, too much to read at once; split it");
  return call(isText ? "importDescription" : "importFile", given);
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
  return call("compare", plain(before, "before"), plain(after, "after"), optional(path, "path"));
}

export function preflight(imported) {
  return call("preflight", plain(imported, "imported"));
}

export function collect(options) {
  return call("collect", optional(options, "options"));
}

/** What each fleet was made from: it holds no answers of its own from which it could be made again. */
const origins = new WeakMap();

export function fleet(imported, options) {
  if (!Array.isArray(imported)) throw expected("an array", imported);
  const origin = [plain(imported, "imported"), optional(options, "options")];
  const made = call("fleet", ...origin);
  origins.set(made, origin);
  return made;
}

export function toMarkdown(made, context) {
  if (isPlan(made)) return call("planMarkdown", requestOf(made), optional(context, "context"));
  onlyForPlans(context);
  return call("fleetMarkdown", ...originOf(made));
}

export function toCsv(made, table, context) {
  const wanted = optional(table, "table");
  if (isPlan(made)) return call("planCsv", requestOf(made), wanted, optional(context, "context"));
  onlyForPlans(context);
  return call("fleetCsv", ...originOf(made), wanted);
}

export function toIcs(made, options) {
  if (typeof (options ?? {}) !== "object") throw expected("options such as { start }", options);
  const { start, context, ...others } = options ?? {};
  for (const name of Object.keys(others)) throw new PlanError(name, `unknown option \`${name}\`, expected \`start\` or \`context\``);
  if (isPlan(made)) return call("planIcs", requestOf(made), optional(start, "start"), optional(context, "context"));
  if (start !== undefined) throw new PlanError("start", "only for a plan: a fleet starts when its schedule does");
  onlyForPlans(context);
  return call("fleetIcs", ...originOf(made));
}

export function toTicket(plan, context) {
  return call("planTicket", requestOfPlan(plan, "a ticket"), optional(context, "context"));
}

export function toHtml(plan, context) {
  return call("planHtml", requestOfPlan(plan, "an HTML report"), optional(context, "context"));
}

export function toText(plan, width) {
  return call("planText", requestOfPlan(plan, "a text"), optional(width, "width"));
}

export function toLetter(plan, owner, context) {
  return call("planLetter", requestOfPlan(plan, "a letter"), optional(owner, "owner"), optional(context, "context"));
}

export function toCode(made, tool, path) {
  if (origins.has(made)) throw new PlanError("", "code is made of a plan, and this is a fleet");
  if (!isPlan(made)) throw expected("a plan as plan() returned it", made);
  return call("planCode", requestOf(made), optional(tool, "tool"), optional(path, "path"));
}

export function encode(request) {
  return call("encode", plain(request));
}

export function decode(query) {
  if (typeof query !== "string") throw expected("text", query);
  return call("decode", query);
}

export function readLink(query) {
  if (typeof query !== "string") throw expected("text", query);
  return call("readLink", query);
}

function optional(value, field) {
  return value === undefined ? undefined : plain(value, field);
}

function isPlan(made) {
  return Array.isArray(made?.paths);
}

/** Plans carry their request, also when they come from a file: their texts are made from it anew. */
function requestOf({ request }) {
  if (!request) throw new PlanError("request", "the plan has lost its request; hand in the plan as plan() returned it");
  return plain(request, "request");
}

function requestOfPlan(made, what) {
  if (origins.has(made)) throw new PlanError("", `${what} is made of a plan, and this is a fleet`);
  if (!isPlan(made)) throw expected("a plan as plan() returned it", made);
  return requestOf(made);
}

function onlyForPlans(context) {
  if (context !== undefined) throw new PlanError("context", "only for a plan: a fleet has no link");
}

function originOf(made) {
  const origin = origins.get(made);
  if (!origin) throw new PlanError("", "neither a plan nor a fleet as fleet() returned it");
  return origin;
}
