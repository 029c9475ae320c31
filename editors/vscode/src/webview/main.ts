/** The page's own script: shows what it is sent, tells what was clicked. */

interface Host {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Host;

type Incoming =
  | { readonly type: "page"; readonly html: string; readonly state: unknown }
  | { readonly type: "light"; readonly place?: number; readonly scroll: boolean };

const host = acquireVsCodeApi();
const page = need("page");
const hint = need("hint");

function need(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(id);
  return element;
}

function piece(place: string | number | undefined): HTMLElement | null {
  return place === undefined ? null : page.querySelector<HTMLElement>(`[data-place="${Number(place)}"]`);
}

window.addEventListener("message", ({ data }: MessageEvent<Incoming>) => {
  if (data.type === "page") show(data.html, data.state);
  else if (data.type === "light") light(data.place, data.scroll);
});

/** Put in the new page and leave the reader where they were. Everything in it was escaped when it was written. */
function show(html: string, state: unknown): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["place"] : undefined;
  const top = document.documentElement.scrollTop;
  const sideways = [...page.querySelectorAll(".scroll")].map((one) => one.scrollLeft);
  page.innerHTML = html;
  page.querySelectorAll(".scroll").forEach((one, number) => {
    one.scrollLeft = sideways[number] ?? 0;
  });
  document.documentElement.scrollTop = top;
  hideHint();
  rove();
  if (focused !== undefined) piece(focused)?.focus({ preventScroll: true });
  host.setState(state);
}

function light(place: number | undefined, scroll: boolean): void {
  for (const one of page.querySelectorAll(".lit")) one.classList.remove("lit");
  const target = piece(place);
  if (target === null) return;
  target.classList.add("lit");
  if (scroll) target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// Clicks

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

function closest(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
}

function reveal(target: HTMLElement, focus: boolean): void {
  host.postMessage({ type: "reveal", place: Number(target.dataset["place"]), focus });
}

// Keyboard

/** In each table one cell can be reached with Tab, the arrow keys do the rest; so can every entry of the list. */
function rove(): void {
  for (const table of page.querySelectorAll("table")) {
    const first =
      table.querySelector<HTMLElement>("td.wrong, td.found") ?? table.querySelector<HTMLElement>("[data-place]");
    first?.setAttribute("tabindex", "0");
  }
  for (const one of page.querySelectorAll("p.found, h2.found, .list li")) one.setAttribute("tabindex", "0");
}

page.addEventListener("keydown", (event) => {
  const target = closest(event.target);
  if (target === null) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    reveal(target, event.key === "Enter");
    return;
  }
  const next = target instanceof HTMLTableCellElement ? neighbour(target, event.key) : null;
  if (next !== null) {
    event.preventDefault();
    focus(next);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
  else if (event.key === "Escape") hideHint();
});

/** The cell in this direction, by where cells are drawn: merged cells make rows of different lengths. */
function neighbour(from: HTMLTableCellElement, key: string): HTMLElement | null {
  const row = from.parentElement;
  if (!(row instanceof HTMLTableRowElement)) return null;
  const cells = [...row.querySelectorAll<HTMLElement>("[data-place]")];
  const at = cells.indexOf(from);
  switch (key) {
    case "ArrowRight":
      return cells[at + 1] ?? null;
    case "ArrowLeft":
      return cells[at - 1] ?? null;
    case "Home":
      return cells[0] ?? null;
    case "End":
      return cells.at(-1) ?? null;
    case "ArrowDown":
    case "ArrowUp": {
      let other: Element | null = row;
      do other = key === "ArrowDown" ? other.nextElementSibling : other.previousElementSibling;
      while (other !== null && other.querySelector("[data-place]") === null);
      return other === null ? null : below(from, [...other.querySelectorAll<HTMLElement>("[data-place]")]);
    }
    default:
      return null;
  }
}

function below(from: HTMLElement, candidates: readonly HTMLElement[]): HTMLElement | null {
  const middle = (one: HTMLElement) => one.getBoundingClientRect().left + one.getBoundingClientRect().width / 2;
  const wanted = middle(from);
  return (
    [...candidates].sort((one, other) => Math.abs(middle(one) - wanted) - Math.abs(middle(other) - wanted))[0] ?? null
  );
}

function focus(target: HTMLElement): void {
  const table = target.closest("table");
  for (const one of table?.querySelectorAll('[tabindex="0"]') ?? []) one.setAttribute("tabindex", "-1");
  target.setAttribute("tabindex", "0");
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The next finding of the report after the one that is lit or focused, round and round. */
function step(direction: 1 | -1): void {
  const found = [...page.querySelectorAll<HTMLElement>(".found, .wrong")].filter(
    (one) => one.closest(".list") === null,
  );
  if (found.length === 0) return;
  const here = closest(document.activeElement) ?? page.querySelector<HTMLElement>(".lit");
  const order = (one: HTMLElement) =>
    here === null || one === here ? 0 : here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
  const target =
    direction > 0
      ? (found.find((one) => (here === null ? true : order(one) > 0)) ?? found[0])
      : (found.filter((one) => here !== null && order(one) < 0).at(-1) ?? found.at(-1));
  if (target === undefined) return;
  focus(target);
  target.scrollIntoView({ block: "center", inline: "nearest" });
  reveal(target, false);
  showHint(target);
}

// What is said about a piece

page.addEventListener("mouseover", (event) => {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-hint]") : null;
  if (target === null) hideHint();
  else showHint(target);
});
page.addEventListener("mouseleave", hideHint);
page.addEventListener("focusin", (event) => {
  const target =
    event.target instanceof HTMLElement && event.target.dataset["hint"] !== undefined ? event.target : null;
  if (target === null) hideHint();
  else showHint(target);
});
document.addEventListener("scroll", hideHint, { capture: true, passive: true });

function showHint(target: HTMLElement): void {
  const words = target.dataset["hint"];
  if (words === undefined) return;
  hint.textContent = words;
  hint.hidden = false;
  const place = target.getBoundingClientRect();
  const { width, height } = hint.getBoundingClientRect();
  const left = Math.max(8, Math.min(place.left, window.innerWidth - width - 8));
  const under = place.bottom + 6 + height < window.innerHeight;
  hint.style.left = `${left}px`;
  hint.style.top = `${under ? place.bottom + 6 : Math.max(8, place.top - height - 6)}px`;
}

function hideHint(): void {
  hint.hidden = true;
}

host.postMessage({ type: "ready" });
