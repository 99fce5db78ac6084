// Puts the planner into a page: <apim-plan view="plan" request='{"tier":"premium"}'></apim-plan>, or any
// <iframe data-apim-plan src=".../#/embed/plan"> that then grows with its content. No dependency, no global name.
(() => {
  "use strict";

  // Two scripts on one page are one.
  if (customElements.get("apim-plan")) return;

  // A script of type module is not the current one: then it is looked for.
  const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
  const here = new URL(script?.src || "embed.js", document.baseURI);
  // A folder of files has no index of its own.
  const home = new URL(here.protocol === "file:" ? "index.html" : "./", here);
  const VIEWS = ["tool", "plan", "table", "capacity", "doctor"];
  const TALLEST = 30_000;

  /** The frames of elements that are in the page: frame → what is done with what it says. Others are looked up when they speak. */
  const elements = new Map();

  /** A frame that may not have an origin of its own has the origin "null". */
  const originOf = (frame) => {
    if (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin")) return "null";
    const { origin, protocol } = new URL(frame.src, document.baseURI);
    return protocol === "file:" ? "null" : origin;
  };

  const frameOf = (source) => {
    const frames = [...elements.keys(), ...document.querySelectorAll("iframe[data-apim-plan]")];
    return frames.find((frame) => frame.contentWindow === source);
  };

  // Only from the frame's own window, from the place it was loaded from, in our words.
  addEventListener("message", ({ data, source, origin }) => {
    if (!source || data?.from !== "apim-plan") return;
    const frame = frameOf(source);
    if (!frame || origin !== originOf(frame)) return;
    // A frame that was there first has said its hello to nobody: then its height tells that it is there.
    elements.get(frame)?.hello(data.type === "hello");
    if (data.type === "hello") {
      connect(frame);
    } else if (data.type === "height" && typeof data.height === "number" && data.height > 0) {
      // By property: a host may forbid style attributes.
      frame.style.height = `${Math.ceil(Math.min(data.height, TALLEST))}px`;
    } else if (data.type === "plan") {
      elements.get(frame)?.plan(data.plan);
    }
  });

  /** Holds nothing that anybody might not hear: the frame may not have arrived at its address yet. */
  const connect = (frame) => frame.contentWindow?.postMessage({ to: "apim-plan", type: "connect" }, "*");

  /** What in the query of an address is an answer, in one spelling. */
  const answersOf = (query) => {
    const answers = new URLSearchParams(query ?? "");
    for (const key of ["r", "theme"]) answers.delete(key);
    return `${answers}`;
  };

  /** The colours of the page around: tools with a switch of their own say by `color-scheme` which are on. */
  const coloursAround = (element) => {
    const { colorScheme } = getComputedStyle(element);
    return ["dark", "light"].includes(colorScheme) ? colorScheme : "";
  };

  // Such a switch sets an attribute of the page, and some follow the system.
  const recolour = () => elements.forEach(({ colours }) => colours());
  const switches = new MutationObserver(recolour);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);

  class ApimPlan extends HTMLElement {
    static observedAttributes = ["view", "request", "theme"];
    #frame;
    #meanwhile;
    #ready = false;
    #plan = null;
    // The colours that were chosen for this one, and else those that its frame was told of.
    #chosen;
    #told;

    connectedCallback() {
      // While the page is being read, what stands inside this element is not there yet.
      if (document.readyState !== "loading") this.#start();
      else document.addEventListener("DOMContentLoaded", () => this.isConnected && this.#start(), { once: true });
    }

    disconnectedCallback() {
      this.#stop();
    }

    /** Takes the frame that was written for readers without scripts. `anew`: attributes changed, its address is of before. */
    #start(anew = false) {
      this.#stop();
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      let frame = this.querySelector(":scope > iframe[data-apim-plan]");
      const [site, asked] = (frame?.src || home.href).split("#");
      // A frame that is there is told of the colours around, not loaded again for them.
      const address = this.#address(site, anew ? undefined : asked, frame ? "" : coloursAround(this));
      this.#chosen = this.getAttribute("theme") || (frame && new URLSearchParams(address.split("#")[1].split("?")[1]).get("theme"));
      this.#told = undefined;
      const place = document.createElement("slot");
      // What else stands inside is shown until the planner answers, and stays where it cannot.
      this.#meanwhile = document.createElement("slot");
      if (frame) {
        place.name = frame.slot = "frame";
        root.replaceChildren(this.#meanwhile, place);
        if (frame.src !== address) {
          // Another fragment alone would not start it anew.
          const next = frame.nextSibling;
          frame.remove();
          frame.src = address;
          this.insertBefore(frame, next);
        }
      } else {
        frame = document.createElement("iframe");
        frame.src = address;
        frame.title = this.title || "Migration planner for Azure API Management";
        frame.allow = "clipboard-write";
        frame.style.height = "0";
        root.replaceChildren(this.#meanwhile, frame);
      }
      Object.assign(frame.style, { display: "block", inlineSize: "100%", border: "0" });
      this.style.display ||= "block";
      this.#frame = frame;
      elements.set(frame, {
        hello: (anew) => {
          // It starts with what its address says.
          if (anew) this.#told = undefined;
          this.#ready = true;
          this.#meanwhile.remove();
          this.#colours();
        },
        colours: () => this.#colours(),
        plan: (detail) => {
          this.#plan = detail;
          this.dispatchEvent(new CustomEvent("plan", { detail, bubbles: true, composed: true }));
        },
      });
      for (const part of [document.documentElement, document.body]) switches.observe(part, { attributes: true });
      // Whichever of the two was there first: the other answers.
      connect(frame);
    }

    #stop() {
      elements.delete(this.#frame);
      if (elements.size === 0) switches.disconnect();
      this.shadowRoot?.replaceChildren();
      this.#frame = undefined;
      this.#ready = false;
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now) return;
      // A frame that has not said hello hears nothing yet.
      if (name === "view" || !this.#ready) this.#start(true);
      else if (name === "theme") {
        this.#chosen = now;
        this.#told = undefined;
        if (now) this.#say({ type: "theme", theme: now });
        else this.#colours();
      } else this.#say({ type: "request", request: now || "{}" });
    }

    /** Tells the frame of the colours around, where nobody chose others. */
    #colours() {
      if (this.#chosen || !this.#ready) return;
      const theme = coloursAround(this);
      if (theme !== this.#told) this.#say({ type: "theme", theme });
      this.#told = theme;
    }

    #say(message) {
      const origin = originOf(this.#frame);
      // "null" cannot be addressed.
      this.#frame.contentWindow?.postMessage({ to: "apim-plan", ...message }, origin === "null" ? "*" : origin);
    }

    /** The answers: JSON as in `request`, or the query of a link. */
    get request() { return this.getAttribute("request"); }
    set request(value) {
      this.setAttribute("request", typeof value === "string" ? value : JSON.stringify(value));
    }

    /** What the last `plan` event told, for those who come later. */
    get plan() { return this.#plan; }

    /** What a frame is asked for, but for what the attributes say otherwise. */
    #address(site, asked = "/embed/tool", around = "") {
      const [path, query] = asked.split("?");
      const said = new URLSearchParams(query);
      const [view, request, theme] = ApimPlan.observedAttributes.map((name) => this.getAttribute(name));
      const before = `${path}?${said}`;
      const now = VIEWS.includes(view) ? `/embed/${view}` : path;
      const [json, wanted] = /^\s*[{[]/.test(request ?? "") ? [request, ""] : [null, answersOf(request)];
      if (request && (json !== said.get("r") || wanted !== answersOf(said))) {
        for (const key of [...said.keys()]) if (key !== "theme") said.delete(key);
        if (json) said.set("r", json);
        for (const [key, value] of new URLSearchParams(wanted)) said.append(key, value);
      }
      if (theme || around) said.set("theme", theme || around);
      // As it was written where it says the same: in another spelling it would be loaded again.
      return `${site}#${`${now}?${said}` === before ? asked : now + (said.size ? `?${said}` : "")}`;
    }
  }

  customElements.define("apim-plan", ApimPlan);
  // Frames that spoke before anybody listened.
  const greet = () => document.querySelectorAll("iframe[data-apim-plan]").forEach(connect);
  greet();
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", greet, { once: true });
})();
