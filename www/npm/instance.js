// The one instance of the module.

import load, * as functions from "./apim_plan.js";
import { PlanError } from "./errors.js";
import { connect, learnSources, read, write, writeEach } from "./tape.js";

let started;

/** Starts it at once: for places where that is allowed. `module`: a WebAssembly.Module or its bytes. */
export function start(module) {
  if (!started) begin(functions.initSync({ module }));
}

/** Starts it without blocking. `source`: bytes, a WebAssembly.Module, a Response, or a promise of one of them. */
export async function startLater(source) {
  if (!started) begin(await load({ module_or_path: source }));
}

function begin({ memory }) {
  connect({ memory, room: functions.room, sources: functions.sources });
  started = true;
}

function ready() {
  if (!started) throw new Error("apim-plan has not started yet: `await init()` once, before the first call");
}

/** Calls a function of the module with one value. */
export function call(name, value) {
  ready();
  return accepted(read(functions[name](write(value))));
}

/** Calls the one whose answer names sources. */
export function callForPlan(request) {
  ready();
  learnSources();
  return call("plan", request);
}

/** Calls it with an array whose elements are answered one by one, refusals included. */
export function callEach(name, values) {
  ready();
  const { size, refused } = writeEach(values);
  const answers = accepted(read(functions[name](size)));
  for (const [at, error] of refused) answers[at] = error;
  return answers;
}

/** Calls it with a text, or with bytes where it takes them. */
export function callWith(name, given) {
  ready();
  return accepted(read(functions[name](given)));
}

function accepted(answer) {
  if (answer instanceof PlanError) throw answer;
  return answer;
}
