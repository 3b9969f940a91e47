// SPDX-License-Identifier: MIT
// node unpack.mjs SITE: what is compressed in a site, against the files themselves: one line for each
// that differs or is missing, at the end their number and the bytes of each kind.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

const site = process.argv[2];
const manifest = path.join(site, "manifest.sha256");
const lines = fs.existsSync(manifest) ? fs.readFileSync(manifest, "utf8").split("\n") : [];
const left = new Set(lines.filter((line) => line[0] === "#").map((line) => line.slice(67))); // of the build before
const unpack = { ".gz": zlib.gunzipSync, ".br": zlib.brotliDecompressSync };
const least = 1400; // fits into one packet
const sums = { files: 0, "": 0, ".gz": 0, ".br": 0 };

function look(name, plain, ending) {
  const packed = path.join(site, name + ending);
  if (!fs.existsSync(packed)) return console.log(`${name}${ending}: missing`);
  const bytes = fs.readFileSync(packed);
  sums[ending] += bytes.length;
  if (!unpack[ending](bytes).equals(plain)) console.log(`${name}${ending}: something else`);
}

for (const name of fs.readdirSync(site, { recursive: true }).sort()) {
  const full = path.join(site, name);
  if (!fs.statSync(full).isFile() || left.has(name)) continue;
  const ending = path.extname(name);
  if (ending in unpack) {
    const whose = full.slice(0, -3);
    if (!fs.existsSync(whose) || fs.statSync(whose).size < least) console.log(`${name}: of too little`);
    continue;
  }
  const plain = fs.readFileSync(full);
  if (plain.length < least || !/\.(html|css|js|json|csv|xml|txt|svg|rtf)$/.test(name)) continue;
  sums.files++;
  sums[""] += plain.length;
  look(name, plain, ".gz");
  look(name, plain, ".br");
}
console.log(`${sums.files} files: ${sums[""]} bytes, ${sums[".gz"]} gz, ${sums[".br"]} br`);
