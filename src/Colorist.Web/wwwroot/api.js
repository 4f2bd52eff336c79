// Talks to the server. Every problem becomes an Error whose message is the server's one line.

const base = "/api/v1/";

export class Problem extends Error {
  constructor(status, details) {
    super(details.detail ?? details.title ?? `The server answered ${status}.`);
    this.status = status;
    this.option = details.option;
  }
}

/** Asks for the token and waits until the server knows it. */
async function signIn() {
  const dialog = document.getElementById("token");
  const text = document.getElementById("token-text");
  for (;;) {
    if (!dialog.open) dialog.showModal();
    await new Promise(done => dialog.addEventListener("close", done, { once: true }));
    const answer = await fetch("/session", { method: "POST", body: text.value });
    text.value = "";
    if (answer.ok) return;
    document.getElementById("token-wrong").hidden = false;
  }
}

let signingIn = null;

async function ask(path, options = {}) {
  for (;;) {
    const answer = await fetch(path.startsWith("/") ? path : base + path, options);
    if (answer.ok) return answer;
    if (answer.status === 401) {
      await (signingIn ??= signIn().finally(() => { signingIn = null; }));
      continue;
    }
    const details = await answer.json().catch(() => ({}));
    if (answer.status !== 429) throw new Problem(answer.status, details);
    await new Promise(done => setTimeout(done, 1000 * Number(answer.headers.get("Retry-After") ?? 1)));
  }
}

export const getJson = async path => (await ask(path)).json();
export const getBlob = async path => (await ask(path)).blob();
export const remove = path => ask(path, { method: "DELETE" }).catch(() => {});
export const putBlob = async (path, body) => (await ask(path, { method: "PUT", body })).blob();

/** An empty form is no form at all. */
const orNothing = form => form?.entries().next().done ? null : form;
export const putForm = (path, form) => putBlob(path, orNothing(form));
export const postForm = async (path, form, headers = {}) => (await ask(path, { method: "POST", body: orNothing(form), headers })).json();

/** Sends a form and hears how far it is, 0..1. */
export function send(path, form, heard) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", base + path);
    request.responseType = "json";
    request.upload.onprogress = event => { if (event.lengthComputable) heard(event.loaded / event.total); };
    request.onerror = () => failed(new Error("The server is not there, or the connection broke."));
    request.onload = () => {
      if (request.status < 300) done(request.response);
      else if (request.status === 401) signIn().then(() => send(path, form, heard)).then(done, failed);
      else if (request.status === 429) setTimeout(() => send(path, form, heard).then(done, failed), 1000 * Number(request.getResponseHeader("Retry-After") ?? 1));
      else failed(new Problem(request.status, request.response ?? {}));
    };
    request.send(form);
  });
}

/** Follows a job to its end. */
export function follow(id, heard) {
  return new Promise((done, failed) => {
    const events = new EventSource(`${base}jobs/${id}/events`);
    const hear = event => {
      const job = JSON.parse(event.data);
      heard(job);
      if (job.state === "queued" || job.state === "running") return;
      events.close();
      if (job.state === "done") done(job);
      else failed(job.problem ? new Problem(job.problem.status, job.problem) : new Error("Stopped."));
    };
    for (const state of ["queued", "running", "done", "failed", "cancelled"]) events.addEventListener(state, hear);
    events.onerror = () => {
      if (events.readyState !== EventSource.CLOSED) return;
      failed(new Error("The server is not there, or the job is gone."));
    };
  });
}

/** Lets the browser save what the server sends. */
export function download(path) {
  const link = document.createElement("a");
  link.href = path.startsWith("/") ? path : base + path;
  link.download = "";
  link.click();
}
