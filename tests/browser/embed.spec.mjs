// The planner inside somebody else's page: elements and frames that grow, events, hostile neighbours, a sandbox.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kept, serve, shot, spec } from "./harness.mjs";

/** A wiki on another origin: its pages by name, and its own policy. */
async function wiki(pages, headers) {
  const folder = await mkdtemp(join(tmpdir(), "apim-plan-wiki-"));
  for (const [name, body] of Object.entries(pages)) {
    await writeFile(join(folder, name), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Wiki</title><link rel="icon" href="data:,"><h1>Wiki</h1>${body}`);
  }
  const { base, close } = await serve({ folder, prefix: "/host/", headers });
  return { base, close: async () => { await close(); await rm(folder, { recursive: true }); } };
}

// The wiki's own files are no files of the site, and a wiki without an icon is none of ours.
const EXPECTS = [/request: .*\/host\//];
const tolerated = { expects: EXPECTS, open: false };

const REQUEST = { name: "orders-prod", tier: "premium", platform: "stv1", vnet: "internal", downtimeAllowed: false };
const attribute = (request) => JSON.stringify(request).replaceAll('"', "&quot;");

/** Opens a page of the wiki and closes the wiki afterwards. */
async function visit(page, pages, body, headers = {}) {
  const host = await wiki(pages, headers);
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
    assert.match(await frameOf(page, "#one iframe").locator("#verdict-title").innerText(), /new VIP/);
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

// Modules of a frame without an origin are asked for across origins: the documented headers allow it.
spec("a sandboxed frame without storage shows the plan and grows", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `
      <iframe id="one" data-apim-plan title="Plan" sandbox="allow-scripts" width="600" height="100"
        src="${base}#/embed/plan?r=${encodeURIComponent(JSON.stringify(REQUEST))}"></iframe>
      <script src="${base}embed.js"></script>`,
  }, async () => {
    await grown(page, "#one");
    assert.match(await frameOf(page, "#one").locator("#verdict-title").innerText(), /new VIP/);
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
  // Nothing is told of a frame that finds nothing, except that it found nothing.
  expects: [...EXPECTS, /response: 404/, /console: .*404/],
}, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<apim-plan id="one"><p id="table">A table that is there without scripts.</p></apim-plan><script src="copy/embed.js"></script>`,
  }, async (host) => {
    await page.route(`${host.base}copy/embed.js`, async (route) => route.fulfill({ response: await page.request.get(`${base}embed.js`) }));
    await page.reload();
    await page.locator("#one iframe").waitFor({ state: "attached" });
    // Until the frame has its answer: none that could take the table away.
    await page.waitForResponse((response) => response.url().endsWith("/copy/"), { timeout: 1000 }).catch(() => {});
    assert.equal(await page.locator("#table").isVisible(), true);
  });
});

spec("a frame stores nothing and reads nothing that the tool stored", {
  ...tolerated,
  before: (page) => page.addInitScript((answers) => {
    // An empty page has no storage.
    if (origin !== "null") localStorage.setItem("apim-plan.answers", answers);
  }, kept({ tier: "consumption" })),
}, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<apim-plan id="one" view="plan" request="${attribute(REQUEST)}"></apim-plan><script src="${base}embed.js"></script>`,
  }, async () => {
    await grown(page, "#one");
    const frame = page.frames().find((frame) => frame.url().startsWith(base));
    assert.equal(await frame.evaluate(() => localStorage.getItem("apim-plan.answers")), kept({ tier: "consumption" }));
    assert.match(await frameOf(page, "#one iframe").locator("#verdict-title").innerText(), /new VIP/);
  });
});

spec("other colours and another view are taken at once", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<apim-plan id="one" view="plan" request="${attribute(REQUEST)}"></apim-plan><script src="${base}embed.js"></script>`,
  }, async () => {
    await grown(page, "#one");
    const frame = frameOf(page, "#one iframe");
    await page.evaluate(() => document.getElementById("one").setAttribute("theme", "dark"));
    await frame.locator('html[data-theme="dark"]').waitFor();
    await page.evaluate(() => document.getElementById("one").removeAttribute("theme"));
    await frame.locator("html:not([data-theme])").waitFor();
    await page.evaluate(() => document.getElementById("one").setAttribute("view", "table"));
    await frame.locator('[data-view="table"]').waitFor();
    assert.equal(await page.locator("#one iframe").count(), 1);
    await page.evaluate(() => document.getElementById("one").removeAttribute("request"));
    await frame.locator('tr[data-vnet="internal"]:not(.is-yours)').first().waitFor();
  });
});

