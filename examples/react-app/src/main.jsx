import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { Timeline } from "datelines/react";
import "datelines/style.css";
import { apollo } from "./apollo.js";

function App() {
  const [selected, setSelected] = useState(null);
  const chosen = apollo.events.find((event) => event.id === selected);
  return (
    <main>
      <h1>To the Moon</h1>
      <p>
        {apollo.events.map(({ id, title }) => (
          <button key={id} type="button" onClick={() => setSelected(id)}>
            {title}
          </button>
        ))}
      </p>
      <Timeline document={apollo} selected={selected} onSelect={setSelected} />
      <output>{chosen ? chosen.title : "Nothing is selected"}</output>
    </main>
  );
}

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
