import { describe, expect, it } from 'vitest';
import type { Assignment } from '../api/types';
import { paceOf } from './pace';

const START = Date.UTC(2026, 2, 4, 9);
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();

/** Leased and submitted so many seconds after the start. */
function label(leased: number, submitted: number, verdict?: 'accepted' | 'rejected', minor = 100): Assignment {
  return {
    assignmentId: `t${submitted}`,
    projectId: 'p',
    state: verdict ? 'reviewed' : 'submitted',
    media: { kind: 'image', url: '/v1/pictures/x' },
    tool: 'category',
    guidelineVersion: 1,
    price: { minor, currency: 'INR' },
    leasedAt: at(leased),
    expiresAt: at(leased + 600),
    submittedAt: at(submitted),
    ...(verdict ? { verdict: { verdict, reason: 'agrees', explanation: '', reviewedAt: at(submitted) } } : {}),
  } as Assignment;
}

describe('pay per hour', () => {
  it('is what was paid in the time that it took, rejected ones included', () => {
    // six labels of 20 s each, five of them paid 100
    const labels = [1, 2, 3, 4, 5, 6].map((i) => label(0, i * 20, i === 3 ? 'rejected' : 'accepted'));

    expect(paceOf(labels)).toEqual({ labels: 6, hourly: new Map([['INR', Math.round((500 * 3600) / 120)]]) });
    expect(paceOf(labels.toReversed())).toEqual(paceOf(labels));
  });

  it('leaves out breaks, and time before the lease', () => {
    const labels = [1, 2, 3, 4, 5].map((i) => label(i * 10_000, i * 10_000 + 20, 'accepted'));
    const rested = [...labels, label(50_000, 59_000, 'accepted')];

    expect(paceOf(labels)?.hourly.get('INR')).toBe(Math.round((500 * 3600) / 100));
    // nine thousand seconds are no work: five minutes are counted
    expect(paceOf(rested)?.hourly.get('INR')).toBe(Math.round((600 * 3600) / 400));
  });

  it('does not count the time of what waits for its verdict', () => {
    const labels = [1, 2, 3, 4, 5].map((i) => label(0, i * 20, 'accepted'));

    expect(paceOf([...labels, label(0, 200), label(0, 300)])).toEqual(paceOf(labels));
  });

  it('is not told of few labels or of little time', () => {
    expect(paceOf([])).toBeNull();
    expect(paceOf([1, 2, 3, 4].map((i) => label(0, i * 60, 'accepted')))).toBeNull();
    expect(paceOf([1, 2, 3, 4, 5, 6].map((i) => label(0, i, 'accepted')))).toBeNull();
  });
});
