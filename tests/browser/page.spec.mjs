// Links, theme, paper, and what axe finds, on every view.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { begin, kept, spec, started, unfold } from "./harness.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = ["plan", "capacity", "fleet", "reference"];
// Internal, Premium, stv1, two regions, downtime refused: written by the page itself, see the first spec.
const ANSWERS = {
  tier: "premium", platform: "stv1", vnet: "internal", downtimeAllowed: false, customDomains: true, customDomainRecord: "a",
  dnsChangeMinutes: 25, goals: { surviveZoneLoss: true }, name: "apim-orders-prod", resourceGroup: "rg-orders",
  locations: [{ name: "westeurope", units: 4, subnet: { prefix: 27 } }, { name: "northeurope", units: 2, subnet: { prefix: 28 } }],
};

/** A visit by somebody who answered before. */
const answered = (page) => page.addInitScript((answers) => {
  // An empty page on the way has no storage.
  if (location.protocol === "http:") localStorage.setItem("apim-plan.answers", answers);
}, kept(ANSWERS));

const recommended = (page) => page.locator("#verdict-title").getAttribute("data-recommended");

spec("a copied link brings the answers to somebody else, and no names", {
  before: answered,
  permissions: ["clipboard-read", "clipboard-write"],
}, async ({ page, base }) => {
  await started(page);
  await page.getByRole("button", { name: "Share" }).click();
  await page.locator('[data-menu="link"]').click();
  await page.locator("[data-said]", { hasText: "Link copied." }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${base}#/plan?`) && link.includes("tier=premium") && link.includes("locations[0][name]=westeurope"), link);
  assert.doesNotMatch(decodeURIComponent(link), /orders/);

  const other = await (await page.context().browser().newContext()).newPage();
  await other.goto(link);
  await started(other);
  assert.equal(await recommended(other), await recommended(page));
  assert.equal(await other.locator(".region[data-region]").count(), 2);
  assert.equal(await other.locator("#q-name-text").inputValue(), "");
  await other.context().close();
});

spec("a link does not take the place of the reader's own answers for good", { before: answered }, async ({ page, base }) => {
  await started(page);
  const mine = await recommended(page);
  const code = await page.evaluate(() => location.hash);
  await page.goto("about:blank");
  // What an empty page writes for one answer: the mode alone.
  await page.goto(`${base}#/plan`);
  await started(page);
  assert.equal(await page.evaluate(() => location.hash), code, "the answers of the last visit");
  assert.equal(await recommended(page), mine);
});

// The page writes the answers into the address whenever it has drawn them, which may be between a step and its event.
spec("a step to another view counts although the address was written before its event", {}, async ({ page }) => {
  await started(page);
  await page.evaluate(() => {
    location.hash = "#/capacity";
    history.replaceState(null, "", "#/");
  });
  await page.waitForFunction(() => location.hash.startsWith("#/capacity") && document.title.startsWith("Capacity"));
});

spec("a reload changes nothing, and says nothing: names are there again", {}, async ({ page }) => {
  await started(page);
  await page.locator("#q-vnet input").nth(1).check();
  await begin(page);
  await page.locator("details:has(#q-name-text) > summary").click();
  await page.locator("#q-name-text").fill("orders-prod");
  const hash = await page.evaluate(() => location.hash);
  await page.reload();
  await started(page);
  assert.equal(await page.locator("#q-name-text").inputValue(), "orders-prod");
  assert.equal(await page.locator(".notices").count(), 0);
  assert.equal(await page.evaluate(() => location.hash), hash);
});

spec("the way back leads to the last view and keeps the answers given since", {}, async ({ page }) => {
  await started(page);
  await page.locator("#q-vnet input").nth(1).check();
  await begin(page);
  await page.locator('.head__nav a[href="#/capacity"]').click();
  await page.waitForFunction(() => document.title.startsWith("Capacity"));
  await unfold(page);
  await page.locator("#q-vnet input").nth(2).check();
  await page.goBack();
  await page.locator("#verdict-title").waitFor();
  assert.equal(await page.locator("#q-vnet input").nth(2).isChecked(), true);
  assert.equal(await page.locator(".notices").count(), 0);
});

spec("a calendar without a start says what is missing, at the field", {}, async ({ page }) => {
  await started(page);
  await page.getByRole("button", { name: "Export" }).click();
  await page.locator('[data-menu="ics"]').click();
  await page.locator("#run-start-error", { hasText: "Enter the start of the migration" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "run-start");
});

spec("a link without an answer that can be used says so and leaves the answers alone", { before: answered }, async ({ page }) => {
  await started(page);
  const mine = await recommended(page);
  await page.evaluate(() => { location.hash = "#/plan?teir=basic"; });
  const notice = page.locator(".notice--blocker");
  await notice.waitFor();
  assert.match(await notice.innerText(), /This link is incomplete or damaged.*teir: this version has no such question/s);
  assert.equal(await recommended(page), mine);
  await notice.getByRole("button", { name: "Close" }).click();
  assert.equal(await notice.count(), 0);
});

spec("an answer of a link that cannot be used is told, the others are used, and the reader's own come back", { before: answered }, async ({ page }) => {
  await started(page);
  const mine = await recommended(page);
  await page.evaluate(() => { location.hash = "#/plan?tier=premium&vnet=none&platform=stv9"; });
  const notice = page.locator(".notice--blocker");
  await notice.waitFor();
  assert.match(await notice.innerText(), /Some answers of this link can't be used.*platform: unknown value `stv9`/s);
  assert.notEqual(await recommended(page), mine);
  await notice.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Restore mine" }).click();
  assert.equal(await recommended(page), mine);
});

for (const reducedMotion of ["reduce", "no-preference"]) {
  for (const width of [320, 1440]) {
    spec(`the contents lead to each part at ${width} px, motion ${reducedMotion}`, {
      before: answered, reducedMotion, viewport: { width, height: 900 },
    }, async ({ page }) => {
      await started(page);
      for (const part of ["checklist", "paths", "commands"]) {
        await page.locator(`.toc a[href="#${part}"]`).click();
        await page.waitForFunction((part) => {
          const { top } = document.getElementById(part).getBoundingClientRect();
          return top >= 0 && top < 200;
        }, part);
      }
    });
  }
}

spec("the theme goes round in a circle and is there on the next visit", {}, async ({ page }) => {
  await started(page);
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  const button = page.locator("[data-theme-switch]");
  assert.equal(await theme(), undefined);
  await button.click();
  assert.equal(await theme(), "light");
  await button.click();
  assert.equal(await theme(), "dark");
  assert.match(await button.getAttribute("aria-label"), /dark/);
  await page.reload();
  await started(page);
  assert.equal(await theme(), "dark");
  await button.click();
  assert.equal(await theme(), undefined);
});

spec("on paper every fold is open, and what was folded is folded again", { before: answered }, async ({ page }) => {
  await started(page);
  const folded = () => page.locator(".plan details:not([open])").count();
  const before = await folded();
  assert.ok(before > 0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await folded(), 0);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".section--answers").isVisible(), true);
  assert.equal(await page.locator(".panel").isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await folded(), before);
});

spec("a number opens who says so", { before: answered }, async ({ page }) => {
  await started(page);
  await page.locator(".figures .src").first().click();
  const note = page.locator(".source:popover-open");
  assert.equal(await note.count(), 1);
  assert.match(await note.innerText(), /old\. Checked \d+ \w{3} \d{4}\./);
});

spec("an answer is saved, cleared, and brought back", { before: answered, acceptDownloads: true }, async ({ page }) => {
  await started(page);
  const mine = await recommended(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save answers" }).click(),
  ]);
  const saved = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.equal(saved.vnet, "internal");
  await page.getByRole("button", { name: "Clear all" }).click();
  await page.locator(".start").waitFor();
  await page.getByRole("button", { name: "Restore them" }).click();
  assert.equal(await recommended(page), mine);
  await page.getByRole("button", { name: "Clear all" }).click();
  await begin(page);
  await page.locator('input[type="file"][aria-label="Load answers from a file"]').setInputFiles(await file.path());
  await page.locator(`#verdict-title[data-recommended="${mine}"]`).waitFor();
});

