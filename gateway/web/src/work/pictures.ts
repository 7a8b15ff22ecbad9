import type { Assignment } from '../api/types';
import { settings } from '../lib/settings.svelte';

const CACHE = 'pictures';
const fetched = new Set<string>();

/** A picture's address, in the size that is asked for. */
export function pictureUrl(url: string, size: 'full' | 'web' | 'thumb'): string {
  if (size === 'full' || !url.startsWith('/v1/pictures/')) {
    return url;
  }
  return `${url}${url.includes('?') ? '&' : '?'}size=${size}`;
}

/** The same of our own pictures alone: any other address would tell its host who reads what. */
export function ownPicture(url: string | undefined, size: 'full' | 'web' | 'thumb'): string | null {
  return url?.startsWith('/v1/pictures/') ? pictureUrl(url, size) : null;
}

/** Where coordinates are of the full picture, a smaller one to look at will do. */
export function workUrl(assignment: Pick<Assignment, 'media'>): string {
  return pictureUrl(assignment.media.url, settings.smallPictures ? 'thumb' : 'web');
}

/** Brings a picture onto the device; the service worker gives it out without the network, too. */
export function aheadOf(assignment: Assignment): void {
  const url = workUrl(assignment);
  if (fetched.has(url) || !url.startsWith('/')) {
    return;
  }
  fetched.add(url);
  void (async () => {
    try {
      const response = await fetch(url, { credentials: 'same-origin' });
      if (!response.ok) {
        fetched.delete(url);
        return;
      }
      if ('caches' in globalThis) {
        await (await caches.open(CACHE)).put(url, response.clone());
      }
      // unpacked before it is shown
      const image = new Image();
      image.src = url;
      await image.decode();
    } catch {
      fetched.delete(url);
    }
  })();
}

/** Whether a picture was brought onto the device. */
export async function isHere(assignment: Assignment): Promise<boolean> {
  try {
    return 'caches' in globalThis && (await (await caches.open(CACHE)).match(workUrl(assignment))) !== undefined;
  } catch {
    // a browser that keeps nothing
    return false;
  }
}

/** Pictures are kept no longer than they are leased. */
export async function dropPicture(assignment: Assignment): Promise<void> {
  const url = workUrl(assignment);
  fetched.delete(url);
  if ('caches' in globalThis) {
    await (await caches.open(CACHE)).delete(url);
  }
}

/** Nothing of an account's pictures stays behind. */
export async function dropAll(): Promise<void> {
  fetched.clear();
  if ('caches' in globalThis) {
    await caches.delete(CACHE);
  }
}

/** Width and height of the full picture, which answers are measured in. */
export async function sizeOf(media: Assignment['media']): Promise<{ width: number; height: number }> {
  if (media.width && media.height) {
    return { width: media.width, height: media.height };
  }
  const image = new Image();
  image.src = media.url;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}
