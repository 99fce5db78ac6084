// The one instance of the module.

import load, * as exported from "./apim_plan.js";

let started = false;

/** Starts it at once: for places where that is allowed. `module`: a WebAssembly.Module or its bytes. */
export function start(module) {
  if (started) return;
  exported.initSync({ module });
  started = true;
}

/** Starts it without blocking. `source`: bytes, a WebAssembly.Module, a Response, or a promise of one of them. */
export async function startLater(source) {
  if (started) return;
  await load({ module_or_path: source });
  started = true;
}

/** Its functions, which take and give text. */
export function core() {
  if (!started) throw new Error("apim-plan has not started yet: `await init()` once, before the first call");
  return exported;
}