spec("answers that change before the planner is there are the ones it starts with", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<apim-plan id="one" view="plan" request="${attribute(REQUEST)}"></apim-plan><script src="${base}embed.js"></script>
      <script>
        var told = [];
        const one = document.getElementById("one");
        one.addEventListener("plan", (event) => told.push(event.detail));
        addEventListener("DOMContentLoaded", () => { one.request = ${JSON.stringify({ ...REQUEST, downtimeAllowed: true })}; });
      </script>`,
  }, async () => {
    await page.waitForFunction(() => told.at(-1)?.recommended === "same-subnet-preserve-vip");
    assert.equal(await page.evaluate(() => document.getElementById("one").plan.recommended), "same-subnet-preserve-vip");
  });
});

spec("a frame that a page adds later grows as well", tolerated, async ({ page, base }) => {
  await visit(page, { "index.html": `<script src="${base}embed.js"></script>` }, async () => {
    await page.evaluate((src) => {
      const frame = Object.assign(document.createElement("iframe"), { id: "one", src, title: "Plan", width: 600, height: 100 });
      frame.dataset.apimPlan = "";
      document.body.append(frame);
    }, `${base}#/embed/table`);
    await grown(page, "#one");
  });
});

spec("a hostile parent spoils nothing with what it says", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `
      <iframe id="one" title="Plan" width="600" height="500" src="${base}#/embed/plan?r=${encodeURIComponent(JSON.stringify(REQUEST))}"></iframe>
      <script>
        var heard = [];
        addEventListener("message", (event) => heard.push(event.data));
        function forge() {
          const say = (message) => document.getElementById("one").contentWindow.postMessage(message, "*");
          const cycle = { to: "apim-plan", type: "request" };
          cycle.request = cycle;
          for (const message of [
            null, undefined, 0, 1n, "apim-plan", [], {}, new Map([["to", "apim-plan"]]), new Uint8Array(9), cycle,
            { to: "apim-plan" }, { to: "apim-plan", type: "request" }, { to: "apim-plan", type: "request", request: { tier: "basic" } },
            { to: "apim-plan", type: "__proto__" }, { to: "apim-plan", type: "plan", plan: {} }, { to: { toString: null }, type: "connect" },
            { to: "apim-plan", type: "theme", theme: '"><img src=x onerror=alert(1)>' }, { to: "apim-plan", type: "theme", theme: 7 },
          ]) say(message);
        }
        const answer = (request) => document.getElementById("one").contentWindow.postMessage({ to: "apim-plan", type: "request", request }, "*");
      </script>`,
  }, async () => {
    const frame = frameOf(page, "#one");
    const headline = await frame.locator("#verdict-title").innerText();
    await page.evaluate(() => forge());
    // Each of these is refused with a word, and the plan stays.
    for (const wrong of ['{"teir":1}', "[".repeat(200_000), `{"name":${"[".repeat(5000)}`, '{"locations":[{"name":"x","units":1e99}]}', "", "x", '{"__proto__":{"tier":1}}']) {
      await page.evaluate((wrong) => answer(wrong), wrong);
      await frame.getByText("The answers of this page can't be read.").waitFor();
      assert.equal(await frame.locator("#verdict-title").innerText(), headline);
      await page.evaluate((right) => answer(right), JSON.stringify(REQUEST));
      await frame.getByText("The answers of this page can't be read.").waitFor({ state: "detached" });
    }
    // Text that looks like HTML stays text.
    await page.evaluate((right) => answer(right), JSON.stringify({ ...REQUEST, name: "<img src=x onerror=alert(1)>" }));
    await page.evaluate(() => document.getElementById("one").contentWindow.postMessage({ to: "apim-plan", type: "connect" }, "*"));
    await page.waitForFunction(() => heard.some((each) => each.type === "plan"));
    assert.equal(await frame.locator('img').count(), 0);
    assert.equal(await frame.locator("html").getAttribute("data-theme"), null);
    // It asked, and got what embedding pages get: nothing that names the instance.
    assert.doesNotMatch(JSON.stringify(await page.evaluate(() => heard)), /orders|onerror/);
  });
});

