// Puts the planner into a page: <apim-plan view="plan" request='{"tier":"premium"}'></apim-plan>, or any
// <iframe data-apim-plan src=".../#/embed/plan"> that then grows with its content. No dependency, no global name.
(() => {
  "use strict";

  // Known only while this script itself runs.
  const here = new URL(document.currentScript.src);
  // A folder of files has no index of its own.
  const home = new URL(here.protocol === "file:" ? "index.html" : "./", here);
  const VIEWS = ["tool", "plan", "table", "capacity"];
  const TALLEST = 30_000;

  /** Every embedded planner of this page: frame → what to do with its messages. */
  const embeds = new Map();

  /** A frame that may not have an origin of its own has the origin "null". */
  const originOf = (frame) => {
    const sandbox = frame.getAttribute("sandbox");
    if (sandbox !== null && !sandbox.split(/\s+/).includes("allow-same-origin")) return "null";
    const { origin, protocol } = new URL(frame.src, document.baseURI);
    return protocol === "file:" ? "null" : origin;
  };

  /** Only the frame's own window, from the place it was loaded from, in our words. */
  function onMessage(event) {
    const data = event.data;
    if (typeof data !== "object" || data === null || data.from !== "apim-plan") return;
    for (const [frame, on] of embeds) {
      if (!frame.isConnected) {
        forget(frame);
      } else if (event.source === frame.contentWindow && event.origin === originOf(frame)) {
        if (data.type === "hello") {
          connect(frame);
          on.hello?.();
        } else if (data.type === "height" && data.height > 0 && data.height <= TALLEST) {
          frame.style.height = `${Math.ceil(data.height)}px`;
        } else if (data.type === "plan") {
          on.plan?.(data.plan);
        }
        return;
      }
    }
  }

  function say(frame, message) {
    const origin = originOf(frame);
    // "null" cannot be addressed; such a frame is told nothing that is secret.
    frame.contentWindow?.postMessage({ to: "apim-plan", ...message }, origin === "null" ? "*" : origin);
  }

  function watch(frame, on) {
    if (embeds.size === 0) addEventListener("message", onMessage);
    embeds.set(frame, on);
    // Whichever of the two was there first: the other answers.
    connect(frame);
  }

  /** Holds nothing that anybody might not hear: the frame may not have arrived at its address yet. */
  function connect(frame) {
    frame.contentWindow?.postMessage({ to: "apim-plan", type: "connect" }, "*");
  }

  function forget(frame) {
    embeds.delete(frame);
    if (embeds.size === 0) removeEventListener("message", onMessage);
  }

  /** Frames that somebody wrote by hand: they only grow. */
  function adopt() {
    for (const frame of document.querySelectorAll("iframe[data-apim-plan]")) {
      if (!embeds.has(frame)) watch(frame, {});
    }
  }

  class ApimPlan extends HTMLElement {
    static observedAttributes = ["request", "view", "theme"];
    #frame;

    connectedCallback() {
      this.#start();
    }

    #start() {
      if (this.#frame) forget(this.#frame);
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      const frame = document.createElement("iframe");
      frame.src = this.#address();
      frame.title = this.title || "Migration planner for Azure API Management";
      // By property: a host may forbid style attributes.
      Object.assign(frame.style, { display: "block", inlineSize: "100%", border: "0", height: "0" });
      this.style.display ||= "block";
      // What stands inside the element is shown until the planner answers, and stays where it cannot.
      const meanwhile = document.createElement("slot");
      root.replaceChildren(meanwhile, frame);
      this.#frame = frame;
      watch(frame, {
        hello: () => meanwhile.remove(),
        plan: (detail) => this.dispatchEvent(new CustomEvent("plan", { detail, bubbles: true })),
      });
    }

    disconnectedCallback() {
      forget(this.#frame);
      this.#frame.remove();
      this.#frame = undefined;
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now) return;
      if (name === "theme") say(this.#frame, { type: "theme", theme: now ?? "" });
      else if (name === "request" && isJson(now)) say(this.#frame, { type: "request", request: now });
      // Another fragment alone would not start it anew.
      else this.#start();
    }

    /** The answers: JSON as in `request`, or the code of a share link. */
    get request() { return this.getAttribute("request"); }
    set request(value) {
      this.setAttribute("request", typeof value === "string" ? value : JSON.stringify(value));
    }

    #address() {
      const view = VIEWS.includes(this.getAttribute("view")) ? this.getAttribute("view") : "tool";
      const said = new URLSearchParams();
      const request = this.getAttribute("request");
      if (request) said.set(isJson(request) ? "r" : "a", request);
      const theme = this.getAttribute("theme");
      if (theme) said.set("theme", theme);
      return `${home.href}#/embed/${view}${said.size ? `?${said}` : ""}`;
    }
  }

  const isJson = (text) => (text ?? "").trim().startsWith("{");

  // Two scripts on one page are one.
  if (!customElements.get("apim-plan")) customElements.define("apim-plan", ApimPlan);
  adopt();
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", adopt, { once: true });
})();
