"use client";

/** The entry `datelines/react`: a timeline as a component of React 18 or 19. */
import {
  type ForwardedRef,
  forwardRef,
  type ReactElement,
  type RefAttributes,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { omitUndefined } from "./base/omit-undefined.js";
import { createTimeline, hydrateTimeline } from "./dom/controller/create.js";
import type { Timeline as LiveTimeline } from "./dom/controller/live-timeline.js";
import type { TimelineEvents, TimelineView } from "./dom/controller/timeline-events.js";
import type { DocumentInput } from "./model/document/document.js";
import type { TimelineOptions } from "./options.js";
import { figureOf } from "./render-to-html.js";
import { toText } from "./svg/to-text.js";

/** @typeParam Data the type of the field `data` of events */
export interface TimelineProps<Data extends object = Record<string, unknown>> {
  /**
   * A timeline document, or a list of events. Another object is another document, which is read and drawn again: keep it
   * between renders.
   */
  readonly document: DocumentInput<Data>;
  /** Compared field by field: a new object with the same values changes nothing. */
  readonly options?: TimelineOptions<Data> | undefined;
  /**
   * Id of the selected event, or `null`. This prop controls the selection: only a change of the prop changes it, and
   * `onSelect` reports what the reader wants. Without the prop the timeline keeps the selection.
   */
  readonly selected?: string | null | undefined;
  /** The time in view, in ms since 1970 of the timeline's wall clock. This prop controls the view; see `onViewChange`. */
  readonly view?: { readonly start: number; readonly end: number } | undefined;
  readonly onSelect?: ((id: string | null) => void) | undefined;
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly onViewChange?: ((view: TimelineView) => void) | undefined;
  readonly onFilter?: ((shown: TimelineEvents["filter"]) => void) | undefined;
  /** Called with the issues of the document, and again whenever they change. */
  readonly onIssues?: ((issues: TimelineEvents["issues"]["issues"]) => void) | undefined;
  /** Class of the element around the figure. */
  readonly className?: string | undefined;
  /** Id of the element around the figure. */
  readonly id?: string | undefined;
}

// React 18 warns of each layout effect on a server, where there is no layout.
const useLayout = typeof document === "undefined" ? useEffect : useLayoutEffect;
const never = (): (() => void) => () => {};

/** What a component keeps between commits. */
interface Kept {
  timeline: LiveTimeline | undefined;
  /** Whether the effect was cleaned up. In StrictMode React runs it again at once, and the timeline must survive that. */
  isLeaving: boolean;
  document: DocumentInput;
  options: TimelineOptions;
  /** The issues that the parent has heard of, as JSON. */
  issues: string;
  /** Set while the component applies props: the parent does not hear of these changes. */
  isSilent: boolean;
}

/**
 * A live timeline. A server renders the complete static figure, which the browser hydrates without a change. The `ref` is the
 * `Timeline` of `createTimeline`. The page must include `datelines/style.css`.
 */
export const Timeline = forwardRef(TimelineComponent) as <Data extends object = Record<string, unknown>>(
  props: TimelineProps<Data> & RefAttributes<LiveTimeline<Data> | null>,
) => ReactElement;

function TimelineComponent(props: TimelineProps, ref: ForwardedRef<LiveTimeline | null>): ReactElement {
  const { document, selected, view, className, id } = props;
  // The id of React is the same on server and client; our ids allow only some of its characters.
  const idPrefix = `dl${useId().replace(/[^A-Za-z0-9-]/g, "")}`;
  const options: TimelineOptions = {
    idPrefix,
    ...omitUndefined(props.options ?? {}),
    ...(selected ? { selected } : {}),
  };
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const kept = useRef<Kept>({
    timeline: undefined,
    isLeaving: false,
    document,
    options,
    issues: "[]",
    isSilent: false,
  });
  const [, render] = useReducer((n: number) => n + 1, 0);
  // True on a server and during hydration, when the markup must be the same. React never writes it again.
  const isServed = useSyncExternalStore(never, no, yes);
  const [served] = useState(() => (isServed ? { __html: toText(figureOf(document, options).node) } : undefined));

  useLayout(() => {
    latest.current = props;
  });

  useLayout(() => {
    const own = kept.current;
    own.isLeaving = false;
    if (!own.timeline) {
      const element = host.current as HTMLDivElement;
      own.timeline = element.querySelector("figure.datelines")
        ? hydrateTimeline(element, document, options)
        : createTimeline(element, document, options);
      listen(own.timeline);
      reportIssues(own.timeline.issues);
    }
    return () => {
      own.isLeaving = true;
      queueMicrotask(() => {
        if (!own.isLeaving) return;
        own.timeline?.destroy();
        own.timeline = undefined;
      });
    };
    // Runs once; the effect below follows the props.
  }, []);

  /** A parent that renders for each report, with a document of its own each time, hears of the same issues once. */
  function reportIssues(issues: TimelineEvents["issues"]["issues"]): void {
    const written = JSON.stringify(issues);
    if (written === kept.current.issues) return;
    kept.current.issues = written;
    latest.current.onIssues?.(issues);
  }

  function listen(timeline: LiveTimeline): void {
    const report =
      <Detail,>(tell: (props: TimelineProps, detail: Detail) => void) =>
      (detail: Detail): void => {
        if (kept.current.isSilent) return;
        tell(latest.current, detail);
        // A parent may keep its props as they are. The next render then restores what they say.
        render();
      };
    timeline.on(
      "select",
      report((to, { id }) => to.onSelect?.(id)),
    );
    timeline.on(
      "open",
      report((to, { id }) => to.onOpen?.(id)),
    );
    timeline.on(
      "viewchange",
      report((to, detail) => to.onViewChange?.(detail)),
    );
    timeline.on("filter", (detail) => latest.current.onFilter?.(detail));
    timeline.on("issues", ({ issues }) => reportIssues(issues));
  }

  useLayout(() => {
    const own = kept.current;
    const { timeline } = own;
    if (!timeline) return;
    own.isSilent = true;
    try {
      const { selected: _first, ...asked } = options;
      const { selected: _before, ...before } = own.options;
      if (document !== own.document || !isEqual(asked, before)) {
        timeline.update({ document, options: asked, reset: true });
      }
      own.document = document;
      own.options = options;
      if (view && (view.start !== timeline.view.start || view.end !== timeline.view.end)) timeline.setView(view);
      if (selected !== undefined && selected !== timeline.view.selected) timeline.select(selected);
    } finally {
      own.isSilent = false;
    }
  });

  useImperativeHandle(ref, () => kept.current.timeline as LiveTimeline, []);

  return (
    <div
      ref={host}
      className={className}
      id={id}
      suppressHydrationWarning
      {...(served ? { dangerouslySetInnerHTML: served } : {})}
    />
  );
}

const no = (): boolean => false;
const yes = (): boolean => true;

/** Whether options have the same values. Small objects among them are compared by value, since renders create them anew. */
function isEqual(a: TimelineOptions, b: TimelineOptions): boolean {
  const same = (key: string): boolean => {
    const [own, other] = [a[key as keyof TimelineOptions], b[key as keyof TimelineOptions]];
    const isSmall = typeof own === "object" && key !== "locale";
    return Object.is(own, other) || (isSmall && JSON.stringify(own) === JSON.stringify(other));
  };
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(same);
}

export type { LiveTimeline, TimelineView };
