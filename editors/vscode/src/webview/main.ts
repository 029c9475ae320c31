/** The page's own script: shows what it is sent, tells what was clicked. */

import { hideHint } from "./hints";
import { rove, step } from "./keys";
import { closest, host, need, page, piece, reveal } from "./page";

/** What the editor keeps of the page while it is hidden, and over a restart. */
interface State {
  readonly uri: string;
  readonly report: number;
  readonly top?: number;
}

interface Notice {
  readonly text: string;
  readonly tone: string;
  readonly actions: readonly { readonly id: string; readonly label: string }[];
}

type Incoming =
  | { readonly type: "page"; readonly html: string; readonly state: State }
  | { readonly type: "notice"; readonly notice?: Notice }
  | { readonly type: "light"; readonly place?: number; readonly scroll: boolean };

/** So long after the last movement the place is kept. */
const REST = 150;

const root = document.documentElement;
const notice = need("notice");
let state = host.getState() as State | undefined;
let shown = false;
let resting: number | undefined;

window.addEventListener("message", ({ data }: MessageEvent<Incoming>) => {
  if (data.type === "page") show(data.html, data.state);
  else if (data.type === "notice") tell(data.notice);
  else if (data.type === "light") light(data.place, data.scroll);
});

/** Put in the new page and leave the reader where they were. Everything in it was escaped when it was written. */
function show(html: string, now: State): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["place"] : undefined;
  const same = state?.uri === now.uri && state.report === now.report;
  // A page that was hidden has been thrown away; where it stood is known from before.
  const top = !same ? 0 : shown ? root.scrollTop : (state?.top ?? 0);
  const sideways = same ? [...page.querySelectorAll(".scroll")].map((one) => one.scrollLeft) : [];
  page.innerHTML = html;
  page.querySelectorAll(".scroll").forEach((one, number) => {
    one.scrollLeft = sideways[number] ?? 0;
  });
  root.scrollTop = top;
  shown = true;
  hideHint();
  rove();
  if (focused !== undefined) piece(focused)?.focus({ preventScroll: true });
  keep({ ...now, top });
}

function keep(now: State): void {
  state = now;
  host.setState(now);
}

document.addEventListener(
  "scroll",
  () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (shown && state !== undefined) keep({ ...state, top: root.scrollTop });
    }, REST);
  },
  { passive: true },
);

function tell(what: Notice | undefined): void {
  notice.hidden = what === undefined;
  if (what === undefined) {
    notice.replaceChildren();
    return;
  }
  notice.className = what.tone;
  const buttons = what.actions.map(({ id, label }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset["action"] = id;
    button.textContent = label;
    button.addEventListener("click", () => host.postMessage({ type: "action", id }));
    return button;
  });
  const words = document.createElement("span");
  words.textContent = what.text;
  notice.replaceChildren(words, ...buttons);
}

function light(place: number | undefined, scroll: boolean): void {
  for (const one of page.querySelectorAll(".lit")) one.classList.remove("lit");
  const target = piece(place);
  if (target === null) return;
  target.classList.add("lit");
  if (scroll) target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

page.addEventListener("click", (event) => {
  // Selecting words to copy them is no click.
  if (window.getSelection()?.isCollapsed === false) return;
  const target = closest(event.target);
  if (target !== null) reveal(target, true);
});

page.addEventListener("change", (event) => {
  if (event.target instanceof HTMLSelectElement)
    host.postMessage({ type: "report", number: Number(event.target.value) });
});

for (const type of ["print", "save"]) need(type).addEventListener("click", () => host.postMessage({ type }));
need("previous").addEventListener("click", () => step(-1));
need("next").addEventListener("click", () => step(1));

host.postMessage({ type: "ready" });
