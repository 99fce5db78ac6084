// The planner inside somebody else's page: elements and frames that grow, events, hostile neighbours, a sandbox.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve, shot, spec } from "./harness.mjs";

/** A wiki on another origin: its pages by name. */
async function wiki(pages) {
  const folder = await mkdtemp(join(tmpdir(), "apim-plan-wiki-"));
  for (const [name, body] of Object.entries(pages)) {
    await writeFile(join(folder, name), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Wiki</title><link rel="icon" href="data:,"><h1>Wiki</h1>${body}`);
  }
  const { base, close } = await serve({ folder, prefix: "/host/" });
  return { base, close: async () => { await close(); await rm(folder, { recursive: true }); } };
}

// The wiki's own files are no files of the site, and a wiki without an icon is none of ours.
const EXPECTS = [/request: .*\/host\//];
const tolerated = { expects: EXPECTS, open: false };

const REQUEST = { name: "orders-prod", tier: "premium", platform: "stv1", vnet: "internal", downtimeAllowed: false };
const attribute = (request) => JSON.stringify(request).replaceAll('"', "&quot;");

/** Opens a page of the wiki and closes the wiki afterwards. */
async function visit(page, pages, body) {
  const host = await wiki(pages);
  try {
    await page.goto(`${host.base}index.html`);
    await body(host);
  } finally {
    await page.goto("about:blank");
    await host.close();
  }
}

const frameOf = (page, selector) => page.frameLocator(selector);

/** The height of a frame, once it is as tall as its content. */
async function grown(page, selector) {
  await page.waitForFunction((selector) => {
    const outer = document.querySelector(selector);
    const frame = outer instanceof HTMLIFrameElement ? outer : outer.shadowRoot.querySelector("iframe");
    return frame.getBoundingClientRect().height > 200;
  }, selector);
  return page.evaluate((selector) => {
    const outer = document.querySelector(selector);
    const frame = outer instanceof HTMLIFrameElement ? outer : outer.shadowRoot.querySelector("iframe");
    return frame.getBoundingClientRect().height;
  }, selector);
}

spec("two elements on one page grow with their content, each with its own", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `
      <apim-plan id="one" view="plan" request="${attribute(REQUEST)}">A table that is there without scripts.</apim-plan>
      <apim-plan id="two" view="table" theme="dark"></apim-plan>
      <script src="${base}embed.js"></script>`,
  }, async () => {
    const one = await grown(page, "#one");
    const two = await grown(page, "#two");
    assert.notEqual(one, two);
    assert.match(await frameOf(page, "#one iframe").locator("#verdict-title").innerText(), /new address/);
    assert.equal(await frameOf(page, "#two iframe").locator("html").getAttribute("data-theme"), "dark");
    assert.equal(await frameOf(page, "#two iframe").locator("#verdict-title").count(), 0);
    // What stood there meanwhile is gone, and nothing has to be scrolled inside.
    assert.equal(await page.locator("#one").evaluate((element) => element.shadowRoot.querySelector("slot")), null);
    const [content, window] = await frameOf(page, "#one iframe").locator("html").evaluate((html) => [html.scrollHeight, innerHeight]);
    assert.ok(content <= window + 1, `${content} px in a frame of ${window} px`);
    await shot(page, "embed");
  });
});

spec("other answers change the plan, and the plan is told without names", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `
      <apim-plan id="one" view="plan" request="${attribute(REQUEST)}"></apim-plan>
      <script>
        var told = [];
        document.getElementById("one").addEventListener("plan", (event) => told.push(event.detail));
      </script>
      <script src="${base}embed.js"></script>`,
  }, async () => {
    await page.waitForFunction(() => told.length > 0);
    const first = await page.evaluate(() => told.at(-1));
    assert.equal(first.recommended, "same-subnet-new-vip");
    assert.equal(first.status, "migrate");
    assert.doesNotMatch(JSON.stringify(first), /orders-prod/);
    await page.evaluate((request) => { document.getElementById("one").request = request; }, { ...REQUEST, downtimeAllowed: true });
    await page.waitForFunction(() => told.at(-1).recommended === "same-subnet-preserve-vip");
    // The attribute takes a link's code as well: that is another address.
    await page.evaluate((code) => { document.getElementById("one").setAttribute("request", code); }, first.answers);
    await page.waitForFunction(() => told.at(-1).recommended === "same-subnet-new-vip");
  });
});

spec("an element that is taken away and put back starts anew", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<div id="here"><apim-plan id="one" view="table"></apim-plan></div><script src="${base}embed.js"></script>`,
  }, async () => {
    await grown(page, "#one");
    await page.evaluate(() => {
      globalThis.kept = document.getElementById("one");
      kept.remove();
    });
    assert.equal(await page.locator("iframe").count(), 0);
    await page.evaluate(() => document.getElementById("here").append(kept));
    await grown(page, "#one");
    assert.equal(await page.locator("#one iframe").count(), 1);
  });
});

