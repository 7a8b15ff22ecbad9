import { api, told } from '../api/client';

const known = new Map<string, Promise<string | null>>();

/** A version of a project's guideline; null where it cannot be had. */
export function guidelineOf(id: string, version: number): Promise<string | null> {
  const key = `${id} ${version}`;
  let found = known.get(key);
  if (!found) {
    found = told(api.GET('/v1/projects/{id}/guidelines/{version}', { params: { path: { id, version } } })).then(
      (guideline) => guideline.markdown,
      () => {
        known.delete(key);
        return null;
      },
    );
    known.set(key, found);
  }
  return found;
}
