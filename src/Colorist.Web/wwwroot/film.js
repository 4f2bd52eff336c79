// One film of the tray: its shots, the stills of those that were opened, a shot that is played, and the whole.

import { follow, getBlob, getJson, postForm, putForm, remove, send } from "./api.js";
import { fields } from "./dials.js";
import { clock, Item, progress } from "./item.js";
import { Picture } from "./picture.js";

const PlayedSeconds = 5;        // of a shot
const BetweenLooks = 500;       // milliseconds
const BeforeStills = 600;       // milliseconds without a change, until all stills are coloured anew
const KeepAlive = 10 * 60_000;  // milliseconds: the server forgets what nobody asks about for an hour

const pause = time => new Promise(done => setTimeout(done, time));

export class Film extends Item {
  isFilm = true;
  session = null;         // what the server says of it
  shots = [];             // {number, time, from, to}, and a picture where its still was opened
  shot = null;            // that is chosen
  lookNumber = 0;         // how often the look of the stills changed
  wishes = {};            // by the API's names: shared-colours, deflicker, descratch
  played = null;          // what is in motion: {shot, note, job, address}, the whole without shot and job
  #alive = null;
  #changed = null;
  #isClosed = false;

  get isOpen() { return this.session !== null; }

  /** What is on the stage when it is chosen. */
  get shown() { return this.shot?.picture ?? null; }

  /** The first still that is in colour. */
  get after() { return this.shots.find(shot => shot.picture?.after)?.picture.after ?? null; }

  get #path() { return `film-sessions/${this.session.id}`; }

  /** Sends the film and has its shots found. */
  async open(recolor = false) {
    await this.guarded(async () => {
      this.tell("sending");
      const form = new FormData();
      form.append("file", this.file, this.name);
      if (recolor) form.append("recolour", "true");
      this.session = await send("film-sessions", form, part => {
        if (part < 1) this.tell("sending", `${Math.round(100 * part)} %`, part);
        else this.tell("coloring", "looking at the film");
      });
      this.#alive = setInterval(() => getJson(this.#path).catch(() => {}), KeepAlive);
      if (this.look) await putForm(`${this.#path}/look`, fields(this.look));
      await this.#findShots();
      if (!this.#isClosed) this.tell("ready");
    });
    if (this.#isClosed) this.close();
  }

  /** Opens the still of a shot, to be painted on. */
  async show(shot) {
    this.shot = shot;
    this.#leavePlayed();
    if (!shot.picture || shot.picture.state === "failed") {
      shot.picture = new Picture(null, () => this.hear());
      shot.picture.look = this.look;
      this.hear();
      await shot.picture.guarded(async () => {
        const still = await getBlob(`${this.#path}/shots/${shot.number}/still`);
        shot.picture.file = new File([still], `${this.name}, shot ${shot.number}.png`);
        await shot.picture.open();
      });
    } else if (shot.picture.look !== this.look) shot.picture.change(this.look);
    this.hear();
  }

  /** Where a shot's still in colour is. */
  still(shot) {
    return shot.picture?.after ?? `/api/v1/${this.#path}/shots/${shot.number}/after?look=${this.lookNumber}`;
  }

  /** Chooses other colours, for all shots. */
  change(look) {
    this.look = look;
    if (!this.isOpen) return;
    for (const shot of this.shots) if (shot !== this.shot) shot.picture?.forgetCandidates();
    this.shown?.change(look);
    this.revise();
    clearTimeout(this.#changed);
    this.#changed = setTimeout(() => this.#colorStills(), BeforeStills);
  }

  /** Plays a few seconds of the chosen shot around its still, in the colours of now. */
  async play() {
    const { shot } = this;
    this.endPlay();
    const played = this.played = { shot, note: "", job: null, address: null };
    const from = Math.max(shot.from, Math.min(shot.time - PlayedSeconds / 2, shot.to - PlayedSeconds));
    try {
      const form = await this.#form([shot]);
      form.append("from", from.toFixed(3));
      form.append("to", Math.min(from + PlayedSeconds, shot.to).toFixed(3));
      form.append("container", this.session.container);
      played.job = await postForm(`${this.#path}/result`, form);
      await follow(played.job.id, view => this.#playing(played, progress(view)));
      played.address = `/api/v1/jobs/${played.job.id}/result`;
      this.#playing(played, "");
    } catch (problem) {
      this.#playing(played, problem.message);
      played.isOver = true;
      this.hear();
    }
  }

  /** Something changed: what plays, or was saved, is of before. */
  revise() {
    if (this.state === "saved") this.state = "ready";
    this.#leavePlayed();
  }

  #leavePlayed() {
    if (this.played?.address) this.endPlay();
    else this.hear();
  }

  /** Goes back to the still. */
  endPlay() {
    if (this.played?.job) remove(`jobs/${this.played.job.id}`);
    this.played = null;
    this.hear();
  }

  /** Has the whole film coloured, and lets the browser save it unless it is for an archive. */
  async save(container, isForArchive = false) {
    await this.guarded(async () => {
      this.tell("saving");
      const form = await this.#form(this.shots);
      if (container) form.append("container", container);
      if (this.wishes["shared-colours"]) form.append("shared-colours", "true");
      await this.finish(await postForm(`${this.#path}/result`, form), isForArchive);
      this.played = { address: `/api/v1/jobs/${this.job.id}/result`, note: "" };
      this.hear();
    });
  }

  /** Forgets everything, here and on the server. */
  close() {
    this.#isClosed = true;
    clearInterval(this.#alive);
    clearTimeout(this.#changed);
    for (const shot of this.shots) shot.picture?.close();
    for (const job of [this.job, this.played?.job]) if (job) remove(`jobs/${job.id}`);
    if (this.isOpen) remove(this.#path);
  }

  async #findShots() {
    while (!this.#isClosed) {
      const { search, shots } = await getJson(this.#path);
      this.shots.push(...shots.slice(this.shots.length));
      if (!this.shot && this.shots.length > 0) this.show(this.shots[0]);
      if (search.state === "failed") throw new Error(search.problem.detail);
      if (search.state === "done") return;
      const left = search.eta == null ? "" : `, ${clock(search.eta)} left`;
      this.tell("coloring", `${this.shots.length} found${left}`, search.total ? search.done / search.total : null);
      await pause(BetweenLooks);
    }
  }

  async #colorStills() {
    try {
      await putForm(`${this.#path}/look`, fields(this.look));
      this.lookNumber++;
      this.hear();
    } catch (problem) {
      this.fail(problem);
    }
  }

  #playing(played, note) {
    if (this.played !== played) return;
    played.note = note;
    this.hear();
  }

  /** The dials, and the strokes on some shots as hints at the times of their stills. */
  async #form(shots) {
    const form = fields(this.look);
    for (const shot of shots.filter(one => one.picture && !one.picture.strokes.isEmpty)) {
      const { width, height } = this.session;
      form.append("hints", await shot.picture.strokes.toBlob(width, height, width / shot.picture.session.previewWidth), "strokes.png");
      form.append("hints-at", shot.time);
    }
    for (const wish of ["deflicker", "descratch"]) if (this.wishes[wish]) form.append(wish, "true");
    return form;
  }
}
