// planner.html: the whole tool in one file, from a disk and inside a frame that may do next to nothing.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SITE, serve, shot, spec, started } from "./harness.mjs";

const FILE = join(SITE, "planner.html");
const REQUEST = { tier: "premium", platform: "stv1", vnet: "internal", downtimeAllowed: false };
const asked = (request) => encodeURIComponent(JSON.stringify(request));

// The file itself is asked for, and nothing else.
const FROM_DISK = { open: false, expects: [/^request: file:.*\/planner\.html/] };

const tier = (place) => place.locator("#q-tier-list");
const chosen = (list) => list.evaluate((list) => list.selectedOptions[0].text);

spec("from a disk it starts, answers, and keeps the answers in its address", FROM_DISK, async ({ page }) => {
  await page.goto(pathToFileURL(FILE).href);
  await started(page);
  await tier(page).selectOption({ label: "Developer" });
  await page.waitForFunction(() => location.hash.includes("tier=developer"));
  await page.reload();
  await started(page);
  assert.equal(await chosen(tier(page)), "Developer");
  await page.goto(`${pathToFileURL(FILE).href}#/reference`);
  await page.getByRole("heading", { name: "Documented facts, whatever the answers" }).waitFor();
  await shot(page, "single-reference");
});

spec("nothing large is compiled while the page stands still", {
  ...FROM_DISK,
  before: (page) => page.addInitScript(() => {
    globalThis.compiled = [];
    for (const name of ["Module", "Instance"]) {
      WebAssembly[name] = new Proxy(WebAssembly[name], {
        construct(target, [what, ...rest]) {
          compiled.push(what.byteLength ?? Infinity);
          return new target(what, ...rest);
        },
      });
    }
  }),
}, async ({ page }) => {
  await page.goto(pathToFileURL(FILE).href);
  await started(page);
  // The empty module that asks whether any may run.
  assert.deepEqual(await page.evaluate(() => compiled), [8]);
});

