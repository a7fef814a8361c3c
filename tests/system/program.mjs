// The real program as a process: its folder, its start, and signed deliveries as a chat platform would send them.

import { spawn, spawnSync } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/// A folder with kintsugi.toml (the people of the demo), a master key and the connection's secret.
export function makeFolder(language = "zh-CN") {
  const path = mkdtempSync(join(tmpdir(), "kintsugi-test-"));
  const demo = readFileSync(new URL(`../../prompts/${language}/demo.toml`, import.meta.url), "utf8");
  const own = '[server]\nlisten = "127.0.0.1:0"\n\n[keys]\nmaster_key_file = "master.key"\n\n';
  writeFileSync(join(path, "kintsugi.toml"), own + demo);
  writeFileSync(join(path, "master.key"), randomBytes(32).toString("hex"));
  const secret = randomBytes(32).toString("hex");
  return {
    secret,
    file: (name) => join(path, name),
    environment: { ...process.env, KINTSUGI_DEMO_SECRET: secret, LANG: "en_US.UTF-8", LC_ALL: "" },
    remove: () => rmSync(path, { recursive: true }),
  };
}

/// Starts `serve` and waits until it says where it is.
export async function start(folder) {
  const program = spawn(process.env.KINTSUGI, ["serve", "--config", folder.file("kintsugi.toml")], {
    env: folder.environment,
    stdio: ["ignore", "pipe", process.env.KINTSUGI_SHOW_LOG ? "inherit" : "ignore"],
  });
  const [line] = await once(program.stdout, "data");
  const url = /http:\/\/[\d.]+:\d+/.exec(String(line))[0];
  const end = async (signal) => {
    if (program.exitCode !== null || program.signalCode !== null) return program.exitCode;
    program.kill(signal);
    const [code] = await once(program, "exit");
    return code;
  };
  return { url, end };
}

/// Runs a command to its end.
export function run(folder, ...parts) {
  const result = spawnSync(process.env.KINTSUGI, parts, { env: folder.environment, encoding: "utf8" });
  return { code: result.status, out: result.stdout, error: result.stderr };
}

export const withConfig = (folder) => ["--config", folder.file("kintsugi.toml")];

export function sign(secret, body, at = Date.now()) {
  const timestamp = String(Math.floor(at / 1000));
  const digest = createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex");
  return { "x-kintsugi-timestamp": timestamp, "x-kintsugi-signature": `v1=${digest}` };
}

export const message = (event, text, more = {}) => ({
  event,
  account: "lin_ke",
  conversation: "dm:lin_ke",
  direct: true,
  mentioned: true,
  text,
  press: null,
  reply_to: "",
  ...more,
});

/// Sends bytes as they are, signed.
export function deliver(url, secret, body, headers = sign(secret, body)) {
  return fetch(`${url}/hook/console`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}

export const say = (url, secret, what) => deliver(url, secret, JSON.stringify(what));
