import { api, problemIn, serverNow, told, type Problem } from '../api/client';
import type { Assignment } from '../api/types';
import type { Sending } from './device';
import type { Source } from './loop';
import type { Line } from './outbox';
import { aheadOf, dropPicture, isHere } from './pictures';

/** Answers on their way to the gateway. */
export const line: Line = {
  async send({ assignment, work, key }: Sending): Promise<void> {
    const params = { path: { id: assignment.assignmentId } };
    const headers = { 'Idempotency-Key': key };
    switch (work.kind) {
      case 'label':
        await told(api.POST('/v1/assignments/{id}/label', { params, headers, body: { answer: work.answer } }));
        break;
      case 'flag':
        await told(
          api.POST('/v1/assignments/{id}/flag', {
            params,
            headers,
            body: { reason: work.reason, ...(work.comment ? { comment: work.comment } : {}), ...(work.mark ? { mark: work.mark } : {}) },
          }),
        );
        break;
      case 'skip':
        await told(api.POST('/v1/assignments/{id}/skip', { params, headers }));
        break;
      case 'release':
        await told(api.POST('/v1/assignments/{id}/release', { params, headers }));
        break;
    }
  },

  async sendLabels(labels: Sending[]): Promise<(Problem | null)[]> {
    const { labels: outcomes } = await told(
      api.POST('/v1/labels', {
        body: {
          labels: labels.flatMap(({ assignment, work }) =>
            work.kind === 'label' ? [{ assignmentId: assignment.assignmentId, answer: work.answer }] : [],
          ),
        },
      }),
    );
    return outcomes.map((outcome) => (outcome.problem ? problemIn({ ...outcome.problem }) : null));
  },
};

export const source: Source = {
  async lease(projectId, key) {
    const leased = await told(
      api.POST('/v1/leases', { headers: { 'Idempotency-Key': key }, body: { projectId, held: true } }),
    );
    return {
      fresh: leased.assignments,
      held: leased.held ?? [],
      problem: leased.problem ? problemIn({ ...leased.problem }) : null,
    };
  },

  async held(projectId) {
    const page = await told(api.GET('/v1/assignments', { params: { query: { state: 'leased', limit: 200 } } }));
    return page.items.filter((one) => one.projectId === projectId);
  },

  async extend(assignmentIds) {
    const { assignments } = await told(api.POST('/v1/assignments/extend', { body: { assignmentIds } }));
    return new Map(
      assignments.map((one) => [
        one.assignmentId,
        one.expiresAt ? { expiresAt: one.expiresAt } : problemIn({ ...(one.problem ?? {}) }),
      ]),
    );
  },

  ahead: (assignment: Assignment) => aheadOf(assignment),
  drop: (assignment: Assignment) => void dropPicture(assignment),
  isHere: (assignment: Assignment) => isHere(assignment),
  now: serverNow,
};
