import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Chrono } from "react-chrono";
import "react-chrono/dist/style.css";

export const labels = "[class*=card-title], [class*=cardTitle], [class*=timeline-card] h1, [class*=timeline-card] h3";
export const content = "[class*=card]";
export function mount(host, events) {
  host.style.height = "500px";
  host.style.overflow = "auto";
  const sorted = events.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const items = sorted.map(({ id, title, date }) => ({ id, title: date, cardTitle: title }));
  createRoot(host).render(createElement(Chrono, { items, mode: "VERTICAL", allowDynamicUpdate: false }));
}
