// The strip of all pictures, with the state of each.

const words = { waiting: "Waiting", sending: "Sending", coloring: "Colouring", ready: "Ready", saving: "Saving", saved: "Saved", failed: "Failed" };
const ofFilms = { coloring: "Finding shots", saving: "Colouring" };
const list = document.getElementById("tray");

/** Shows a picture's place; makes it when it is new. */
export function show(picture, isChosen, choose, away) {
  picture.place ??= make(picture, choose, away);
  const { pick, image, state } = picture.place;
  picture.place.item.classList.toggle("failed", picture.state === "failed" && !isLeft(picture));
  if (isChosen) pick.setAttribute("aria-current", "true");
  else pick.removeAttribute("aria-current");
  if (picture.after && image.src !== picture.after) image.src = picture.after;
  image.hidden = !picture.after;
  picture.place.sign.hidden = Boolean(picture.after);
  picture.place.sign.textContent = picture.isFilm ? "▶" : isLeft(picture) ? "◐" : picture.state === "failed" ? "!" : "";
  const text = isLeft(picture) ? "In colour already" : picture.note ? `${word(picture)}: ${picture.note}` : word(picture);
  state.textContent = state.title = text;
  pick.setAttribute("aria-label", `${picture.name}, ${text}`);
}

/** Whether a photo was left alone because it has colour. */
export const isLeft = picture => picture.state === "failed" && picture.trouble?.option === "recolour";

/** How a picture stands, in a word. */
export const word = picture => picture.isFilm && ofFilms[picture.state] || words[picture.state];

function make(picture, choose, away) {
  const item = document.createElement("li");
  item.className = "item";
  const pick = Object.assign(document.createElement("button"), { type: "button", className: "pick" });
  const image = Object.assign(document.createElement("img"), { alt: "", hidden: true });
  const sign = Object.assign(document.createElement("span"), { className: "sign" });
  sign.setAttribute("aria-hidden", "true");
  pick.append(image, sign);
  pick.addEventListener("click", () => choose(picture));
  const state = Object.assign(document.createElement("span"), { className: "state" });
  const remove = Object.assign(document.createElement("button"), { type: "button", className: "away", textContent: "×" });
  remove.setAttribute("aria-label", `Take ${picture.name} away`);
  remove.addEventListener("click", () => { item.remove(); away(picture); });
  item.append(pick, state, remove);
  list.append(item);
  return { item, pick, image, sign, state };
}
