// A desk to test: `winset desk` on a copy of a case, in a folder of its own that goes with it.

import { spawn } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const START_MS_MAX = 20_000;

/** The program under test. */
export const WINSET = path.resolve(ROOT, process.env.WINSET || "target/debug/winset");

/** Cases by the names that tests call them, relative to the repository. */
export const CASES = {
  sella: "cases/sella-basin.yaml",
  well: "crates/winset-cli/tests/cases/well.yaml",
  mill: "crates/winset-cli/tests/cases/mill.yaml",
};

/**
 * Starts a desk. `source` is a path relative to the repository, or `{ name, text }` for a case that
 * a test makes. Gives the address with the token, the path of the copy, and `end`.
 */
export async function open(source, args = []) {
  if (!existsSync(WINSET)) throw new Error(`no program at ${WINSET}: cargo build, or set WINSET`);
  const folder = await mkdtemp(path.join(tmpdir(), "winset-browser-"));
  const file = path.join(folder, source.name ?? path.basename(source));
  if (source.text) await writeFile(file, source.text);
  else await copyFile(path.join(ROOT, source), file);
  return running(folder, file, [file, "--no-recent", ...args]);
}

/** Starts a desk without a case, in a folder of its own that also holds the list of recent cases. */
export async function start(args = []) {
  if (!existsSync(WINSET)) throw new Error(`no program at ${WINSET}: cargo build, or set WINSET`);
  return running(await mkdtemp(path.join(tmpdir(), "winset-browser-")), null, args);
}

/** A desk that runs in a folder, which goes with it. */
async function running(folder, file, args) {
  const child = spawn(WINSET, ["desk", "--color", "never", ...args], {
    cwd: folder,
    env: { ...process.env, XDG_STATE_HOME: path.join(folder, "state") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGINT");
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = await address(child);
    return { url, origin: new URL(url).origin, file, folder, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The first line of the output: the address with the token. */
function address(child) {
  return new Promise((found, failed) => {
    let out = "";
    let err = "";
    const late = setTimeout(() => failed(new Error(`no address in time: ${out}${err}`)), START_MS_MAX);
    child.stdout.on("data", (bytes) => {
      out += bytes;
      const url = /^http:\/\/127\.0\.0\.1:\S+$/m.exec(out);
      if (!url) return;
      clearTimeout(late);
      found(url[0]);
    });
    child.stderr.on("data", (bytes) => (err += bytes));
    child.once("exit", (code) => {
      clearTimeout(late);
      failed(new Error(`winset desk ended with ${code}: ${err}`));
    });
  });
}

/** Runs the program to its end; gives exit code and output. */
export function run(args, program = WINSET) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    child.stdout.on("data", (bytes) => (out += bytes));
    child.stderr.on("data", (bytes) => (out += bytes));
    child.once("error", failed);
    child.once("exit", (code) => done({ code, out }));
  });
}
