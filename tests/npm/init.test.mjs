// How the entries start that have to be started: in Node, where each test has its own copy of the package.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

const PACKAGE = process.env.PACKAGE ?? new URL("../../dist/npm", import.meta.url).pathname;
const home = mkdtempSync(join(tmpdir(), "apim-plan-"));
const bytes = readFileSync(join(PACKAGE, "apim_plan_bg.wasm"));
/** The name of its build is the last that it says. */
const anothers = Uint8Array.from(bytes).fill(0x78, -1);
/** Valid, and without a function. */
const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

let copies = 0;
async function fresh(entry = "asset.js") {
  const folder = join(home, `${(copies += 1)}`);
  cpSync(PACKAGE, folder, { recursive: true });
  return import(pathToFileURL(join(folder, entry)));
}

const server = createServer(({ url }, response) => {
  if (url === "/typed") response.setHeader("content-type", "application/wasm").end(bytes);
  else if (url === "/untyped") response.end(bytes);
  else if (url === "/page") response.setHeader("content-type", "text/html").end("<!doctype html>");
  else response.writeHead(404).end();
});
let at;
before(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  at = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  server.close();
  rmSync(home, { recursive: true });
});

describe("what the module can come from", () => {
  const sources = {
    bytes: () => bytes,
    "a buffer": () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    "a compiled module": () => new WebAssembly.Module(bytes),
    "a text": () => `${at}/typed`,
    "an address": () => new URL(`${at}/untyped`),
    "a request": () => new Request(`${at}/typed`),
    "a response": () => fetch(`${at}/untyped`),
    "a promise of a response": () => ({ then: (done, failed) => fetch(`${at}/typed`).then(done, failed) }),
    "a promise of an address": async () => `${at}/typed`,
  };
  for (const [name, source] of Object.entries(sources)) {
    test(name, async () => {
      const { init, assess } = await fresh();
      await init(name === "a response" ? await source() : source());
      assert.equal(assess({}).status, "unknown");
    });
  }
});

describe("what it cannot come from is named, and the next source is tried", () => {
  const sources = {
    "a number": [() => 5, /^expected an address, a response, bytes or a compiled module, not number$/],
    null: [() => null, /not null$/],
    "an object": [() => ({ url: `${at}/typed` }), /not object$/],
    "a page": [() => `${at}/page`, /page came as text\/html and is no WebAssembly/],
    "nothing there": [() => fetch(`${at}/none`), /the server answers 404 for .*\/none$/],
    "out of reach": [() => "http://127.0.0.1:1/x.wasm", /^http:\/\/127\.0\.0\.1:1\/x\.wasm could not be fetched.*takes the bytes/],
    "a request out of reach": [() => new Request("http://127.0.0.1:1/x.wasm"), /^http:\/\/127\.0\.0\.1:1\/x\.wasm could not be fetched/],
    "another module": [() => empty, /not the module that came with this script/],
    "the module of another build": [() => anothers, /not the module that came with this script/],
    "no module": [() => Uint8Array.of(1, 2, 3, 4), /WebAssembly/],
  };
  for (const [name, [source, said]] of Object.entries(sources)) {
    test(name, async () => {
      const { init, assess } = await fresh();
      await assert.rejects(init(source()), ({ message }) => {
        const [, reason] = /^apim-plan could not start: (.*)/.exec(message);
        assert.match(reason, said);
        return true;
      });
      await init(bytes);
      assert.equal(assess({}).status, "unknown");
    });
  }
});

test("of two at a time the second begins with its own source when the first has failed", async () => {
  const { init, assess } = await fresh();
  const [first, second, third] = [init(empty), init(bytes), init(null)];
  await assert.rejects(first, /not the module/);
  await Promise.all([second, third]);
  assert.equal(assess({}).status, "unknown");
});

test("where the bytes cannot be unpacked, the other entry is named", async () => {
  const { init } = await fresh("browser.js");
  const { DecompressionStream } = globalThis;
  delete globalThis.DecompressionStream;
  await assert.rejects(init(), /apim-plan\/asset/);
  globalThis.DecompressionStream = DecompressionStream;
  const [one, two] = [init(), init()];
  assert.equal(one, two);
  await one;
});
