import { api, told, toldWithHeaders } from '../api/client';
import type { QueueItem, ReviewCase } from '../api/types';
import { pictureUrl } from '../work/pictures';

/** A case, and the version of it that a decision names. */
export interface Found {
  content: ReviewCase;
  etag: string;
}

export type Reason = QueueItem['reason'];

/** What was passed over since the page was loaded: it comes again when nothing else waits. */
const passed = new Set<string>();
const fetched = new Map<string, Promise<Found>>();

export async function read(taskId: string): Promise<Found> {
  const { body, headers } = await toldWithHeaders(api.GET('/v1/reviews/{taskId}', { params: { path: { taskId } } }));
  return { content: body, etag: headers.get('etag') ?? '' };
}

/** A case that was fetched ahead, once. */
export function takeFetched(taskId: string): Promise<Found> | null {
  const found = fetched.get(taskId) ?? null;
  fetched.delete(taskId);
  return found;
}

export function passOver(taskId: string): void {
  passed.add(taskId);
}

/** What comes after this one: the most valuable that was not passed over; null if nothing waits. */
export async function following(taskId: string, reason: Reason | null): Promise<QueueItem | null> {
  const queue = await told(
    api.GET('/v1/reviews', { params: { query: { limit: 50, ...(reason ? { reason } : {}) } } }),
  );
  const others = queue.items.filter((item) => item.taskId !== taskId);
  const next = others.find((item) => !passed.has(item.taskId));
  if (!next && others.length > 0) {
    // once around: from the beginning again
    passed.clear();
  }
  return next ?? others[0] ?? null;
}

/** The case and its picture are here before they are asked for. */
export async function fetchAhead(item: QueueItem): Promise<void> {
  const found = read(item.taskId);
  fetched.clear();
  fetched.set(item.taskId, found);
  const picture = new Image();
  picture.src = pictureUrl(item.media.url, 'web');
  try {
    await found;
  } catch {
    // then it is asked for when it is shown
    fetched.delete(item.taskId);
  }
}
