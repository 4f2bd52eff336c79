// Puts the page together: files come in, one picture is shown, its choices change, results go out.

import { download } from "./api.js";
import * as dials from "./dials.js";
import * as palette from "./palette.js";
import { Picture } from "./picture.js";
import * as stage from "./stage.js";
import * as tray from "./tray.js";

const AtOnce = 2; // photos that are sent at the same time
const swatches = {
  Skin: "#c68a6b", Lips: "#b2544f", Hair: "#6b4a2f", Sky: "#6fa3cf", Grass: "#6c8a42", Wood: "#8a6239", Brick: "#a3553f", Cloth: "#34558b", Gold: "#c39a3c",
};
const $ = id => document.getElementById(id);
const pictures = [];
let chosen = null;
let shownBefore = null;
let tool = "hand";

// ---------------------------------------------------------------- files come in

function add(files) {
  const added = [...files].map(file => new Picture(file, heard));
  if (added.length === 0) return;
  pictures.push(...added);
  $("empty").hidden = true;
  $("work").hidden = $("add").hidden = false;
  choose(chosen ?? added[0]);
  added.forEach(heard);
  say(`${added.length} ${added.length === 1 ? "file" : "files"} added.`);
  sendNext();
}

function sendNext() {
  const busy = pictures.filter(picture => picture.state === "sending" || picture.state === "coloring").length;
  const waiting = pictures.filter(picture => picture.state === "waiting").slice(0, Math.max(0, AtOnce - busy));
  for (const picture of waiting) picture.open().then(sendNext);
}

$("choose").addEventListener("click", () => $("files").click());
$("add").addEventListener("click", () => $("files").click());
$("files").addEventListener("change", event => { add(event.target.files); event.target.value = ""; });
window.addEventListener("paste", event => add([...event.clipboardData.files]));
window.addEventListener("dragover", event => {
  event.preventDefault();
  $("curtain").hidden = Boolean(event.target.closest?.(".takes-drop"));
  $("curtain").classList.toggle("beside", chosen !== null);
});
window.addEventListener("dragleave", event => { if (!event.relatedTarget) $("curtain").hidden = true; });
window.addEventListener("drop", event => {
  event.preventDefault();
  $("curtain").hidden = true;
  add([...event.dataTransfer.files]);
});

// ---------------------------------------------------------------- one picture is shown

function choose(picture) {
  const old = chosen;
  chosen = picture;
  shownBefore = null;
  if (old && old !== picture) heard(old);
  $("before").removeAttribute("src");
  $("after").removeAttribute("src");
  dials.write(picture);
  for (const id of ["tools", "under"]) $(id).hidden = picture.isFilm;
  $("container-row").hidden = !picture.isFilm;
  if (picture.isFilm) setTool("hand");
  heard(picture);
}

function leave(picture) {
  picture.close();
  pictures.splice(pictures.indexOf(picture), 1);
  if (pictures.length === 0) { location.reload(); return; }
  if (picture === chosen) { chosen = null; choose(pictures[0]); }
  showTray();
}

/** A picture changed. */
function heard(picture) {
  tray.show(picture, picture === chosen, choose, leave);
  showTray();
  if (picture !== chosen) return;
  $("title").textContent = picture.name;
  $("facts").textContent = facts(picture);
  const isOver = picture.state === "ready" || picture.state === "saved";
  $("save").disabled = !isOver;
  $("save").textContent = picture.isFilm ? "Colour the film" : picture.state === "saving" ? "Saving…" : "Save";
  $("trouble").hidden = !picture.trouble;
  $("trouble").textContent = tray.isLeft(picture) ? "This photograph has colour already, so it was left alone." : picture.trouble?.message ?? "";
  $("recolor").hidden = picture.trouble?.option !== "recolour";
  $("undo").disabled = picture.strokes.isEmpty;
  $("redo").disabled = !picture.strokes.canRedo;
  palette.opened();
  showWait(picture);
  if (picture.isFilm) showFilm(picture);
  else showPhoto(picture);
}

function facts(picture) {
  const { session } = picture;
  if (session) return `${session.width} × ${session.height} pixels, ${session.extension.slice(1).toUpperCase()}`;
  return `${(picture.file.size / 1e6).toFixed(1)} MB`;
}

function showWait(picture) {
  const isWaiting = ["waiting", "sending", "coloring"].includes(picture.state) || (picture.isFilm && picture.state === "saving");
  $("wait").hidden = !isWaiting && !(picture.isFilm && !picture.job?.isDone);
  $("bar").hidden = !isWaiting;
  $("wait-text").textContent = isWaiting ? `${tray.word(picture)}${picture.note ? `: ${picture.note}` : "…"}` : "Choose a mood if you like, then colour the film.";
  if (picture.part != null) $("bar").value = picture.part;
  else $("bar").removeAttribute("value");
  $("cancel").hidden = !(picture.state === "saving" && picture.job);
}

function showPhoto(picture) {
  $("paper").hidden = $("line").hidden = !picture.after;
  $("video").hidden = true;
  if (!picture.after) return;
  if (shownBefore !== picture.before) {
    shownBefore = $("before").src = picture.before;
    const { width, height, previewWidth, previewHeight } = picture.session;
    Object.assign($("ink"), { width: previewWidth, height: previewHeight });
    stage.show(width, height);
    picture.strokes.draw($("ink"));
    say(`${picture.name} is in colour.`);
  }
  if ($("after").src !== picture.after) $("after").src = picture.after;
}

