// The choices beside a picture, made of what the server says it takes: moods, a style, a slider for every number.

import { getJson } from "./api.js";
import * as palette from "./palette.js";

const names = { strength: "Strength", saturation: "Saturation", "style-strength": "Strength of mood and style", liveliness: "Liveliness", caution: "Paler where unsure", temperature: "Warmth", tint: "Magenta or green" };
const list = document.getElementById("dials");
const moods = document.getElementById("mood-list");

let dials = [];
let style = null;
let changed = () => {};

/** Builds them. */
export async function build(heard) {
  changed = heard;
  dials = (await getJson("options")).filter(option => option.isDial);
  for (const dial of dials) addDial(dial);
  palette.build(changed, dials.some(dial => dial.name === "liveliness"));
  const all = await getJson("moods");
  document.getElementById("moods").hidden = all.length === 0;
  for (const mood of [{ name: "", origin: "As the picture itself suggests" }, ...all]) addMood(mood);
  for (const preset of await getJson("presets")) addPreset(preset);
  document.getElementById("preset").addEventListener("change", () => changed());
  showStrength();
  document.getElementById("style").addEventListener("click", () => document.getElementById("style-file").click());
  document.getElementById("style-file").addEventListener("change", event => setStyle(event.target.files[0] ?? null));
  document.getElementById("style-off").addEventListener("click", () => setStyle(null));
  palette.takesDrop(document.getElementById("style"), setStyle);
}

/** What is chosen now. */
export const read = () => ({
  mood: document.querySelector("input[name=mood]:checked")?.value ?? "",
  preset: document.getElementById("preset").value,
  style,
  palette: palette.read(),
  numbers: Object.fromEntries(dials.map(dial => [dial.name, Number(document.getElementById(`dial-${dial.name}`).value)])),
});

/** Shows what is chosen for a photo or film; nothing for the defaults. */
export function write({ look, shown }) {
  palette.write(shown, look?.palette ?? null);
  queueMicrotask(showStrength);
  document.querySelectorAll("input[name=mood]").forEach(choice => { choice.checked = choice.value === (look?.mood ?? ""); });
  showStyle(look?.style ?? null);
  document.getElementById("preset").value = look?.preset ?? "";
  for (const dial of dials) {
    const input = document.getElementById(`dial-${dial.name}`);
    input.value = look?.numbers[dial.name] ?? dial.usual;
    show(input);
  }
}

/** The same as fields of a form. */
export function fields(look, form = new FormData()) {
  for (const dial of dials) {
    if (dial.name === "style-strength" && !look?.mood && !look?.style && !look?.palette) continue;
    const value = look?.numbers[dial.name] ?? dial.usual;
    if (value !== dial.usual) form.append(dial.name, value); // or it would replace a preset's
  }
  if (look?.mood) form.append("mood", look.mood);
  if (look?.preset) form.append("preset", look.preset);
  if (look?.style) form.append("style", look.style);
  if (look?.palette) form.append("palette", look.palette);
  return form;
}

function addDial(dial) {
  const label = document.createElement("label");
  label.className = "dial";
  label.title = dial.description;
  const input = Object.assign(document.createElement("input"), {
    type: "range", id: `dial-${dial.name}`, min: dial.min, max: dial.max, step: (dial.max - dial.min) / 60, value: dial.usual,
  });
  const name = document.createElement("span");
  name.textContent = names[dial.name] ?? dial.name;
  label.append(name, document.createElement("output"), input);
  label.id = `row-${dial.name}`;
  label.htmlFor = input.id; // or it would be the output's
  input.addEventListener("input", () => { show(input); changed(); });
  input.addEventListener("dblclick", () => { input.value = dial.usual; show(input); changed(); });
  list.append(label);
  show(input);
}

function show(input) {
  const range = input.max - input.min;
  const text = Number(input.min) < 0 ? Number(input.value).toFixed(range > 20 ? 0 : 1) : `${Math.round(100 * input.value)} %`;
  input.previousElementSibling.textContent = text;
  input.setAttribute("aria-valuetext", text);
}

function addMood(mood) {
  const label = document.createElement("label");
  label.className = "chip";
  label.title = mood.origin;
  const input = Object.assign(document.createElement("input"), { type: "radio", name: "mood", value: mood.name, checked: mood.name === "" });
  const name = document.createElement("span");
  name.textContent = mood.name === "" ? "Its own" : mood.name.replaceAll("-", " ");
  label.append(input, name);
  input.addEventListener("change", () => { showStrength(); palette.forget(); changed(); });
  moods.append(label);
}

/** How strong a mood or style is matters only where there is one. */
function showStrength() {
  const row = document.getElementById("row-style-strength");
  if (row) row.hidden = read().mood === "" && !style && !palette.read();
}

function addPreset(preset) {
  document.getElementById("preset").append(Object.assign(document.createElement("option"), { value: preset.name, textContent: preset.name.replaceAll("-", " "), title: preset.origin }));
}

function setStyle(file) {
  showStyle(file);
  showStrength();
  palette.forget();
  changed();
}

function showStyle(file) {
  style = file;
  document.getElementById("style").textContent = file ? `Style: ${file.name}` : "Style of a picture…";
  document.getElementById("style-off").hidden = !file;
}