spec("from a disk a file is saved as anywhere", { ...FROM_DISK, acceptDownloads: true }, async ({ page }) => {
  await page.goto(pathToFileURL(FILE).href);
  await started(page);
  await page.getByRole("button", { name: "Export" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator('[data-menu="markdown"]').click()]);
  assert.match(await readFile(await file.path(), "utf8"), /^# /);
  assert.equal(await page.locator("#by-hand").isVisible(), false);
});

spec("it names by hash what runs in it, and leaves nothing to ask for", { open: false }, async () => {
  const page = await readFile(FILE, "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)[1];
  assert.match(policy, /^default-src 'none'; script-src ('sha256-[^']+' )+'wasm-unsafe-eval'; style-src/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|connect-src|https?:|\*/);
  assert.doesNotMatch(page, /(?:src|href)="(?!#|data:)(?!https:\/\/)[^"]+"/);
});

/** A host of another origin with the file among its attachments, in a frame with these attributes. */
async function attached(page, sandbox, address, body, around = "") {
  const folder = await mkdtemp(join(tmpdir(), "apim-plan-single-"));
  await copyFile(FILE, join(folder, "planner.html"));
  await writeFile(join(folder, "index.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Wiki</title>
    <link rel="icon" href="data:,"><h1>Wiki</h1>
    <iframe id="one" data-apim-plan title="Planner" ${sandbox} width="1240" height="700" src="planner.html${address}"></iframe>${around}`);
  const host = await serve({ folder, prefix: "/host/" });
  try {
    await page.goto(`${host.base}index.html`);
    const frame = page.frameLocator("#one");
    await frame.locator("#boot").waitFor({ state: "detached" });
    await body(frame);
  } finally {
    await page.goto("about:blank");
    await host.close();
    await rm(folder, { recursive: true });
  }
}

const SANDBOX = 'sandbox="allow-scripts"';
const IN_WIKI = { open: false, expects: [/^request: .*\/host\//] };

spec("in a sandboxed frame without storage the whole tool answers", IN_WIKI, async ({ page }) => {
  await attached(page, SANDBOX, "", async (frame) => {
    const denied = await frame.locator("html").evaluate(() => {
      try { return localStorage.length; } catch (error) { return error.name; }
    });
    assert.equal(denied, "SecurityError");
    await tier(frame).selectOption({ label: "Premium" });
    await frame.locator("#q-platform").getByLabel("stv1", { exact: true }).check({ force: true });
    await frame.locator("#q-vnet").getByLabel("Internal", { exact: true }).check({ force: true });
    await frame.locator('[data-start="show"]').click();
    await frame.locator("#verdict-title[data-recommended]").waitFor();
    // Another view and back: the answers are kept for as long as the frame is there.
    await frame.getByRole("link", { name: "Capacity" }).first().click();
    await frame.getByRole("link", { name: "Plan", exact: true }).first().click();
    assert.equal(await chosen(tier(frame)), "Premium");
    // The theme changes although nobody can remember it.
    await frame.locator("[data-theme-switch]").click();
    assert.equal(await frame.locator("html").getAttribute("data-theme"), "light");
  });
});

spec("where downloads are refused the text is shown, selected", {
  ...IN_WIKI, expects: [...IN_WIKI.expects, /Download is disallowed/],
}, async ({ page }) => {
  await attached(page, SANDBOX, "", async (frame) => {
    await tier(frame).selectOption({ label: "Premium" });
    await frame.getByRole("button", { name: "Export" }).click();
    await frame.locator('[data-menu="json"]').click();
    const text = frame.locator("#by-hand-text");
    await text.waitFor();
    assert.equal(typeof JSON.parse(await text.inputValue()).headline, "string");
    assert.equal(await selected(text), true);
    await frame.locator("[data-said]", { hasText: "copy the text that is shown" }).waitFor({ state: "attached" });
    await shot(page, "by-hand");
    await page.keyboard.press("Escape");
    await text.waitFor({ state: "hidden" });
  });
});

spec("where the clipboard is refused as well the text is shown, selected", {
  ...IN_WIKI,
  before: (page) => page.addInitScript(() => { document.execCommand = () => false; }),
}, async ({ page }) => {
  await attached(page, SANDBOX, "", async (frame) => {
    await frame.getByRole("button", { name: "Share" }).click();
    await frame.locator('[data-menu="copy-markdown"]').click();
    const text = frame.locator("#by-hand-text");
    await text.waitFor();
    assert.match(await text.inputValue(), /^# /);
    assert.equal(await selected(text), true);
    await frame.locator("#by-hand").getByRole("button", { name: "Close" }).click();
    await text.waitFor({ state: "hidden" });
  });
});

spec("with the old way of copying the clipboard is reached from a sandbox", IN_WIKI, async ({ page }) => {
  await attached(page, SANDBOX, "", async (frame) => {
    await frame.getByRole("button", { name: "Share" }).click();
    await frame.locator('[data-menu="copy-markdown"]').click();
    await frame.locator("[data-said]", { hasText: "Plan copied as Markdown." }).waitFor({ state: "attached" });
    assert.equal(await frame.locator("#by-hand").isVisible(), false);
  });
});

spec("one part of it grows where the host lets a script run", {
  open: false, expects: [/^request: .*\/host\//],
}, async ({ page, base }) => {
  await attached(page, SANDBOX, `#/embed/plan?r=${asked(REQUEST)}`, async (frame) => {
    assert.match(await frame.locator("#verdict-title").innerText(), /new VIP/);
    await page.waitForFunction(() => document.getElementById("one").style.height !== "");
    const [content, window] = await frame.locator("html").evaluate((html) => [html.scrollHeight, innerHeight]);
    assert.ok(content <= window + 1, `${content} px in a frame of ${window} px`);
  }, `<script src="${base}embed.js"></script>`);
});

function selected(text) {
  return text.evaluate((field) => document.activeElement === field && field.selectionStart === 0 && field.selectionEnd === field.value.length);
}
