// Like the entry for browsers, with the module as a file of its own: it can be cached alone and compiled while it arrives.
// Written so that bundlers see the file and copy it.

import { startLater } from "./instance.js";
import { once, explained } from "./loading.js";

export * from "./api.js";

export const init = once((source = new URL("./apim_plan_bg.wasm", import.meta.url)) => explained(begin(source)));

async function begin(source) {
  if (source instanceof WebAssembly.Module || source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return startLater(source);
  }
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`the server answers ${response.status} for ${response.url || source}`);
  const type = response.headers.get("content-type") ?? "no content type";
  if (type.startsWith("application/wasm")) return startLater(response);
  const bytes = await response.arrayBuffer();
  // A file that came under a wrong type is good all the same; a page in its place is not.
  if (new DataView(bytes).byteLength < 4 || new DataView(bytes).getUint32(0) !== 0x0061736d) {
    throw new Error(`${response.url || source} came as ${type} and is no WebAssembly: is the file where it should be?`);
  }
  return startLater(bytes);
}
