// Shows a participant one picture after another, or two at a time, and sends what is said of them.

const base = location.pathname.replace(/\/+$/, "");
const $ = id => document.getElementById(id);
const MaxZoom = 3; // small pictures are shown larger, all of them alike
const kinds = {
  natural: {
    question: "Does this picture look natural?", how: "You will see one picture at a time. Say of each whether its colours look natural.", count: 1,
    left: { opinion: "unnatural", name: "Unnatural", keys: ["arrowleft", "u"], shown: "← or U" },
    right: { opinion: "natural", name: "Natural", keys: ["arrowright", "n"], shown: "→ or N" },
  },
  choice: {
    question: "Which one looks more natural?", how: "You will see the same picture twice. Say which one has the more natural colours.", count: 2,
    left: { opinion: "first", name: "A", keys: ["arrowleft", "a"], shown: "← or A" },
    right: { opinion: "second", name: "B", keys: ["arrowright", "b"], shown: "→ or B" },
  },
};

let state, kind, place = null, shownAt = null;
const loaded = new Map(); // by place

/** From when on what is shown may be judged; null while it may not. */
function setJudged(time) {
  shownAt = time;
  $("pictures").toggleAttribute("data-ready", time !== null);
}

async function ask(path, options) {
  const answer = await fetch(base + path, options).catch(() => { throw new Error("The server is not there. Try again."); });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).detail ?? `The server answered ${answer.status}.`);
  return answer;
}

function load(at) {
  if (at >= state.total) return null;
  if (!loaded.has(at)) {
    const images = Array.from({ length: kind.count }, (_, which) => Object.assign(new Image(), { src: `${base}/pictures/${at}/${which}`, draggable: false }));
    const ready = Promise.all(images.map(image => image.decode())).then(() => images);
    ready.catch(() => loaded.delete(at)); // asked for again
    loaded.set(at, ready);
  }
  return loaded.get(at);
}

function frame(image, which) {
  const figure = document.createElement("figure");
  image.alt = kind.count === 1 ? `Picture ${place + 1}` : `Picture ${"AB"[which]} of pair ${place + 1}`;
  figure.append(image);
  if (kind.count > 1) figure.append(Object.assign(document.createElement("figcaption"), { textContent: "AB"[which] }));
  return figure;
}

/** Makes pictures as large as there is room, all of them alike. */
function fit() {
  for (const figure of $("pictures").children) {
    const [image, caption] = figure.children;
    const scale = Math.min(MaxZoom, figure.clientWidth / image.naturalWidth, (figure.clientHeight - (caption?.offsetHeight ?? 0)) / image.naturalHeight);
    Object.assign(image, { width: Math.max(1, Math.floor(scale * image.naturalWidth)), height: Math.max(1, Math.floor(scale * image.naturalHeight)) });
  }
}

/** Shows a place, once its pictures are there; until then the old ones stay, and count for nothing. */
async function show(at) {
  setJudged(null);
  const isOver = at >= state.total;
  const images = isOver ? [] : await load(at).catch(() => { throw new Error("The picture did not come. Try again."); });
  place = at;
  $("thanks").hidden = !isOver;
  $("show").hidden = isOver;
  $("bar").value = at / state.total;
  $("count").textContent = isOver ? `${state.total} done` : `${at + 1} of ${state.total}`;
  $("back").disabled = at === 0 || at < state.done;
  $("pictures").replaceChildren(...images.map(frame));
  fit();
  for (const old of loaded.keys()) if (old < at - 1) loaded.delete(old);
  load(at + 1);
  requestAnimationFrame(() => setJudged(performance.now()));
}

async function say(side) {
  if (shownAt === null || $("show").hidden) return;
  const milliseconds = Math.round(performance.now() - shownAt);
  setJudged(null); // one answer each
  await attempt(async () => {
    await ask(`/answers/${place}`, {
      method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ opinion: kind[side].opinion, milliseconds: Math.min(milliseconds, 86400000) }),
    });
    state.done = Math.max(state.done, place + 1);
    await show(place + 1);
  });
}

/** Does something; what goes wrong is said, and the same picture is asked again. */
async function attempt(work) {
  $("trouble").hidden = true;
  try {
    await work();
  } catch (error) {
    $("trouble").textContent = error.message;
    $("trouble").hidden = false;
    if (place !== null) setJudged(performance.now());
  }
}

function name(button, side) {
  button.replaceChildren(kind[side].name, Object.assign(document.createElement("kbd"), { textContent: kind[side].shown, ariaHidden: "true" }));
  button.addEventListener("click", () => say(side));
}

async function start() {
  state = await (await ask("/state")).json();
  kind = kinds[state.kind];
  document.title = $("title").textContent = state.title;
  $("asked").textContent = $("question").textContent = kind.question;
  $("how").textContent = kind.how;
  $("begin").textContent = state.done > 0 ? "Go on" : "Begin";
  name($("left"), "left");
  name($("right"), "right");
  $("count").textContent = `${state.done} of ${state.total} done`;
  $("bar").value = state.done / state.total;
  if (state.done >= state.total) await show(state.total);
  else $("intro").hidden = false;
  load(state.done);
}

$("begin").addEventListener("click", () => {
  attempt(async () => {
    await show(state.done);
    $("intro").hidden = true;
  });
});
$("back").addEventListener("click", () => attempt(() => show(place - 1)));
new ResizeObserver(fit).observe($("pictures"));
window.addEventListener("keydown", event => {
  if (!kind || event.repeat || event.ctrlKey || event.metaKey || event.altKey || $("show").hidden) return;
  const key = event.key.toLowerCase();
  const side = kind.left.keys.includes(key) ? "left" : kind.right.keys.includes(key) ? "right" : null;
  if (side) say(side);
  else if (key === "backspace" && !$("back").disabled) $("back").click();
  else return;
  event.preventDefault();
});

await attempt(start);
document.documentElement.dataset.ready = "true";
