// Makes screenshots small enough for a repository: WebP of the browser itself, no wider than they are read.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from '../stories/steps.mjs';

const DIRECTORY = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const MOST = 80_000;

/** `shots` by the name in docs/screenshots: the file that was shot. */
export async function shrink(browser, shots) {
  mkdirSync(DIRECTORY, { recursive: true });
  const page = await (await browser.newContext()).newPage();
  for (const [name, path] of shots) {
    const small = await page.evaluate(
      async ([data, most]) => {
        const bitmap = await createImageBitmap(await (await fetch(data)).blob());
        const scale = Math.min(1, (bitmap.width > bitmap.height ? 1200 : 585) / bitmap.width);
        const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        let blob;
        for (let quality = 0.9; quality > 0.3; quality -= 0.1) {
          blob = await canvas.convertToBlob({ type: 'image/webp', quality });
          if (blob.size <= most) {
            break;
          }
        }
        let text = '';
        new Uint8Array(await blob.arrayBuffer()).forEach((byte) => (text += String.fromCharCode(byte)));
        return btoa(text);
      },
      [`data:image/png;base64,${readFileSync(path).toString('base64')}`, MOST],
    );
    const bytes = Buffer.from(small, 'base64');
    check(bytes.length <= MOST, `${name} at most ${MOST} bytes, not ${bytes.length}`);
    writeFileSync(`${DIRECTORY}${name}.webp`, bytes);
    console.log(`docs/screenshots/${name}.webp: ${(bytes.length / 1000).toFixed(0)} kB`);
  }
}
