const title = [];
const progress = document.getElementById("progress");
const worker = new Worker("worker.js");

worker.addEventListener("message", async ({ data: { titles, numbers } }) => {
  if (titles) {
    for (const one of titles) title.push(one);
    progress.textContent = `Reading ${title.length.toLocaleString("en")} events …`;
    return;
  }
  worker.terminate();
  const document = {
    title: "A million observations",
    // The column holds the number of each lane.
    lanes: [
      { id: "0", title: "North" },
      { id: "1", title: "South" },
    ],
    columns: { ...numbers, title },
  };
  // Preparing runs in short steps, so that the page stays responsive.
  await datelines.prepareDocument(document);
  progress.remove();
  window.timeline = datelines.createTimeline("#timeline", document, { height: 480 });
});
