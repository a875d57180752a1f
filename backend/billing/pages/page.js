(() => {
  const seen = document.currentScript.dataset.seen;
  const tell = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", tell);
    fetch(seen, { method: "POST", keepalive: true, credentials: "same-origin" }).catch(() => {});
  };
  if (seen) {
    document.addEventListener("visibilitychange", tell);
    tell();
  }

  for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "yes";
      form.querySelector("button:not([type])").setAttribute("aria-busy", "true");
    });
  }
  // Back from another page, the form can be sent again.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.querySelector("button:not([type])").removeAttribute("aria-busy");
    }
  });

  const form = document.querySelector("form[data-signing]");
  if (!form) return;
  const field = form.querySelector(".signing");
  const pad = form.querySelector(".pad");
  const canvas = pad.querySelector("canvas");
  const clear = pad.querySelector(".clear");
  const hint = pad.querySelector(".hint");
  const written = form.querySelector(".written");
  const ink = canvas.getContext("2d");
  let strokes = [];
  let current = null;

  field.hidden = false;
  Object.assign(ink, { lineWidth: 5, lineCap: "round", lineJoin: "round", strokeStyle: "#1c2422" });

  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    return [
      within(((event.clientX - box.left) / box.width) * 1000, 1000),
      within(((event.clientY - box.top) / box.height) * 300, 300),
    ];
  };
  const way = () => form.elements.way.value;
  // Who chose to draw and drew nothing is told so before anything is sent.
  const check = () => {
    const blank = way() === "drawn" && strokes.length === 0;
    form.elements.way[0].setCustomValidity(blank ? hint.textContent : "");
  };
  const show = () => {
    hint.hidden = strokes.length > 0;
    clear.hidden = strokes.length === 0;
    check();
  };
  const draw = (from, to) => {
    ink.beginPath();
    ink.moveTo(...from);
    ink.lineTo(to[0] + (from === to ? 0.1 : 0), to[1]);
    ink.stroke();
  };
  const count = () => strokes.reduce((sum, stroke) => sum + stroke.length, 0);

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || strokes.length >= 100 || count() >= 2900) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    current = [point(event)];
    strokes.push(current);
    draw(current[0], current[0]);
    show();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!current || count() >= 3000) return;
    const last = current[current.length - 1];
    const next = point(event);
    if (Math.hypot(next[0] - last[0], next[1] - last[1]) < 3) return;
    current.push(next);
    draw(last, next);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(name, () => { current = null; });
  }
  clear.addEventListener("click", () => {
    strokes = [];
    ink.clearRect(0, 0, 1000, 300);
    show();
  });

  const turn = () => {
    pad.hidden = way() !== "drawn";
    written.hidden = way() === "drawn";
    written.textContent = form.elements.name.value;
    check();
  };
  field.addEventListener("change", turn);
  form.elements.name.addEventListener("input", turn);
  form.addEventListener("submit", () => {
    const drawn = way() === "drawn" ? strokes : [];
    form.elements.signature.value = drawn
      .map((stroke) => stroke.map((each) => each.join(".")).join("-"))
      .join("_");
  });
  turn();
})();
