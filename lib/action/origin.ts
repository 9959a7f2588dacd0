import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

/** 403: a write with the browser's cookie that came from another site. */
export class OrigenAjenoError extends AppError {
  constructor() {
    super('origen_ajeno', 403, 'El pedido vino de otra página y se rechazó.');
  }
}

/**
 * Guards writes that carry the cookie. `Origin` must be that of `AUTH_URL` or of the host that was asked; a browser that
 * sends none must at least say `Sec-Fetch-Site: same-origin`. Throws OrigenAjenoError.
 */
export function requireSameOrigin(headers: Headers): void {
  const origen = headers.get('origin');
  if (origen === null) {
    if (headers.get('sec-fetch-site') === 'same-origin') return;
    throw new OrigenAjenoError();
  }
  const propio = env().AUTH_URL;
  if (propio !== undefined && origen === new URL(propio).origin) return;
  const host = headers.get('host');
  if (host !== null && (origen === `http://${host}` || origen === `https://${host}`)) return;
  throw new OrigenAjenoError();
}
