import type { TimelineEvents } from "./timeline-events.js";

type Listener = (detail: never) => void;

/** The callbacks of `Timeline.on`, by type of event. */
export class Listeners {
  private readonly byType = new Map<string, Set<Listener>>();

  call<Type extends keyof TimelineEvents>(type: Type, detail: TimelineEvents[Type]): void {
    for (const listener of this.byType.get(type) ?? []) (listener as (of: TimelineEvents[Type]) => void)(detail);
  }

  add<Type extends keyof TimelineEvents>(type: Type, callback: (detail: TimelineEvents[Type]) => void): () => void {
    const listeners = this.byType.get(type) ?? new Set();
    this.byType.set(type, listeners);
    listeners.add(callback as Listener);
    return () => {
      listeners.delete(callback as Listener);
    };
  }

  clear(): void {
    this.byType.clear();
  }
}
