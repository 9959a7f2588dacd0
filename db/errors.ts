type ConCausa = { code?: unknown; constraint_name?: unknown; cause?: unknown };

function postgresError(error: unknown): { code: string; constraint: string | null } | null {
  for (let e = error as ConCausa | undefined, i = 0; e && i < 5; e = e.cause as ConCausa | undefined, i++) {
    if (typeof e.code === 'string' && /^[0-9A-Z]{5}$/.test(e.code)) {
      return { code: e.code, constraint: typeof e.constraint_name === 'string' ? e.constraint_name : null };
    }
  }
  return null;
}

/** The SQLSTATE of a database error, also when drizzle wrapped it; `null` for any other error. */
export function sqlState(error: unknown): string | null {
  return postgresError(error)?.code ?? null;
}

/** The name of the constraint a database error broke, or `null`. */
export function constraintName(error: unknown): string | null {
  return postgresError(error)?.constraint ?? null;
}
