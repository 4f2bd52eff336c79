// Which colours: those of another picture, or of one of several colourings of the photograph.

import { getJson } from "./api.js";

const $ = id => document.getElementById(id);
const list = $("candidate-list");

let palette = null;     // a file: a picture, or the palette of a colouring
let picture = null;     // that is shown
let changed = () => {};

/** Wires it. @param heard is told of every choice  @param isThere whether the model takes palettes */
export function build(heard, isThere) {
  changed = heard;
  $("palette-row").hidden = !isThere;
  $("candidates").dataset.isThere = isThere;
  $("palette").addEventListener("click", () => $("palette-file").click());
  $("palette-file").addEventListener("change", event => choose(event.target.files[0] ?? null));
  $("palette-off").addEventListener("click", () => choose(null));
  $("candidates-show").addEventListener("click", find);
  takesDrop($("palette"), choose);
}

/** Lets a picture be dropped on a button. */
export function takesDrop(button, heard) {
  button.classList.add("takes-drop");
  button.addEventListener("drop", event => {
    if (!event.dataTransfer.files[0]) return;
    event.preventDefault();
    event.stopPropagation();
    $("curtain").hidden = true;
    heard(event.dataTransfer.files[0]);
  });
}

export const read = () => palette;

/** Shows what is chosen for a picture. */
export function write(shown, chosen) {
  picture = shown;
  showPalette(chosen);
  showCandidates();
}

/** A picture that is open may have several colourings. */
export const opened = () => { $("candidates").hidden = $("candidates").dataset.isThere !== "true" || !picture?.isOpen; };

/** Colourings that were found for another mood or style count no more. */
export function forget() {
  picture?.forgetCandidates();
  showCandidates();
}

async function find() {
  const asked = picture;
  $("candidates-show").disabled = true;
  list.textContent = "";
  asked.forgetCandidates();
  $("candidates-state").textContent = "Looking for them…";
  try {
    asked.candidates = (await getJson(`sessions/${asked.session.id}/candidates`)).map(one => ({
      number: one.number,
      file: one.palette && new File([JSON.stringify(one.palette)], `colouring ${one.number}.json`),
      address: URL.createObjectURL(new Blob([Uint8Array.from(atob(one.picture), letter => letter.charCodeAt(0))], { type: "image/jpeg" })),
    }));
    $("candidates-state").textContent = `${asked.candidates.length} colourings found.`;
  } catch (problem) {
    $("candidates-state").textContent = problem.message;
  }
  $("candidates-show").disabled = false;
  showCandidates();
}

function showCandidates() {
  opened();
  list.textContent = "";
  for (const candidate of picture?.candidates ?? []) {
    const label = document.createElement("label");
    label.className = "candidate";
    const input = Object.assign(document.createElement("input"), {
      type: "radio", name: "candidate", value: candidate.number, checked: palette?.name === candidate.file?.name,
    });
    input.addEventListener("change", () => { showPalette(candidate.file); changed(); });
    const image = Object.assign(document.createElement("img"), { src: candidate.address });
    image.alt = candidate.number === 1 ? "The usual colouring" : `Colouring ${candidate.number}`;
    label.append(input, image);
    list.append(label);
  }
}

function choose(file) {
  showPalette(file);
  showCandidates();
  changed();
}

function showPalette(file) {
  palette = file;
  $("palette").textContent = file ? `Colours: ${file.name.replace(/\.json$/, "")}` : "Colours of a picture…";
  $("palette-off").hidden = !file;
}