spec("a neighbour can neither stretch a planner nor speak to it", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `
      <apim-plan id="one" view="plan" request="${attribute(REQUEST)}"></apim-plan>
      <iframe id="bad" src="bad.html" title="A neighbour"></iframe>
      <script src="${base}embed.js"></script>`,
    "bad.html": `<script>
      addEventListener("message", () => {
        parent.postMessage({ from: "apim-plan", type: "height", height: 9999 }, "*");
        for (let at = 0; at < parent.frames.length; at += 1) {
          parent.frames[at].postMessage({ to: "apim-plan", type: "request", request: '{"tier":"consumption"}' }, "*");
        }
        parent.postMessage("done", "*");
      });
    </script>`,
  }, async () => {
    const before = await grown(page, "#one");
    const headline = await frameOf(page, "#one iframe").locator("#verdict-title").innerText();
    await page.evaluate(() => new Promise((done) => {
      addEventListener("message", (event) => { if (event.data === "done") done(); });
      document.getElementById("bad").contentWindow.postMessage("go", "*");
    }));
    // Whatever was said has been heard by now: this comes after it.
    await page.evaluate(() => new Promise((turn) => setTimeout(turn)));
    assert.equal(await grown(page, "#one"), before);
    assert.equal(await frameOf(page, "#one iframe").locator("#verdict-title").innerText(), headline);
  });
});

spec("a sandboxed frame without storage shows the plan and grows", {
  ...tolerated,
  // Modules of a frame without an origin are asked for across origins.
  headers: { "Access-Control-Allow-Origin": "*" },
}, async ({ page, base }) => {
  await visit(page, {
    "index.html": `
      <iframe id="one" data-apim-plan title="Plan" sandbox="allow-scripts" width="600" height="100"
        src="${base}#/embed/plan?r=${encodeURIComponent(JSON.stringify(REQUEST))}"></iframe>
      <script src="${base}embed.js"></script>`,
  }, async () => {
    await grown(page, "#one");
    assert.match(await frameOf(page, "#one").locator("#verdict-title").innerText(), /new address/);
  });
});

spec("without any script of ours on the host a plain frame works", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<iframe id="one" title="Plan" width="600" height="500" src="${base}#/embed/capacity?r=${encodeURIComponent(JSON.stringify({
      tier: "premium", locations: [{ name: "westeurope", units: 2 }],
    }))}"></iframe>`,
  }, async () => {
    await frameOf(page, "#one").locator('[data-zones="westeurope"]').waitFor();
  });
});

spec("where the planner cannot be reached, what stands inside the element stays", {
  open: false,
  expects: [...EXPECTS, /response: 404/, /console: .*404/],
}, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<apim-plan id="one"><p id="table">A table that is there without scripts.</p></apim-plan><script src="copy/embed.js"></script>`,
  }, async (host) => {
    await page.route(`${host.base}copy/embed.js`, async (route) => route.fulfill({ response: await page.request.get(`${base}embed.js`) }));
    await page.reload();
    await page.locator("#one iframe").waitFor({ state: "attached" });
    assert.equal(await page.locator("#table").isVisible(), true);
  });
});

spec("a frame stores nothing and reads nothing that the tool stored", {
  ...tolerated,
  before: (page) => page.addInitScript(() => {
    // An empty page has no storage.
    if (origin !== "null") localStorage.setItem("apim-plan.answers", '{"tier":"consumption"}');
  }),
}, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<apim-plan id="one" view="plan" request="${attribute(REQUEST)}"></apim-plan><script src="${base}embed.js"></script>`,
  }, async () => {
    await grown(page, "#one");
    const frame = page.frames().find((frame) => frame.url().startsWith(base));
    assert.equal(await frame.evaluate(() => localStorage.getItem("apim-plan.answers")), '{"tier":"consumption"}');
    assert.match(await frameOf(page, "#one iframe").locator("#verdict-title").innerText(), /new address/);
  });
});
