// What somebody sees who arrives cold: what the page is for, and three ways to begin.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { begin, shot, spec, started } from "./harness.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const INSTANCE = {
  name: "orders-prod", type: "Microsoft.ApiManagement/service", location: "West Europe", sku: { name: "Premium", capacity: 2 },
  properties: { virtualNetworkType: "Internal", platformVersion: "stv1" },
};

spec("before anything is known there is a question, three doors and the table, and no verdict", {}, async ({ page }) => {
  await started(page);
  assert.match(await page.locator("h1").innerText(), /still on stv1\?$/);
  assert.equal(await page.locator(".door").count(), 3);
  assert.equal(await page.locator("#downtime tbody tr").count(), 4);
  for (const part of ["#verdict", ".figures", "#paths", "#sources", ".panel"]) {
    assert.equal(await page.locator(part).count(), 0, part);
  }
});

spec("three questions lead to a path, and stay answered", {}, async ({ page }) => {
  await started(page);
  await page.locator("#q-platform input").nth(0).check();
  await page.locator("#q-tier-list").selectOption({ label: "Premium" });
  await page.locator("#q-vnet input").nth(1).check();
  await begin(page);
  assert.equal(await page.locator("#verdict-title").getAttribute("data-recommended"), "same-subnet-preserve-vip");
  assert.equal(await page.evaluate(() => document.activeElement.id), "plan", "reading goes on at the plan");
});

spec("without an answer the plan says what to answer first", {}, async ({ page }) => {
  await started(page);
  await begin(page);
  assert.equal(await page.locator(".figures").count(), 0, "no dashes");
  assert.match(await page.locator(".left").innerText(), /Compute platform/);
});

spec("what is typed into the field is read by its button", {}, async ({ page }) => {
  await started(page);
  await page.locator("#paste-here").fill(JSON.stringify(INSTANCE));
  await page.locator('[data-start="read"]').click();
  await page.locator("#paste [data-read]").waitFor();
  await page.locator('[data-import="fill"]').click();
  await page.locator('#verdict-title[data-recommended="same-subnet-preserve-vip"]').waitFor();
});

spec("a command is copied, and its button says so for a while", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  await started(page);
  const button = page.locator("[data-copy]").first();
  await button.click();
  await button.locator("text=Copied").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^az apim show/);
  await button.locator("text=Copied").waitFor({ state: "detached", timeout: 5000 });
});

spec("each example opens as what it is", {}, async ({ page }) => {
  await started(page);
  for (let at = 0; at < 4; at += 1) {
    const link = page.locator(".examples a").nth(at);
    const target = (await link.getAttribute("href")).split("?")[0];
    await link.click();
    await page.waitForFunction((target) => location.hash.startsWith(target), target);
    await page.locator(target === "#/fleet" ? ".empty" : "#verdict-title").first().waitFor();
    if (at < 3) {
      if (!(await page.getByRole("button", { name: "Clear all" }).isVisible())) await page.locator("#view-questions").check({ force: true });
      await page.getByRole("button", { name: "Clear all" }).click();
      await page.locator('.head__nav a[href="#/plan"]').click();
      await page.locator(".start").waitFor();
    }
  }
});

for (const width of [320, 768, 1440]) {
  for (const colorScheme of ["light", "dark"]) {
    spec(`axe finds nothing on the start page at ${width} px, ${colorScheme}`, {
      viewport: { width, height: 900 }, colorScheme, bypassCSP: true, reducedMotion: "reduce",
    }, async ({ page }) => {
      await started(page);
      await page.evaluate(() => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
      await shot(page, `start-${width}-${colorScheme}`);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
        return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target} ${node.failureSummary}`));
      });
      assert.deepEqual(found, []);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${content} px of content in ${window} px`);
    });
  }
}
