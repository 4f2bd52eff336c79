// One photo, of the tray or of a film, and what the server knows of it.

import { follow, getBlob, postForm, putBlob, putForm, remove, send } from "./api.js";
import { fields } from "./dials.js";
import { Item } from "./item.js";
import { Strokes } from "./strokes.js";

export class Picture extends Item {
  isFilm = false;
  strokes = new Strokes();
  session = null;         // what the server says of it
  before = null;          // pictures to show: addresses of blobs
  after = null;
  candidates = null;      // several colourings to choose from
  #wanted = 0;
  #busy = false;

  get isOpen() { return this.after !== null; }

  /** What is on the stage when it is chosen. */
  get shown() { return this; }

  /** Sends the photo and finds its colours. */
  async open(recolor = false) {
    await this.guarded(async () => {
      this.tell("sending");
      const form = new FormData();
      form.append("file", this.file, this.name);
      if (recolor) form.append("recolour", "true");
      this.session = await send("sessions", form, part => this.tell("sending", `${Math.round(100 * part)} %`));
      this.tell("coloring");
      this.before = URL.createObjectURL(await getBlob(`${this.#path}/before`));
      this.#show(await putForm(`${this.#path}/look`, fields(this.look)));
      this.tell("ready");
    });
  }

  /** Chooses other colours. */
  change(look) {
    this.look = look;
    if (this.session) this.#later(() => putForm(`${this.#path}/look`, fields(this.look)));
  }

  /** Strokes were made or taken back. */
  paint() {
    const { previewWidth, previewHeight } = this.session;
    this.#later(async () => putBlob(`${this.#path}/strokes`, this.strokes.isEmpty ? null : await this.strokes.toBlob(previewWidth, previewHeight)));
  }

  /** Has the whole photo coloured, and lets the browser save it unless it is for an archive. */
  async save(container, isForArchive = false) {
    await this.guarded(async () => {
      this.tell("saving");
      while (this.#busy) await new Promise(done => setTimeout(done, 30));
      await this.finish(await postForm(`${this.#path}/result`, null, { Prefer: "respond-async" }), isForArchive);
    });
  }

  /** The picture at full size, for a look at every pixel. */
  async sharpen() {
    if (!this.isOpen || this.session.width <= this.session.previewWidth) return;
    const form = new FormData();
    if (this.session.extension === ".tif") form.append("format", "jpg");
    const wanted = this.#wanted;
    const job = await postForm(`${this.#path}/result`, this.session.extension === ".tif" ? form : null, { Prefer: "respond-async" });
    await follow(job.id, () => {});
    const sharp = await getBlob(`jobs/${job.id}/result`);
    remove(`jobs/${job.id}`);
    if (wanted === this.#wanted) { this.#show(sharp); this.hear(); }
  }

  /** Colourings that were found for another look count no more. */
  forgetCandidates() {
    for (const one of this.candidates ?? []) URL.revokeObjectURL(one.address);
    this.candidates = null;
  }

  /** Forgets everything, here and on the server. */
  close() {
    if (this.session) remove(this.#path);
    if (this.job) remove(`jobs/${this.job.id}`);
    this.forgetCandidates();
    for (const address of [this.before, this.after]) if (address) URL.revokeObjectURL(address);
  }

  get #path() { return `sessions/${this.session.id}`; }

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
        if (this.state !== "saving") this.tell("ready");
      } catch (problem) {
        this.fail(problem);
      }
    }
    this.#busy = false;
  }

  #show(blob) {
    if (this.after) URL.revokeObjectURL(this.after);
    this.after = URL.createObjectURL(blob);
  }
}
