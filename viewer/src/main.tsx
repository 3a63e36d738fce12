import { h, render } from "preact";
import { begin } from "./app";
import { byId, readIndex } from "./data";
import { listen } from "./keys";
import { Page } from "./page";
import { listenToPrinting } from "./print";
import "./style/tokens.css";
import "./style/static.css";
import "./style/app.css";

/** The plain page stays as it is until the report could be read; where that fails, it says why and stays. */
async function start(): Promise<void> {
  const plain = byId("qa-static");
  try {
    const index = await readIndex();
    plain?.remove();
    const root = byId("qa-app") as HTMLElement;
    begin(index);
    listen();
    listenToPrinting();
    render(<Page />, root);
  } catch (error) {
    const notice = plain?.querySelector(".notice");
    if (notice) notice.textContent = `This browser cannot open the interactive page (${String(error)}); figures and the first questions follow.`;
    throw error;
  }
}

void start();