function showFilm(picture) {
  $("paper").hidden = $("line").hidden = true;
  picture.before ??= URL.createObjectURL(picture.file); // played where the browser can
  const address = picture.job?.isDone ? `/api/v1/jobs/${picture.job.id}/result` : picture.before;
  if ($("video").getAttribute("src") !== address) {
    $("video").hidden = true;
    $("video").src = address;
  }
}

$("video").addEventListener("loadeddata", () => { $("video").hidden = !chosen?.isFilm; });
$("recolor").addEventListener("click", () => chosen.open(true).then(sendNext));
$("cancel").addEventListener("click", () => chosen.stop());

// ---------------------------------------------------------------- its choices change

const changed = () => chosen?.change(dials.read());

$("zoom-in").addEventListener("click", () => stage.zoom(1.25));
$("zoom-out").addEventListener("click", () => stage.zoom(0.8));
$("zoom-fit").addEventListener("click", stage.fit);
$("zoom-one").addEventListener("click", () => {
  stage.onePixel();
  chosen.sharpen().catch(problem => say(problem.message));
});

function setTool(name) {
  tool = name;
  document.querySelector(`input[name=tool][value=${name}]`).checked = true;
  $("brush-row").hidden = name === "hand";
  $("view").style.cursor = name === "hand" ? "grab" : "crosshair";
  $("ink").hidden = name === "hand";
  if (name !== "hand" && Number($("split").value) > 10) stage.setSplit(0);
}

for (const choice of document.querySelectorAll("input[name=tool]")) choice.addEventListener("change", () => setTool(choice.value));
for (const [name, color] of Object.entries(swatches)) {
  const swatch = Object.assign(document.createElement("button"), { type: "button", className: "swatch", title: name });
  swatch.setAttribute("aria-label", name);
  swatch.style.background = color;
  swatch.addEventListener("click", () => { $("color").value = color; setTool("brush"); });
  $("swatches").append(swatch);
}

const inCopy = point => ({
  x: point.x * chosen.session.previewWidth / chosen.session.width, y: point.y * chosen.session.previewHeight / chosen.session.height,
});

stage.listen({
  isPainting: () => tool !== "hand" && Boolean(chosen?.after),
  diameter: () => Number($("size").value) * chosen.session.width / chosen.session.previewWidth,
  begin(point) {
    if (tool === "pick") { pickAt(inCopy(point)); return; }
    chosen.strokes.begin({ color: tool === "erase" ? null : $("color").value, size: Number($("size").value), points: [inCopy(point)] });
    painted();
  },
  move(point) {
    if (tool === "pick") return;
    chosen.strokes.done.at(-1).points.push(inCopy(point));
    painted();
  },
  end() { if (tool !== "pick") painted(); },
});

function painted() {
  chosen.strokes.draw($("ink"));
  chosen.paint($("ink"));
  heard(chosen);
}

function pickAt({ x, y }) {
  const image = $("after");
  const one = new OffscreenCanvas(1, 1).getContext("2d");
  const scale = image.naturalWidth / chosen.session.previewWidth;
  one.drawImage(image, Math.floor(x * scale), Math.floor(y * scale), 1, 1, 0, 0, 1, 1);
  const [red, green, blue] = one.getImageData(0, 0, 1, 1).data;
  $("color").value = `#${[red, green, blue].map(part => part.toString(16).padStart(2, "0")).join("")}`;
  setTool("brush");
  say("Colour picked.");
}

function undo() { chosen.strokes.undo(); painted(); }
function redo() { chosen.strokes.redo(); painted(); }
$("undo").addEventListener("click", undo);
$("redo").addEventListener("click", redo);
window.addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || !chosen?.after || event.target.matches("input[type=password]")) return;
  if (event.key === "z" && !event.shiftKey && !chosen.strokes.isEmpty) undo();
  else if ((event.key === "y" || (event.key.toLowerCase() === "z" && event.shiftKey)) && chosen.strokes.canRedo) redo();
  else return;
  event.preventDefault();
});

$("same").addEventListener("click", () => {
  for (const picture of pictures) if (picture !== chosen) picture.change(chosen.look ? structuredClone(chosen.look) : null);
  say("All pictures get these colours.");
});

// ---------------------------------------------------------------- results go out

$("save").addEventListener("click", () => chosen.save($("container").value));

$("all").addEventListener("click", async () => {
  $("all").disabled = true;
  for (const picture of pictures.filter(one => one.state === "ready" && (!one.isFilm || one.job?.isDone) || one.state === "saved")) {
    if (!(picture.isFilm && picture.job?.isDone)) await picture.save("mp4", true);
  }
  const done = pictures.filter(one => one.job?.isDone);
  if (done.length > 0) download(`archive?${done.map(one => `job=${one.job.id}`).join("&")}`);
  $("all").disabled = false;
});

function showTray() {
  $("tray-section").hidden = $("same").hidden = pictures.length < 2;
  const count = state => pictures.filter(picture => state.includes(picture.state)).length;
  $("tray-state").textContent = `${count(["ready", "saving", "saved"])} of ${pictures.length} ready${count(["failed"]) ? `, ${count(["failed"])} left out` : ""}`;
}

function say(text) { $("say").textContent = text; }

await dials.build(changed);
document.documentElement.dataset.ready = "true";
