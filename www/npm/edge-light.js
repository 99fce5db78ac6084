// For Vercel's edge runtime: like workerd.js, in the spelling that its bundlers take for a compiled module.

import module from "./apim_plan_bg.wasm?module";
import { start } from "./instance.js";

start(module);

export * from "./api.js";

/** Already done. */
export async function init() {}
