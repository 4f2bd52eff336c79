// The brush, the eyedropper and the eraser on the picture of the stage, with undo and redo.

import { say } from "./say.js";
import * as stage from "./stage.js";

const swatches = {
  Skin: "#c68a6b", Lips: "#b2544f", Hair: "#6b4a2f", Sky: "#6fa3cf", Grass: "#6c8a42", Wood: "#8a6239", Brick: "#a3553f", Cloth: "#34558b", Gold: "#c39a3c",
};
const $ = id => document.getElementById(id);

let tool = "hand";
let shown = () => null;
let changed = () => {};

/** Wires it. @param picture gives what is on the stage  @param heard is told of every stroke */
export function build(picture, heard) {
  [shown, changed] = [picture, heard];
  for (const choice of document.querySelectorAll("input[name=tool]")) choice.addEventListener("change", () => setTool(choice.value));
  for (const [name, color] of Object.entries(swatches)) addSwatch(name, color);
  $("undo").addEventListener("click", undo);
  $("redo").addEventListener("click", redo);
  stage.listen({
    isPainting: () => tool !== "hand" && Boolean(shown()?.after),
    diameter: () => Number($("size").value) * shown().session.width / shown().session.previewWidth,
    begin,
    move(point) {
      if (tool === "pick") return;
      shown().strokes.done.at(-1).points.push(inCopy(point));
      painted();
    },
    end() { if (tool !== "pick") painted(); },
  });
}

export function setTool(name) {
  tool = name;
  document.querySelector(`input[name=tool][value=${name}]`).checked = true;
  $("brush-row").hidden = name === "hand";
  $("view").style.cursor = name === "hand" ? "grab" : "crosshair";
  $("ink").hidden = name === "hand";
  if (name !== "hand" && Number($("split").value) > 10) stage.setSplit(0);
}

function addSwatch(name, color) {
  const swatch = Object.assign(document.createElement("button"), { type: "button", className: "swatch", title: name });
  swatch.setAttribute("aria-label", name);
  swatch.style.background = color;
  swatch.addEventListener("click", () => { $("color").value = color; setTool("brush"); });
  $("swatches").append(swatch);
}

const inCopy = point => {
  const { width, height, previewWidth, previewHeight } = shown().session;
  return { x: point.x * previewWidth / width, y: point.y * previewHeight / height };
};

function begin(point) {
  if (tool === "pick") { pickAt(inCopy(point)); return; }
  shown().strokes.begin({ color: tool === "erase" ? null : $("color").value, size: Number($("size").value), points: [inCopy(point)] });
  painted();
}

function painted() {
  shown().strokes.draw($("ink"));
  shown().paint();
  changed();
}

function pickAt({ x, y }) {
  const image = $("after");
  const one = new OffscreenCanvas(1, 1).getContext("2d");
  const scale = image.naturalWidth / shown().session.previewWidth;
  one.drawImage(image, Math.floor(x * scale), Math.floor(y * scale), 1, 1, 0, 0, 1, 1);
  const [red, green, blue] = one.getImageData(0, 0, 1, 1).data;
  $("color").value = `#${[red, green, blue].map(part => part.toString(16).padStart(2, "0")).join("")}`;
  setTool("brush");
  say("Colour picked.");
}

function undo() { shown().strokes.undo(); painted(); }
function redo() { shown().strokes.redo(); painted(); }

window.addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || !shown()?.after || event.target.matches("input[type=password]")) return;
  if (event.key === "z" && !event.shiftKey && !shown().strokes.isEmpty) undo();
  else if ((event.key === "y" || (event.key.toLowerCase() === "z" && event.shiftKey)) && shown().strokes.canRedo) redo();
  else return;
  event.preventDefault();
});
