import type { Assignment } from '../api/types';

/** Who took longer had a rest. */
const LONGEST = 5 * 60_000;

/** Fewer, or less time, tell of chance. */
const LEAST_LABELS = 5;
const LEAST_TIME = 60_000;

export interface Pace {
  /** Judged labels that this rests on. */
  labels: number;
  /** Minor units an hour, by currency. */
  hourly: Map<string, number>;
}

/**
 * What an hour really brought: what judged labels were paid, accepted or not, in the time that they
 * took. A label takes the time since the one before, or since its lease if that was later.
 */
export function paceOf(assignments: readonly Assignment[]): Pace | null {
  const done = assignments
    .flatMap((one) => (one.submittedAt ? [{ ...one, at: Date.parse(one.submittedAt) }] : []))
    .sort((a, b) => a.at - b.at);
  const sums = new Map<string, { minor: number; time: number }>();
  let labels = 0;
  let before = 0;
  for (const one of done) {
    const took = Math.max(0, Math.min(LONGEST, one.at - Math.max(before, Date.parse(one.leasedAt))));
    before = one.at;
    if (one.verdict) {
      labels++;
      const sum = sums.get(one.price.currency) ?? { minor: 0, time: 0 };
      sum.time += took;
      sum.minor += one.verdict.verdict === 'accepted' ? one.price.minor : 0;
      sums.set(one.price.currency, sum);
    }
  }
  const hourly = new Map(
    [...sums].filter(([, { time }]) => time >= LEAST_TIME).map(([currency, { minor, time }]) => [currency, Math.round((minor * 3_600_000) / time)]),
  );
  return labels >= LEAST_LABELS && hourly.size > 0 ? { labels, hourly } : null;
}
