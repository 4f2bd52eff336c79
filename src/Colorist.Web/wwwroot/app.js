// Puts the page together: files come in, one photo or film is shown, its choices change, results go out.

import { download } from "./api.js";
import * as dials from "./dials.js";
import { Film } from "./film.js";
import { clock } from "./item.js";
import * as painting from "./painting.js";
import * as palette from "./palette.js";
import { Picture } from "./picture.js";
import { say } from "./say.js";
import * as screen from "./screen.js";
import * as shots from "./shots.js";
import * as stage from "./stage.js";
import * as tray from "./tray.js";

const AtOnce = 2; // files that are sent at the same time
const films = /\.(mp4|mkv|mov|avi|webm|mpe?g|m4v|wmv|3gp|mts|ts)$/i;
const $ = id => document.getElementById(id);
const items = [];
let chosen = null;
let shownBefore = null;
let shownPicture = null;

// ---------------------------------------------------------------- files come in

const isFilm = file => file.type.startsWith("video/") || films.test(file.name);

function add(files) {
  const added = [...files].map(file => new (isFilm(file) ? Film : Picture)(file, heard));
  if (added.length === 0) return;
  items.push(...added);
  $("empty").hidden = true;
  $("work").hidden = $("add").hidden = false;
  choose(chosen ?? added[0]);
  added.forEach(heard);
  say(`${added.length} ${added.length === 1 ? "file" : "files"} added.`);
  sendNext();
}

function sendNext() {
  const busy = items.filter(item => item.state === "sending" || item.state === "coloring").length;
  const waiting = items.filter(item => item.state === "waiting").slice(0, Math.max(0, AtOnce - busy));
  for (const item of waiting) item.open().then(sendNext);
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

// ---------------------------------------------------------------- one of them is shown

function choose(item) {
  const old = chosen;
  chosen = item;
  shownBefore = null;
  if (old && old !== item) heard(old);
  $("before").removeAttribute("src");
  $("after").removeAttribute("src");
  heard(item);
}

function leave(item) {
  item.close();
  items.splice(items.indexOf(item), 1);
  if (items.length === 0) { location.reload(); return; }
  if (item === chosen) { chosen = null; choose(items[0]); }
  showTray();
}

/** A photo or film changed. */
function heard(item) {
  tray.show(item, item === chosen, choose, leave);
  showTray();
  if (item !== chosen) return;
  showChoices(item);
  showWait(item);
  shots.show(item.isFilm ? item : null);
  screen.show(item.isFilm ? item : null);
  showPicture(item.shown);
}

function showChoices(item) {
  const trouble = item.trouble ?? item.shown?.trouble;
  $("title").textContent = item.name;
  $("facts").textContent = facts(item);
  $("save").disabled = item.state !== "ready" && item.state !== "saved";
  $("save").textContent = item.isFilm ? "Colour the film" : item.state === "saving" ? "Saving…" : "Save";
  $("trouble").hidden = !trouble;
  $("trouble").textContent = tray.isLeft(item)
    ? `This ${item.isFilm ? "film" : "photograph"} has colour already, so it was left alone.`
    : trouble?.message ?? "";
  $("recolor").hidden = trouble?.option !== "recolour";
  $("undo").disabled = !item.shown || item.shown.strokes.isEmpty;
  $("redo").disabled = !item.shown?.strokes.canRedo;
  if (shownPicture !== (item.shown ?? item)) {
    shownPicture = item.shown ?? item;
    dials.write(item);
  }
  palette.opened();
}

function facts(item) {
  const { session } = item;
  if (!session) return `${(item.file.size / 1e6).toFixed(1)} MB`;
  const size = `${session.width} × ${session.height} pixels`;
  if (!item.isFilm) return `${size}, ${session.extension.slice(1).toUpperCase()}`;
  return `${size}, ${session.seconds ? `${clock(session.seconds)} long, ` : ""}${+session.frameRate.toFixed(2)} frames a second`;
}

function showWait(item) {
  const isOpening = ["waiting", "sending", "coloring"].includes(item.state);
  const isWaiting = isOpening || (item.isFilm && item.state === "saving");
  $("wait").hidden = !isWaiting;
  $("wait").classList.toggle("aside", Boolean(item.shown?.after));
  $("wait-text").textContent = `${tray.word(item)}${item.note ? `: ${item.note}` : "…"}`;
  if (item.part != null) $("bar").value = item.part;
  else $("bar").removeAttribute("value");
  $("cancel").hidden = !(item.state === "saving" && item.job);
}

function showPicture(picture) {
  $("paper").hidden = $("line").hidden = !picture?.after;
  if (!picture?.after) return;
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

$("recolor").addEventListener("click", () => chosen.open(true).then(sendNext));
$("cancel").addEventListener("click", () => chosen.stop());

// ---------------------------------------------------------------- its choices change

const shown = () => chosen?.shown ?? null;

$("zoom-in").addEventListener("click", () => stage.zoom(1.25));
$("zoom-out").addEventListener("click", () => stage.zoom(0.8));
$("zoom-fit").addEventListener("click", stage.fit);
$("zoom-one").addEventListener("click", () => {
  stage.onePixel();
  shown()?.sharpen().catch(problem => say(problem.message));
});

$("same").addEventListener("click", () => {
  for (const item of items) if (item !== chosen) item.change(chosen.look ? structuredClone(chosen.look) : null);
  say("All pictures get these colours.");
});

// ---------------------------------------------------------------- results go out

$("save").addEventListener("click", () => chosen.save($("container").value));

$("all").addEventListener("click", async () => {
  $("all").disabled = true;
  for (const item of items.filter(one => one.state === "ready" && !one.isFilm || one.state === "saved")) {
    if (!(item.isFilm && item.job?.isDone)) await item.save("", true);
  }
  const done = items.filter(one => one.job?.isDone);
  if (done.length > 0) download(`archive?${done.map(one => `job=${one.job.id}`).join("&")}`);
  $("all").disabled = false;
});

function showTray() {
  $("tray-section").hidden = $("same").hidden = items.length < 2;
  const count = state => items.filter(item => state.includes(item.state)).length;
  $("tray-state").textContent = `${count(["ready", "saving", "saved"])} of ${items.length} ready${count(["failed"]) ? `, ${count(["failed"])} left out` : ""}`;
}

painting.build(shown, () => chosen.isFilm ? chosen.revise() : heard(chosen));
await dials.build(() => chosen?.change(dials.read()));
document.documentElement.dataset.ready = "true";
