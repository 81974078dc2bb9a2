export const voyager = {
  title: "Two spacecraft",
  sources: { nasa: "https://science.nasa.gov/mission/voyager/" },
  lanes: [
    { id: "1", title: "Voyager 1" },
    { id: "2", title: "Voyager 2" },
  ],
  events: [
    { id: "start2", lane: "2", title: "Voyager 2 starts", date: "1977-08-20", sources: ["nasa"] },
    { id: "start1", lane: "1", title: "Voyager 1 starts", date: "1977-09-05", sources: ["nasa"] },
    { id: "neptune", lane: "2", title: "Neptune", date: "1989-08-25", sources: ["nasa"] },
    { id: "out1", lane: "1", title: "Voyager 1 leaves the heliosphere", date: "2012-08", sources: ["nasa"] },
    { id: "out2", lane: "2", title: "Voyager 2 leaves the heliosphere", date: "2018-11", sources: ["nasa"] },
  ],
};
