// What www/hosting and docs/hosting.md tell servers to send, against what the page does when it is sent.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { SITE, documented, serve, spec, started } from "./harness.mjs";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const POLICY = documented("index.html")["Content-Security-Policy"];

test("every place says the same policy, and it is the one that all browser tests are served with", async () => {
  const own = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await read("www/index.html"))[1];
  assert.equal(POLICY, `${own}; frame-ancestors *`);
  const nginx = await read("www/hosting/nginx.conf");
  assert.equal(/map \$uri \$apim_plan_policy \{\s*default\s+"([^"]*)"/.exec(nginx)[1], POLICY);
  assert.ok((await read("docs/hosting.md")).includes(`\nContent-Security-Policy: ${POLICY}\n`));
  assert.ok((await read("README.md")).includes(`\nContent-Security-Policy: ${own}\n`));
});

/** What nginx.conf sends with a file, or with the word that there is none. */
async function byNginx(file, status = 200) {
  const conf = await read("www/hosting/nginx.conf");
  const maps = new Map([...conf.matchAll(/^map "?([^\s"]+)"? (\$\w+) \{([^]*?)^\}/gm)].map(([, key, name, body]) => {
    const asked = key.replace("$status", status).replace("$uri", `/apim-plan/${file}`);
    const [[, , otherwise], ...rules] = [...body.matchAll(/^\s*(?:"~([^"]*)"|default)\s+"([^"]*)";/gm)];
    return [name, rules.find(([, pattern]) => new RegExp(pattern).test(asked))?.[2] ?? otherwise];
  }));
  const added = [...conf.matchAll(/^\s*add_header (\S+) (?:"([^"]*)"|(\$\w+)) always;/gm)];
  return Object.fromEntries(added.map(([, name, value, variable]) => [name, value ?? maps.get(variable)]));
}

test("nginx and Azure Static Web Apps send the same with every file of the site", async () => {
  const files = await readdir(SITE);
  assert.ok(files.includes("planner.html") && files.includes("embed.js"), files.join(" "));
  for (const file of files) assert.deepEqual(await byNginx(file), documented(file), file);
});

// A browser that keeps a 404 for ever does not find the file once it is there.
test("nginx lets nobody keep that a file is missing", async () => {
  for (const file of await readdir(SITE)) {
    assert.equal((await byNginx(file, 404))["Cache-Control"], "no-cache", file);
    for (const status of [206, 304]) assert.deepEqual(await byNginx(file, status), documented(file), file);
  }
});

// Debian's own server is the default for every name, and would answer in place of one without a name.
test("nginx.conf has a name to fill in, and an answer for the folder without its slash", async () => {
  const nginx = await read("www/hosting/nginx.conf");
  assert.match(nginx, /^\s*server_name tools\.example;/m);
  assert.match(nginx, /^\s*location = \/apim-plan \{ return 301 \/apim-plan\/; \}/m);
  assert.match(nginx, /^\s*absolute_redirect off;/m);
});

test("GitHub Pages builds with the Rust that is asked for, and no publication is cut off", async () => {
  const asked = /^rust-version = "([^"]*)"$/m.exec(await read("Cargo.toml"))[1];
  const pages = await read("www/hosting/github-pages.yml");
  assert.equal(/RUSTUP_TOOLCHAIN: "([^"]*)"/.exec(pages)[1], asked);
  assert.match(pages, /cancel-in-progress: false/);
});

test("what is kept for ever has a digest in its name, and what has none is asked for anew", async () => {
  for (const file of await readdir(SITE)) {
    const kept = documented(file)["Cache-Control"] !== "no-cache";
    assert.equal(kept, /-[0-9a-f]{8,16}(_bg)?\.\w+$/.test(file), file);
  }
});

test("planner.html is held to its own policy alone", () => {
  assert.equal(documented("planner.html")["Content-Security-Policy"], "frame-ancestors *");
});

for (const prefix of ["/", "/apim-plan/", "/a path/with.dots/and~more/"]) {
  spec(`the page, the planner in a frame and the single file work below ${prefix}`, {
    prefix, open: false,
  }, async ({ page, base: at }) => {
    await page.goto(at);
    await started(page);
    await page.goto(`${at}#/embed/table`);
    await page.reload();
    await page.locator('[data-table="downtime"]').waitFor();
    await page.goto(`${at}planner.html`);
    await started(page);
  });
}

for (const [who, named] of [["sees the planner", true], ["sees nothing of it", false]]) {
  spec(`a wiki that the planner's server ${named ? "names" : "does not name"} ${who}`, {
    open: false,
    expects: [/request: .*\/host\//, ...(named ? [] : [/console: Framing .*frame-ancestors/])],
    headers: (file) => {
      const ancestors = `frame-ancestors 'self' ${named ? "http://127.0.0.1:*" : "https://wiki.example"}`;
      return { ...documented(file), "Content-Security-Policy": POLICY.replace("frame-ancestors *", ancestors) };
    },
  }, async ({ page, base }) => {
    const folder = await mkdtemp(join(tmpdir(), "apim-plan-named-"));
    await writeFile(join(folder, "index.html"), `<title>Wiki</title><link rel="icon" href="data:,"><iframe title="Plan" src="${base}#/embed/table"></iframe>`);
    const host = await serve({ folder, prefix: "/host/" });
    await page.goto(`${host.base}index.html`);
    if (named) await page.frameLocator("iframe").locator("#embed").waitFor();
    else assert.match(page.frames()[1].url(), /^chrome-error:/);
    await page.goto("about:blank");
    await host.close();
    await rm(folder, { recursive: true });
  });
}

test("a server that knows no types but those of nginx.conf serves what browsers accept", async () => {
  const { mimeTypes } = JSON.parse(await read("www/hosting/staticwebapp.config.json"));
  assert.equal(mimeTypes[".wasm"], "application/wasm");
  assert.match(await read("www/hosting/nginx.conf"), /types \{ application\/wasm wasm; \}/);
  const site = await serve({ headers: documented });
  const file = (await readdir(SITE)).find((name) => name.endsWith(".wasm"));
  const answer = await fetch(`${site.base}${file}`);
  assert.equal(answer.headers.get("content-type"), "application/wasm");
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  await answer.arrayBuffer();
  await site.close();
});
