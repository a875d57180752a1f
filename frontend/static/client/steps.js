// The window's steps in the browser's history, counted, so that a step that is asked about can be taken back.
const place = () => location.pathname + location.search;
let here = { url: place(), at: history.state?.at ?? 0 };

export function moveOn(url, replace = false) {
  const at = here.at + (replace ? 0 : 1);
  history[replace ? "replaceState" : "pushState"]({ at }, "", url);
  here = { url: place(), at };
}

// False where something on the page asks first (islands/unsaved.js); it calls `go` when it is told to go on.
export function mayLeave(go) {
  return dispatchEvent(new CustomEvent("carnet-may-leave", { cancelable: true, detail: go }));
}

export function followSteps(arrived) {
  addEventListener("popstate", () => {
    if (history.state === null && here.url === place()) history.replaceState({ at: here.at + 1 }, ""); // a link to a part of the page
    const there = { url: place(), at: history.state?.at ?? 0 };
    const steps = there.at - here.at;
    if (there.url !== here.url && steps && !mayLeave(() => history.go(steps))) return history.go(-steps);
    const moved = there.url !== here.url;
    here = there;
    if (moved) arrived();
  });
}
