// The strip of a film's shots: a still of each in colour, with its time.

import { clock } from "./item.js";

const box = document.getElementById("shots-box");
const list = document.getElementById("shots");

let film = null;        // whose shots are shown

/** Shows the shots of a film; null for none. */
export function show(chosen) {
  box.hidden = !chosen || chosen.shots.length === 0;
  if (film !== chosen) {
    film = chosen;
    list.textContent = "";
  }
  if (!film) return;
  for (const shot of film.shots.slice(list.children.length)) list.append(make(shot));
  film.shots.forEach((shot, i) => update(shot, list.children[i].firstChild));
}

function make(shot) {
  const item = document.createElement("li");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "shot" });
  const image = Object.assign(document.createElement("img"), { alt: "", loading: "lazy", decoding: "async" });
  image.style.aspectRatio = `${film.session.width} / ${film.session.height}`;
  const time = Object.assign(document.createElement("span"), { className: "time", textContent: clock(shot.time) });
  const mark = Object.assign(document.createElement("span"), { className: "mark", hidden: true });
  button.append(image, time, mark);
  button.addEventListener("click", () => film.show(shot));
  item.append(button);
  return item;
}

function update(shot, button) {
  const [image, , mark] = button.children;
  const address = film.still(shot);
  if (image.getAttribute("src") !== address) image.src = address;
  mark.hidden = !shot.picture || shot.picture.strokes.isEmpty;
  button.setAttribute("aria-label", `Shot ${shot.number} at ${clock(shot.time)}${mark.hidden ? "" : ", painted"}`);
  const isChosen = shot === film.shot;
  button.tabIndex = isChosen ? 0 : -1;
  if (isChosen === button.hasAttribute("aria-current")) return;
  if (isChosen) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  if (isChosen) list.scrollTo({ left: button.parentElement.offsetLeft - (list.clientWidth - button.clientWidth) / 2 });
}

// one stop of Tab; the arrows go along the strip, Enter opens
list.addEventListener("keydown", event => {
  const buttons = [...list.querySelectorAll(".shot")];
  const now = buttons.indexOf(document.activeElement);
  const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (next === undefined || !buttons[next]) return;
  event.preventDefault();
  buttons[next].focus();
});
