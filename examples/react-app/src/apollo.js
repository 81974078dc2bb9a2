/** Defined outside of components: as long as the object is the same, the timeline is not parsed again. */
export const apollo = {
  title: "Three flights",
  sources: { nasa: { title: "Apollo by the Numbers", publisher: "NASA", published: "2000" } },
  events: [
    { id: "a8", title: "Apollo 8", date: "1968-12-21/1968-12-27", sources: ["nasa"] },
    { id: "a11", title: "Apollo 11", date: "1969-07-16/1969-07-24", sources: ["nasa"] },
    { id: "a17", title: "Apollo 17", date: "1972-12-07/1972-12-19", sources: ["nasa"] },
  ],
};
