import type { EarningDay } from '../api/types';

export type Grouping = 'day' | 'week' | 'project';

/** Earnings that belong together. */
export interface Group {
  key: string;
  /** The first day of it, as YYYY-MM-DD. */
  from: string;
  /** The day after the last. */
  to: string;
  /** Of all projects if undefined. */
  projectId?: string;
  count: number;
  /** Minor units by currency. */
  sums: Map<string, number>;
}

/** In the order of what is given, the latest first; projects by what they brought. */
export function groups(days: readonly EarningDay[], by: Grouping): Group[] {
  const found = new Map<string, Group>();
  for (const { day, parts } of days) {
    for (const part of parts) {
      const [key, from, to] = place(day, part.projectId, by);
      const group = found.get(key) ?? {
        key,
        from,
        to,
        ...(by === 'project' ? { projectId: part.projectId } : {}),
        count: 0,
        sums: new Map<string, number>(),
      };
      group.from = from < group.from ? from : group.from;
      group.to = to > group.to ? to : group.to;
      group.count += part.earnings;
      group.sums.set(part.amount.currency, (group.sums.get(part.amount.currency) ?? 0) + part.amount.minor);
      found.set(key, group);
    }
  }
  const all = [...found.values()];
  const most = (group: Group) => Math.max(...group.sums.values());
  return by === 'project' ? all.sort((a, b) => most(b) - most(a)) : all;
}

function place(day: string, projectId: string, by: Grouping): [key: string, from: string, to: string] {
  switch (by) {
    case 'day':
      return [day, day, plus(day, 1)];
    case 'week': {
      const monday = plus(day, -((weekday(day) + 6) % 7));
      return [monday, monday, plus(monday, 7)];
    }
    case 'project':
      return [projectId, day, plus(day, 1)];
  }
}

// days of the calendar have no zone: they are counted in UTC
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function plus(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** When a day begins where the reader is. */
export function begins(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}
