/** What a server action answers: the data, or a refusal with the sentence to show. Never throws to the browser. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; code: string; message: string; campos?: Readonly<Record<string, string>> };
