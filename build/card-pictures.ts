import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const folder = resolve(import.meta.dirname, '../e2e/screenshots');

/** How much of a picture a card shows: its first figure. */
const HEIGHT = 430;

/** The pictures of the cards by their path in the site: the upper ends of those that the screenshot tests keep. */
export function* cardPictures(): Generator<[path: string, png: Buffer]> {
  for (const file of readdirSync(folder)) {
    const path = `pictures/${file}`;
    const picture = cardPicture(path);
    if (picture) yield [path, picture];
  }
}

/** The picture at a path of the site; undefined where it is none of these. */
export function cardPicture(path: string): Buffer | undefined {
  const [, file] = /^pictures\/([a-z0-9-]+-(?:light|dark)\.png)$/.exec(path) ?? [];
  return file && readdirSync(folder).includes(file) ? upperEnd(readFileSync(join(folder, file)), HEIGHT) : undefined;
}

const SIGNATURE = 8;

/** The first rows of a PNG: a row is written with the help of those above it only, so that no row has to be read. */
export function upperEnd(png: Buffer, height: number): Buffer {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = SIGNATURE; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const header = Buffer.from(chunks.find(({ type }) => type === 'IHDR')!.data);
  const [width, depth, colour, interlaced] = [header.readUInt32BE(0), header[8], header[9], header[12]];
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour];
  if (!channels || interlaced) throw new Error(`a PNG of colour type ${colour}, interlaced: ${interlaced}`);
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const bytes = 1 + Math.ceil((width * channels * depth) / 8);
  header.writeUInt32BE(Math.min(height, header.readUInt32BE(4)), 4);
  const parts = [
    chunk('IHDR', header),
    ...chunks.filter(({ type }) => type === 'PLTE').map(({ type, data }) => chunk(type, data)),
    chunk('IDAT', deflateSync(rows.subarray(0, height * bytes), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([png.subarray(0, SIGNATURE), ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [data.length, crc32(named)].map((value) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  });
  return Buffer.concat([length, named, check]);
}
