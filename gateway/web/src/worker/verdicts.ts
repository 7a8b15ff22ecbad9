import { api, Problem, told } from '../api/client';
import type { VerdictView } from '../api/types';

/** A verdict; null while there is none. */
export async function verdictOf(assignmentId: string): Promise<VerdictView | null> {
  return orNull(told(api.GET('/v1/verdicts/{assignmentId}', { params: { path: { assignmentId } } })));
}

/** What is not there, or not for the reader, is null. */
export async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 404) {
      return null;
    }
    throw failure;
  }
}
