// Measures inside the page for the race. Defines one global, `race`, which race.mjs calls.
import { makeEvents } from "./events.mjs";

export function start(adapter) {
  const host = document.querySelector("[data-race]");
  let events = [];
  let deltas = [];
  let longTasks = [];
  let running = false;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration });
  }).observe({ type: "longtask" });

  const painted = () =>
    new Promise((resolve) => {
      // A message sent in an animation frame arrives when that frame has been laid out and painted.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener("message", resolve, { once: true });
        channel.port1.start();
        channel.port2.postMessage(0);
      });
    });

  /** A canvas has content when a pixel of it is not empty. */
  function isDrawn(element) {
    if (element.localName !== "canvas") return true;
    const small = Object.assign(document.createElement("canvas"), { width: 100, height: 50 });
    const context = small.getContext("2d");
    if (element.width === 0 || element.height === 0) return false;
    context.drawImage(element, 0, 0, 100, 50);
    return context.getImageData(0, 0, 100, 50).data.some((value) => value > 0);
  }
  const joined = (text) => text.replace(/\s+/g, "");
  const hasContent = () => [...host.querySelectorAll(adapter.content)].slice(0, 3).some(isDrawn);

  function textBoxes() {
    const stage = adapter.stage ? host.querySelector(adapter.stage) : host;
    const frame = (stage ?? host).getBoundingClientRect();
    const window = { left: frame.left, top: frame.top, right: frame.left + 1000, bottom: frame.top + 500 };
    const boxes = [];
    for (const element of host.querySelectorAll(adapter.labels)) {
      const text = element.textContent.replace(/\s+/g, " ").trim();
      if (text === "" || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
      if (rects.length === 0) continue;
      const box = {
        left: Math.min(...rects.map((rect) => rect.left)),
        top: Math.min(...rects.map((rect) => rect.top)),
        right: Math.max(...rects.map((rect) => rect.right)),
        bottom: Math.max(...rects.map((rect) => rect.bottom)),
      };
      const inside = box.left >= window.left - 1 && box.right <= window.right + 1;
      const within = box.top >= window.top - 1 && box.bottom <= window.bottom + 1;
      boxes.push({ text, ...box, shown: inside && within });
    }
    return boxes;
  }

  /**
   * The beginning of each title that a label must show: fourteen characters, or more if another title begins with them.
   * Blanks are removed, because lines break at them.
   */
  function distinctBeginnings() {
    const titles = events.map(({ title }) => ({ whole: joined(title), least: joined(title.slice(0, 14)).length }));
    titles.sort((a, b) => (a.whole < b.whole ? -1 : 1));
    const common = (a, b) => {
      let i = 0;
      while (i < a.whole.length && a.whole[i] === b?.whole[i]) i++;
      return i;
    };
    return titles.map((title, i) =>
      title.whole.slice(0, Math.max(title.least, 1 + common(title, titles[i - 1]), 1 + common(title, titles[i + 1]))),
    );
  }

  /** Pairs of label boxes that overlap by more than half a pixel across and 2.5 px (a line's leading) down. */
  function labelFigures() {
    const boxes = textBoxes().sort((a, b) => a.left - b.left);
    const clashing = new Set();
    let overlaps = 0;
    boxes.forEach((a, i) => {
      for (let j = i + 1; j < boxes.length && boxes[j].left < a.right - 0.5; j++) {
        const b = boxes[j];
        if (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) <= 2.5) continue;
        overlaps++;
        clashing.add(a).add(b);
      }
    });
    // A label may hold its date, break lines, or end in an ellipsis.
    const beginnings = distinctBeginnings();
    const titled = ({ text }) => beginnings.some((beginning) => joined(text).includes(beginning));
    const readable = boxes.filter((box) => box.shown && !clashing.has(box) && titled(box)).length;
    return { overlaps, readable, labels: boxes.length };
  }

  globalThis.race = {
    events(count, lanes) {
      events = makeEvents(count, lanes);
    },
    async mount(labelled) {
      const begin = performance.now();
      const mounted = Promise.resolve(adapter.mount(host, events, { labelled }));
      mounted.catch((error) => {
        globalThis.raceError = String(error);
      });
      let frame;
      for (;;) {
        await painted();
        frame ??= performance.now() - begin;
        if (globalThis.raceError) throw new Error(globalThis.raceError);
        if (hasContent()) return { frame, content: performance.now() - begin };
      }
    },
    labelFigures,
    nodes: () => host.querySelectorAll("*").length,
    /** A text that changes when the library handles a gesture. */
    signature() {
      return [...host.querySelectorAll(adapter.content)]
        .slice(0, 40)
        .map((element) => {
          if (element.localName === "canvas") return element.toDataURL().slice(-400);
          const { left, top, width } = element.getBoundingClientRect();
          return `${left.toFixed(1)} ${top.toFixed(1)} ${width.toFixed(1)} ${element.textContent.length}`;
        })
        .join("\n");
    },
    startFrames() {
      deltas = [];
      longTasks = [];
      running = true;
      let last;
      const tick = (now) => {
        if (!running) return;
        if (last !== undefined) deltas.push(now - last);
        last = now;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    },
    stopFrames() {
      running = false;
      return { deltas, longTasks: longTasks.map(({ duration }) => duration) };
    },
    /** Whether an element that has focus belongs to an event: its name or text holds a title. */
    focusedEvent() {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body || !host.contains(element)) return false;
      const name = joined(`${element.getAttribute("aria-label") ?? ""} ${element.textContent}`);
      return name.length < 2000 && events.some(({ title }) => name.includes(joined(title).slice(0, 14)));
    },
  };
}
