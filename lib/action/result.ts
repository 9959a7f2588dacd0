/** What a server action answers: the data, or a refusal with the sentence to show. Never throws to the browser. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: string;
      message: string;
      campos?: Readonly<Record<string, string>>;
      /** As `error_detail` of the API: what the refusal lets one do about it. */
      detalle?: Readonly<Record<string, unknown>>;
    };
