"use client";

/** The entry `datelines/react`: a timeline as a component of React 18 or 19. */
import {
  type ForwardedRef,
  forwardRef,
  type ReactElement,
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
import type { EventInput, TimelineDocument } from "./model/document/document.js";
import type { TimelineOptions } from "./options.js";
import { figureOf } from "./render-to-html.js";
import { toText } from "./svg/to-text.js";

export interface TimelineProps {
  /** A timeline document, or a list of events. Give the same object as long as it is the same. */
  readonly document: TimelineDocument | readonly EventInput[];
  /** Compared field by field: a new object with the same values changes nothing. */
  readonly options?: TimelineOptions | undefined;
  /**
   * Id of the selected event, or `null`. With this prop the selection is yours: it changes when the prop does, and
   * `onSelect` tells what the reader wants. Without it the timeline keeps it.
   */
  readonly selected?: string | null | undefined;
  /** What is in view, ms since 1970 of the timeline's wall clock. With this prop the view is yours; see `onViewChange`. */
  readonly view?: { readonly start: number; readonly end: number } | undefined;
  readonly onSelect?: ((id: string | null) => void) | undefined;
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly onViewChange?: ((view: TimelineView) => void) | undefined;
  readonly onFilter?: ((shown: TimelineEvents["filter"]) => void) | undefined;
  /** What is wrong with the document. */
  readonly onIssues?: ((issues: TimelineEvents["issues"]["issues"]) => void) | undefined;
  /** Class and id of the element round the figure. */
  readonly className?: string | undefined;
  readonly id?: string | undefined;
}

// On a server there is no layout, and React 18 would say so for each component.
const useLayout = typeof document === "undefined" ? useEffect : useLayoutEffect;
const never = (): (() => void) => () => {};

/** What a component holds from commit to commit. */
interface Held {
  timeline: LiveTimeline | undefined;
  /** React runs effects twice in StrictMode: who is to be destroyed may be wanted again at once. */
  isLeaving: boolean;
  document: unknown;
  options: TimelineOptions;
  /** What the component itself does is not told to its parent. */
  isQuiet: boolean;
}

/**
 * A live timeline. Rendered on a server it is the complete static figure, which the browser takes over without a change.
 * Its `ref` is the `Timeline` of `createTimeline`. It wants `datelines/style.css` on the page.
 */
export const Timeline = forwardRef(function Timeline(
  props: TimelineProps,
  ref: ForwardedRef<LiveTimeline | null>,
): ReactElement {
  const { document, selected, view, className, id } = props;
  // React's own id is the same on server and client; its signs are not those of our ids.
  const idPrefix = `dl${useId().replace(/[^A-Za-z0-9-]/g, "")}`;
  const options: TimelineOptions = {
    idPrefix,
    ...omitUndefined(props.options ?? {}),
    ...(selected ? { selected } : {}),
  };
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const held = useRef<Held>({ timeline: undefined, isLeaving: false, document, options, isQuiet: false });
  const [, again] = useReducer((n: number) => n + 1, 0);
  // True on a server and while what it wrote is taken over; then the text must be the same. React never writes it again.
  const isServed = useSyncExternalStore(never, no, yes);
  const [served] = useState(() => (isServed ? { __html: toText(figureOf(document, options).node) } : undefined));

  useLayout(() => {
    latest.current = props;
  });

  useLayout(() => {
    const own = held.current;
    own.isLeaving = false;
    if (!own.timeline) {
      const element = host.current as HTMLDivElement;
      own.timeline = element.querySelector("figure.datelines")
        ? hydrateTimeline(element, document, options)
        : createTimeline(element, document, options);
      listen(own.timeline);
      if (own.timeline.issues.length > 0) latest.current.onIssues?.(own.timeline.issues);
    }
    return () => {
      own.isLeaving = true;
      queueMicrotask(() => {
        if (!own.isLeaving) return;
        own.timeline?.destroy();
        own.timeline = undefined;
      });
    };
    // Begins once; the effects below follow the props.
  }, []);

  function listen(timeline: LiveTimeline): void {
    const told =
      <Detail,>(tell: (props: TimelineProps, detail: Detail) => void) =>
      (detail: Detail): void => {
        if (held.current.isQuiet) return;
        tell(latest.current, detail);
        // A parent that does not follow keeps what its props say: the effects set that right.
        again();
      };
    timeline.on(
      "select",
      told((to, { id }) => to.onSelect?.(id)),
    );
    timeline.on(
      "open",
      told((to, { id }) => to.onOpen?.(id)),
    );
    timeline.on(
      "viewchange",
      told((to, detail) => to.onViewChange?.(detail)),
    );
    timeline.on("filter", (detail) => latest.current.onFilter?.(detail));
    timeline.on("issues", ({ issues }) => latest.current.onIssues?.(issues));
  }

  useLayout(() => {
    const own = held.current;
    const { timeline } = own;
    if (!timeline) return;
    own.isQuiet = true;
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
      own.isQuiet = false;
    }
  });

  useImperativeHandle(ref, () => held.current.timeline as LiveTimeline, []);

  return (
    <div
      ref={host}
      className={className}
      id={id}
      suppressHydrationWarning
      {...(served ? { dangerouslySetInnerHTML: served } : {})}
    />
  );
});

const no = (): boolean => false;
const yes = (): boolean => true;

/** Whether options say the same. Those that are small objects are often written anew with each render. */
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