spec("a frame that was led elsewhere is not listened to, and absurd heights are not taken", tolerated, async ({ page, base }) => {
  const speaker = (messages) => `<script>for (const message of ${messages}) parent.postMessage(message, "*"); parent.postMessage("done", "*");</script>`;
  // Where the planner should be, on its own origin: somebody else's words.
  await page.route(`${base}absurd.html*`, (route) => route.fulfill({
    contentType: "text/html",
    // It waits until it is told to: before embed.js is there, nobody would listen.
    body: `<script>addEventListener("message", ({ data }) => {
      if (data !== "speak") return;
      for (const height of [null, "apim-plan", -5, NaN, Infinity, "700", {}, "1px; position: fixed", 1e9]) {
        parent.postMessage({ from: "apim-plan", type: "height", height }, "*");
      }
      parent.postMessage("done", "*");
    });</script>`,
  }));
  await visit(page, {
    // The script first: these frames speak but once, and must be heard.
    "index.html": `<script src="${base}embed.js"></script>
      <apim-plan id="one" view="plan"></apim-plan>
      <iframe id="led" data-apim-plan src="${base}#/embed/plan" title="Led elsewhere" height="100"></iframe>
      <iframe id="absurd" data-apim-plan src="${base}absurd.html" title="Absurd" height="100"></iframe>
      <script>
        var told = 0, done = 0;
        document.addEventListener("plan", () => { told += 1; });
        addEventListener("message", (event) => { if (event.data === "done") done += 1; });
      </script>`,
    "elsewhere.html": speaker(`[{ from: "apim-plan", type: "height", height: 777 }, { from: "apim-plan", type: "hello" }, { from: "apim-plan", type: "plan", plan: { headline: "forged" } }]`),
  }, async (host) => {
    await grown(page, "#one");
    await grown(page, "#led");
    await page.evaluate(() => document.getElementById("absurd").contentWindow.postMessage("speak", "*"));
    await page.waitForFunction(() => done === 1);
    // The one number among them that is a height, cut to what a page can be.
    assert.equal(await page.evaluate(() => document.getElementById("absurd").style.cssText), "height: 30000px;");
    // All that the planners themselves have to say comes first: heights, and the plan of the element.
    await page.waitForFunction(() => told === 1);
    await page.waitForFunction(() => {
      const height = document.getElementById("led").style.height;
      const settled = globalThis.last === height;
      globalThis.last = height;
      return settled;
    }, undefined, { polling: 200 });
    const before = await page.evaluate(() => [document.getElementById("led").style.height, told]);
    await page.evaluate((elsewhere) => {
      document.getElementById("led").contentWindow.location = elsewhere;
      document.getElementById("one").shadowRoot.querySelector("iframe").contentWindow.location = elsewhere;
    }, `${host.base}elsewhere.html`);
    await page.waitForFunction(() => done === 3);
    assert.deepEqual(await page.evaluate(() => [document.getElementById("led").style.height, told]), before);
  });
});

/** What the builder writes for a view in a form. */
async function built(page, base, view, form) {
  await page.goto(`${base}#/reference`);
  await page.locator('[data-embed="embed-view"]').getByLabel(view, { exact: true }).check({ force: true });
  await page.locator('[data-embed="embed-form"]').getByLabel(form, { exact: true }).check({ force: true });
  return page.locator('[data-embed="snippet"]').innerText();
}

const answered = {
  ...tolerated,
  before: (page) => page.addInitScript((answers) => {
    if (location.pathname.startsWith("/wiki/")) localStorage.setItem("apim-plan.answers", answers);
  }, kept(REQUEST)),
};

spec("what the builder writes is an element, then a frame that grows, then a frame, then a link", answered, async ({ page, base }) => {
  const text = await built(page, base, "Plan", "Element");
  assert.doesNotMatch(text, /orders/);
  // All of it.
  await visit(page, { "index.html": text }, async () => {
    assert.equal(await page.locator("iframe").count(), 1, "the frame in it is the one that is used");
    await page.waitForFunction(() => document.querySelector("iframe").style.height.length > 4);
    assert.equal(await page.getByRole("link", { name: "Migration plan" }).isVisible(), false);
    await page.waitForFunction(() => document.querySelector("apim-plan").plan?.recommended === "same-subnet-new-vip");
  });
  // A wiki that takes out elements it does not know.
  await visit(page, { "index.html": text.replaceAll(/<\/?apim-plan[^>]*>/g, "") }, async () => {
    await page.waitForFunction(() => document.querySelector("iframe").style.height.length > 4);
  });
  // A wiki that takes out scripts.
  await visit(page, { "index.html": text.replaceAll(/<script.*?<\/script>/g, "") }, async () => {
    assert.match(await frameOf(page, "iframe").locator("#verdict-title").innerText(), /new VIP/);
    assert.equal(await page.locator("iframe").evaluate((frame) => frame.style.height), "");
    assert.equal(await page.getByRole("link", { name: "Migration plan" }).isVisible(), true);
  });
});

