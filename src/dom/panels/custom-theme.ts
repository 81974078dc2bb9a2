import type { Behavior } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";

/** A browser that knows this function takes the colours of the option `theme` from the attributes, without a script. */
const TYPED_ATTRIBUTE = "attr(data-ink type(<color>))";

/** Gives the stylesheet the colours of the option `theme`, where the browser cannot read them from attributes. */
export function createCustomTheme({ element, window }: TimelineContext): Behavior {
  const isNeeded = !window.CSS.supports("color", TYPED_ATTRIBUTE);
  const painted = (): void => {
    for (const name of ["ink", "surface"]) {
      const color = isNeeded ? element.dataset[name] : undefined;
      const property = `--dl-${name}`;
      if (element.style.getPropertyValue(property) === (color ?? "")) continue;
      if (color === undefined) element.style.removeProperty(property);
      else element.style.setProperty(property, color);
    }
  };
  return { painted };
}
