// Units over zones and regions: what is left when one is lost, and the same by keyboard.

import assert from "node:assert/strict";
import { kept, shot, spec, started } from "./harness.mjs";

const ANSWERS = {
  tier: "premium",
  platform: "stv1",
  vnet: "internal",
  autoscale: { minimum: 4, maximum: 10, step: 1 },
  goals: { surviveZoneLoss: true },
  locations: [
    { name: "westeurope", units: 4, unitsNeeded: 4, subnet: { prefix: 27 } },
    { name: "northeurope", units: 2, unitsNeeded: 2, subnet: { prefix: 28 } },
  ],
};

const answered = (page) => page.addInitScript((answers) => {
  localStorage.setItem("apim-plan.answers", answers);
}, kept(ANSWERS));

const at = "#/capacity";
const west = (page) => page.locator('[data-zones="westeurope"]');

spec("the verdict names the units for the goal, and every region has its picture", { before: answered, at }, async ({ page }) => {
  await started(page);
  assert.match(await page.locator("#verdict-title").innerText(), /9 units instead of 6/);
  assert.equal(await page.locator("[data-zones]").count(), 2);
  assert.equal(await west(page).locator("svg.zone__units rect").count(), 6);
});

spec("a lost zone takes its units away, in the picture and in words", { before: answered, at }, async ({ page }) => {
  await started(page);
  const caption = west(page).locator("figcaption");
  assert.match(await caption.innerText(), /6 of 6 units serve/);
  await west(page).getByRole("radio", { name: "2" }).check();
  assert.match(await caption.innerText(), /4 of 6 units serve, exactly the units needed at peak/);
  assert.equal(await caption.getAttribute("aria-live"), "polite");
  assert.equal(await west(page).locator('.zone.is-lost').getAttribute("data-zone"), "2");
  assert.equal(await west(page).locator(".unit--lost").count(), 2);
  // The other region is as it was.
  assert.match(await page.locator('[data-zones="northeurope"] figcaption').innerText(), /3 of 3 units serve/);
});

spec("the switch is turned by arrow keys and keeps the focus", { before: answered, at }, async ({ page }) => {
  await started(page);
  await west(page).getByRole("radio", { name: "none" }).focus();
  for (const [key, zone] of [["ArrowRight", "1"], ["ArrowRight", "2"], ["ArrowLeft", "1"]]) {
    await page.keyboard.press(key);
    await west(page).locator(`.zone.is-lost[data-zone="${zone}"]`).waitFor();
    const focused = await page.evaluate(() => document.activeElement.closest("label")?.textContent);
    assert.equal(focused, zone);
  }
});

spec("a lost region shows what the others lack, and its own picture is empty", { before: answered, at }, async ({ page }) => {
  await started(page);
  const loss = page.locator("#region-loss");
  await loss.getByRole("radio", { name: "West Europe" }).check();
  assert.match(await loss.innerText(), /West Europe unavailable: short in North Europe by 4\./);
  assert.match(await west(page).locator("figcaption").innerText(), /0 of 6 units serve/);
  await loss.getByRole("radio", { name: "none" }).check();
  assert.match(await west(page).locator("figcaption").innerText(), /6 of 6 units serve/);
});

spec("what is imagined as lost is in no link and in no storage", { before: answered, at }, async ({ page }) => {
  await started(page);
  const before = await page.evaluate(() => location.hash);
  await west(page).getByRole("radio", { name: "2" }).check();
  assert.equal(await page.evaluate(() => location.hash), before);
  assert.equal(await page.evaluate(() => localStorage.getItem("apim-plan.answers")), kept(ANSWERS));
});

spec("without a region the page says what is missing", { at }, async ({ page }) => {
  await started(page);
  assert.match(await page.locator(".empty").innerText(), /No region yet/);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 768, 1440]) {
    spec(`the capacity plan does not scroll sideways at ${width} px, ${colorScheme}`, {
      before: answered, at, colorScheme, viewport: { width, height: 900 },
    }, async ({ page }) => {
      await started(page);
      await west(page).getByRole("radio", { name: "2" }).check();
      await shot(page, `capacity-${width}-${colorScheme}`);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${content} px of content in ${window} px`);
    });
  }
}
