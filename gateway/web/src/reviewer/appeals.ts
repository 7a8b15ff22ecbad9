import { api, told } from '../api/client';
import type { AppealCase, AppealItem } from '../api/types';
import { pictureUrl } from '../work/pictures';

const passed = new Set<string>();
const fetched = new Map<string, Promise<AppealCase>>();

export function read(id: string): Promise<AppealCase> {
  return told(api.GET('/v1/appeals/{id}', { params: { path: { id } } }));
}

/** An appeal that was fetched ahead, once. */
export function takeFetched(id: string): Promise<AppealCase> | null {
  const found = fetched.get(id) ?? null;
  fetched.delete(id);
  return found;
}

export function passOver(id: string): void {
  passed.add(id);
}

/** The oldest but this one that was not passed over, fetched ahead; null if nothing waits. */
export async function following(id: string): Promise<AppealItem | null> {
  const queue = await told(api.GET('/v1/appeals', { params: { query: { limit: 50 } } }));
  const others = queue.items.filter((item) => item.appealId !== id);
  const next = others.find((item) => !passed.has(item.appealId));
  if (!next && others.length > 0) {
    passed.clear();
  }
  return next ?? others[0] ?? null;
}

export async function fetchAhead(item: AppealItem): Promise<void> {
  const found = read(item.appealId);
  fetched.clear();
  fetched.set(item.appealId, found);
  try {
    new Image().src = pictureUrl((await found).media.url, 'web');
  } catch {
    // then it is asked for when it is shown
    fetched.delete(item.appealId);
  }
}
