import { act, createRef, type ReactNode, StrictMode, useState } from "react";
import { createRoot, hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import type { EventInput } from "../../src/model/document/document.js";
import type { TimelineOptions } from "../../src/options.js";
import { type LiveTimeline, Timeline, type TimelineView } from "../../src/react.js";
import { LISTED } from "../support/listed-changes.js";
import { container, frames, serve } from "./support.js";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const DOCUMENT = {
  title: "Three",
  events: [
    { id: "a", title: "A", date: "1848" },
    { id: "b", title: "B", date: "1849" },
    { id: "c", title: "C", date: "1852" },
  ],
};
const DAY = 86_400_000;

let host: HTMLElement;
let root: Root | undefined;
let complaints: MockInstance<typeof console.error>[];

beforeEach(() => {
  host = container(900);
  complaints = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
});

afterEach(async () => {
  await act(async () => root?.unmount());
  root = undefined;
  for (const complaint of complaints) {
    expect(complaint.mock.calls).toEqual([]);
    complaint.mockRestore();
  }
});

async function render(page: ReactNode): Promise<void> {
  root ??= createRoot(host);
  await act(async () => root?.render(page));
}

/** Records changes below the host from now on. The observer delivers them at the next await. */
function watch(): { stop(): string[] } {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((found) => records.push(...found));
  observer.observe(host, { subtree: true, childList: true, attributes: true, characterData: true });
  return {
    stop() {
      records.push(...observer.takeRecords());
      observer.disconnect();
      return records.map((record) => record.attributeName ?? record.type);
    },
  };
}

const figure = (): HTMLElement => host.querySelector("figure.datelines") as HTMLElement;

describe("hydration", () => {
  test.each<[string, (page: ReactNode) => ReactNode]>([
    ["plainly", (page) => page],
    ["in StrictMode", (page) => <StrictMode>{page}</StrictMode>],
  ])("%s writes nothing but what the list allows", async (_, wrap) => {
    const page = wrap(<Timeline document={DOCUMENT} />);
    serve(host, renderToString(page));
    const before = host.querySelector("svg");
    const changes = watch();
    const ref = createRef<LiveTimeline>();
    await act(async () => {
      root = hydrateRoot(host, wrap(<Timeline document={DOCUMENT} ref={ref} />));
    });
    const made = changes.stop();
    expect(made).toContain("hidden");
    expect(made.filter((name) => !LISTED.test(name))).toEqual([]);
    expect(host.querySelector("svg")).toBe(before);
    expect(ref.current?.element).toBe(figure());
  });

  test("a page that differs is corrected", async () => {
    serve(host, renderToString(<Timeline document={DOCUMENT} />));
    await act(async () => {
      root = hydrateRoot(host, <Timeline document={[{ title: "Other", date: "1900" }]} />);
    });
    expect(host.querySelectorAll(".dl-list > li")).toHaveLength(1);
  });
});

describe("in the browser alone", () => {
  test("shows a timeline at once, in StrictMode too, and only one", async () => {
    await render(
      <StrictMode>
        <Timeline document={DOCUMENT} id="mine" />
      </StrictMode>,
    );
    expect(host.querySelectorAll("#mine > figure")).toHaveLength(1);
    expect(host.querySelectorAll(".dl-list > li")).toHaveLength(3);
  });

  test("follows document and options, and resets an option that is removed", async () => {
    await render(<Timeline document={DOCUMENT} options={{ theme: "dark", minimap: false }} />);
    const first = figure();
    expect(first.dataset["theme"]).toBe("dark");
    await render(<Timeline document={{ events: DOCUMENT.events.slice(1) }} options={{ minimap: false }} />);
    expect(figure()).toBe(first);
    expect(first.dataset["theme"]).toBe("auto");
    expect(host.querySelectorAll(".dl-list > li")).toHaveLength(2);
  });

  test("options with equal values change nothing", async () => {
    const options = (): TimelineOptions => ({ scale: { log: "1900" }, theme: "dark" });
    await render(<Timeline document={DOCUMENT} options={options()} />);
    await frames();
    const changes = watch();
    const ref = createRef<LiveTimeline>();
    await render(<Timeline document={DOCUMENT} options={options()} ref={ref} />);
    expect(changes.stop()).toEqual([]);
  });

  test("leaves nothing behind when it unmounts", async () => {
    const ref = createRef<LiveTimeline>();
    await render(<Timeline document={DOCUMENT} ref={ref} />);
    const timeline = ref.current as LiveTimeline;
    await render(<p>Gone</p>);
    expect(host.innerHTML).toBe("<p>Gone</p>");
    expect(timeline.element.isConnected).toBe(false);
    expect(ref.current).toBeNull();
  });
});

describe("selection and view", () => {
  test("belong to the timeline without the props, and are reported", async () => {
    const heard: unknown[] = [];
    const ref = createRef<LiveTimeline>();
    await render(
      <Timeline
        document={DOCUMENT}
        ref={ref}
        onSelect={(id) => heard.push(["select", id])}
        onOpen={(id) => heard.push(["open", id])}
      />,
    );
    await act(async () => ref.current?.select("b"));
    expect(ref.current?.view.selected).toBe("b");
    expect(heard).toEqual([
      ["select", "b"],
      ["open", "b"],
    ]);
  });

  test("a controlled selection stays as the parent has it", async () => {
    const asked: (string | null)[] = [];
    const ref = createRef<LiveTimeline>();
    await render(<Timeline document={DOCUMENT} selected="a" ref={ref} onSelect={(id) => asked.push(id)} />);
    expect(ref.current?.view.selected).toBe("a");
    await act(async () => ref.current?.select("b"));
    expect([ref.current?.view.selected, asked]).toEqual(["a", ["b"]]);
    await render(<Timeline document={DOCUMENT} selected="c" ref={ref} onSelect={(id) => asked.push(id)} />);
    expect([ref.current?.view.selected, asked]).toEqual(["c", ["b"]]);
    await render(<Timeline document={DOCUMENT} selected={null} ref={ref} />);
    expect(ref.current?.view.selected).toBeNull();
  });

  test("a parent that follows selection and view stays in sync", async () => {
    const ref = createRef<LiveTimeline>();
    function Page(): ReactNode {
      const [selected, setSelected] = useState<string | null>(null);
      const [view, setView] = useState<TimelineView>();
      return (
        <>
          <Timeline
            document={DOCUMENT}
            selected={selected}
            onSelect={setSelected}
            view={view}
            onViewChange={setView}
            ref={ref}
          />
          <output>{`${selected} ${view ? (view.end - view.start) / DAY : "all"}`}</output>
        </>
      );
    }
    await render(<Page />);
    const { start } = (ref.current as LiveTimeline).view;
    await act(async () => ref.current?.select("c"));
    await act(async () => ref.current?.setView({ start: start + 200 * DAY, end: start + 600 * DAY }));
    expect(host.querySelector("output")?.textContent).toBe("c 400");
    expect(ref.current?.view).toMatchObject({ start: start + 200 * DAY, end: start + 600 * DAY, selected: "c" });
  });

  test("a parent that follows hears of a story's move until its end", async () => {
    const ref = createRef<LiveTimeline>();
    const steps = [
      { view: "all" as const, title: "All" },
      { event: "c", view: { from: "1852", to: "1852" } },
    ];
    function Page(): ReactNode {
      const [selected, setSelected] = useState<string | null>(null);
      const [view, setView] = useState<TimelineView>();
      const own = { selected, view, onSelect: setSelected, onViewChange: setView };
      return <Timeline document={DOCUMENT} options={{ steps }} ref={ref} {...own} />;
    }
    await render(<Page />);
    // As in a page, React renders soon after the frame that has called back.
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
    try {
      ref.current?.showStep(1);
      // This is the narrowest view, with the year in its centre.
      await expect.poll(() => ref.current?.view.start).toBeGreaterThan(Date.UTC(1851, 0));
      expect(ref.current?.view.selected).toBe("c");
    } finally {
      Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    }
  });

  test("a controlled view stays as the parent has it", async () => {
    const ref = createRef<LiveTimeline>();
    await render(<Timeline document={DOCUMENT} ref={ref} />);
    const { start } = (ref.current as LiveTimeline).view;
    const view = { start: start + 100 * DAY, end: start + 300 * DAY };
    const asked: number[] = [];
    await render(<Timeline document={DOCUMENT} ref={ref} view={view} onViewChange={(to) => asked.push(to.start)} />);
    await act(async () => ref.current?.fit());
    expect(ref.current?.view).toMatchObject(view);
    expect(asked).toEqual([start]);
  });
});

test("reports the issues of the document", async () => {
  const codes: string[] = [];
  const bad: EventInput[] = [{ title: "A", date: "2021-02-30", sources: ["https://a.example"] }];
  await render(<Timeline document={bad} onIssues={(issues) => codes.push(...issues.map((issue) => issue.code))} />);
  expect(codes).toEqual(["date-invalid"]);
});
