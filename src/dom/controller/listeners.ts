/** Who is told of what happens in a timeline, by kind of event. */
import type { TimelineEvents } from "./timeline-events.js";

type Listener = (detail: never) => void;

export class Listeners {
  private readonly sets = new Map<string, Set<Listener>>();

  tell<Type extends keyof TimelineEvents>(type: Type, detail: TimelineEvents[Type]): void {
    for (const listener of this.sets.get(type) ?? []) (listener as (of: TimelineEvents[Type]) => void)(detail);
  }

  add<Type extends keyof TimelineEvents>(type: Type, callback: (detail: TimelineEvents[Type]) => void): () => void {
    const set = this.sets.get(type) ?? new Set();
    this.sets.set(type, set);
    set.add(callback as Listener);
    return () => {
      set.delete(callback as Listener);
    };
  }

  clear(): void {
    this.sets.clear();
  }
}