/** Counts how often frames of the planner were loaded. */
function loads(page, base) {
  let count = 0;
  page.on("request", (request) => { if (request.url() === base) count += 1; });
  return () => count;
}

spec("the attributes of an element count for the frame inside it, whatever its address says", tolerated, async ({ page, base }) => {
  const inner = (fragment) => `<iframe data-apim-plan src="${base}#/embed/${fragment}" title="Plan" sandbox="allow-scripts allow-same-origin"></iframe>`;
  const count = loads(page, base);
  await visit(page, {
    "index.html": `
      <apim-plan id="other" view="plan" request="${attribute(REQUEST)}" theme="dark">${inner("tool")}</apim-plan>
      <apim-plan id="none">${inner(`plan?r=${encodeURIComponent(JSON.stringify(REQUEST))}&amp;theme=dark`)}</apim-plan>
      <apim-plan id="half" theme="dark">${inner(`plan?r=${encodeURIComponent(JSON.stringify(REQUEST))}`)}</apim-plan>
      <script src="${base}embed.js" async></script>`,
  }, async () => {
    for (const id of ["other", "none", "half"]) {
      await page.waitForFunction((id) => document.getElementById(id).plan?.recommended === "same-subnet-new-vip", id);
      assert.equal(await frameOf(page, `#${id} iframe`).locator("html").getAttribute("data-theme"), "dark", id);
      assert.equal(await page.locator(`#${id} iframe`).getAttribute("sandbox"), "allow-scripts allow-same-origin");
    }
    await page.evaluate(() => document.getElementById("other").setAttribute("view", "table"));
    await frameOf(page, "#other iframe").locator('[data-view="table"]').waitFor();
    assert.equal(await page.locator("#other iframe").count(), 1);
    assert.equal(await page.locator("#other iframe").getAttribute("sandbox"), "allow-scripts allow-same-origin");
  });
  // Each once, where nothing says otherwise.
  const before = count();
  await visit(page, {
    "index.html": `<apim-plan id="same" view="plan" request="${attribute(REQUEST)}" theme="dark">${
      inner(`plan?r=${encodeURIComponent(JSON.stringify(REQUEST))}&amp;theme=dark`)}</apim-plan><script src="${base}embed.js" async></script>`,
  }, async () => {
    await page.waitForFunction(() => document.getElementById("same").plan?.recommended === "same-subnet-new-vip");
    assert.equal(count() - before, 1);
  });
});

spec("a frame that was there before the script is taken as it is", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<apim-plan id="one" view="table"><iframe data-apim-plan src="${base}#/embed/table" title="Plan"></iframe><a href="${base}">Migration plan</a></apim-plan>`,
  }, async () => {
    await frameOf(page, "#one iframe").locator('[data-table="downtime"]').waitFor();
    await page.addScriptTag({ url: `${base}embed.js` });
    await page.getByRole("link", { name: "Migration plan" }).waitFor({ state: "hidden" });
    await page.evaluate(() => document.getElementById("one").setAttribute("theme", "dark"));
    await frameOf(page, "#one iframe").locator('html[data-theme="dark"]').waitFor();
  });
});

// Whatever the page around hydrates finds everything in the order in which it was sent.
spec("a frame that is started anew keeps its place", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<apim-plan id="one" view="plan" theme="dark"><iframe data-apim-plan src="${base}#/embed/tool" title="Plan"></iframe><a href="${base}">Migration plan</a></apim-plan><script src="${base}embed.js"></script>`,
  }, async () => {
    await frameOf(page, "#one iframe").locator('html[data-theme="dark"]').waitFor();
    assert.deepEqual(await page.locator("#one").evaluate((one) => Array.from(one.children, (child) => child.localName)), ["iframe", "a"]);
  });
});

