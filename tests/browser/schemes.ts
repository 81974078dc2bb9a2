/** The colour schemes a reader may have, as the browser emulates them. */
import { session } from "./pointer.js";

export const SCHEMES = ["light", "dark", "forced"] as const;

export async function scheme(name: (typeof SCHEMES)[number] | ""): Promise<void> {
  const features =
    name === ""
      ? []
      : [
          { name: "prefers-color-scheme", value: name === "dark" ? "dark" : "light" },
          { name: "forced-colors", value: name === "forced" ? "active" : "none" },
        ];
  await session().send("Emulation.setEmulatedMedia", { features });
}
