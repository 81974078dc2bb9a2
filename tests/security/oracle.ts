/** What may stand in our part of a page. Runs in the page, so it may use nothing from outside of itself. */

export interface Findings {
  /** What is in the DOM that must not be. */
  readonly strange: readonly string[];
  /** Ids of canaries that were called. */
  readonly canaries: readonly number[];
  /** Content-Security-Policy violations, as "directive blocked-uri". */
  readonly violations: readonly string[];
  readonly elements: number;
}

/** Put into every page before anything of it runs. */
export function listen(): void {
  const page = globalThis as unknown as {
    canary(n: number): void;
    heard: number[];
    broken: string[];
    canaryCalled?(n: number): void;
  };
  page.heard = [];
  page.broken = [];
  page.canary = (n) => {
    page.heard.push(n);
    // Outlives the page, should it be led away.
    page.canaryCalled?.(n);
  };
  document.addEventListener("securitypolicyviolation", (event) => {
    // A policy that allows no foreign image blocks those that the data names.
    if (event.effectiveDirective === "img-src" && event.blockedURI.startsWith("https://")) return;
    page.broken.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
  addEventListener("error", (event) => page.broken.push(`error ${event.message}`));
  addEventListener("unhandledrejection", (event) => page.broken.push(`rejection ${String(event.reason)}`));
}

/**
 * Hovers, focuses, presses and clicks everything, except links that lead out: those are judged by their address. Where
 * there is more than `most` to click, that many evenly spread.
 */
export function provoke(most: number): void {
  const isOut = (element: Element): boolean => {
    const href = element.closest("a")?.getAttribute("href") ?? "#";
    // What only stays in this page, or what is no page at all, is pressed; what leads elsewhere is judged by its address.
    return (
      !href.startsWith("#") &&
      URL.canParse(href, document.baseURI) &&
      /^https?:$/.test(new URL(href, document.baseURI).protocol)
    );
  };
  const every = (list: Iterable<Element>, atMost: number): Element[] => {
    const found = [...list];
    const step = Math.max(1, Math.ceil(found.length / atMost));
    return found.filter((_, i) => i % step === 0);
  };
  for (const element of every(document.querySelectorAll("*"), most * 20)) {
    for (const type of ["pointerover", "mouseover", "mouseenter", "mousemove", "focus", "focusin", "toggle"]) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
    }
    (element as HTMLElement).focus?.({ preventScroll: true });
  }
  const clickable = document.querySelectorAll("a, button, summary, [tabindex], [data-event], [data-cluster], rect");
  for (const element of every(clickable, most)) {
    if (isOut(element)) continue;
    for (const type of ["mousedown", "mouseup", "click", "auxclick"]) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window }));
    }
    element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  }
}

