// The large view: before and after, the line between them, zoom, pan, and where the brush is.

const view = document.getElementById("view");
const paper = document.getElementById("paper");
const line = document.getElementById("line");
const cross = document.getElementById("cross");
const split = document.getElementById("split");

const MaxZoom = 8;

let size = { width: 1, height: 1 };    // of the photo, in its own pixels
let at = { x: 0, y: 0, scale: 1 };     // where its upper left corner is, and how large a pixel
let spot = null;                       // of the keyboard's brush, in the photo's pixels
let listener = null;                   // hears of painting
const pointers = new Map();
let drag = null;

/** Says who hears of painting: {isPainting(), begin(point), move(point), end(), diameter()}, points in the photo's pixels. */
export const listen = to => { listener = to; };

/** Shows a photo of some size, as large as it fits. */
export function show(width, height) {
  size = { width, height };
  paper.style.width = `${width}px`;
  paper.style.height = `${height}px`;
  spot = null;
  cross.hidden = true;
  fit();
}

export function fit() {
  const scale = Math.min((view.clientWidth - 32) / size.width, (view.clientHeight - 32) / size.height, MaxZoom);
  at = { scale: Math.max(scale, 0.001), x: 0, y: 0 };
  at.x = (view.clientWidth - size.width * at.scale) / 2;
  at.y = (view.clientHeight - size.height * at.scale) / 2;
  place();
}

/** One pixel of the photo on one of the screen. */
export const onePixel = () => zoom(1 / (window.devicePixelRatio || 1) / at.scale);

/** Zooms about a place of the view, its middle by default. */
export function zoom(by, x = view.clientWidth / 2, y = view.clientHeight / 2) {
  const least = Math.min(1, (view.clientWidth - 32) / size.width, (view.clientHeight - 32) / size.height) / 2;
  const scale = Math.min(MaxZoom, Math.max(least, at.scale * by));
  by = scale / at.scale;
  at = { scale, x: x - (x - at.x) * by, y: y - (y - at.y) * by };
  place();
}

export function setSplit(percent) {
  split.value = percent;
  place();
}

function place() {
  const part = split.value / 100;
  paper.style.transform = `translate(${at.x}px, ${at.y}px) scale(${at.scale})`;
  view.style.setProperty("--split", `${split.value}%`);
  line.style.left = `${at.x + part * size.width * at.scale}px`;
  paper.style.imageRendering = at.scale * (window.devicePixelRatio || 1) > 3 ? "pixelated" : "auto";
  if (spot) {
    const wide = Math.max(10, listener.diameter() * at.scale);
    Object.assign(cross.style, {
      left: `${at.x + spot.x * at.scale}px`, top: `${at.y + spot.y * at.scale}px`, width: `${wide}px`, height: `${wide}px`, margin: `${-wide / 2}px`,
    });
  }
}

const here = event => {
  const box = view.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};
const inPhoto = place => ({ x: (place.x - at.x) / at.scale, y: (place.y - at.y) / at.scale });

view.addEventListener("pointerdown", event => {
  if (event.target.closest("button, .screen, .wait") || event.button > 0) return;
  view.setPointerCapture(event.pointerId);
  pointers.set(event.pointerId, here(event));
  if (pointers.size > 1) { if (drag?.kind === "paint") listener.end(); drag = { kind: "pinch" }; return; }
  const place = here(event);
  if (event.target.closest(".line")) drag = { kind: "split" };
  else if (listener?.isPainting()) { drag = { kind: "paint" }; listener.begin(inPhoto(place)); }
  else drag = { kind: "pan" };
});

view.addEventListener("pointermove", event => {
  const old = pointers.get(event.pointerId);
  if (!old) return;
  const now = here(event);
  if (drag?.kind === "pinch" && pointers.size === 2) {
    const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
    const far = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
    zoom(far(now, other) / far(old, other), other.x, other.y);
  } else if (drag?.kind === "split") setSplit(Math.max(0, Math.min(100, 100 * inPhoto(now).x / size.width)));
  else if (drag?.kind === "paint") for (const one of event.getCoalescedEvents?.() ?? [event]) listener.move(inPhoto(here(one)));
  else if (drag?.kind === "pan") { at.x += now.x - old.x; at.y += now.y - old.y; place(); }
  pointers.set(event.pointerId, now);
});

for (const name of ["pointerup", "pointercancel"]) view.addEventListener(name, event => {
  if (!pointers.delete(event.pointerId)) return;
  if (drag?.kind === "paint") listener.end();
  if (pointers.size === 0) drag = null;
});

view.addEventListener("wheel", event => {
  event.preventDefault();
  const place = here(event);
  zoom(Math.exp(-event.deltaY * 0.0015), place.x, place.y);
}, { passive: false });

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

view.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== view) return;
  if (steps[event.key]) move(...steps[event.key], event.shiftKey ? 80 : 20);
  else if ((event.key === "Enter" || event.key === " ") && listener?.isPainting()) paintAtSpot();
  else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fit();
  else if (event.key === "1") document.getElementById("zoom-one").click();
  else return;
  event.preventDefault();
});

function move(x, y, by) {
  if (!listener?.isPainting()) { at.x -= x * by; at.y -= y * by; place(); return; }
  spot ??= { x: size.width / 2, y: size.height / 2 };
  const clamp = (value, most) => Math.max(0, Math.min(most - 1, value));
  spot = { x: clamp(spot.x + x * by / at.scale / 2, size.width), y: clamp(spot.y + y * by / at.scale / 2, size.height) };
  cross.hidden = false;
  place();
}

function paintAtSpot() {
  spot ??= { x: size.width / 2, y: size.height / 2 };
  listener.begin(spot);
  listener.end();
}

split.addEventListener("input", place);
new ResizeObserver(fit).observe(view);
