/** One event of a stream. */
export interface Told {
  event: string;
  data: string;
}

const MAX_LENGTH = 100_000;

/** Server-sent events, from text as it comes. */
export class Events {
  private rest = '';

  /** Those that are whole by now. Comments are left out. */
  take(text: string): Told[] {
    const parts = (this.rest + text).replace(/\r\n?/g, '\n').split('\n\n');
    this.rest = (parts.pop() ?? '').slice(-MAX_LENGTH);
    return parts.flatMap((part) => {
      const lines = part.split('\n');
      const data = lines.flatMap((line) => (line.startsWith('data:') ? [line.slice(5).trimStart()] : []));
      const event = lines.find((line) => line.startsWith('event:'));
      return data.length > 0 ? [{ event: event?.slice(6).trim() ?? 'message', data: data.join('\n') }] : [];
    });
  }
}

const SOONEST = 2_000;
const LATEST = 300_000;

/**
 * How long to wait before a stream is opened again.
 *
 * @param failures in a row; 0 if it ended as it should
 * @param chance 0 to 1: not everybody comes back at the same moment
 */
export function pause(failures: number, chance: number): number {
  return Math.min(LATEST, SOONEST * 2 ** Math.min(failures, 10)) * (0.5 + chance / 2);
}
