/** The fields of finding and filtering make a filter, and show the one that was set from code. */
import type { EventFilter } from "../model/event-filter.js";
import type { Status } from "../model/document.js";
import { listen, type Part } from "./part.js";
import type { Stage } from "./stage.js";

/** Typing waits so long for the next letter, in ms. */
const TYPING = 150;

/** A choice has the same `value`. */
type Field = HTMLInputElement;

export function startFind(stage: Stage): Part {
  const fields = (): Field[] => [...stage.element.querySelectorAll<Field>(".dl-find :is(input, select)")];

  const write = (): void => {
    const { lanes } = stage.state.filter ?? {};
    const given = Object.fromEntries(
      fields().flatMap((field): [string, unknown][] => {
        const name = field.dataset["find"] as string;
        if (field.type === "checkbox") return field.checked ? [[name, true]] : [];
        if (field.value.trim() === "") return [];
        return [[name, name === "text" ? field.value : [field.value as Status]]];
      }),
    );
    const filter: EventFilter = { ...given, ...(lanes && { lanes }) };
    stage.set({ filter: Object.keys(filter).length > 0 ? filter : null });
  };

  /** Each lane's button shows or hides it; when all show, lanes are no matter of the filter. */
  const toggle = (id: string): void => {
    const { lanes: wanted, ...rest } = stage.state.filter ?? {};
    const all = stage.timeline.lanes.map((lane) => lane.id);
    const before = wanted ?? all;
    const lanes = all.filter((lane) => (lane === id ? !before.includes(id) : before.includes(lane)));
    const filter: EventFilter = lanes.length === all.length ? rest : { ...rest, lanes };
    stage.set({ filter: Object.keys(filter).length > 0 ? filter : null });
  };

  const painted = (): void => {
    const filter = (stage.state.filter ?? {}) as Readonly<Record<string, unknown>>;
    for (const field of fields()) {
      const value = filter[field.dataset["find"] as string];
      const text = String(Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));
      if (field.type === "checkbox") field.checked = value === true;
      // What is being typed is not to be disturbed, nor blanks at its end lost.
      else if (field.value.trim() !== text.trim()) field.value = text;
    }
  };

  const stop = listen(stage.element, {
    input: (event: Event) => {
      if (!(event.target as Element).closest(".dl-find")) return;
      stage.timers.set("find", TYPING, write);
    },
    click: (event: Event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('[data-find="lane"]');
      if (button) toggle(button.value);
    },
  });
  return { painted, stop };
}
