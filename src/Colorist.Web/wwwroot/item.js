// What photos and films of the tray have in common: how one stands, and who hears of it.

import { download, follow, postForm, remove } from "./api.js";

export class Item {
  look = null;            // what is chosen; null for the defaults
  state = "waiting";      // waiting, sending, coloring, ready, saving, saved, failed
  note = "";              // how far it is, or what went wrong
  part = null;            // the same, 0..1
  trouble = null;         // the problem, while there is one
  job = null;             // of the last result
  #heard;

  /** @param file the photo or film  @param heard is told of every change */
  constructor(file, heard) {
    this.file = file;
    this.#heard = heard;
  }

  get name() { return this.file.name || "Pasted picture"; }

  /** Stops the job that is going on. */
  stop() { if (this.job && !this.job.isDone) postForm(`jobs/${this.job.id}/cancel`, null).catch(() => {}); }

  /** Follows the job of the result to its end, and lets the browser save it unless it is for an archive. */
  async finish(job, isForArchive) {
    if (this.job) remove(`jobs/${this.job.id}`);
    this.job = { id: job.id, isDone: false };
    try {
      await follow(job.id, view => this.tell("saving", progress(view), view.total ? view.done / view.total : null));
    } catch (problem) {
      remove(`jobs/${job.id}`);
      this.job = null;
      throw problem;
    }
    this.job.isDone = true;
    this.tell("saved");
    if (!isForArchive) download(`jobs/${job.id}/result`);
  }

  async guarded(work) {
    try {
      await work();
    } catch (problem) {
      this.fail(problem);
    }
  }

  fail(problem) {
    this.trouble = problem;
    this.tell(this.isOpen ? "ready" : "failed", problem.message);
  }

  tell(state, note = "", part = null) {
    if (state !== "failed" && note === "") this.trouble = null;
    [this.state, this.note, this.part] = [state, note, part];
    this.hear();
  }

  /** Says that something changed. */
  hear() { this.#heard(this); }
}

/** "120 of 2400 frames, 1:35 left" */
export function progress(job) {
  if (job.state === "queued") return "waiting for its turn";
  if (job.kind === "photo") return "colouring";
  if (job.done === 0) return "beginning";
  const left = job.eta == null ? "" : `, ${clock(job.eta)} left`;
  return `${job.done}${job.total ? ` of ${job.total}` : ""} frames${left}`;
}

/** 95 as 1:35. */
export const clock = seconds => {
  const two = part => String(Math.floor(part)).padStart(2, "0");
  const minutes = `${Math.floor(seconds / 60) % 60}:${two(seconds % 60)}`;
  return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes.padStart(5, "0")}`;
};
