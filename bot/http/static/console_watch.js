// Keeps a tab up to date: a stream of events while it is looked at; a hidden one only asks now and then, because browsers
// allow few open connections to one server.

const hiddenPause = 20_000; // milliseconds
const shortestPause = 1000;
const longestPause = 30_000;

export class Watch {
  #source = null;
  #timer = null;
  #pause = shortestPause;

  /// `on`: heard(kind, content), connected(), lost(), and look(), which asks what is new.
  constructor(server, on) {
    this.server = server;
    this.on = on;
    this.running = false;
    document.addEventListener("visibilitychange", () => this.running && this.start());
  }

  start() {
    this.stop();
    this.running = true;
    if (document.hidden) this.#lookLater();
    else this.#listen();
  }

  stop() {
    this.running = false;
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#timer);
  }

  #listen() {
    this.#source = this.server.listen(
      (kind, content) => {
        if (kind !== "hello") return this.on.heard(kind, content);
        this.#pause = shortestPause;
        this.on.connected();
      },
      (ended) => {
        this.on.lost();
        if (ended) this.#listenLater(); // else the browser tries again by itself
      },
    );
  }

  #listenLater() {
    this.#timer = setTimeout(() => this.start(), this.#pause);
    this.#pause = Math.min(2 * this.#pause, longestPause);
    this.on.look(); // tells a server that is away from a session that is over
  }

  #lookLater() {
    this.#timer = setTimeout(async () => {
      await this.on.look();
      if (this.running && document.hidden) this.#lookLater();
    }, hiddenPause);
  }
}
