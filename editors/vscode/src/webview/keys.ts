/** Moving about the page with the keyboard, and from one finding to the next. */

import { hideHint, showHint } from "./hints";
import { closest, page, reveal } from "./page";

/** What shows a finding; of the list what is shown nowhere else. */
const FOUND = ".found, .wrong, .list .alone";
/** What can be reached with Tab, besides the tables. */
const MARKED = "h1.found, h2.found, p.found, span.found, figcaption.found, .unreadable, .list li";

/** In each table one cell can be reached with Tab, the arrow keys do the rest; so can every entry of the list. */
export function rove(): void {
  for (const table of page.querySelectorAll("table")) {
    const first =
      table.querySelector<HTMLElement>("td.wrong, td.found") ?? table.querySelector<HTMLElement>("[data-place]");
    first?.setAttribute("tabindex", "0");
  }
  for (const one of page.querySelectorAll(MARKED)) one.setAttribute("tabindex", "0");
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
export function step(direction: 1 | -1): void {
  const found = [...page.querySelectorAll<HTMLElement>(FOUND)].filter((one) => one.dataset["place"] !== undefined);
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
