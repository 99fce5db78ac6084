// Many instances: the table by keyboard, filters, waves, one plan and back, ten thousand rows.

import assert from "node:assert/strict";
import { shot, spec, started } from "./harness.mjs";

const KINDS = [
  ["orders-dev", "Developer", "External", "West Europe", 1, "stv1"],
  ["orders-uat", "Premium", "Internal", "West Europe", 1, "stv1"],
  ["orders-prod", "Premium", "Internal", "West Europe", 4, "stv1"],
  ["partner", "Standard", "None", "North Europe", 2, "stv1"],
  ["mobile-prod", "Premium", "External", "UK South", 3, "stv2.1"],
  ["gateway-eu", "StandardV2", "None", "France Central", 2, undefined],
];

const instance = ([name, tier, vnet, location, capacity, platformVersion]) => ({
  id: `/subscriptions/1/resourceGroups/rg/providers/Microsoft.ApiManagement/service/${name}`,
  name,
  type: "Microsoft.ApiManagement/service",
  location,
  sku: { name: tier, capacity },
  properties: { platformVersion, virtualNetworkType: vnet },
});

const FLEET = KINDS.map(instance);

const at = "#/fleet";

async function read(page, list) {
  await started(page);
  await page.locator(".drop").click();
  await page.locator('#paste input[type="file"]').setInputFiles({
    name: "resource-graph.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(list)),
  });
  await page.locator('[data-import="fleet"]').click();
  await page.locator("[data-instance]").first().waitFor();
}

const names = (page) => page.locator(".fleet__name").allInnerTexts();

spec("the fleet says how many must move, and that nothing was uploaded or stored", { at }, async ({ page }) => {
  await read(page, FLEET);
  assert.match(await page.locator("#verdict-title").innerText(), /^4 of 6 instances must migrate/);
  assert.match(await page.locator(".verdict__status").innerText(), /6 instances read\. Nothing is sent or stored: after a reload, paste the description again\./);
  assert.equal(await page.locator("[data-instance]").count(), 6);
});

spec("filters leave what fits, and say how many that are", { at }, async ({ page }) => {
  await read(page, FLEET);
  await page.locator('input[value="must-move"]').check();
  assert.equal(await page.locator("[data-instance]").count(), 4);
  await page.locator("#fleet-text").fill("orders west");
  assert.deepEqual((await names(page)).sort(), ["orders-dev", "orders-prod", "orders-uat"]);
  assert.match(await page.locator('[data-live="rows"]').innerText(), /3 of 6/);
  await page.locator("#fleet-tier").selectOption("developer");
  assert.deepEqual(await names(page), ["orders-dev"]);
  await page.locator("#fleet-text").fill("nobody");
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await page.locator("[data-instance]").count(), 6);
});

spec("a column is sorted by its head, by keyboard, and announced", { at }, async ({ page }) => {
  await read(page, FLEET);
  const head = page.locator('[data-column="instance"]');
  await head.focus();
  await page.keyboard.press("Enter");
  const cell = page.locator("th", { has: head });
  assert.equal(await cell.getAttribute("aria-sort"), "ascending");
  const sorted = [...KINDS].map(([name]) => name).sort();
  assert.deepEqual(await names(page), sorted);
  await page.keyboard.press("Enter");
  assert.equal(await cell.getAttribute("aria-sort"), "descending");
  assert.deepEqual(await names(page), sorted.reverse());
  assert.equal(await head.evaluate((button) => button === document.activeElement), true, "the focus stays on the head");
});

spec("one instance opens as a plan, and the way back keeps the fleet and what was changed", { at }, async ({ page }) => {
  await read(page, FLEET);
  await page.locator("#fleet-text").fill("orders");
  await page.getByRole("button", { name: "orders-prod" }).click();
  await page.locator('[data-fleet="open"]').click();
  await page.locator('[data-fleet="of"]').waitFor();
  assert.match(await page.locator('[data-fleet="of"]').innerText(), /orders-prod, 3 of 6 in the fleet/);
  // Refuse downtime: the path of this instance changes.
  await page.locator("#q-downtimeAllowed input").nth(1).check();
  await page.locator('#verdict-title[data-recommended="same-subnet-new-vip"]').waitFor();
  await page.locator('[data-fleet="of"] a').click();
  await page.locator("[data-instance]").first().waitFor();
  assert.equal(await page.locator("#fleet-text").inputValue(), "orders");
  assert.match(await page.locator('[data-instance="2"]').innerText(), /Same subnet, new VIP/);
  assert.doesNotMatch(await page.evaluate(() => location.hash), /orders/);
});

spec("one instance opens as a plan although there are answers already", { at: "#/" }, async ({ page }) => {
  await started(page);
  await page.locator("#q-vnet input").nth(1).check();
  await page.evaluate(() => { location.hash = "#/fleet"; });
  await read(page, FLEET);
  await page.getByRole("button", { name: "orders-prod" }).click();
  await page.locator('[data-fleet="open"]').click();
  await page.locator('[data-fleet="of"]').waitFor();
  assert.doesNotMatch(await page.locator("body").innerText(), /came with a link/);
});

spec("days and hours put every run on the calendar", { at }, async ({ page }) => {
  await read(page, FLEET);
  await page.locator("#schedule-zone").fill("Europe/Amsterdam");
  await page.locator("#schedule-first").fill("2026-12-01");
  await page.locator('[data-day="Tuesday"]').check();
  await page.locator("table.calendar").waitFor();
  assert.equal(await page.locator(".ev b").count() >= 4, true);
  assert.match(await page.locator('[data-instance="2"]').innerText(), /Dec, 2\d:\d\d/);
  await page.locator("#schedule-zone").fill("Nowhere/Land");
  const error = page.locator("#schedule-zone-error");
  await error.waitFor();
  assert.match(await error.innerText(), /^“Nowhere\/Land” is not valid\. Enter a time zone/);
  // The last calendar that could be made stays, and is called that.
  await page.locator("table.calendar").waitFor();
  assert.match(await page.locator('.schedule [role="status"]').innerText(), /the last valid schedule/);
});

