import { encode } from './masks';

/** Turns bitmaps into runs away from the thread that draws. */
self.onmessage = (event: MessageEvent<{ id: number; bitmap: Uint8Array }>) => {
  const { id, bitmap } = event.data;
  self.postMessage({ id, counts: encode(bitmap) });
};
