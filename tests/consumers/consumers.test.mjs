// The packed package in the hands of those who use it: every consumer answers every golden case as the crate does.

import assert from "node:assert/strict";
import { execFile, execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";

const HERE = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const ROOT = join(HERE, "../..");
const PACKAGE = process.env.PACKAGE ?? join(ROOT, "dist/npm");
const WORK = join(HERE, ".work");
const INSTALLED = join(WORK, "node_modules/apim-plan");
const bin = (name) => join(HERE, "node_modules/.bin", name);
const run = async (program, args, options) => {
  const { stdout } = await promisify(execFile)(program, args, { cwd: WORK, maxBuffer: 1 << 28, ...options });
  return stdout;
};

const native = execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "apim-plan-tests", "--bin", "answers"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
const cases = native.trim().split("\n").map((line) => JSON.parse(line));
const requests = cases.map(({ request }) => request);
const expected = cases.map(({ answer }) => answer);
/** Those that are no refusals. */
const accepted = requests.filter((_, at) => !expected[at].error);
const wanted = expected.filter(({ error }) => !error);

let tarball;
/** The files in it, as npm lists them. */
let packed;
let browser;
let site;

before(async () => {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  for (const app of readdirSync(join(HERE, "apps"))) copyFileSync(join(HERE, "apps", app), join(WORK, app));
  writeFileSync(join(WORK, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }');
  writeFileSync(join(WORK, "requests.json"), JSON.stringify(requests));
  const [made] = JSON.parse(await run("npm", ["pack", PACKAGE, "--json", "--pack-destination", WORK]));
  packed = made.files;
  tarball = join(WORK, made.filename);
  await run("npm", ["install", "--offline", "--no-save", "--no-package-lock", tarball]);

  site = await serve(WORK);
  const { chromium } = await import("playwright-core");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** A static server that sends the types a careful host sends. `/plain/...` sends none, `/strict/...` forbids WebAssembly. */
async function serve(folder) {
  const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };
  const server = createServer((request, response) => {
    const [, mode, path] = /^(?:\/(plain|strict))?(\/[^?]*)/.exec(request.url);
    const file = join(folder, path);
    if (path.endsWith("/page.html")) {
      const headers = { "content-type": "text/html" };
      if (mode === "strict") headers["content-security-policy"] = "default-src 'self'; script-src 'self' 'unsafe-inline'";
      const script = new URL(request.url, "http://x").searchParams.get("script");
      response.writeHead(200, headers);
      return response.end(`<!doctype html><title>x</title>${script ? `<script type="module" src="${script}"></script>` : ""}`);
    }
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, mode === "plain" && path.endsWith(".wasm") ? {} : { "content-type": types[extname(file)] ?? "text/plain" });
    response.end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  server.address_ = `http://127.0.0.1:${server.address().port}`;
  return server;
}

async function inBrowser(address, ask) {
  const page = await browser.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  try {
    await page.goto(address);
    return await ask(page);
  } catch (error) {
    error.message += `\n${wrong.join("\n")}`;
    throw error;
  } finally {
    await page.close();
  }
}

async function answersAt(address, asked = requests) {
  return inBrowser(address, async (page) => {
    await page.waitForFunction(() => window.answer);
    // As text: taking objects out of a page value by value takes a hundred times as long.
    return JSON.parse(await page.evaluate(async (asked) => JSON.stringify(await window.answer(JSON.parse(asked))), JSON.stringify(asked)));
  });
}

const scripted = (script, mode = "") => `${site.address_}${mode}/page.html?script=${script}`;

test("there are cases", () => assert.ok(requests.length > 50 && expected.some(({ error }) => error)));

test("Node, import", async () => assert.deepEqual(JSON.parse(await run(process.execPath, ["node.mjs", "requests.json"])), expected));

test("Node, require", async () => assert.deepEqual(JSON.parse(await run(process.execPath, ["node.cjs", "requests.json"])), expected));

test("Deno, without a permission but to read the cases", async () => {
  const out = await run(bin("deno"), ["run", "--quiet", "--no-prompt", "--node-modules-dir=manual", "--allow-read=requests.json", "node.mjs", "requests.json"], {
    env: { ...process.env, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
  });
  assert.deepEqual(JSON.parse(out), expected);
});

describe("TypeScript, strict", () => {
  for (const [module, resolution] of [["node16", "node16"], ["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    test(`module ${module}, resolution ${resolution}`, () => run(bin("tsc"), [
      "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--target", "es2022", "--module", module,
      "--moduleResolution", resolution, "--types", "node", "strict.mts",
    ]).catch(({ stdout }) => assert.fail(stdout)));
  }

  test("a CommonJS module, and nothing but the language: neither Node's types nor a browser's", () => run(bin("tsc"), [
    "--noEmit", "--strict", "--target", "es2022", "--lib", "es2022", "--typeRoots", "none", "--module", "node16", "--moduleResolution", "node16", "strict.cts",
  ]).catch(({ stdout }) => assert.fail(stdout)));
});

test("a script tag, nothing bundled", async () => {
  writeFileSync(join(WORK, "tag.mjs"), readFileSync(join(WORK, "answers.mjs"), "utf8")
    .replace('"apim-plan"', '"./node_modules/apim-plan/browser.js"') + "\nwindow.answer = answers;\n");
  assert.deepEqual(await answersAt(scripted("/tag.mjs")), expected);
});

test("a script tag and the file, under its type and under none", async () => {
  writeFileSync(join(WORK, "file.mjs"), readFileSync(join(WORK, "asset.mjs"), "utf8").replace('"apim-plan/asset"', '"./node_modules/apim-plan/asset.js"'));
  assert.deepEqual(await answersAt(scripted("/file.mjs"), accepted), wanted);
  assert.deepEqual(await answersAt(scripted("/plain/file.mjs"), accepted.slice(0, 3)), wanted.slice(0, 3));
});

test("the page of the README", async () => {
  const [, page] = /```html\n([^]*?)```/.exec(readFileSync(join(INSTALLED, "README.md"), "utf8"));
  writeFileSync(join(WORK, "readme.html"), `<!doctype html><title>x</title><body>${page}`);
  await inBrowser(`${site.address_}/readme.html`, (page) => page.waitForFunction(() => document.body.innerText.includes("# ")));
});

test("a policy that forbids WebAssembly is named, with the word to add", async () => {
  const said = await inBrowser(`${site.address_}/strict/page.html`, (page) => page.evaluate(async (address) => {
    const { init } = await import(address);
    return init().then(() => "started", ({ message }) => message);
  }, `${site.address_}/node_modules/apim-plan/browser.js`));
  assert.match(said, /'wasm-unsafe-eval' to its script-src/);
});

test("a page in the place of the file is named", async () => {
  const said = await inBrowser(`${site.address_}/page.html`, (page) => page.evaluate(async (address) => {
    const { init } = await import(address);
    return init("/page.html").then(() => "started", ({ message }) => message);
  }, `${site.address_}/node_modules/apim-plan/asset.js`));
  assert.match(said, /came as text\/html and is no WebAssembly/);
});

test("before init() the caller is told of it", async () => {
  const said = await inBrowser(`${site.address_}/page.html`, (page) => page.evaluate(async (address) => {
    const { init, plan } = await import(address);
    let first;
    try { plan({}); } catch ({ message }) { first = message; }
    const [one, two] = [init(), init()];
    await Promise.all([one, two]);
    return [first, one === two, plan({}).status];
  }, `${site.address_}/node_modules/apim-plan/browser.js`));
  assert.match(said[0], /await init\(\)/);
  assert.deepEqual(said.slice(1), [true, "unknown"]);
});

const modulesIn = (folder) => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".wasm"));

describe("Vite", () => {
  const settings = { root: WORK, logLevel: "error", configFile: false };

  test("build: no file beside the script", async () => {
    const { build } = await import("vite");
    await build({ ...settings, build: { outDir: "vite", lib: { entry: "browser.mjs", formats: ["es"], fileName: "app" } } });
    assert.deepEqual(modulesIn(join(WORK, "vite")), []);
    assert.deepEqual(await answersAt(scripted("/vite/app.js")), expected);
  });

  test("build with apim-plan/asset: one file, found by itself", async () => {
    const { build } = await import("vite");
    writeFileSync(join(WORK, "index.html"), '<!doctype html><title>x</title><script type="module" src="/asset.mjs"></script>');
    await build({ ...settings, base: "./", build: { outDir: "vite-asset" } });
    assert.equal(modulesIn(join(WORK, "vite-asset")).length, 1);
    assert.deepEqual(await answersAt(`${site.address_}/vite-asset/index.html`, accepted.slice(0, 3)), wanted.slice(0, 3));
  });

  test("dev", async () => {
    const { createServer: dev } = await import("vite");
    const server = await dev({ ...settings, server: { port: 0, host: "127.0.0.1", hmr: false }, cacheDir: "vite-cache", optimizeDeps: { entries: ["browser.mjs"] } });
    try {
      await server.listen();
      writeFileSync(join(WORK, "dev.html"), '<!doctype html><title>x</title><script type="module" src="/browser.mjs"></script>');
      assert.deepEqual(await answersAt(`http://127.0.0.1:${server.httpServer.address().port}/dev.html`), expected);
    } finally {
      await server.close();
    }
  });
});

describe("webpack", () => {
  const pack = async (entry, name) => {
    const { default: webpack } = await import("webpack");
    const stats = await promisify(webpack)({ mode: "production", context: WORK, entry, output: { path: join(WORK, name), filename: "app.js", publicPath: "auto" }, performance: { hints: false } });
    assert.equal(stats.hasErrors() || stats.hasWarnings(), false, stats.toString("errors-warnings"));
  };

  test("no file beside the script", async () => {
    await pack("./browser.mjs", "webpack");
    assert.deepEqual(modulesIn(join(WORK, "webpack")), []);
    assert.deepEqual(await answersAt(scripted("/webpack/app.js")), expected);
  });

  test("apim-plan/asset: one file, found by itself", async () => {
    await pack("./asset.mjs", "webpack-asset");
    assert.equal(modulesIn(join(WORK, "webpack-asset")).length, 1);
    assert.deepEqual(await answersAt(scripted("/webpack-asset/app.js"), accepted.slice(0, 3)), wanted.slice(0, 3));
  });
});

test("workerd", async () => {
  const { build } = await import("esbuild");
  const out = join(WORK, "workerd");
  await build({
    absWorkingDir: WORK, entryPoints: ["worker.mjs"], bundle: true, format: "esm", outdir: out, outExtension: { ".js": ".mjs" },
    conditions: ["workerd"], loader: { ".wasm": "copy" }, assetNames: "[name]", logLevel: "error",
  });
  writeFileSync(join(out, "config.capnp"), `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (compatibilityDate = "2025-01-01", modules = [
    (name = "worker.mjs", esModule = embed "worker.mjs"),
    (name = "apim_plan_bg.wasm", wasm = embed "apim_plan_bg.wasm"),
  ]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);`);
  const server = spawn(bin("workerd"), ["serve", "config.capnp", "--control-fd=3"], { cwd: out, stdio: ["ignore", "inherit", "inherit", "pipe"] });
  try {
    const port = await new Promise((done, failed) => {
      server.once("exit", () => failed(new Error("workerd did not start")));
      server.stdio[3].on("data", (data) => {
        const event = String(data).split("\n").filter(Boolean).map((line) => JSON.parse(line)).find(({ event }) => event === "listen");
        if (event) done(event.port);
      });
    });
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: JSON.stringify(requests) });
    assert.deepEqual(await response.json(), expected);
  } finally {
    server.removeAllListeners("exit");
    server.kill();
  }
});

