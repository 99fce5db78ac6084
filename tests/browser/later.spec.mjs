// What the first view does without: it comes when somebody touches the page, and it may fail to come.

import assert from "node:assert/strict";
import { documented, spec, started } from "./harness.mjs";

/** Collects which pieces of the module a page asks for, without their digests. */
function pieces(page) {
  const asked = [];
  page.on("request", (request) => {
    const piece = /apim-plan-(\w+)-[0-9a-f]{16}\.wasm$/.exec(request.url())?.[1];
    if (piece) asked.push(piece);
  });
  return asked;
}

const paste = (page, text) => page.evaluate((text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
}, text);

spec("a plan needs no other piece; the first press of a key fetches the rest, once", { open: false }, async ({ page, base }) => {
  const asked = pieces(page);
  await page.goto(`${base}#/plan`);
  await started(page);
  await page.locator(".start").waitFor();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(asked, []);
  await page.keyboard.press("Tab");
  await page.locator('#menu-share [data-menu="link"]').waitFor({ state: "attached" });
  await page.keyboard.press("Tab");
  await page.locator('.head__nav a[href="#/fleet"]').click();
  await page.locator(".empty").waitFor();
  assert.equal(asked.filter((piece) => piece === "later").length, 1);
  assert.equal(new Set(asked).size, asked.length, asked.join(" "));
});

spec("an embedded plan fetches what it shows and not the tool", { open: false }, async ({ page, base }) => {
  const asked = pieces(page);
  await page.goto(`${base}#/embed/plan`);
  await page.locator("#embed").waitFor();
  await page.waitForLoadState("networkidle");
  assert.ok(asked.includes("embed") && !asked.includes("later"), asked.join(" "));
});

spec("a description is read that was pasted before anything was touched", {}, async ({ page }) => {
  await started(page);
  await paste(page, '{"name":"orders-prod","type":"Microsoft.ApiManagement/service","sku":{"name":"Premium","capacity":2},"location":"West Europe","properties":{}}');
  await page.locator("#paste [data-read]").waitFor();
  assert.match(await page.locator("#paste").innerText(), /orders-prod/);
});

spec("what does not come is told, asked for again, and then does what was wanted", {
  expects: [/response: 503/, /console: .*503/],
}, async ({ page }) => {
  let refuse = true;
  await page.route("**/apim-plan-later-*.wasm", (route) => (refuse ? route.fulfill({ status: 503 }) : route.continue()));
  await started(page);
  const again = page.locator('[data-later="again"]');
  await page.keyboard.press("Tab");
  await again.waitFor();
  assert.match(await page.locator(".notices").innerText(), /The plan works without it/);
  await page.locator('.head__nav a[href="#/capacity"]').click();
  await page.locator("main", { hasText: "This view did not load" }).waitFor();
  refuse = false;
  await again.click();
  await page.locator(".empty", { hasText: "No region yet" }).waitFor();
  assert.equal(await again.count(), 0);
});

spec("an embedded view that does not come says so too", {
  before: (page) => page.route("**/apim-plan-embed-*.wasm", (route) => route.fulfill({ status: 503 })),
  at: "#/embed/plan",
  expects: [/response: 503/, /console: .*503/],
}, async ({ page }) => {
  await page.locator('[data-later="again"]').waitFor();
  await page.unroute("**/apim-plan-embed-*.wasm");
  await page.locator('[data-later="again"]').click();
  await page.locator("#embed").waitFor();
});

spec("a server that calls modules anything may serve the pieces", {
  headers: (file) => ({ ...documented(file), ...(file.endsWith(".wasm") ? { "Content-Type": "application/octet-stream" } : {}) }),
}, async ({ page }) => {
  await started(page);
  await page.keyboard.press("Tab");
  await page.locator('#menu-share [data-menu="link"]').waitFor({ state: "attached" });
});