spec("a window that is too short is said at its field, and nobody has to decide", { at }, async ({ page }) => {
  await read(page, FLEET);
  const decisions = () => page.locator(".verdict .figures > div").last().innerText();
  const before = await decisions();
  await page.locator("#schedule-first").fill("2026-12-01");
  await page.locator('[data-day="Saturday"]').check();
  await page.locator("table.calendar").waitFor();
  await page.locator("#schedule-to").fill("20:10");
  const error = page.locator("#schedule-to-error");
  await error.waitFor();
  assert.match(await error.innerText(), /A migration of .* fits in no window: the longest window is 10 minutes\./);
  assert.equal(await decisions(), before);
  assert.match(await page.locator("#verdict-title").innerText(), /none is planned, 4 fit in no window\.$/);
  assert.match(await page.locator('#waves [data-conflict="window-too-short"]').first().innerText(), /Add a window of at least/);
  assert.match(await page.locator('[data-instance="2"]').innerText(), /no window/);
});

spec("days without runs are written down, and what is wrong with them is said there", { at }, async ({ page }) => {
  await read(page, FLEET);
  await page.locator("#schedule-first").fill("2026-12-01");
  await page.locator('[data-day="Tuesday"]').check();
  await page.locator("table.calendar").waitFor();
  const freezes = page.getByLabel(/^No migrations on/);
  assert.match(await page.locator(".calendar").innerText(), /1 Dec\s+wave 1/);
  await freezes.pressSequentially("2026-12-01 to 2026-12-14");
  await page.waitForFunction(() => /15 Dec\s+wave 1/.test(document.querySelector(".calendar").innerText));
  await freezes.fill("2026-12-14 to 2026-12-01");
  assert.match(await page.locator("#schedule-freezes-error").innerText(), /ends before it starts/);
  assert.equal(await freezes.getAttribute("aria-invalid"), "true");
});

spec("a blocker that does not stop a move is something to settle first, in its row and in the figures", { at }, async ({ page }) => {
  await read(page, [instance(["large", "Basic", "None", "East US", 3, "stv1"]), instance(["odd", "Developer", "External", "East US 2", 2, "stv1"])]);
  const row = page.locator('[data-instance="0"]');
  assert.match(await row.innerText(), /1 blocker/);
  assert.match(await row.innerText(), /East US, 3 units/);
  assert.equal(await row.locator(".watch--blocker").count(), 0);
  assert.match(await page.locator(".verdict .figures > div").last().innerText(), /2 planned with blockers/);
});

spec("an instance that is listed twice is one row", { at }, async ({ page }) => {
  await read(page, { data: [...FLEET, ...FLEET.slice(0, 2)] });
  assert.equal(await page.locator("[data-instance]").count(), FLEET.length);
});

spec("the fleet is taken along as files", { at, acceptDownloads: true }, async ({ page }) => {
  await read(page, FLEET);
  const saved = async (label) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-export="${label}"]`).click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  };
  assert.equal(JSON.parse(await saved("JSON")).instances.length, 6);
  assert.match(await saved("Instances as CSV"), /orders-prod/);
  assert.match(await saved("Markdown"), /4 of 6 instances must migrate/);
});

spec("the menus of the header take along what is looked at", { at, acceptDownloads: true }, async ({ page }) => {
  await read(page, FLEET);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator('[data-menu="JSON"]').click()]);
  assert.equal(download.suggestedFilename(), "apim-plan-fleet.json");
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Copy the fleet as Markdown" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator('.head__nav a[href="#/plan"]').click();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.locator('[data-menu="ics"]').waitFor();
});

spec("ten thousand rows stay quick", { at, timeout: 60_000 }, async ({ page }) => {
  const many = Array.from({ length: 10_000 }, (_, at) => {
    const [name, ...rest] = KINDS[at % KINDS.length];
    return instance([`${name}-${String(at).padStart(5, "0")}`, ...rest]);
  });
  const begin = Date.now();
  await read(page, many);
  const reading = Date.now() - begin;
  assert.equal(await page.locator("[data-instance]").count(), 100);
  /** From the press until what it asks for is painted: the page may take several turns for it. */
  const took = (act, place, shows) => page.evaluate(async ([act, place, shows]) => {
    const start = performance.now();
    document.querySelector(act).click();
    do {
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    } while (!document.querySelector(place)?.outerHTML.includes(shows) && performance.now() - start < 10_000);
    return performance.now() - start;
  }, [act, place, shows]);
  const sorting = await took('[data-column="instance"]', 'th:has([data-column="instance"])', 'aria-sort="ascending"');
  const paging = await took('[data-page="Next"]', ".pager p", "101–200");
  assert.match(await page.locator(".pager p").first().innerText(), /101–200 of 10000/);
  console.log(`10,000 instances: read and planned in ${reading} ms, sorted in ${Math.round(sorting)} ms, next page in ${Math.round(paging)} ms`);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 768, 1440]) {
    spec(`the fleet does not scroll sideways at ${width} px, ${colorScheme}`, {
      at, colorScheme, viewport: { width, height: 900 },
    }, async ({ page }) => {
      await read(page, FLEET);
      await page.locator('[data-instance="2"] .fleet__name').click();
      await page.locator('[data-day="Tuesday"]').check();
      await page.locator("table.calendar").waitFor();
      await shot(page, `fleet-${width}-${colorScheme}`);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${content} px of content in ${window} px`);
    });
  }
}
