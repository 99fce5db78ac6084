// The one instance of the module.

import { build } from "./about.js";
import load, * as functions from "./apim_plan.js";

let started;

/** Starts it at once: for places where that is allowed. `module`: a WebAssembly.Module or its bytes. */
export function start(module) {
  if (started) return;
  functions.initSync({ module });
  started = true;
}

/** Starts it without blocking. `module`: a WebAssembly.Module. */
export async function startLater(module) {
  // Before the generated script sees it, which keeps the first module that it is given. The module of another build may have
  // other functions.
  const [bears] = WebAssembly.Module.customSections(module, "build");
  if (bears === undefined || new TextDecoder().decode(bears) !== build) {
    throw new Error("this is WebAssembly, but not the module that came with this script: take the file of the same package");
  }
  await load({ module_or_path: module });
  started = true;
}

/** Calls a function of the module. */
export function call(name, ...values) {
  if (!started) throw new Error("apim-plan has not started yet: `await init()` once, before the first call");
  try {
    return functions[name](...values);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    throw new Error("apim-plan stopped midway, most likely for want of memory: pass less at a time", { cause: error });
  }
}
