// One photo or film of the tray, and what the server knows of it.

import { download, follow, getBlob, postForm, putBlob, putForm, remove, send } from "./api.js";
import { fields } from "./dials.js";
import { Strokes } from "./strokes.js";

const films = /\.(mp4|mkv|mov|avi|webm|mpe?g|m4v|wmv|3gp|mts|ts)$/i;

export class Picture {
  strokes = new Strokes();
  look = null;            // what is chosen; null for the defaults
  state = "waiting";      // waiting, sending, coloring, ready, saving, saved, failed
  note = "";              // how far it is, or what went wrong
  trouble = null;         // the problem, while it is failed
  session = null;         // a photo's
  job = null;             // a film's, or of the last result
  before = null;          // pictures to show: addresses of blobs
  after = null;
  candidates = null;      // several colourings to choose from
  #wanted = 0;
  #busy = false;
  #heard;

  /** @param file the photo or film  @param heard is told of every change */
  constructor(file, heard) {
    this.file = file;
    this.isFilm = file.type.startsWith("video/") || films.test(file.name);
    this.#heard = heard;
    if (this.isFilm) this.state = "ready";
  }

  get name() { return this.file.name || "Pasted picture"; }
  get isOpen() { return this.session !== null; }

  /** Sends the photo and finds its colours. */
  async open(recolor = false) {
    await this.#guarded(async () => {
      this.#tell("sending");
      const form = new FormData();
      form.append("file", this.file, this.name);
      if (recolor) form.append("recolour", "true");
      this.session = await send("sessions", form, part => this.#tell("sending", `${Math.round(100 * part)} %`));
      this.#tell("coloring");
      this.before = URL.createObjectURL(await getBlob(`${this.#path}/before`));
      this.#show(await putForm(`${this.#path}/look`, fields(this.look)));
      this.#tell("ready");
    });
  }

  /** Chooses other colours. */
  change(look) {
    this.look = look;
    if (this.isOpen) this.#later(() => putForm(`${this.#path}/look`, fields(this.look)));
  }

  /** Strokes were made or taken back. */
  paint(canvas) {
    this.#later(async () => putBlob(`${this.#path}/strokes`, this.strokes.isEmpty ? null : await new Promise(done => canvas.toBlob(done))));
  }

  /** Has the whole photo or film coloured, and lets the browser save it unless it is for an archive. */
  async save(container, isForArchive = false) {
    await this.#guarded(async () => {
      this.#tell("saving");
      await this.#settled();
      const job = this.isFilm
        ? await send("films", this.#filmForm(container), part => this.#tell("saving", `sending, ${Math.round(100 * part)} %`, part))
        : await postForm(`${this.#path}/result`, null, { Prefer: "respond-async" });
      this.job = { id: job.id, isDone: false };
      await follow(job.id, view => this.#tell("saving", progress(view), view.total ? view.done / view.total : null));
      this.job.isDone = true;
      this.#tell("saved");
      if (!isForArchive) download(`jobs/${this.job.id}/result`);
    });
  }

  /** The picture at full size, for a look at every pixel. */
  async sharpen() {
    if (this.isFilm || !this.isOpen || this.session.width <= this.session.previewWidth) return;
    const form = new FormData();
    if (this.session.extension === ".tif") form.append("format", "jpg");
    const wanted = this.#wanted;
    const job = await postForm(`${this.#path}/result`, this.session.extension === ".tif" ? form : null, { Prefer: "respond-async" });
    await follow(job.id, () => {});
    const sharp = await getBlob(`jobs/${job.id}/result`);
    remove(`jobs/${job.id}`);
    if (wanted === this.#wanted) { this.#show(sharp); this.#heard(this); }
  }

  /** Stops what is going on. */
  stop() { if (this.job && !this.job.isDone) remove(`jobs/${this.job.id}`); }

  /** Forgets everything, here and on the server. */
  close() {
    if (this.isOpen) remove(this.#path);
    if (this.job) remove(`jobs/${this.job.id}`);
    for (const address of [this.before, this.after, ...(this.candidates ?? []).map(one => one.address)]) if (address) URL.revokeObjectURL(address);
  }

  get #path() { return `sessions/${this.session.id}`; }

  #filmForm(container) {
    const form = fields(this.look);
    form.append("container", container);
    form.append("file", this.file, this.name);
    return form;
  }

  /** Only the newest wish counts: while one is answered, those in between are left out. */
  async #later(ask) {
    this.#wanted++;
    this.next = ask;
    if (this.#busy) return;
    this.#busy = true;
    while (this.next) {
      const now = this.next;
      this.next = null;
      try {
        this.#show(await now());
        if (this.state !== "saving") this.#tell("ready");
      } catch (problem) {
        this.#fail(problem);
      }
    }
    this.#busy = false;
  }

  async #settled() { while (this.#busy) await new Promise(done => setTimeout(done, 30)); }

  async #guarded(work) {
    try {
      await work();
    } catch (problem) {
      this.#fail(problem);
    }
  }

  #show(blob) {
    if (this.after) URL.revokeObjectURL(this.after);
    this.after = URL.createObjectURL(blob);
  }

  #fail(problem) {
    this.trouble = problem;
    this.#tell(this.isFilm || this.after ? "ready" : "failed", problem.message);
  }

  #tell(state, note = "", part = null) {
    if (state !== "failed" && note === "") this.trouble = null;
    [this.state, this.note, this.part] = [state, note, part];
    this.#heard(this);
  }
}

/** "120 of 2400 frames, 1:35 left" */
function progress(job) {
  if (job.state === "queued") return "waiting for its turn";
  if (job.kind === "photo") return "colouring";
  const left = job.eta == null ? "" : `, ${Math.floor(job.eta / 60)}:${String(Math.floor(job.eta % 60)).padStart(2, "0")} left`;
  return `${job.done}${job.total ? ` of ${job.total}` : ""} frames${left}`;
}
