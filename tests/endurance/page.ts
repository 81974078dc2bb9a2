/** The operations that the endurance tests repeat. They run in the page, so they import nothing. */

export interface Wear {
  readonly times: number;
  /** A broken build keeps a listener on the window for every timeline: what does not notice it is blind. */
  readonly leak: boolean;
}

interface Page {
  datelines: {
    createTimeline(
      host: Element,
      document: unknown,
      options?: object,
    ): {
      view: { start: number; end: number };
      update(change: object): void;
      setView(view: object): void;
      fit(): void;
      select(id: string | null): void;
      destroy(): void;
      element: HTMLElement;
    };
  };
  kept: unknown[];
}

/** Mounts and takes away. */
export async function mountAndDestroy({ times, leak }: Wear): Promise<void> {
  const page = globalThis as unknown as Page;
  const host = document.querySelector("#host") as HTMLElement;
  const data = Array.from({ length: 24 }, (_, i) => ({
    id: `e${i}`,
    title: `Event ${i}`,
    date: `19${10 + i}-03-11`,
    sources: [`https://a.example/${i}`],
  }));
  for (let i = 0; i < times; i++) {
    const timeline = page.datelines.createTimeline(host, data);
    timeline.select("e3");
    if (leak) addEventListener("resize", () => timeline.element.hidden);
    timeline.destroy();
    // Fonts and observers answer later; what was destroyed must let go of them then.
    if (i % 50 === 49) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** One timeline, with another document each time. */
export async function updateOften({ times, leak }: Wear): Promise<void> {
  const page = globalThis as unknown as Page & { wornOut?: ReturnType<Page["datelines"]["createTimeline"]> };
  const data = (shift: number): unknown[] =>
    Array.from({ length: 24 }, (_, i) => ({
      title: `Event ${i} of ${shift % 10}`,
      date: `${1900 + ((i + shift) % 90)}-03-11`,
    }));
  page.wornOut ??= page.datelines.createTimeline(document.querySelector("#host") as HTMLElement, data(0));
  page.kept ??= [];
  for (let i = 0; i < times; i++) {
    page.wornOut.update({ document: data(i), options: { theme: i % 2 === 0 ? "dark" : "light" } });
    if (leak) page.kept.push(page.wornOut.element.cloneNode(true));
    if (i % 50 === 49) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  page.wornOut.update({ document: data(0), options: { theme: "auto" } });
}

/** One timeline, looked at from near and far. */
export async function zoomOften({ times, leak }: Wear): Promise<void> {
  const page = globalThis as unknown as Page & { wornOut?: ReturnType<Page["datelines"]["createTimeline"]> };
  const data = Array.from({ length: 400 }, (_, i) => ({
    id: `e${i}`,
    title: `Event ${i}`,
    date: `${1600 + ((i * 37) % 400)}-0${1 + (i % 9)}-11`,
    lane: `lane ${i % 3}`,
  }));
  page.wornOut ??= page.datelines.createTimeline(document.querySelector("#host") as HTMLElement, data);
  page.kept ??= [];
  const { start, end } = page.wornOut.view;
  for (let i = 0; i < times; i++) {
    const from = start + (end - start) * ((i * 37) % 89) * 0.01;
    page.wornOut.setView({ start: from, end: from + (end - start) / (1 + (i % 40)) });
    if (i % 25 === 0) page.wornOut.select(`e${i % 400}`);
    if (leak) page.kept.push(page.wornOut.element.cloneNode(true));
    if (i % 50 === 49) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  page.wornOut.select(null);
  page.wornOut.fit();
}