for (const view of VIEWS) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 768, 1440]) {
      spec(`axe finds nothing on ${view} at ${width} px, ${colorScheme}`, {
        at: `#/${view}`, before: answered, colorScheme, viewport: { width, height: 900 }, bypassCSP: true, reducedMotion: "reduce",
      }, async ({ page }) => {
        await started(page);
        await page.evaluate(() => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
        // What is off the screen has no layout yet, and axe measures it.
        await page.addStyleTag({ content: ".section { content-visibility: visible !important; }" });
        await page.evaluate(AXE);
        for (const shown of (await page.locator(".views:visible").count()) > 0 ? ["view-questions", "view-plan"] : [""]) {
          if (shown) await page.locator(`#${shown}`).check({ force: true });
          const found = await page.evaluate(async () => {
            const { violations } = await globalThis.axe.run(document, {
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            });
            return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target} ${node.failureSummary}`));
          });
          assert.deepEqual(found, [], shown);
          const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.ok(content <= window, `${content} px of content in ${window} px`);
        }
      });
    }
  }
}

for (const width of [320, 768]) {
  spec(`nothing in a menu is cut off at ${width} px`, { before: answered, viewport: { width, height: 900 } }, async ({ page }) => {
    await started(page);
    for (const [menu, last] of [["menu-share", "embed"], ["menu-export", "ics"]]) {
      await page.locator(`[popovertarget="${menu}"]`).click();
      await page.locator(`[data-menu="${last}"]`).waitFor();
      const [content, room] = await page.locator(`#${menu}`).evaluate((at) => [at.scrollWidth, at.clientWidth]);
      assert.ok(content <= room, `${menu}: ${content} px in ${room} px`);
      await page.keyboard.press("Escape");
    }
  });
}
