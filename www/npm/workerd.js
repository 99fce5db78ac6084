// For Cloudflare's runtime, which compiles modules when a worker is deployed and never while it runs.

import module from "./apim_plan_bg.wasm";
import { start } from "./instance.js";

start(module);

export * from "./api.js";

/** Already done. */
export async function init() {}
