// Pasting, dropping and choosing a description: what was understood, what was not, and nothing leaves the page.

import assert from "node:assert/strict";
import { begin, shot, spec, started } from "./harness.mjs";

const INSTANCE = {
  id: "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-orders/providers/Microsoft.ApiManagement/service/orders-prod",
  name: "orders-prod",
  type: "Microsoft.ApiManagement/service",
  location: "West Europe",
  sku: { name: "Premium", capacity: 2 },
  properties: {
    platformVersion: "stv1",
    virtualNetworkType: "Internal",
    publisherEmail: "somebody@example.org",
    hostnameConfigurations: [{ type: "Proxy", hostName: "api.example.org", encodedCertificate: "c2VjcmV0LXNlY3JldA==" }],
  },
};

const panel = (page) => page.locator("#paste");
const field = (page) => panel(page).getByRole("textbox", { name: "Description" });

const open = async (page) => {
  await started(page);
  await page.locator(".drop").click();
  await field(page).waitFor();
};

spec("a pasted instance is shown field by field before it fills the questions", {}, async ({ page }) => {
  await open(page);
  await field(page).fill(JSON.stringify(INSTANCE));
  await panel(page).locator('[data-import="read"]').click();
  const read = panel(page).locator("[data-read]");
  await read.waitFor();
  assert.match(await read.locator('[data-field="tier"]').innerText(), /Premium/);
  assert.match(await read.locator('[data-field="vnet"]').innerText(), /Internal/);
  assert.match(await read.locator('[data-field="locations[0].units"]').innerText(), /2/);
  // Secrets and names of people are told to have been there, and no more.
  const all = await panel(page).innerText();
  assert.doesNotMatch(all, /somebody@|c2VjcmV0/);
  await shot(page, "import-preview", {});
  await panel(page).locator('[data-import="fill"]').click();
  await page.locator("#verdict-title[data-recommended]").waitFor();
  assert.equal(await page.locator("#verdict-title").getAttribute("data-recommended"), "same-subnet-preserve-vip");
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...localStorage })), /somebody@|c2VjcmV0/);
});

spec("a mistake is named with its place, and the text stays", {}, async ({ page }) => {
  await open(page);
  const wrong = '{ "name": "orders-prod", "sku": { "name": "Premium", }';
  await field(page).fill(wrong);
  await panel(page).locator('[data-import="read"]').click();
  const error = panel(page).locator(".q__error");
  await error.waitFor();
  assert.match(await error.innerText(), /Line 1/);
  assert.equal(await field(page).inputValue(), wrong);
  assert.equal(await field(page).getAttribute("aria-invalid"), "true");
  assert.equal(await field(page).getAttribute("aria-describedby"), await error.getAttribute("id"));
});

spec("text pasted anywhere on the page opens the panel with what was read", {}, async ({ page }) => {
  await started(page);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, JSON.stringify(INSTANCE));
  await panel(page).locator("[data-read]").waitFor();
});

spec("words pasted into a field are left to that field; a description is none, nor is a choice a field", {}, async ({ page }) => {
  await started(page);
  await begin(page);
  const paste = (selector, text) => page.evaluate(([selector, text]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.querySelector(selector).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, [selector, text]);
  await paste("#q-name-text", "orders");
  assert.equal(await panel(page).isVisible(), false);
  for (const selector of [".panel input[type=radio]", "#q-name-text"]) {
    await paste(selector, JSON.stringify(INSTANCE));
    await panel(page).locator("[data-read]").waitFor();
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "hidden" });
  }
});

spec("a dropped file in UTF-16, as PowerShell writes it, is read", {}, async ({ page }) => {
  await started(page);
  await page.evaluate((text) => {
    const units = new Uint16Array([0xfeff, ...Array.from(text, (sign) => sign.charCodeAt(0))]);
    const file = new File([units.buffer], "apim.json");
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, JSON.stringify(INSTANCE));
  await panel(page).locator("[data-read]").waitFor();
  assert.match(await panel(page).innerText(), /apim\.json/);
});

spec("of two dropped files the first is read, and said to be the first", {}, async ({ page }) => {
  await started(page);
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    for (const name of ["a.json", "b.json"]) dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, JSON.stringify(INSTANCE));
  await panel(page).locator("[data-read]").waitFor();
  assert.match(await panel(page).innerText(), /in a\.json, the first of 2 files: orders-prod/);
});

spec("a chosen file with two instances opens the fleet", {}, async ({ page }) => {
  await open(page);
  const two = [INSTANCE, { ...INSTANCE, name: "orders-dev", id: INSTANCE.id.replace("orders-prod", "orders-dev") }];
  await panel(page).locator('input[type="file"]').setInputFiles({
    name: "list.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(two)),
  });
  await panel(page).locator('[data-import="fleet"]').click();
  await page.locator("[data-instance]").first().waitFor();
  assert.equal(await page.locator("[data-instance]").count(), 2);
  assert.match(await page.evaluate(() => location.hash), /^#\/fleet/);
});

spec("several instances: what is missing is told before the fleet is opened", {}, async ({ page }) => {
  await open(page);
  await field(page).fill(JSON.stringify({ count: 2, skip_token: "more", data: [INSTANCE, { ...INSTANCE, name: "orders-dev" }, 7] }));
  await panel(page).locator('[data-import="read"]').click();
  await panel(page).locator('[data-import="fleet"]').waitFor();
  const all = await panel(page).innerText();
  assert.match(all, /2 instances/);
  assert.match(all, /The list continues on another page/);
  assert.match(all, /Not readable \(1\)/);
});

spec("a picture is no description, and the message says so", {}, async ({ page }) => {
  await open(page);
  await panel(page).locator('input[type="file"]').setInputFiles({
    name: "shot.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
  });
  const error = panel(page).locator(".q__error");
  await error.waitFor();
  assert.match(await error.innerText(), /picture/);
});