test("publint finds nothing", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: INSTALLED, strict: true });
  assert.deepEqual(messages, []);
});

test("are-the-types-wrong finds nothing", () => run(bin("attw"), [tarball, "--format", "ascii", "--no-color", "--exclude-entrypoints", "apim_plan.wasm"])
  .catch(({ stdout }) => assert.fail(stdout)));

test("the package holds what it needs and nothing else", () => {
  const files = packed.map(({ path }) => path).sort();
  const installed = readdirSync(INSTALLED, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.deepEqual(installed.map(({ parentPath, name }) => relative(INSTALLED, join(parentPath, name))).sort(), files);
  assert.deepEqual(files, [
    "LICENSE", "README.md", "about.js", "api.js", "apim_plan.js", "apim_plan_bg.wasm", "asset.cjs", "asset.d.cts", "asset.d.ts", "asset.js", "browser.js", "cli.js",
    "cli/commands.js", "cli/commands/assess.js", "cli/commands/check.js", "cli/commands/collect.js", "cli/commands/compare.js", "cli/commands/completion.js", "cli/commands/fleet.js", "cli/commands/import.js",
    "cli/commands/letter.js", "cli/commands/link.js", "cli/commands/plan.js", "cli/commands/schema.js", "cli/context.js", "cli/fail-on.js", "cli/read.js",
    "cli/terminal.js", "cli/usage.js", "cli/write.js",
    "edge-light.js", "errors.js", "index.d.cts", "index.d.ts", "inline.js", "instance.js", "loading.js", "nearest.js", "node.cjs", "node.js",
    "package.json", "plain.js", "schema.js", "types.d.cts", "workerd.js",
  ]);
  const { scripts = {}, dependencies = {} } = JSON.parse(readFileSync(join(INSTALLED, "package.json"), "utf8"));
  assert.deepEqual([scripts, dependencies], [{}, {}]);
});

test("nothing makes code from text, and nothing waits at the top of a module", () => {
  for (const file of readdirSync(INSTALLED).filter((file) => file.endsWith(".js"))) {
    const text = readFileSync(join(INSTALLED, file), "utf8");
    assert.doesNotMatch(text, /\beval\(|new Function\b/, file);
    if (file !== "cli.js") assert.doesNotMatch(text, /^(const .* = )?await /m, file);
  }
});
