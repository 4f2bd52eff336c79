// Films beside their stills: the shot or film that is played, and what is wished for the whole.

import { say } from "./say.js";

const $ = id => document.getElementById(id);
const wishes = ["shared-colours", "deflicker", "descratch"];

let film = null;        // that is chosen
let address = null;     // of what is played

/** Shows what there is of a film; null for none. */
export function show(chosen) {
  film = chosen;
  for (const id of ["film-tools", "play"]) $(id).hidden = !film;
  if (!film) { turnOff(); return; }
  for (const wish of wishes) $(wish).checked = Boolean(film.wishes[wish]);
  const { played } = film;
  const isAtWork = Boolean(played) && !played.address && !played.isOver;
  $("play").disabled = !film.shown?.after;
  $("play").textContent = isAtWork ? "Stop" : "Play this shot";
  $("play-state").textContent = played ? isAtWork ? `Colouring the shot: ${played.note}` : played.note : "";
  const wanted = played?.address ?? null;
  if (wanted === null) turnOff();
  else if (wanted !== address) turnOn(wanted);
}

function turnOn(wanted) {
  address = wanted;
  $("video").src = wanted;
  $("frame").style.setProperty("--ratio", film.session.width / film.session.height);
  $("video").setAttribute("aria-label", film.played.shot ? `Shot ${film.played.shot.number} in colour` : `${film.name} in colour`);
}

function turnOff() {
  if (address === null) return;
  address = null;
  $("screen").hidden = true;
  $("video").pause();
  $("video").removeAttribute("src");
}

$("video").addEventListener("loadeddata", () => {
  if (address === null) return;
  $("screen").hidden = false;
  if (film.played.shot) $("video").play().catch(() => {});
  say(`${$("video").getAttribute("aria-label")} can be played.`);
});
$("video").addEventListener("error", () => {
  if (address !== null) $("play-state").textContent = "The browser does not play this kind of film.";
});
$("screen-off").addEventListener("click", () => { film.endPlay(); $("play").focus(); });
$("play").addEventListener("click", () => {
  if ($("play").textContent === "Stop") film.endPlay();
  else film.play();
});
for (const wish of wishes) $(wish).addEventListener("change", event => { film.wishes[wish] = event.target.checked; film.revise(); });
