// The embed builder: by keyboard, from the share menu, and what it writes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { kept, shot, spec, started } from "./harness.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const REQUEST = { name: "orders-prod", tier: "premium", platform: "stv1", vnet: "internal", downtimeAllowed: false };

const answered = (page) => page.addInitScript((answers) => {
  if (location.protocol === "http:") localStorage.setItem("apim-plan.answers", answers);
}, kept(REQUEST));

const snippet = (page) => page.locator('[data-embed="snippet"]').innerText();

/** Presses Tab until the focus is on what the selector names. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never reaches ${selector}`);
}

spec("from the share menu to a copied snippet by keyboard alone", {
  before: answered, permissions: ["clipboard-read", "clipboard-write"],
}, async ({ page, base }) => {
  await started(page);
  await tabTo(page, '[popovertarget="menu-share"]');
  await page.keyboard.press("Enter");
  await tabTo(page, '[data-menu="embed"]');
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "embedding");
  assert.ok(page.url().includes("#/reference"), page.url());
  // Show: whole tool, then one to the right.
  await tabTo(page, '[data-embed="embed-view"] input');
  await page.keyboard.press("ArrowRight");
  assert.match(await snippet(page), /view="plan"/);
  await tabTo(page, '[data-embed="embed-form"] input');
  await page.keyboard.press("ArrowRight");
  assert.match(await snippet(page), /^<iframe data-apim-plan/);
  await tabTo(page, '[data-embed="copy"]');
  await page.keyboard.press("Enter");
  await page.locator("[data-said]", { hasText: "Copied." }).waitFor({ state: "attached" });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await snippet(page));
  assert.ok(copied.includes(`${base}#/embed/plan?tier=premium`), copied);
  assert.doesNotMatch(copied, /orders/);
  // And again from where it already is.
  await tabTo(page, '[popovertarget="menu-share"]').catch(() => page.locator('[popovertarget="menu-share"]').focus());
  await page.keyboard.press("Enter");
  await tabTo(page, '[data-menu="embed"]');
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "embedding");
});

spec("each wiki has its form, its steps, and this site in its line", { at: "#/reference" }, async ({ page, base }) => {
  await started(page);
  const { origin, host } = new URL(base);
  const recipe = (name) => page.locator(`[data-recipe="${name}"]`);
  const hosts = await page.locator("[data-recipe]").evaluateAll((all) => all.map((each) => each.dataset.recipe));
  assert.deepEqual(hosts, ["Confluence", "SharePoint", "MediaWiki", "MediaWiki with Widgets", "Notion", "Backstage TechDocs", "MkDocs", "Docusaurus"]);
  assert.equal(await recipe("SharePoint").locator("code").innerText(), host);
  assert.match(await recipe("Backstage TechDocs").locator("code").innerText(), new RegExp(`frame-src: \\["'self'", "${origin}"\\]`));
  assert.ok((await recipe("Docusaurus").locator("code").innerText()).includes(`${base}embed.js`));
  for (const name of hosts) {
    const take = recipe(name).getByRole("button", { name: /^Use the form/ });
    if (await take.count()) await take.click();
    const form = await recipe(name).locator(".tag").innerText();
    assert.match(await snippet(page), { Element: /^<div>\n<script/, Frame: /^<iframe/, Address: /^http/, Wikitext: /^\{\|/ }[form], name);
  }
});

// A wiki's switch reaches the element alone.
spec("left alone, colours are those of the wiki in an element and of the system in a frame", { at: "#/reference" }, async ({ page }) => {
  await started(page);
  const first = page.locator('[data-embed="embed-theme"] label').first();
  assert.equal(await first.innerText(), "Same as the wiki");
  await page.locator('[data-embed="embed-form"]').getByLabel("Frame", { exact: true }).check({ force: true });
  assert.equal(await first.innerText(), "Same as the system");
});

spec("the single file can be taken along", { at: "#/reference", acceptDownloads: true }, async ({ page }) => {
  await started(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "planner.html" }).click()]);
  assert.ok((await readFile(await file.path())).length > 500_000);
});

for (const view of ["tool", "plan", "table", "capacity", "doctor"]) {
  for (const [width, colorScheme] of [[320, "light"], [768, "dark"]]) {
    spec(`axe finds nothing on the embedded ${view} at ${width} px, ${colorScheme}`, {
      at: `#/embed/${view}?r=${encodeURIComponent(JSON.stringify({ ...REQUEST, locations: [{ name: "westeurope", units: 3 }] }))}`,
      colorScheme, viewport: { width, height: 900 }, bypassCSP: true, reducedMotion: "reduce",
    }, async ({ page }) => {
      await page.locator("#embed").waitFor();
      await page.evaluate(() => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
      await shot(page, `embed-${view}-${width}-${colorScheme}`);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        });
        return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target} ${node.failureSummary}`));
      });
      assert.deepEqual(found, []);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${content} px of content in ${window} px`);
    });
  }
}
