// Loads the application, shows how far it is, and says so when it cannot run.

const boot = document.getElementById("boot");
const app = document.querySelector('meta[name="apim-plan-app"]');
// In planner.html alone: the module, compressed, in the page itself. What it needs has run by now.
const packed = document.getElementById("packed");
if (packed) packed.unpacked = unpacked;

// The smallest module there is: compiling it tells whether any may run, before the real one is asked for.
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

function whyNot() {
  if (typeof WebAssembly !== "object") return "missing";
  try {
    new WebAssembly.Module(EMPTY);
    return undefined;
  } catch {
    return "refused";
  }
}

/** A copy of what index.html has for this case. */
function words(id) {
  return document.getElementById(`boot-${id}`).content.cloneNode(true);
}

/** Puts a notice where the progress was, or on top when the application had already taken its place. */
function say(id, why) {
  const notice = words(id);
  const code = notice.querySelector("[data-boot-why]");
  if (code) code.textContent = why;
  if (boot.isConnected) boot.replaceWith(notice);
  else document.body.prepend(notice);
}

/** The same answer, its bytes counted on the way, and named as what it is whatever the server calls it. */
function counted(response, progress) {
  let received = 0;
  const counter = new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      progress.value = Math.min(received, progress.max);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": "application/wasm" } });
}

const at = (path) => new URL(path, document.baseURI).href;

/** Asked for nowhere: neither a disk nor a frame without an origin would answer. */
async function unpacked(id) {
  const data = document.getElementById(id);
  const bytes = Uint8Array.from(atob(data.textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

async function start() {
  boot.append(words("loading"));
  const progress = boot.querySelector("progress");
  // The length after decompression, which no header tells. Zero while developing: the bar then only moves.
  const length = Number(app.dataset.bytes);
  if (length > 0) {
    progress.max = length;
    progress.value = 0;
  }
  const [glue, response] = packed
    ? [packed.glue, await unpacked("packed")]
    : await Promise.all([import(at(app.content)), fetch(at(app.dataset.wasm))]);
  if (!response.ok) throw new Error(`${app.dataset.wasm}: ${response.status} ${response.statusText}`.trim());
  await glue.default({ module_or_path: length > 0 ? counted(response, progress) : response });
}

const refusal = whyNot();
if (refusal) {
  say(refusal);
} else {
  start().catch((error) => say("failed", String(error)));
}
