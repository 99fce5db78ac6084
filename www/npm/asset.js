// Like the entry for browsers, with the module as a file of its own: it can be cached alone and compiled while it arrives.
// Written so that bundlers see the file and copy it.

import { kindOf } from "./errors.js";
import { startLater } from "./instance.js";
import { explained, once } from "./loading.js";

export * from "./api.js";

export const init = once((source = new URL("./apim_plan_bg.wasm", import.meta.url)) => explained(begin(source)));

async function begin(source) {
  const given = await source;
  const kind = kindOf(given);
  if (kind === "WebAssembly.Module") return startLater(given);
  if (ArrayBuffer.isView(given) || /^(Shared)?ArrayBuffer$/.test(kind)) return startLater(await WebAssembly.compile(given));
  if (kind === "Response") return startLater(await received(given));
  if (/^(String|URL|Request)$/.test(kind)) return startLater(await received(await fetched(given), given));
  throw new Error(`expected an address, a response, bytes or a compiled module, not ${kind.toLowerCase()}`);
}

async function fetched(source) {
  try {
    return await fetch(source);
  } catch (cause) {
    const advice = "is it within reach, and does its server allow this page to read it (CORS)? init() also takes the bytes";
    throw new Error(`${source.url ?? source} could not be fetched: ${advice}. (${cause.message})`, { cause });
  }
}

async function received(response, source = "the response") {
  const from = response.url || source;
  if (!response.ok) throw new Error(`the server answers ${response.status} for ${from}`);
  const type = response.headers.get("content-type") ?? "no content type";
  if (type === "application/wasm" && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  const bytes = await response.arrayBuffer();
  // A file that came under a wrong type is good all the same; a page in its place is not.
  if (bytes.byteLength < 4 || new DataView(bytes).getUint32(0) !== 0x0061736d) {
    throw new Error(`${from} came as ${type} and is no WebAssembly: is the file where it should be?`);
  }
  return WebAssembly.compile(bytes);
}
