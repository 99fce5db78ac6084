// The one instance of the module.

import load, * as functions from "./apim_plan.js";
import { PlanError } from "./errors.js";
import { read, write, writeEach } from "./tape.js";

let memory;

/** Starts it at once: for places where that is allowed. `module`: a WebAssembly.Module or its bytes. */
export function start(module) {
  memory ??= functions.initSync({ module }).memory;
}

/** Starts it without blocking. `source`: bytes, a WebAssembly.Module, a Response, or a promise of one of them. */
export async function startLater(source) {
  memory ??= (await load({ module_or_path: source })).memory;
}

function ready() {
  if (!memory) throw new Error("apim-plan has not started yet: `await init()` once, before the first call");
}

/** Calls a function of the module with one value. */
export function call(name, value) {
  ready();
  const { words, text } = write(value);
  return accepted(read(functions[name](words, text), memory));
}

/** Calls it with an array whose elements are answered one by one, refusals included. */
export function callEach(name, values) {
  ready();
  const { words, text, refused } = writeEach(values);
  const answers = accepted(read(functions[name](words, text), memory));
  for (const [at, error] of refused) answers[at] = error;
  return answers;
}

/** Calls it with a text, or with bytes where it takes them. */
export function callWith(name, given) {
  ready();
  return accepted(read(functions[name](given), memory));
}

function accepted(answer) {
  if (answer instanceof PlanError) throw answer;
  return answer;
}
