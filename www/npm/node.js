// For Node and Deno: ready as soon as it is imported. The bytes come from a module, not from a file, so that no permission
// is needed to read one and a bundler for the server has nothing to lose.

import { gunzipSync } from "node:zlib";
import { start } from "./instance.js";
import { packed } from "./inline.js";

start(gunzipSync(Buffer.from(packed, "base64")));

export * from "./api.js";

/** Already done. */
export async function init() {}
