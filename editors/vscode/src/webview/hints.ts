/** What is said about a piece, while it is pointed at or focused. */

import { need, page } from "./page";

const hint = need("hint");

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

export function showHint(target: HTMLElement): void {
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

export function hideHint(): void {
  hint.hidden = true;
}
