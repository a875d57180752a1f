// Links to our own places and the Back button move the window without loading a page.
import { followSteps, mayLeave, moveOn } from "./steps.js";

export function followLinks(told, isOutdated) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href, location.href);
    const leaves = url.origin !== location.origin || link.target || link.hasAttribute("download") || link.dataset.load !== undefined;
    if (leaves || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    const go = () => {
      if (link.dataset.reload !== undefined || isOutdated()) return location.assign(url);
      moveTo(url, link.dataset.top !== undefined);
      told(url.pathname + url.search);
    };
    const stays = url.pathname === location.pathname && url.search === location.search;
    if (stays || mayLeave(go)) go();
  });
  followSteps(() => {
    dispatchEvent(new Event("carnet-leave"));
    told(location.pathname + location.search);
  });
  addEventListener("pagehide", () => dispatchEvent(new Event("carnet-leave")));
}

// Another page begins at its top; so does another part of a page whose link asks for it (`data-top`).
function moveTo(url, asksTop) {
  const elsewhere = url.pathname !== location.pathname;
  if (url.href !== location.href) moveOn(url);
  if (elsewhere || asksTop) document.getElementById("page")?.scrollTo(0, 0);
}
