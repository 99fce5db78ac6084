// A browser before the built site, as strict as a reader's network: nothing but the site's own files, no complaint.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { mkdir, readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";

const PACKAGE = process.env.PACKAGE ?? new URL("../../dist/npm", import.meta.url).pathname;
const { schema } = await import(join(PACKAGE, "node.js"));

export const SITE = process.env.SITE ?? new URL("../../dist/site", import.meta.url).pathname;

// Somewhere below the root: a path that starts with a slash by mistake leads out of it.
const PREFIX = "/wiki/tools/apim-plan/";

// Without the last four, Chromium itself asks its maker's hosts for news.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
};

const AZURE = JSON.parse(await readFile(new URL("../../www/hosting/staticwebapp.config.json", import.meta.url), "utf8"));

/** The headers that `www/hosting` tells servers to send with a file of the site: every visit is served with them. */
export function documented(file) {
  const among = ({ route }) => {
    const kinds = /^\/\*\.\{(.*)\}$/.exec(route)?.[1].split(",");
    return kinds ? kinds.includes(extname(file).slice(1)) : route === `/${file}`;
  };
  return { ...AZURE.globalHeaders, ...AZURE.routes.find(among)?.headers };
}

/** What the page keeps of answers for the next visit: the request as it writes it, regions in one spelling. */
export function kept(request) {
  const order = Object.keys(schema("request").properties);
  const keys = Object.keys(request).sort((one, other) => order.indexOf(one) - order.indexOf(other));
  const locations = request.locations?.map((location) => ({ ...location, name: location.name.toLowerCase().replaceAll(/[\s-]/g, "") }));
  return JSON.stringify({ ...Object.fromEntries(keys.map((key) => [key, request[key]])), ...(locations && { locations }) });
}

let launched;

/** One browser for a file of specs, started by the first. Every visit has its own storage. */
function browser() {
  launched ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  return launched;
}

after(async () => (await launched)?.close());

/**
 * Serves a folder under a sub-path of a free port.
 *
 * @param {{ folder?: string, prefix?: string, headers?: Record<string, string> | ((file: string) => Record<string, string>) }}
 *   options `headers` come with every answer, as a server's own policy would.
 * @returns {Promise<{ base: string, close: () => Promise<void> }>}
 */
export async function serve({ folder = SITE, prefix = PREFIX, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://site").pathname));
    const file = path.endsWith("/") ? `${path}index.html` : path;
    const sent = typeof headers === "function" ? headers(file.slice(prefix.length)) : headers;
    try {
      if (!file.startsWith(prefix)) throw new Error("outside");
      const body = await readFile(join(folder, file.slice(prefix.length)));
      response.writeHead(200, { "Content-Type": KINDS[extname(file)] ?? "application/octet-stream", ...sent });
      response.end(body);
    } catch {
      response.writeHead(404, sent).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    base: `http://127.0.0.1:${server.address().port}${encodeURI(prefix)}`,
    close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); }),
  };
}

/** Collects what a page must not do: complain, be refused something, ask for anything but the files of `base`. */
export async function watch(context, base) {
  const problems = [];
  await context.exposeBinding("__refused", (_, text) => problems.push(text));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.__refused(`policy: ${event.effectiveDirective} refused ${event.blockedURI || "inline"}`);
    });
  });
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => problems.push(`error: ${error.error()}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob):/.test(url)) problems.push(`request: ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`response: ${response.status()} ${response.url()}`);
  });
  return problems;
}

/**
 * A test with a page before the site. It fails when the page did what {@link watch} collects, unless `expects` names it.
 *
 * @param {string} name
 * @param {{ at?: string, headers?: Record<string, string>, expects?: RegExp[], before?: Function, open?: boolean,
 *   [setting: string]: unknown }} options `at` follows the address, such as `#/table`; `before` is called with the
 *   page before it opens; `open: false` leaves the opening to the body; `prefix` is the path that the site
 *   stands below; everything else are settings of Playwright's
 *   browser context, such as `viewport` or `colorScheme`. All of `expects` must happen.
 * @param {(visit: { page: import("playwright-core").Page, base: string }) => Promise<void>} body
 */
export function spec(name, { at = "", headers = documented, prefix, expects = [], before, open = true, ...settings }, body) {
  test(name, { timeout: 120_000 }, async () => {
    const site = await serve({ headers, prefix });
    const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, ...settings });
    try {
      const problems = await watch(context, site.base);
      const page = await context.newPage();
      // Nothing here measures time: a busy machine is given it.
      page.setDefaultTimeout(30_000);
      await before?.(page);
      if (open) await page.goto(site.base + at);
      await body({ page, base: site.base });
      const unexpected = problems.filter((problem) => !expects.some((expected) => expected.test(problem)));
      assert.deepEqual(unexpected, [], "the page did what it must not");
      const missed = expects.filter((expected) => !problems.some((problem) => expected.test(problem)));
      assert.deepEqual(missed, [], "expected and did not happen");
    } finally {
      await context.close();
      await site.close();
    }
  });
}

/** Waits until the application has taken the place of the frame that index.html brings. */
export async function started(page) {
  await page.locator("#boot").waitFor({ state: "detached" });
  assert.equal(await page.locator("[data-boot]").count(), 0, "the application did not start");
  await page.locator('[data-later="coming"]').waitFor({ state: "detached" });
}

/** Goes on from the start page to the questions and the plan. */
export async function begin(page) {
  await page.locator('[data-start="show"]').click();
  await page.locator("#questions-title").waitFor();
}

/** Opens the folded questions of the panel. */
export const unfold = (page) => page.evaluate(() => { for (const fold of document.querySelectorAll(".panel details.group")) fold.open = true; });

/** Keeps a picture in the folder that `SCREENSHOTS` names, if it does. */
export async function shot(page, name, options = { fullPage: true }) {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), ...options });
}
