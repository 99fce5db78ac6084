// For browsers and what bundles for them: the bytes are in a module, so there is no file to find, and nothing happens
// before `init()`.

import { startLater } from "./instance.js";
import { once, explained } from "./loading.js";
import { packed } from "./inline.js";

export * from "./api.js";

export const init = once(() => explained(unpacked().then(startLater)));

async function unpacked() {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("there is no DecompressionStream here. The entry apim-plan/asset does without: it takes the module as a file.");
  }
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(plain).arrayBuffer());
}