spec("plans are told out of a shadow root", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<div id="host"></div><script src="${base}embed.js"></script><script>
      var told = [];
      document.addEventListener("plan", (event) => told.push([event.target.id, event.detail.recommended]));
      document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = '<apim-plan view="plan" request="${attribute(REQUEST)}"></apim-plan>';
    </script>`,
  }, async () => {
    await page.waitForFunction(() => told.length > 0);
    assert.deepEqual(await page.evaluate(() => told[0]), ["host", "same-subnet-new-vip"]);
  });
});

// Tools with a switch of their own say by `color-scheme` which colours are on.
spec("an element without colours of its own takes those of the page around it", { ...tolerated, colorScheme: "light" }, async ({ page, base }) => {
  const inner = (fragment) => `<iframe data-apim-plan src="${base}#/embed/${fragment}" title="Plan"></iframe>`;
  const count = loads(page, base);
  await visit(page, {
    "index.html": `<style>
        [data-colours="dark"] { color-scheme: dark; } [data-colours="light"] { color-scheme: light; } [data-colours="both"] { color-scheme: light dark; }
        @media (prefers-color-scheme: dark) { [data-colours="system"] { color-scheme: dark; } }
        @media (prefers-color-scheme: light) { [data-colours="system"] { color-scheme: light; } }
      </style>
      <apim-plan id="made" view="table"></apim-plan>
      <apim-plan id="held" view="table">${inner("table")}</apim-plan>
      <apim-plan id="said" view="table" theme="light"></apim-plan>
      <apim-plan id="written">${inner("table?theme=light")}</apim-plan>
      <script>document.body.dataset.colours = "dark";</script>
      <script src="${base}embed.js"></script>`,
  }, async () => {
    const colours = async (theme) => {
      const html = theme ? `html[data-theme="${theme}"]` : "html:not([data-theme])";
      for (const id of ["made", "held"]) await frameOf(page, `#${id} iframe`).locator(html).waitFor({ state: "attached" });
    };
    const choose = (name) => page.evaluate((name) => { document.body.dataset.colours = name; }, name);
    await colours("dark");
    for (const name of ["light", "dark"]) {
      await choose(name);
      await colours(name);
    }
    await choose("both");
    await colours();
    await choose("system");
    await colours("light");
    await page.emulateMedia({ colorScheme: "dark" });
    await colours("dark");
    // What was chosen for the element stays, until it is taken back.
    for (const id of ["said", "written"]) assert.equal(await frameOf(page, `#${id} iframe`).locator("html").getAttribute("data-theme"), "light", id);
    await page.evaluate(() => document.getElementById("said").removeAttribute("theme"));
    await frameOf(page, '#said iframe').locator('html[data-theme="dark"]').waitFor();
    // A frame that starts again is told again.
    await page.evaluate(() => document.getElementById("held").setAttribute("view", "plan"));
    await frameOf(page, '#held iframe').locator('[data-view="plan"]').waitFor();
    await frameOf(page, '#held iframe').locator('html[data-theme="dark"]').waitFor();
    assert.equal(count(), 5);
  });
});

const refusing = (directive) => ({ "Content-Security-Policy": directive });

spec("a wiki whose policy refuses the script keeps the frame", {
  ...answered, expects: [...EXPECTS, /policy: script-src-elem refused .*embed\.js/, /console: .*embed\.js/],
}, async ({ page, base }) => {
  const text = await built(page, base, "Table", "Element");
  await visit(page, { "index.html": text }, async () => {
    await frameOf(page, "iframe").locator('[data-table="downtime"]').waitFor();
  }, refusing("script-src 'none'; object-src 'none'"));
});

spec("a wiki whose policy refuses frames keeps the link", {
  ...answered, expects: [...EXPECTS, /policy: frame-src refused/, /console: .*frame-src/],
}, async ({ page, base }) => {
  const text = await built(page, base, "Plan", "Element");
  await visit(page, { "index.html": text }, async () => {
    assert.equal(await page.getByRole("link", { name: "Migration plan" }).isVisible(), true);
  }, refusing("frame-src 'none'"));
});

spec("the table that the builder writes needs neither script nor frame", answered, async ({ page, base }) => {
  const text = await built(page, base, "Plan", "Static table");
  await visit(page, { "index.html": text }, async () => {
    assert.equal(await page.locator("table tr").count(), 5);
    assert.equal(await page.locator("script, iframe").count(), 0);
  });
});

