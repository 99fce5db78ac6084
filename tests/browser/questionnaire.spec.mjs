// The questionnaire by keyboard alone, and what a reader finds there.

import assert from "node:assert/strict";
import { begin, shot, spec, started, unfold } from "./harness.mjs";

/** Presses Tab until the focus is on what the selector names, as somebody without a mouse does. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never reaches ${selector}`);
}

/** Goes to a group of radios and answers with its nth choice: Space takes the first, arrows go on from there. */
async function choose(page, field, nth) {
  await tabTo(page, `#q-${field} input`);
  await page.keyboard.press("Space");
  for (let at = 0; at < nth; at += 1) await page.keyboard.press("ArrowRight");
}

/** The number of units of a new region is what comes next: the focus goes there by itself. */
const atUnits = (page) => page.waitForFunction(() => document.activeElement.id.endsWith("-units"));

const verdict = (page) => page.locator("#verdict-title");

async function answer(page) {
  await choose(page, "platform", 0);
  await tabTo(page, "#q-tier-list");
  await page.keyboard.type("Premium");
  await choose(page, "vnet", 2);
  await tabTo(page, '[data-start="show"]');
  await page.keyboard.press("Enter");
  await page.locator("#questions-title").waitFor({ state: "attached" });
  const questions = page.locator("#view-questions");
  if (await questions.isVisible()) await questions.check({ force: true });
  // The focus is at the plan: one key leads back to what is open.
  await page.keyboard.press("n");
  await choose(page, "downtimeAllowed", 1);
}

spec("the questionnaire is answered by keyboard alone, and the verdict is announced", {}, async ({ page }) => {
  await started(page);
  await answer(page);
  assert.equal(await verdict(page).getAttribute("data-recommended"), "same-subnet-new-vip");
  const spoken = page.locator('[data-live="verdict"]');
  assert.equal(await spoken.getAttribute("role"), "status");
  assert.equal(await spoken.innerText(), await verdict(page).innerText());
  assert.equal(await page.locator('[data-path="same-subnet-new-vip"].is-yours').count(), 1);
  assert.equal(await page.locator('#downtime tr.is-yours[data-vnet="internal"][data-vip="new"]').count(), 1);
});

spec("the focus stays where it is while the plan changes around it", {}, async ({ page }) => {
  await started(page);
  await choose(page, "vnet", 2);
  const focused = () => page.evaluate(() => document.activeElement.closest(".q")?.id);
  assert.equal(await focused(), "q-vnet");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "q-vnet", "and on \"Not sure\" too");
});

spec("a link to an open question leads to it and leaves the address alone", {}, async ({ page }) => {
  await started(page);
  await begin(page);
  const before = page.url();
  await page.locator('.left a[href="#q-modifyInstance"]').click();
  assert.equal(await page.evaluate(() => document.activeElement.closest(".q")?.id), "q-modifyInstance");
  assert.equal(page.url(), before);
});

spec("regions are added, moved and removed by keyboard, the focus with them", {}, async ({ page }) => {
  await started(page);
  await begin(page);
  for (const name of ["West Europe", "northeurope"]) {
    await page.locator("#add-location").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await atUnits(page);
    await page.keyboard.type("2");
  }
  const order = () => page.locator(".region[data-region]").evaluateAll((all) => all.map((each) => each.dataset.region));
  assert.deepEqual(await order(), ["westeurope", "northeurope"]);
  await page.getByRole("button", { name: "Move North Europe up" }).focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await order(), ["northeurope", "westeurope"]);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Move North Europe down");
  await page.getByRole("button", { name: "Remove North Europe" }).focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await order(), ["westeurope"]);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Remove West Europe");
});

spec("a number that is none says so beside its field and stays as it was typed", {}, async ({ page }) => {
  await started(page);
  await begin(page);
  await page.locator("#add-location").click();
  await page.keyboard.type("West Europe");
  await page.keyboard.press("Enter");
  await atUnits(page);
  await page.keyboard.type("4o");
  const field = page.locator('.region[data-region="westeurope"] input[inputmode="numeric"]').first();
  assert.equal(await field.inputValue(), "4o");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  const message = await page.locator(`[id="${await field.getAttribute("aria-describedby")}"]`).innerText();
  assert.match(message, /whole number of units from 1 to 10000/);
});

