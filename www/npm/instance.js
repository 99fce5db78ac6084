// The one instance of the module.

import { build } from "./about.js";
import load, * as functions from "./apim_plan.js";
import { PlanError } from "./errors.js";
import { connect, forget, goOn, keep, learnSources, read, write, writeEach } from "./tape.js";

let started;

/** Starts it at once: for places where that is allowed. `module`: a WebAssembly.Module or its bytes. */
export function start(module) {
  if (!started) begin(functions.initSync({ module }));
}

/** Starts it without blocking. `module`: a WebAssembly.Module. */
export async function startLater(module) {
  // Before the glue sees it, which keeps the first that it is given. Another build's would answer in shapes of its own.
  const [bears] = WebAssembly.Module.customSections(module, "build");
  if (bears === undefined || new TextDecoder().decode(bears) !== build) {
    throw new Error("this is WebAssembly, but not the module that came with this script: take the file of the same package");
  }
  begin(await load({ module_or_path: module }));
}

function begin({ memory }) {
  connect({ memory, room: functions.room, sources: functions.sources });
  started = true;
}

/** Calls a function of the module with one value. */
export function call(name, value) {
  return accepted(answerOf(() => functions[name](write(value))));
}

/** Calls the one whose answer names sources. */
export function callForPlan(request) {
  return accepted(answerOf(() => {
    learnSources();
    return functions.plan(write(request));
  }));
}

/** Calls it with an array whose elements are answered one by one, refusals included. */
export function callEach(name, values) {
  let refused;
  const answers = accepted(answerOf(() => {
    const written = writeEach(values);
    refused = written.refused;
    return functions[name](written.size);
  }));
  for (const [at, error] of refused) answers[at] = error;
  return answers;
}

/** Calls it with a text, or with bytes where it takes them. */
export function callWith(name, given) {
  return accepted(answerOf(() => functions[name](given)));
}

/** What lies at the place that `ask` gives. A call may stand within another, whose value it is a getter of. */
function answerOf(ask) {
  if (!started) throw new Error("apim-plan has not started yet: `await init()` once, before the first call");
  const kept = keep();
  try {
    return read(ask());
  } catch (error) {
    if (error instanceof PlanError) throw error;
    forget();
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    throw new Error("apim-plan stopped midway, most likely for want of memory: hand in less at a time", { cause: error });
  } finally {
    goOn(kept);
  }
}

function accepted(answer) {
  if (answer instanceof PlanError) throw answer;
  return answer;
}