spec("the lines that the doctor asks for are enough", tolerated, async ({ page, base }) => {
  const text = await built(page, base, "Doctor", "Element");
  const { origin } = new URL(base);
  // A wiki as strict as it can be, with nothing but those lines.
  await visit(page, { "index.html": text }, async (host) => {
    const frame = frameOf(page, "iframe");
    await frame.locator('[data-check="script"][data-found="allowed"]').waitFor();
    const lines = await frame.locator('[data-embed="lines"]').innerText();
    for (const line of [`script-src ${origin}`, `frame-src ${origin}`, `frame-ancestors 'self' ${new URL(host.base).origin}`]) {
      assert.ok(lines.includes(line), lines);
    }
    assert.equal(await frame.locator('[data-found="denied"]').count(), 0);
    await shot(page, "doctor");
  }, refusing(`default-src 'none'; img-src data:; script-src ${origin}; frame-src ${origin}; style-src-attr 'none'`));
});

spec("the doctor finds out what a sandboxed frame lacks", tolerated, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<iframe id="one" title="Doctor" sandbox="allow-scripts" width="420" height="900" src="${base}#/embed/doctor"></iframe>`,
  }, async () => {
    const found = (id) => frameOf(page, "#one").locator(`[data-check="${id}"]`).getAttribute("data-found");
    await frameOf(page, "#one").locator("[data-check]").first().waitFor();
    assert.deepEqual(
      [await found("run"), await found("script"), await found("origin"), await found("storage"), await found("clipboard"), await found("downloads")],
      ["allowed", "denied", "denied", "denied", "denied", "unsure"],
    );
    await shot(page, "doctor-sandboxed");
  });
});

/** Where something of a frame is in the window of the reader. */
async function inSight(page, locator) {
  await locator.waitFor();
  const box = await locator.boundingBox();
  const { height } = page.viewportSize();
  return box.y + box.height > 0 && box.y < height && box.x >= 0 && box.x + box.width <= page.viewportSize().width + 1;
}

for (const width of [360, 1000]) {
  spec(`in a frame taller than the window a source opens where it was asked for, at ${width} px`, {
    ...tolerated, viewport: { width, height: 700 },
  }, async ({ page, base }) => {
    await visit(page, {
      "index.html": `<meta name="viewport" content="width=device-width"><apim-plan id="one" view="tool" request="${attribute(REQUEST)}"></apim-plan><script src="${base}embed.js"></script>`,
    }, async () => {
      await page.waitForFunction(() => parseInt(document.getElementById("one").shadowRoot.querySelector("iframe").style.height, 10) > 2000);
      const frame = frameOf(page, "#one iframe");
      await frame.locator(".figures .src").first().click();
      assert.ok(await inSight(page, frame.locator(".source:popover-open")));
      await shot(page, `embed-source-${width}`, {});
    });
  });
}

spec("in a frame taller than the window a text to copy by hand is brought into sight", {
  ...tolerated,
  before: (page) => page.addInitScript(() => { document.execCommand = () => false; }),
}, async ({ page, base }) => {
  await visit(page, {
    "index.html": `<iframe id="one" data-apim-plan title="Planner" sandbox="allow-scripts" width="420"
      src="${base}#/embed/tool?r=${encodeURIComponent(JSON.stringify(REQUEST))}"></iframe><script src="${base}embed.js"></script>`,
  }, async () => {
    await page.waitForFunction(() => parseInt(document.getElementById("one").style.height, 10) > 2000);
    const frame = frameOf(page, "#one");
    await frame.getByRole("button", { name: "Copy as Markdown" }).click();
    await frame.locator("#by-hand-text").waitFor();
    // What the first press has fetched makes the frame taller for a while.
    const end = Date.now() + 5000;
    while (!(await inSight(page, frame.locator("#by-hand-text"))) && Date.now() < end) await page.waitForTimeout(100);
    assert.ok(await inSight(page, frame.locator("#by-hand-text")));
  });
});

spec("wherever the reader is, the same answers read the same", tolerated, async ({ page, base }) => {
  const address = `${base}#/embed/plan?r=${encodeURIComponent(JSON.stringify(REQUEST))}`;
  const read = [];
  for (const [locale, timezoneId] of [["en-US", "America/New_York"], ["de-DE", "Europe/Berlin"], ["ar-EG", "Africa/Cairo"]]) {
    const context = await page.context().browser().newContext({ locale, timezoneId });
    const abroad = await context.newPage();
    // An hour at which it is the same day everywhere.
    await abroad.clock.setFixedTime(new Date("2026-11-21T12:00:00Z"));
    await abroad.goto(address);
    await abroad.locator("#verdict-title").waitFor();
    read.push(await abroad.locator("#embed").innerText());
    await context.close();
  }
  assert.equal(new Set(read).size, 1);
  // What `tolerated` expects of every spec here.
  await visit(page, { "index.html": "" }, async () => {});
});
