// Serves a page that renders the timeline for each request and has no script.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { renderToHtml } from "datelines";

const css = readFileSync(new URL(import.meta.resolve("datelines/style.css")), "utf8");
const events = JSON.parse(readFileSync(new URL("bridges.json", import.meta.url), "utf8"));
const CSP = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  if (pathname === "/style.css") {
    response.writeHead(200, { "content-type": "text/css; charset=utf-8" }).end(css);
    return;
  }
  if (pathname !== "/") {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is only one page here.");
    return;
  }
  // Check values of a request before they become options: an invalid option throws a TypeError.
  const theme = searchParams.get("theme") === "dark" ? "dark" : "light";
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": CSP });
  response.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bridges</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>${renderToHtml(events, { theme, toolbar: false })}</main>
</body>
</html>
`);
});

server.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
