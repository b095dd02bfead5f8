// A picture of the whole virtual screen, read from the X server's own memory: what a person would see. The driver's
// screenshot is not used because WebKitWebDriver can wait for ever for a frame of a page at rest.
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** Writes the screen that `Xvfb -fbdir` keeps in a file (format XWD, 32 bits a pixel) as PNG. */
export function savePicture(screenFile, pngFile) {
  const dump = readFileSync(screenFile);
  const field = (index) => dump.readUInt32BE(index * 4);
  const [headerSize, width, height, bitsPerPixel, bytesPerLine, colours] = [0, 4, 5, 11, 12, 19].map(field);
  if (bitsPerPixel !== 32) throw new Error(`the virtual screen has ${bitsPerPixel} bits a pixel instead of 32`);
  const pixels = headerSize + colours * 12;
  const rows = Buffer.alloc(height * (1 + width * 3));
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    to += 1; // filter 0: the row as it is
    let from = pixels + y * bytesPerLine;
    for (let x = 0; x < width; x += 1, from += 4) {
      rows[to++] = dump[from + 2];
      rows[to++] = dump[from + 1];
      rows[to++] = dump[from];
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  writeFileSync(
    pngFile,
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
