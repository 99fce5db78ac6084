// What is there before the application is, and when it cannot be.

import assert from "node:assert/strict";
import { shot, spec, started } from "./harness.mjs";

const ROWS = "#downtime tbody tr";

spec("the page starts below any path, and asks for nothing but its own files", {}, async ({ page }) => {
  await started(page);
  assert.notEqual((await page.locator("#app").innerText()).trim(), "");
});

spec("the table is there before the rules are, and the bar counts them in", {
  open: false,
}, async ({ page, base }) => {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  // Not until everything has loaded: the module is being held back.
  await page.goto(base, { waitUntil: "commit" });
  await page.locator("#boot progress").waitFor();
  assert.equal(await page.locator(ROWS).count(), 4);
  const most = await page.locator("#boot progress").getAttribute("max");
  assert.ok(Number(most) > 1000, `the bar ends at the length of the module, not at ${most}`);
  await shot(page, "boot");
  release();
  await started(page);
});

spec("a site that may not run WebAssembly says which line its policy lacks", {
  headers: { "Content-Security-Policy": "script-src 'self'" },
  expects: [/policy: .*wasm-eval/],
}, async ({ page }) => {
  const notice = page.locator('[data-boot="refused"]');
  await notice.waitFor();
  assert.equal(await notice.locator("code").innerText(), "script-src 'self' 'wasm-unsafe-eval'");
  assert.equal(await page.locator(ROWS).count(), 4);
  await shot(page, "boot-refused");
});

spec("rules that do not arrive are named", {
  before: (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 503 })),
  expects: [/response: 503/, /console: .*503/],
}, async ({ page }) => {
  const notice = page.locator('[data-boot="failed"]');
  await notice.waitFor();
  assert.match(await notice.locator("code").innerText(), /_bg\.wasm: 503/);
  assert.equal(await page.locator(ROWS).count(), 4);
});

spec("without scripts the table and a word on why remain", { javaScriptEnabled: false }, async ({ page }) => {
  assert.match(await page.locator("noscript").innerText(), /Scripts are disabled/);
  assert.equal(await page.locator("progress").count(), 0);
  assert.equal(await page.locator(ROWS).count(), 4);
});

for (const width of [320, 1440]) {
  spec(`the frame does not scroll sideways at ${width} px`, {
    javaScriptEnabled: false,
    viewport: { width, height: 800 },
  }, async ({ page }) => {
    await shot(page, `boot-${width}`);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `${content} px of content in ${window} px`);
  });
}

spec("a saved theme holds from the first paint on", {
  before: (page) => page.addInitScript(() => localStorage.setItem("apim-plan.theme", '"dark"')),
  open: false,
}, async ({ page, base }) => {
  // Scripts of type module have not run yet when the parser has only just reached the body.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      globalThis.themeAtBody = document.documentElement.dataset.theme;
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(base);
  assert.equal(await page.evaluate(() => globalThis.themeAtBody), "dark");
});
