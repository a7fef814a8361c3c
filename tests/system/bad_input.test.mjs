// What strangers and mistakes send gets a clear answer and changes nothing.

import assert from "node:assert/strict";
import { rmSync, writeFileSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { deliver, makeFolder, message, run, say, sign, start, withConfig } from "./program.mjs";

let folder, program;
before(async () => {
  folder = makeFolder();
  program = await start(folder);
});
after(async () => {
  await program.end("SIGTERM");
  folder.remove();
});

const send = async (body, headers) => (await deliver(program.url, folder.secret, body, headers)).status;
const alive = async () => assert.equal((await fetch(`${program.url}/readyz`)).status, 200);

test("malformed JSON, missing fields and wrong types are refused", async () => {
  const bodies = ["", "{", "[]", "null", "{}", '{"event":1}', JSON.stringify({ ...message("x", "y"), text: 7 })];
  for (const body of bodies) assert.equal(await send(body), 400, body);
  assert.equal(await send(`${"[".repeat(100_000)}`), 400);
  await alive();
});

test("wrong UTF-8 is refused", async () => {
  const body = Buffer.concat([
    Buffer.from('{"event":"u","account":"lin_ke","conversation":"dm:lin_ke","direct":true,"mentioned":true,"text":"'),
    Buffer.from([0xff, 0xfe, 0xc0, 0xaf]),
    Buffer.from('","press":null,"reply_to":""}'),
  ]);
  assert.equal(await send(body), 400);
  await alive();
});

test("a text of one megabyte is too long, and so is a larger body", async () => {
  assert.equal((await say(program.url, folder.secret, message("long", "退款".repeat(170_000)))).status, 413);
  const huge = await say(program.url, folder.secret, message("huge", "a".repeat(3_000_000))).catch(() => null);
  assert.ok(huge === null || huge.status === 413);
  await alive();
});

test("a forged, an old and a missing signature are refused alike", async () => {
  const body = JSON.stringify(message("forged", "关案 K-1001"));
  assert.equal(await send(body, sign("another secret", body)), 401);
  assert.equal(await send(body, sign(folder.secret, body, Date.now() - 3_600_000)), 401);
  assert.equal(await send(body, {}), 401);
  assert.equal(await send(`${body} `, sign(folder.secret, body)), 401);
});

test("unknown connections, paths and methods say so", async () => {
  assert.equal((await fetch(`${program.url}/hook/nowhere`, { method: "POST", body: "{}" })).status, 404);
  assert.equal((await fetch(`${program.url}/nothing`)).status, 404);
  const wrong = await fetch(`${program.url}/hook/console`);
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get("allow"), "POST");
  assert.equal((await fetch(`${program.url}/healthz`, { headers: { "x-long": "a".repeat(20_000) } })).status, 431);
});

test("unknown rooms and people are taken in and shown nothing", async () => {
  const room = message("room", "看 K-1001", { conversation: "no_such_room", direct: false });
  assert.equal((await say(program.url, folder.secret, room)).status, 200);
  const person = message("person", "看 K-1001", { account: "stranger", conversation: "dm:stranger" });
  assert.equal((await say(program.url, folder.secret, person)).status, 200);
  await alive();
});

test("a missing key file, a wrong key and a broken configuration are named", () => {
  const other = makeFolder();
  try {
    rmSync(other.file("master.key"));
    const missing = run(other, "serve", ...withConfig(other));
    assert.equal(missing.code, 1);
    assert.match(missing.error, /master\.key/);

    writeFileSync(other.file("master.key"), "0123");
    assert.match(run(other, "serve", ...withConfig(other)).error, /master\.key|32 bytes|64/);

    const config = readFileSync(other.file("kintsugi.toml"), "utf8");
    writeFileSync(other.file("kintsugi.toml"), config.replace("[company]", '[company]\nreminders_a_day = "many"'));
    const broken = run(other, "check", ...withConfig(other));
    assert.equal(broken.code, 1);
    assert.match(broken.out, /kintsugi\.toml:\d+.*company\.reminders_a_day.*1 to 100/s);
    const served = run(other, "serve", ...withConfig(other));
    assert.equal(served.code, 2);
    assert.doesNotMatch(served.error + broken.out, new RegExp(other.secret));
  } finally {
    other.remove();
  }
});

test("another key does not open a database", async () => {
  const other = makeFolder();
  try {
    const first = await start(other);
    await first.end("SIGTERM");
    writeFileSync(other.file("master.key"), "ab".repeat(32));
    const result = run(other, "check", ...withConfig(other));
    assert.equal(result.code, 1);
    assert.match(result.out, /✘/);
  } finally {
    other.remove();
  }
});

test("backup and restore bring a database back", async () => {
  const other = makeFolder();
  try {
    const first = await start(other);
    assert.equal((await say(first.url, other.secret, message("b1", "开案 用户说重复扣款,要求退款,垃圾"))).status, 200);
    assert.equal(run(other, "backup", ...withConfig(other), other.file("copy.db")).code, 0);
    assert.equal((await say(first.url, other.secret, message("b2", "开案 用户说重复扣款,要求退款,垃圾"))).status, 200);
    await first.end("SIGTERM");
    assert.match(run(other, "check", ...withConfig(other)).out, /2 cases/);
    assert.equal(run(other, "restore", ...withConfig(other), other.file("copy.db")).code, 0);
    assert.match(run(other, "check", ...withConfig(other)).out, /1 cases/);
  } finally {
    other.remove();
  }
});