spec("trying a change shows it, and going back undoes it", {}, async ({ page }) => {
  await started(page);
  await answer(page);
  await page.locator('[data-recommended="same-subnet-preserve-vip"] .btn').first().click();
  assert.equal(await verdict(page).getAttribute("data-recommended"), "same-subnet-preserve-vip");
  assert.match(await page.locator(".notice--try").innerText(), /Trying: If gateway downtime is acceptable\./);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Go back", "where to end it is where the hand is");
  // Wherever the page is scrolled to, it says that this is only tried.
  await page.locator("#sources").scrollIntoViewIfNeeded();
  assert.equal(await page.locator(".notice--try").evaluate((notice) => notice.getBoundingClientRect().top >= 0), true);
  await page.getByRole("button", { name: "Go back" }).press("Escape");
  assert.equal(await verdict(page).getAttribute("data-recommended"), "same-subnet-new-vip");
  assert.equal(await page.locator(".notice--try").count(), 0);
});

spec("ticks and answers are there on the next visit", {}, async ({ page }) => {
  await started(page);
  await answer(page);
  const step = page.locator(".step input").first();
  await step.check();
  await page.goto("about:blank");
  await page.goBack();
  await page.reload();
  await started(page);
  assert.equal(await verdict(page).getAttribute("data-recommended"), "same-subnet-new-vip");
  assert.equal(await step.isChecked(), true);
  // What is further down is not painted, and has no inner text, before it is scrolled to.
  assert.match(await page.locator("#checklist .lead").textContent(), /^1 of /);
});

spec("where storage is denied everything else works", {
  before: (page) => page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  }),
}, async ({ page }) => {
  await started(page);
  await answer(page);
  await page.locator(".step input").first().check();
  await page.locator("[data-theme-switch]").click();
  assert.equal(await verdict(page).getAttribute("data-recommended"), "same-subnet-new-vip");
});

for (const width of [320, 768, 1440]) {
  for (const colorScheme of ["light", "dark"]) {
    spec(`the plan at ${width} px, ${colorScheme}`, { viewport: { width, height: 900 }, colorScheme }, async ({ page }) => {
      await started(page);
      await answer(page);
      await shot(page, `questions-${width}-${colorScheme}`);
      if (width < 1152) await page.locator("#view-plan").check({ force: true });
      await shot(page, `plan-${width}-${colorScheme}`);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${content} px of content in ${window} px`);
    });
  }
}

spec("a question stays while it is answered, and then moves to the answered ones", {}, async ({ page }) => {
  await started(page);
  await begin(page);
  const within = (field) => page.locator(`#q-${field}`).evaluate((at) => (at.closest(".decides") ? "decides" : at.closest("details").innerText.split("\n")[0]));
  assert.equal(await within("vnet"), "decides");
  await page.locator("#q-vnet input").nth(1).check();
  assert.equal(await within("vnet"), "decides");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".q")?.id), "q-vnet");
  await page.locator("#q-modifyInstance input").nth(0).check();
  assert.equal(await within("vnet"), "Answered");
  assert.equal(await within("modifyInstance"), "decides");
  assert.ok((await page.locator(".decides .q--open").count()) <= 4);
});

spec("keys lead to the next open question and choose, and a field keeps its letters", {}, async ({ page }) => {
  await started(page);
  await begin(page);
  await page.keyboard.press("n");
  const at = () => page.evaluate(() => document.activeElement.closest(".q")?.id);
  assert.equal(await at(), "q-tier");
  // In a list of choices letters choose.
  await page.locator("#q-platform input").first().focus();
  for (let presses = 0; presses < 5 && (await at()) !== "q-vnet"; presses += 1) await page.keyboard.press("n");
  await page.keyboard.press("3");
  assert.equal(await page.locator("#q-vnet input").nth(2).isChecked(), true);
  await page.keyboard.press("?");
  assert.match(await page.locator("#keys:popover-open").innerText(), /next open question/);
  await page.keyboard.press("Escape");
  await unfold(page);
  await page.locator("#q-name-text").focus();
  await page.keyboard.type("n1");
  assert.equal(await page.locator("#q-name-text").inputValue(), "n1");
});

spec("each view counts what can change its own verdict", { at: "#/capacity?tier=premium&platform=stv2&locations[0][name]=westeurope&locations[0][units]=2" }, async ({ page }) => {
  await started(page);
  await page.locator(".left__list").waitFor();
  assert.match(await page.locator(".left").innerText(), /Peak load, West Europe/);
  assert.match(await page.locator(".left").innerText(), /zone/i);
  await page.locator('.head__nav a[href="#/plan"]').click();
  await page.locator(".left--none").waitFor();
});