/** @param titles what the list must show, entry by entry, where there is a list */
export function inspect(titles: readonly string[]): Findings {
  const SVG = new Set(
    "svg g path rect circle line text tspan title desc a pattern defs clipPath foreignObject".toLowerCase().split(" "),
  );
  const HTML = new Set(
    "figure figcaption h2 h3 h4 p a div span button section ol ul li bdi q details summary script time svg b strong em dl dt dd table thead tbody tr th td label input fieldset legend select option textarea output kbd dialog img".split(
      " ",
    ),
  );
  const ATTRIBUTE =
    /^(class|id|lang|dir|hidden|type|href|rel|target|value|role|tabindex|open|viewBox|width|height|x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|d|points|transform|fill|stroke|opacity|color|overflow|direction|xmlns|focusable|xml:space|cursor|name|for|checked|readonly|rows|placeholder|autocomplete|min|max|step|src|alt|loading|referrerpolicy|decoding|download|datetime|title|(aria|data|fill|stroke|font|text|paint|pointer|dominant|clip|letter|unicode|stop|touch)-[a-z-]+)$/;
  const strange: string[] = [];
  const roots =
    document.documentElement.localName === "svg"
      ? [document.documentElement]
      : [...document.querySelectorAll(".datelines, [data-path=svg] > svg")];
  if (roots.length === 0) strange.push("nothing of datelines in the page");
  let elements = 0;
  for (const root of roots) {
    for (const element of [root, ...root.querySelectorAll("*")]) {
      elements++;
      const { localName, namespaceURI } = element;
      const isSvg = namespaceURI === "http://www.w3.org/2000/svg";
      const isIsland = localName === "script" && element.getAttribute("type") === "application/json";
      const isKnown = isIsland || (isSvg ? SVG.has(localName.toLowerCase()) : HTML.has(localName));
      if (!isKnown) strange.push(`element ${localName}`);
      if (localName === "foreignObject" && [...element.children].some((child) => child.localName !== "img")) {
        strange.push("a foreignObject that holds more than an image");
      }
      for (const { name, value } of element.attributes) {
        const where = `${localName} ${name}="${value.slice(0, 60)}"`;
        // What is set through the CSSOM shows as an attribute: a property of the picture by d3-zoom, and the places of the
        // card, of the tip and of the notch, which are ours and are numbers.
        if (name === "style") {
          const isPlaced =
            (element.matches(".dl-card, .dl-tip") && /^left: [\d.-]+px; top: [\d.-]+px;$/.test(value)) ||
            (element.matches(".dl-details") && /^(--dl-(notch|left|width): [\d.-]+px; ?)+$/.test(value));
          if (
            !isPlaced &&
            !/^(-webkit-tap-highlight-color|touch-action|user-select|cursor)\b[^:]*: [\w (),-]+;$/.test(value)
          )
            strange.push(where);
        } else if (name === "popover") {
          if (!/^(auto|manual)$/.test(value)) strange.push(where);
        } else if (name === "popovertarget") {
          if (!root.querySelector(`#${CSS.escape(value)}[popover]`)) strange.push(where);
        } else if (/^on/i.test(name) || !ATTRIBUTE.test(name)) strange.push(where);
        if (/url\(/i.test(value) && /^(fill|stroke|filter|mask|clip-path|cursor|style|marker)/.test(name)) {
          if (!/^url\(#[\w-]+\)$/.test(value)) strange.push(where);
        }
        if (name === "href" || name === "src") {
          const isInside = value.startsWith("#");
          const isLink = /^https?:\/\//.test(value) && new URL(value).href === value && !new URL(value).username;
          if (!isInside && !isLink) strange.push(where);
          if (isLink && name === "href" && element.getAttribute("rel") !== "noopener noreferrer") {
            strange.push(`${where} without rel`);
          }
          // Images of events are asked for: https, no SVG, lazy, without a referrer.
          const isImage =
            localName === "img" &&
            value.startsWith("https:") &&
            !/\.svgz?([?#]|$)/i.test(value) &&
            element.getAttribute("loading") === "lazy" &&
            element.getAttribute("referrerpolicy") === "no-referrer";
          if (isLink && name === "src" && !isImage) strange.push(`${where} is fetched without being asked for`);
        }
        if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value))
          strange.push(`${where} holds a forbidden character`);
      }
      if (element.localName === "a" && isSvg && element.getAttributeNS("http://www.w3.org/1999/xlink", "href")) {
        strange.push("an xlink:href");
      }
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_CDATA_SECTION);
    if (walker.nextNode()) strange.push("a comment or CDATA");
  }
  const lines = (text: string): string => text.replace(/\r\n?/g, "\n");
  const entries = [...document.querySelectorAll(".dl-list li[data-event]")].map((entry) => lines(entry.textContent));
  if (entries.length > 0) {
    if (entries.length !== titles.length) strange.push(`${entries.length} entries for ${titles.length} events`);
    titles.forEach((title, i) => {
      if (!entries[i]?.includes(lines(title))) strange.push(`entry ${i} does not show ${title.slice(0, 60)}`);
    });
  }
  // Nothing may get out of our part.
  if (document.documentElement.localName !== "svg") {
    const outside = [...document.body.children].map((element) => element.localName).join(" ");
    if (!/^(main|figure)( script)*$/.test(outside)) strange.push(`beside main: ${outside.slice(0, 200)}`);
  }
  const page = globalThis as unknown as { heard: number[]; broken: string[] };
  return { strange: [...new Set(strange)].slice(0, 12), canaries: page.heard, violations: page.broken, elements };
}
