import { describe, expect, it } from 'vitest';
import { groups } from './earnings';

const part = (projectId: string, earnings: number, minor: number, currency = 'INR') => ({ projectId, earnings, amount: { minor, currency } });

// a Wednesday, the Monday before it, and the Sunday before that
const days = [
  { day: '2026-03-04', parts: [part('p1', 2, 500), part('p2', 1, 100)] },
  { day: '2026-03-02', parts: [part('p1', 1, 250)] },
  { day: '2026-03-01', parts: [part('p1', 4, 40), part('p1', 1, 7, 'EUR')] },
];

describe('earnings', () => {
  it('go together by day', () => {
    expect(groups(days, 'day')).toEqual([
      { key: '2026-03-04', from: '2026-03-04', to: '2026-03-05', count: 3, sums: new Map([['INR', 600]]) },
      { key: '2026-03-02', from: '2026-03-02', to: '2026-03-03', count: 1, sums: new Map([['INR', 250]]) },
      { key: '2026-03-01', from: '2026-03-01', to: '2026-03-02', count: 5, sums: new Map([['INR', 40], ['EUR', 7]]) },
    ]);
  });

  it('go together by week, from Monday to Sunday', () => {
    expect(groups(days, 'week')).toEqual([
      { key: '2026-03-02', from: '2026-03-02', to: '2026-03-09', count: 4, sums: new Map([['INR', 850]]) },
      { key: '2026-02-23', from: '2026-02-23', to: '2026-03-02', count: 5, sums: new Map([['INR', 40], ['EUR', 7]]) },
    ]);
  });

  it('go together by project, the best first', () => {
    expect(groups(days, 'project')).toEqual([
      { key: 'p1', from: '2026-03-01', to: '2026-03-05', projectId: 'p1', count: 8, sums: new Map([['INR', 790], ['EUR', 7]]) },
      { key: 'p2', from: '2026-03-04', to: '2026-03-05', projectId: 'p2', count: 1, sums: new Map([['INR', 100]]) },
    ]);
  });

  it('are none at first', () => {
    expect(groups([], 'week')).toEqual([]);
  });
});
